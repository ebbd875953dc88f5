import { createHmac, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { decrypt, encrypt, overheadBytes } from './aes-gcm.ts';
import type { KeyProvider } from './key-provider.ts';
import { SecretError } from './secret-error.ts';

/** Where a secret is stored. It opens nowhere else: a value copied to another row or tenant is refused. */
export interface SecretPlace {
  tenantId: string;
  table: string;
  column: string;
  rowId: string;
}

export interface StoredDataKey {
  /** A UUID; every sealed secret names it. */
  id: string;
  wrapped: Buffer;
  /** The root key that wrapped it. */
  keyId: string;
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
}

interface DataKey {
  id: string;
  key: Buffer;
}

const version = 1;
const headerBytes = 1 + 16;

/**
 * Seals secrets for the database in AES-256-GCM envelopes: a data key per tenant, wrapped by the root key.
 * Format: version (1 byte), id of the data key (16), nonce (12), ciphertext, tag (16).
 */
export class SecretBox {
  readonly #provider: KeyProvider;
  readonly #store: DataKeyStore;
  readonly #cacheSize: number;
  /** Promises, so that callers at the same moment share one look-up; the oldest entries go first. */
  readonly #current = new Map<string, Promise<DataKey>>();
  readonly #byId = new Map<string, Promise<DataKey>>();
  #hashingKey: Buffer | undefined;

  constructor(provider: KeyProvider, store: DataKeyStore, options: { cacheSize?: number } = {}) {
    this.#provider = provider;
    this.#store = store;
    this.#cacheSize = options.cacheSize ?? 10_000;
  }

  async seal(place: SecretPlace, plaintext: string): Promise<Buffer> {
    const { id, key } = await this.#remember(this.#current, place.tenantId, () =>
      this.#currentKey(place.tenantId),
    );
    const header = Buffer.concat([Buffer.of(version), bytesOfUuid(id)]);
    return Buffer.concat([header, encrypt(key, Buffer.from(plaintext), associatedData(header, place))]);
  }

  /** Throws SecretError. */
  async open(place: SecretPlace, sealed: Buffer): Promise<string> {
    if (sealed.length < headerBytes + overheadBytes || sealed[0] !== version) {
      throw new SecretError(
        'damaged',
        `${describe(place)} is not in Waypost's format: it is damaged or was written by something else.`,
      );
    }
    const header = sealed.subarray(0, headerBytes);
    const id = uuidOf(header.subarray(1));
    const { key } = await this.#remember(this.#byId, `${place.tenantId} ${id}`, () =>
      this.#keyById(place, id),
    );
    const plain = decrypt(key, sealed.subarray(headerBytes), associatedData(header, place));
    if (plain) return plain.toString();
    throw new SecretError(
      'altered',
      `${describe(place)} does not open: it was altered, or belongs to another row.`,
    );
  }

  /** HMAC-SHA-256 under a key of its own: finds a row by a secret without storing the secret. 32 bytes. */
  async keyedHash(value: string): Promise<Buffer> {
    this.#hashingKey ??= await this.#provider.derive('keyed hash');
    return createHmac('sha256', this.#hashingKey).update(value).digest();
  }

  async #currentKey(tenantId: string): Promise<DataKey> {
    const present = await this.#store.current(tenantId);
    if (present) return this.#unwrap(present);
    const key = randomBytes(32);
    const proposal = { id: v7(), wrapped: await this.#provider.wrap(key), keyId: this.#provider.id };
    const winner = await this.#store.getOrCreate(tenantId, proposal);
    return winner.id === proposal.id ? { id: winner.id, key } : this.#unwrap(winner);
  }

  async #keyById(place: SecretPlace, id: string): Promise<DataKey> {
    const stored = await this.#store.find(place.tenantId, id);
    if (stored) return this.#unwrap(stored);
    throw new SecretError(
      'key',
      `${describe(place)} names a data key that is missing: it was deleted, or the secret is another tenant's.`,
    );
  }

  async #unwrap(stored: StoredDataKey): Promise<DataKey> {
    if (stored.keyId === this.#provider.id) {
      return { id: stored.id, key: await this.#provider.unwrap(stored.wrapped) };
    }
    throw new SecretError(
      'key',
      `Stored secrets were sealed under the root key ${stored.keyId}, but the present one is ${this.#provider.id}: most likely keys/local.key in the data folder, or ENCRYPTION_KEY, was lost or replaced. Put the former one back.`,
    );
  }

  #remember(
    cache: Map<string, Promise<DataKey>>,
    name: string,
    make: () => Promise<DataKey>,
  ): Promise<DataKey> {
    const known = cache.get(name);
    if (known) return known;
    const made = make();
    cache.set(name, made);
    const [oldest] = cache.keys();
    if (cache.size > this.#cacheSize && oldest !== undefined) cache.delete(oldest);
    // A failure is not remembered: the store or the key service may answer the next time.
    made.catch(() => cache.delete(name));
    return made;
  }
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
