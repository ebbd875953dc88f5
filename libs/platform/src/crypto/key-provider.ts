import { createHash, hkdfSync } from 'node:crypto';
import { decrypt, encrypt } from './aes-gcm.ts';
import { readOrCreateKey } from './key-file.ts';
import { SecretError } from './secret-error.ts';

/** Holds the root of all keys, or speaks to the service that does. */
export interface KeyProvider {
  /** Names the root key, never its value; kept beside everything it wraps. */
  readonly id: string;
  wrap(dataKey: Buffer): Promise<Buffer>;
  /** Throws SecretError when `wrapped` was not made under this root key. */
  unwrap(wrapped: Buffer): Promise<Buffer>;
  /** A key of 32 bytes for one purpose, the same at every call. */
  derive(purpose: string): Promise<Buffer>;
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

  async wrap(dataKey: Buffer): Promise<Buffer> {
    return encrypt(this.#wrappingKey, dataKey, wrapping);
  }

  async unwrap(wrapped: Buffer): Promise<Buffer> {
    const dataKey = decrypt(this.#wrappingKey, wrapped, wrapping);
    if (dataKey) return dataKey;
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
