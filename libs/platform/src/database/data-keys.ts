import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { DataKeyStore, StoredDataKey } from '../crypto/secret-box.ts';
import { SYSTEM } from './names.ts';

const columns = 'id, wrapped, key_id AS "keyId"';

/** The tenants' wrapped data keys, on connections of their own: a key outlives the transaction that asked for it. */
@Injectable()
export class DataKeys implements DataKeyStore {
  constructor(@InjectDataSource(SYSTEM) private readonly database: DataSource) {}

  current(tenantId: string): Promise<StoredDataKey | undefined> {
    return this.one(`SELECT ${columns} FROM data_key WHERE tenant_id = $1`, [tenantId]);
  }

  find(tenantId: string, id: string): Promise<StoredDataKey | undefined> {
    return this.one(`SELECT ${columns} FROM data_key WHERE tenant_id = $1 AND id = $2`, [tenantId, id]);
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

  private async one(sql: string, parameters: unknown[]): Promise<StoredDataKey | undefined> {
    const rows: StoredDataKey[] = await this.database.query(sql, parameters);
    return rows[0];
  }
}
