import { randomBytes } from 'node:crypto';
import type { KeyBinding } from './key-provider.ts';
import type { RootKeys, WrappedKey } from './root-keys.ts';

/** Keys of the whole installation, each wrapped by a root key. */
export interface RootSecretStore {
  rootSecret(name: string): Promise<WrappedKey | undefined>;
  /** Stores the proposal unless there is one of that name by now, committed on its own; answers the one that counts. */
  getOrCreateRootSecret(name: string, proposal: WrappedKey): Promise<WrappedKey>;
  /** The root key that wrapped the oldest data key. */
  firstRootKey(): Promise<string | undefined>;
}

const name = 'keyed hash';
const binding: KeyBinding = { purpose: 'root-secret', of: name };

/**
 * The key under which secrets are hashed to find rows by them. It must outlive every change of the root key, so it is
 * kept wrapped in the database; installations that began with a local root key keep the value derived from that one.
 */
export async function hashingKey(roots: RootKeys, store: RootSecretStore): Promise<Buffer> {
  const stored = await store.rootSecret(name);
  if (stored) return roots.unwrap(stored, binding);
  const key = await firstValue(roots, store);
  const winner = await store.getOrCreateRootSecret(name, await roots.wrap(key, binding));
  return roots.unwrap(winner, binding);
}

async function firstValue(roots: RootKeys, store: RootSecretStore): Promise<Buffer> {
  // Hashes are there already when data keys are: only the root key of that time knows their key.
  const first = (await store.firstRootKey()) ?? roots.current.id;
  const derived = await roots.named(first).derive?.(name);
  return derived ?? randomBytes(32);
}
