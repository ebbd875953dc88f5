import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { RootSecretStore } from '../crypto/hashing-key.ts';
import type { WrappedKey } from '../crypto/root-keys.ts';
import type { DataKeyStore, StoredDataKey } from '../crypto/secret-box.ts';
import { SYSTEM } from './names.ts';

const columns = 'id, wrapped, key_id AS "keyId"';

/** The wrapped keys, on connections of their own: a key outlives the transaction that asked for it. */
@Injectable()
export class DataKeys implements DataKeyStore, RootSecretStore {
  constructor(@InjectDataSource(SYSTEM) private readonly database: DataSource) {}

  current(tenantId: string): Promise<StoredDataKey | undefined> {
    return this.one(`SELECT ${columns} FROM data_key WHERE tenant_id = $1`, [tenantId]);
  }

  find(tenantId: string, id: string): Promise<StoredDataKey | undefined> {
    return this.one(
      `SELECT ${columns} FROM data_key WHERE tenant_id = $1 AND id = $2
       UNION ALL SELECT ${columns} FROM retired_data_key WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id],
    );
  }

  async getOrCreate(tenantId: string, proposal: StoredDataKey): Promise<StoredDataKey> {
    await this.database.query(
      'INSERT INTO data_key (tenant_id, id, wrapped, key_id) VALUES ($1, $2, $3, $4) ON CONFLICT (tenant_id) DO NOTHING',
      [tenantId, proposal.id, proposal.wrapped, proposal.keyId],
    );
    const winner = await this.current(tenantId);
    if (!winner) throw new Error(`The data key of tenant ${tenantId} was deleted while it was made.`);
    return winner;
  }

  async replace(tenantId: string, proposal: StoredDataKey, at: Date): Promise<void> {
    await this.database.transaction(async (rows) => {
      await rows.query(
        `WITH former AS (DELETE FROM data_key WHERE tenant_id = $1 RETURNING tenant_id, id, key_id, wrapped, wrapped_at)
         INSERT INTO retired_data_key SELECT *, $2::timestamptz FROM former`,
        [tenantId, at],
      );
      await rows.query(
        // Somebody else may have replaced it at the same moment: one new key is enough.
        'INSERT INTO data_key (tenant_id, id, wrapped, key_id) VALUES ($1, $2, $3, $4) ON CONFLICT (tenant_id) DO NOTHING',
        [tenantId, proposal.id, proposal.wrapped, proposal.keyId],
      );
    });
  }

  rootSecret(name: string): Promise<WrappedKey | undefined> {
    return this.one('SELECT wrapped, key_id AS "keyId" FROM root_secret WHERE name = $1', [name]);
  }

  async getOrCreateRootSecret(name: string, proposal: WrappedKey): Promise<WrappedKey> {
    await this.database.query(
      'INSERT INTO root_secret (name, wrapped, key_id) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING',
      [name, proposal.wrapped, proposal.keyId],
    );
    return (await this.rootSecret(name)) ?? proposal;
  }

  async firstRootKey(): Promise<string | undefined> {
    const first = await this.one<{ keyId: string }>(
      'SELECT key_id AS "keyId" FROM data_key ORDER BY created_at LIMIT 1',
      [],
    );
    return first?.keyId;
  }

  private async one<Row>(sql: string, parameters: unknown[]): Promise<Row | undefined> {
    const rows: Row[] = await this.database.query(sql, parameters);
    return rows[0];
  }
}
