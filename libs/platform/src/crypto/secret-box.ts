import { createHmac, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { decrypt, encrypt, overheadBytes } from './aes-gcm.ts';
import { type CacheBounds, DataKeyCache } from './data-key-cache.ts';
import { hashingKey, type RootSecretStore } from './hashing-key.ts';
import type { KeyBinding } from './key-provider.ts';
import type { RootKeys, WrappedKey } from './root-keys.ts';
import { SecretError } from './secret-error.ts';

/** Where a secret is stored. It opens nowhere else: a value copied to another row or tenant is refused. */
export interface SecretPlace {
  tenantId: string;
  table: string;
  column: string;
  rowId: string;
}

export interface StoredDataKey extends WrappedKey {
  /** A UUID; every sealed secret names it. */
  id: string;
}

export interface DataKeyStore {
  /** The key under which the tenant's new secrets are sealed. */
  current(tenantId: string): Promise<StoredDataKey | undefined>;
  /** Any key of the tenant, also one that is no longer current. */
  find(tenantId: string, id: string): Promise<StoredDataKey | undefined>;
  /**
   * Stores the proposal unless the tenant has a current key by now, and answers the one that counts. Must have
   * committed on its own when it answers, outside any transaction of the caller: the answer is remembered, and after
   * a rollback secrets would be sealed under a key that no longer exists.
   */
  getOrCreate(tenantId: string, proposal: StoredDataKey): Promise<StoredDataKey>;
  /** Makes the proposal current and retires the one before, in one transaction of its own. */
  replace(tenantId: string, proposal: StoredDataKey, at: Date): Promise<void>;
}

/** Hears of every secret that does not open, though its key is at hand. Must neither throw nor wait. */
export type SecretWatch = (place: SecretPlace, sealed: Buffer, error: SecretError) => void;

export interface SecretBoxOptions {
  /** Data keys in the clear: how many, and for how long. */
  keys?: Partial<CacheBounds>;
  watch?: SecretWatch;
  /** Milliseconds since 1970. */
  now?: () => number;
}

const MINUTE_MS = 60_000;
/** How long a process may go on sealing under a data key that is no longer current, in milliseconds. */
export const CURRENT_KEY_MS = MINUTE_MS;

const version = 1;
const headerBytes = 1 + 16;

/**
 * Seals secrets for the database in AES-256-GCM envelopes: a data key per tenant, wrapped by the root key.
 * Format: version (1 byte), id of the data key (16), nonce (12), ciphertext, tag (16).
 */
export class SecretBox {
  readonly #roots: RootKeys;
  readonly #store: DataKeyStore & RootSecretStore;
  readonly #watch: SecretWatch | undefined;
  /** Ids of the tenants' current data keys. */
  readonly #current: DataKeyCache<string>;
  readonly #keys: DataKeyCache<Buffer>;
  readonly #now: () => number;
  #hashingKey: Promise<Buffer> | undefined;

  constructor(roots: RootKeys, store: DataKeyStore & RootSecretStore, options: SecretBoxOptions = {}) {
    const now = options.now ?? Date.now;
    const keys = { size: 10_000, freshMs: 15 * MINUTE_MS, staleMs: 60 * MINUTE_MS, ...options.keys };
    this.#now = now;
    this.#roots = roots;
    this.#store = store;
    this.#watch = options.watch;
    this.#current = new DataKeyCache(
      { size: keys.size, freshMs: CURRENT_KEY_MS, staleMs: CURRENT_KEY_MS },
      now,
    );
    this.#keys = new DataKeyCache(keys, now);
  }

  /** Throws SecretError. */
  async seal(place: SecretPlace, plaintext: string): Promise<Buffer> {
    const id = await this.#current.get(place.tenantId, () => this.#currentKey(place.tenantId));
    const key = await this.#key(place, id);
    const header = Buffer.concat([Buffer.of(version), bytesOfUuid(id)]);
    return Buffer.concat([header, encrypt(key, Buffer.from(plaintext), associatedData(header, place))]);
  }

  /** Throws SecretError. */
  async open(place: SecretPlace, sealed: Buffer): Promise<string> {
    try {
      return await this.#open(place, sealed);
    } catch (error) {
      if (error instanceof SecretError && (error.problem === 'altered' || error.problem === 'damaged')) {
        this.#watch?.(place, sealed, error);
      }
      throw error;
    }
  }

  /** HMAC-SHA-256 under a key of its own: finds a row by a secret without storing the secret. 32 bytes. */
  async keyedHash(value: string): Promise<Buffer> {
    this.#hashingKey ??= hashingKey(this.#roots, this.#store).catch((error: unknown) => {
      this.#hashingKey = undefined;
      throw error;
    });
    return createHmac('sha256', await this.#hashingKey)
      .update(value)
      .digest();
  }

  /** Makes a new data key current: this process seals under it at once, others within CURRENT_KEY_MS. */
  async renewDataKey(tenantId: string): Promise<void> {
    const { proposal } = await this.#propose(tenantId);
    await this.#store.replace(tenantId, proposal, new Date(this.#now()));
    this.#current.forget(tenantId);
  }

  async #open(place: SecretPlace, sealed: Buffer): Promise<string> {
    const id = dataKeyOf(sealed);
    if (id === undefined) {
      throw new SecretError(
        'damaged',
        `${describe(place)} is not in Waypost's format: it is damaged or was written by something else.`,
      );
    }
    const key = await this.#key(place, id);
    const header = sealed.subarray(0, headerBytes);
    const plain = decrypt(key, sealed.subarray(headerBytes), associatedData(header, place));
    if (plain) return plain.toString();
    throw new SecretError(
      'altered',
      `${describe(place)} does not open: it was altered, or belongs to another row.`,
    );
  }

  async #currentKey(tenantId: string): Promise<string> {
    const present = await this.#store.current(tenantId);
    if (present) return present.id;
    const { proposal, key } = await this.#propose(tenantId);
    const winner = await this.#store.getOrCreate(tenantId, proposal);
    // The key that was just made need not be asked for.
    if (winner.id === proposal.id) await this.#keys.get(`${tenantId} ${winner.id}`, async () => key);
    return winner.id;
  }

  async #propose(tenantId: string): Promise<{ proposal: StoredDataKey; key: Buffer }> {
    const key = randomBytes(32);
    return { key, proposal: { id: v7(), ...(await this.#roots.wrap(key, bindingOf(tenantId))) } };
  }

  #key(place: SecretPlace, id: string): Promise<Buffer> {
    return this.#keys.get(`${place.tenantId} ${id}`, async () => {
      const stored = await this.#store.find(place.tenantId, id);
      if (stored) return this.#roots.unwrap(stored, bindingOf(place.tenantId));
      throw new SecretError(
        'altered',
        `${describe(place)} names a data key that its tenant does not have: the key was deleted, or the secret is another tenant's.`,
      );
    });
  }
}

/** The data key that a sealed secret names; undefined for what is not in our format. */
export function dataKeyOf(sealed: Buffer): string | undefined {
  if (sealed.length < headerBytes + overheadBytes || sealed[0] !== version) return undefined;
  return uuidOf(sealed.subarray(1, headerBytes));
}

export function bindingOf(tenantId: string): KeyBinding {
  return { purpose: 'data-key', of: tenantId };
}

/** JSON keeps the parts apart: no two places read the same. */
function associatedData(header: Buffer, { tenantId, table, column, rowId }: SecretPlace): Buffer {
  return Buffer.concat([header, Buffer.from(JSON.stringify([tenantId, table, column, rowId]))]);
}

function bytesOfUuid(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

/** Takes any 16 bytes: whether they are a real id is for the store to say. */
function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function describe({ table, column, rowId }: SecretPlace): string {
  return `The stored secret ${table}.${column} of ${rowId}`;
}
