import { createHash, hkdfSync } from 'node:crypto';
import { decrypt, encrypt } from './aes-gcm.ts';
import { readKey, readOrCreateKey } from './key-file.ts';
import { SecretError } from './secret-error.ts';

/** What a wrapped key is for. Services bind it to the wrapped key and write it into their own logs. */
export interface KeyBinding {
  purpose: 'data-key' | 'root-secret';
  /** The tenant whose data key it is; for a root secret the name of it. */
  of: string;
}

/** Holds the root of all keys, or speaks to the service that does. */
export interface KeyProvider {
  /** Names the root key, never its value; kept beside everything it wraps. */
  readonly id: string;
  /** Throws SecretError. */
  wrap(key: Buffer, binding: KeyBinding): Promise<Buffer>;
  /** Throws SecretError, `key` when `wrapped` was not made under this root key. */
  unwrap(wrapped: Buffer, binding: KeyBinding): Promise<Buffer>;
  /** A key of 32 bytes for one purpose, the same at every call. Missing in a provider that can only wrap. */
  derive?(purpose: string): Promise<Buffer>;
}

const wrapping = Buffer.from('waypost data key 1');

/** A root key in this process's memory: from a file in the data folder, or given in ENCRYPTION_KEY. */
export class LocalKeyProvider implements KeyProvider {
  readonly id: string;
  readonly #root: Buffer;
  readonly #wrappingKey: Buffer;

  /** `root`: 32 bytes. */
  constructor(root: Buffer) {
    if (root.length !== 32) throw new SecretError('key', 'The root key must have 32 bytes.');
    this.#root = root;
    this.#wrappingKey = this.#key('wrap');
    this.id = `local:${createHash('sha256').update(this.#key('id')).digest('hex').slice(0, 16)}`;
  }

  /** Reads the key file, and makes it where there is none. */
  static async fromFile(path: string): Promise<LocalKeyProvider> {
    return new LocalKeyProvider(await readOrCreateKey(path));
  }

  /** Reads a key file that must be there. */
  static async fromPresentFile(path: string): Promise<LocalKeyProvider> {
    const key = await readKey(path);
    if (key) return new LocalKeyProvider(key);
    throw new SecretError(
      'key',
      `PREVIOUS_KEY_PROVIDER is local, but there is no key file ${path}: put the former one there, or give it in PREVIOUS_ENCRYPTION_KEY.`,
    );
  }

  /** The binding stays out: keys that were wrapped before there were bindings must open. */
  async wrap(key: Buffer): Promise<Buffer> {
    return encrypt(this.#wrappingKey, key, wrapping);
  }

  async unwrap(wrapped: Buffer): Promise<Buffer> {
    const key = decrypt(this.#wrappingKey, wrapped, wrapping);
    if (key) return key;
    throw new SecretError(
      'key',
      `Stored secrets cannot be opened with the present root key (${this.id}): most likely keys/local.key in the data folder, or ENCRYPTION_KEY, was lost or replaced. Put the former one back.`,
    );
  }

  async derive(purpose: string): Promise<Buffer> {
    return this.#key(`derive ${purpose}`);
  }

  #key(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#root, Buffer.alloc(0), `waypost ${purpose} 1`, 32));
  }
}
