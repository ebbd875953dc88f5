import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import type { EntityManager } from 'typeorm';
import { isTransient } from '../../database/transient.ts';
import { Log } from '../../logging/logger.ts';
import { Tenancy } from '../../tenancy/tenancy.ts';
import { SEALED_COLUMNS } from '../../tokens.ts';
import type { SealedColumn } from '../sealed-columns.ts';
import { SecretBox } from '../secret-box.ts';
import { SecretError } from '../secret-error.ts';

const BATCH = 500;
const TRIES = 5;

interface Sealed {
  tenantId: string;
  id: string;
  was: Buffer;
}

export interface ResealStep {
  resealed: number;
  /** Secrets that do not open; they stay as they are, and so does the key that they name. */
  unreadable: number;
  /** Rows that somebody changed meanwhile: another pass finds those that still need it. */
  changed: number;
}

/** Seals secrets anew under their tenants' current data keys, while the product reads and writes them. */
@Injectable()
export class Resealing {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly secrets: SecretBox,
    @Inject(SEALED_COLUMNS) private readonly columns: readonly SealedColumn[],
    private readonly log: Log,
  ) {}

  /** How many secrets name a data key that is not the current one. */
  async outstanding(onlyTenant?: string): Promise<number> {
    let total = 0;
    for (const column of this.columns) {
      const [row] = await this.tenancy.system<{ n: number }[]>((rows) =>
        rows.query(
          `SELECT count(*)::int AS n FROM (${behind(column)}) AS b WHERE coalesce("tenantId" = $1, true)`,
          [onlyTenant ?? null],
        ),
      );
      total += row?.n ?? 0;
    }
    return total;
  }

  /** One pass over every column; `step` hears of each batch. */
  async pass(step: (done: ResealStep) => Promise<void>, onlyTenant?: string): Promise<ResealStep> {
    const sum: ResealStep = { resealed: 0, unreadable: 0, changed: 0 };
    for (const column of this.columns) {
      let last: Sealed | undefined;
      do {
        const found = await this.next(column, last, onlyTenant);
        last = found.length < BATCH ? undefined : found.at(-1);
        if (found.length === 0) continue;
        const done = await this.reseal(column, found);
        for (const key of ['resealed', 'unreadable', 'changed'] as const) sum[key] += done[key];
        await step(done);
      } while (last);
    }
    return sum;
  }

  private next(column: SealedColumn, last: Sealed | undefined, onlyTenant?: string): Promise<Sealed[]> {
    return this.tenancy.system((rows) =>
      rows.query(
        `SELECT * FROM (${behind(column)}) AS b
         WHERE ($1::uuid IS NULL OR ("tenantId", id) > ($1, $2::uuid)) AND coalesce("tenantId" = $3, true)
         ORDER BY "tenantId", id LIMIT ${BATCH}`,
        [last?.tenantId ?? null, last?.id ?? null, onlyTenant ?? null],
      ),
    );
  }

  private async reseal(column: SealedColumn, found: Sealed[]): Promise<ResealStep> {
    const fresh: { row: Sealed; sealed: Buffer }[] = [];
    for (const row of found) {
      const sealed = await this.sealedAnew(column, row);
      if (sealed) fresh.push({ row, sealed });
    }
    const resealed = await this.write(column, fresh);
    return { resealed, unreadable: found.length - fresh.length, changed: fresh.length - resealed };
  }

  /** Undefined for a secret that does not open; whoever watches the secrets has heard of it. */
  private async sealedAnew(column: SealedColumn, { tenantId, id, was }: Sealed): Promise<Buffer | undefined> {
    const place = { tenantId, table: column.table, column: column.place, rowId: id };
    try {
      return await this.secrets.seal(place, await this.secrets.open(place, was));
    } catch (error) {
      // The root key concerns all of them: the run stops and says so.
      if (!(error instanceof SecretError) || error.problem === 'key' || error.problem === 'unavailable')
        throw error;
      return undefined;
    }
  }

  private async write(column: SealedColumn, fresh: { row: Sealed; sealed: Buffer }[]): Promise<number> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.tenancy.system((rows) => writeBatch(rows, column, fresh));
      } catch (error) {
        // A deadlock with somebody who changes the same rows in another order, most likely.
        if (tries === TRIES || !isTransient(error)) throw error;
        this.log.warn('secrets: a batch is sealed again', { table: column.table, reason: String(error) });
      }
    }
  }
}

/** Rows whose secret names another data key than the current one of their tenant. */
function behind({ table, column, idColumn, tenantColumn }: SealedColumn): string {
  const tenant = tenantColumn === null ? `'${PLATFORM_TENANT_ID}'::uuid` : `s.${tenantColumn}`;
  return `
    SELECT ${tenant} AS "tenantId", s.${idColumn} AS id, s.${column} AS was FROM ${table} s
    JOIN data_key k ON k.tenant_id = ${tenant}
    WHERE s.${column} IS NOT NULL AND substring(s.${column} FROM 2 FOR 16) <> uuid_send(k.id)`;
}

/** Only rows that still hold what was opened: whoever changed one meanwhile has sealed it himself. */
async function writeBatch(
  rows: EntityManager,
  { table, column, idColumn, tenantColumn }: SealedColumn,
  fresh: { row: Sealed; sealed: Buffer }[],
): Promise<number> {
  const ofTenant = tenantColumn === null ? '' : `AND s.${tenantColumn} = u.tenant`;
  await rows.query(`SELECT set_config('app.resealing', 'on', true)`);
  const [, count]: [unknown, number] = await rows.query(
    `UPDATE ${table} s SET ${column} = u.fresh
     FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[]) AS u(tenant, id, was, fresh)
     WHERE s.${idColumn} = u.id ${ofTenant} AND s.${column} = u.was`,
    [
      fresh.map(({ row }) => row.tenantId),
      fresh.map(({ row }) => row.id),
      fresh.map(({ row }) => row.was),
      fresh.map(({ sealed }) => sealed),
    ],
  );
  return count;
}
