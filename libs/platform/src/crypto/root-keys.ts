import type { KeyBinding, KeyProvider } from './key-provider.ts';
import { SecretError } from './secret-error.ts';

/** A key as it is stored: wrapped, with the name of the root key that wrapped it. */
export interface WrappedKey {
  wrapped: Buffer;
  keyId: string;
}

/** The root key under which keys are wrapped now, and former ones that still open what they wrapped. */
export class RootKeys {
  readonly current: KeyProvider;
  readonly previous: readonly KeyProvider[];

  constructor(current: KeyProvider, previous: readonly KeyProvider[] = []) {
    this.current = current;
    this.previous = previous.filter(({ id }) => id !== current.id);
  }

  async wrap(key: Buffer, binding: KeyBinding): Promise<WrappedKey> {
    return { wrapped: await this.current.wrap(key, binding), keyId: this.current.id };
  }

  async unwrap({ wrapped, keyId }: WrappedKey, binding: KeyBinding): Promise<Buffer> {
    const key = await this.named(keyId).unwrap(wrapped, binding);
    if (key.length === 32) return key;
    throw new SecretError(
      'key',
      `The root key ${keyId} opened something that is no key of Waypost's: the key of the ${binding.purpose} of ${binding.of} was altered. Restore the database from a backup.`,
    );
  }

  /** Throws SecretError with the way out for a root key that is not at hand. */
  named(keyId: string): KeyProvider {
    const provider = [this.current, ...this.previous].find(({ id }) => id === keyId);
    if (provider) return provider;
    const way = keyId.startsWith('local:')
      ? 'most likely keys/local.key in the data folder, or ENCRYPTION_KEY, was lost or replaced. Put the former one back, or give it in PREVIOUS_ENCRYPTION_KEY and run "npm run keys:rewrap".'
      : 'most likely KEY_PROVIDER or KEY_ID was changed. Put the former ones back, or give them in PREVIOUS_KEY_PROVIDER and PREVIOUS_KEY_ID and run "npm run keys:rewrap".';
    throw new SecretError(
      'key',
      `Stored secrets were sealed under the root key ${keyId}, but the present one is ${this.current.id}: ${way}`,
    );
  }
}
