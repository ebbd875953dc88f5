import { Injectable } from '@nestjs/common';
import { Tenancy } from '../../tenancy/tenancy.ts';
import type { KeyBinding } from '../key-provider.ts';
import { RootKeys } from '../root-keys.ts';
import { bindingOf, SecretBox } from '../secret-box.ts';

interface Wrapped {
  keyId: string;
  wrapped: Buffer;
}

interface StoredKey extends Wrapped {
  tenantId: string;
  id: string;
  table: 'data_key' | 'retired_data_key';
}

interface RootSecret extends Wrapped {
  name: string;
}

const BATCH = 50;

/** Current data keys, and those that secrets may still name. */
const all = `
  SELECT tenant_id, id, key_id, wrapped, wrapped_at, 'data_key' AS "table" FROM data_key
  UNION ALL SELECT tenant_id, id, key_id, wrapped, wrapped_at, 'retired_data_key' FROM retired_data_key`;

/** Wraps the stored keys anew under the present root key. The keys themselves, and so all secrets, stay as they are. */
@Injectable()
export class WrappedKeys {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly roots: RootKeys,
    private readonly secrets: SecretBox,
  ) {}

  /** How many data keys, and under which root keys. */
  async byRootKey(): Promise<{ rootKey: string; dataKeys: number }[]> {
    return this.tenancy.system((rows) =>
      rows.query(
        `SELECT key_id AS "rootKey", count(*)::int AS "dataKeys" FROM (${all}) AS k GROUP BY key_id ORDER BY count(*) DESC`,
      ),
    );
  }

  async outstanding(before: Date, onlyTenant?: string): Promise<number> {
    const [row] = await this.tenancy.system<{ n: number }[]>((rows) =>
      rows.query(
        `SELECT count(*)::int AS n FROM (${all}) AS k WHERE wrapped_at < $1 AND coalesce(tenant_id = $2, true)`,
        [before, onlyTenant ?? null],
      ),
    );
    return row?.n ?? 0;
  }

  /** Data keys that were wrapped before; `step` hears of each batch. Throws SecretError. */
  async rewrap(before: Date, step: (done: number) => Promise<void>, onlyTenant?: string): Promise<void> {
    await this.rewrapRootSecrets(before);
    for (;;) {
      const found = await this.tenancy.system<StoredKey[]>((rows) =>
        rows.query(
          `SELECT tenant_id AS "tenantId", id, key_id AS "keyId", wrapped, "table" FROM (${all}) AS k
           WHERE wrapped_at < $1 AND coalesce(tenant_id = $2, true) ORDER BY tenant_id, id LIMIT ${BATCH}`,
          [before, onlyTenant ?? null],
        ),
      );
      if (found.length === 0) return;
      for (const key of found) {
        const anew = await this.anew(key, bindingOf(key.tenantId));
        await this.tenancy.system((rows) =>
          rows.query(
            `UPDATE ${key.table} SET wrapped = $3, key_id = $4, wrapped_at = greatest(now(), $6)
             WHERE tenant_id = $1 AND id = $2 AND wrapped = $5`,
            [key.tenantId, key.id, anew.wrapped, anew.keyId, key.wrapped, before],
          ),
        );
      }
      await step(found.length);
    }
  }

  /** Gives every tenant that has a data key from before a new one. */
  async renewDataKeys(before: Date, step: () => Promise<void>, onlyTenant?: string): Promise<void> {
    for (;;) {
      const found = await this.tenancy.system<{ tenantId: string }[]>((rows) =>
        rows.query(
          `SELECT tenant_id AS "tenantId" FROM data_key
           WHERE created_at < $1 AND coalesce(tenant_id = $2, true) ORDER BY tenant_id LIMIT ${BATCH}`,
          [before, onlyTenant ?? null],
        ),
      );
      if (found.length === 0) return;
      for (const { tenantId } of found) await this.secrets.renewDataKey(tenantId);
      await step();
    }
  }

  private async rewrapRootSecrets(before: Date): Promise<void> {
    // Made, where it is not yet, while the former root key is still at hand.
    await this.secrets.keyedHash('');
    const found = await this.tenancy.system<RootSecret[]>((rows) =>
      rows.query(`SELECT name, key_id AS "keyId", wrapped FROM root_secret WHERE wrapped_at < $1`, [before]),
    );
    for (const secret of found) {
      const anew = await this.anew(secret, { purpose: 'root-secret', of: secret.name });
      await this.tenancy.system((rows) =>
        rows.query(
          `UPDATE root_secret SET wrapped = $2, key_id = $3, wrapped_at = greatest(now(), $5) WHERE name = $1 AND wrapped = $4`,
          [secret.name, anew.wrapped, anew.keyId, secret.wrapped, before],
        ),
      );
    }
  }

  private async anew(stored: Wrapped, binding: KeyBinding): Promise<Wrapped> {
    return this.roots.wrap(await this.roots.unwrap(stored, binding), binding);
  }
}
