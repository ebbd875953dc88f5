import type { RootSecretStore } from './hashing-key.ts';
import type { WrappedKey } from './root-keys.ts';
import type { DataKeyStore, StoredDataKey } from './secret-box.ts';

/** What the tables of keys do, for tests without a database: one current key per tenant, the first to come wins. */
export class MemoryKeys implements DataKeyStore, RootSecretStore {
  readonly keys = new Map<string, StoredDataKey>();
  readonly retired: StoredDataKey[] = [];
  readonly rootSecrets = new Map<string, WrappedKey>();
  reads = 0;

  async current(tenantId: string): Promise<StoredDataKey | undefined> {
    this.reads++;
    return this.keys.get(tenantId);
  }

  async find(tenantId: string, id: string): Promise<StoredDataKey | undefined> {
    this.reads++;
    const key = this.keys.get(tenantId);
    return key?.id === id ? key : this.retired.find((former) => former.id === id);
  }

  async getOrCreate(tenantId: string, proposal: StoredDataKey): Promise<StoredDataKey> {
    const winner = this.keys.get(tenantId) ?? proposal;
    this.keys.set(tenantId, winner);
    return winner;
  }

  async replace(tenantId: string, proposal: StoredDataKey): Promise<void> {
    const former = this.keys.get(tenantId);
    if (former) this.retired.push(former);
    this.keys.set(tenantId, proposal);
  }

  async rootSecret(name: string): Promise<WrappedKey | undefined> {
    return this.rootSecrets.get(name);
  }

  async getOrCreateRootSecret(name: string, proposal: WrappedKey): Promise<WrappedKey> {
    const winner = this.rootSecrets.get(name) ?? proposal;
    this.rootSecrets.set(name, winner);
    return winner;
  }

  async firstRootKey(): Promise<string | undefined> {
    return [...this.keys.values()][0]?.keyId;
  }
}
