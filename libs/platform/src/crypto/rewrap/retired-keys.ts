import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock.ts';
import { Log } from '../../logging/logger.ts';
import { Tenancy } from '../../tenancy/tenancy.ts';
import { SEALED_COLUMNS } from '../../tokens.ts';
import type { SealedColumn } from '../sealed-columns.ts';
import { CURRENT_KEY_MS } from '../secret-box.ts';
import { Resealing } from './reseal.ts';

/**
 * Another process seals under a retired key for a minute at most, and what it sealed is stored within seconds. After an
 * hour nobody can any more, and only then does it count that nothing names the key.
 */
export const RETIRED_FOR_MS = 60 * CURRENT_KEY_MS;
const MOST = 100;

interface Retired {
  tenantId: string;
  id: string;
}

/** Deletes data keys that nothing names any more. */
@Injectable()
export class RetiredKeys {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly resealing: Resealing,
    @Inject(SEALED_COLUMNS) private readonly columns: readonly SealedColumn[],
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async sweep(): Promise<void> {
    for (const key of await this.old()) {
      if (await this.deleteUnlessNamed(key)) continue;
      // What was sealed in the last moment: sealed anew now, and the next round deletes the key.
      await this.resealing.pass(async () => undefined, key.tenantId);
    }
  }

  private old(): Promise<Retired[]> {
    const before = new Date(this.clock.now().getTime() - RETIRED_FOR_MS);
    return this.tenancy.system((rows) =>
      rows.query(
        `SELECT tenant_id AS "tenantId", id FROM retired_data_key WHERE retired_at < $1 ORDER BY retired_at LIMIT ${MOST}`,
        [before],
      ),
    );
  }

  private async deleteUnlessNamed({ tenantId, id }: Retired): Promise<boolean> {
    const deleted = await this.tenancy.system(async (rows) => {
      for (const { table, column, tenantColumn } of this.columns) {
        // Rows of no tenant name the platform's key; to look for any other among them finds nothing.
        const ofTenant = tenantColumn === null ? '$2::uuid IS NOT NULL' : `${tenantColumn} = $2`;
        const named: unknown[] = await rows.query(
          `SELECT FROM ${table} WHERE ${ofTenant} AND substring(${column} FROM 2 FOR 16) = uuid_send($1::uuid) LIMIT 1`,
          [id, tenantId],
        );
        if (named.length > 0) return false;
      }
      await rows.query('DELETE FROM retired_data_key WHERE tenant_id = $1 AND id = $2', [tenantId, id]);
      return true;
    });
    if (deleted) this.log.info('data key deleted: nothing names it any more', { tenantId, dataKeyId: id });
    return deleted;
  }
}
