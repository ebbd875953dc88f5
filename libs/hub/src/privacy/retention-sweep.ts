import { Inject, Injectable } from '@nestjs/common';
import type { TenantId } from '@waypost/contracts';
import { Clock, Log, lowestIdAt, SETTINGS, type Settings, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { FEWEST_DAYS } from './tenant-retention.service.ts';

const DAY_MS = 86_400_000;
/** Rows of one transaction: few milliseconds, so that nobody waits behind it. */
const BATCH = 1_000;
/** A round ends after so many transactions per tenant and table; the next minute goes on. */
const MOST_BATCHES = 50;

interface Shorter {
  tenantId: TenantId;
  days: number;
  /** Up to where its raw webhooks were gone through. */
  swept: string | null;
}

/** Attempts first: what is left behind by a process that dies is still found by its delivery. */
const tables = [
  { table: 'attempt', key: 'delivery_id, id', by: 'delivery_id' },
  { table: 'delivery', key: 'id', by: 'id' },
  { table: 'event', key: 'id', by: 'id' },
];

/**
 * Deletes what tenants keep for a shorter time than the installation, before its partition is dropped: by key, oldest
 * first, in small transactions. Deliveries that are still owed are left to their schedule.
 */
@Injectable()
export class RetentionSweep {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    for (const tenant of await this.tenancy.system((rows) =>
      shorter(rows, this.settings.eventRetentionDays),
    )) {
      const before = lowestIdAt(new Date(now.getTime() - Math.max(FEWEST_DAYS, tenant.days) * DAY_MS));
      let deleted = 0;
      for (const { table, key, by } of tables) {
        deleted += await this.repeat((rows) =>
          deleteSome(rows, { table, key, by, tenantId: tenant.tenantId, before }),
        );
      }
      await this.sweepWebhooks(tenant, before);
      if (deleted > 0)
        this.log.info('rows older than the tenant keeps them deleted', {
          tenantId: tenant.tenantId,
          deleted,
        });
    }
  }

  /** Raw webhooks of the tenant's own apps; each is looked at once. */
  private async sweepWebhooks({ tenantId, swept }: Shorter, before: string): Promise<void> {
    let after = swept;
    await this.repeat(async (rows) => {
      const part: { id: string; own: boolean }[] = await rows.query(
        `SELECT id, app_tenant_id = $1 AS own FROM webhook_event WHERE ($2::uuid IS NULL OR id > $2) AND id < $3 ORDER BY id LIMIT ${BATCH}`,
        [tenantId, after, before],
      );
      await rows.query(
        `DELETE FROM webhook_event WHERE id = ANY($1) AND NOT EXISTS (SELECT FROM webhook_pending p WHERE p.id = webhook_event.id)`,
        [part.filter(({ own }) => own).map(({ id }) => id)],
      );
      after = part.at(-1)?.id ?? after;
      await rows.query(
        `INSERT INTO tenant_retention (tenant_id, webhooks_swept, updated_at) VALUES ($1, $2, $3)
         ON CONFLICT (tenant_id) DO UPDATE SET webhooks_swept = $2`,
        [tenantId, after, this.clock.now()],
      );
      return part.length;
    });
  }

  private async repeat(work: (rows: EntityManager) => Promise<number>): Promise<number> {
    let total = 0;
    for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
      const count = await this.tenancy.system(work);
      total += count;
      if (count < BATCH) break;
    }
    return total;
  }
}

/** Tenants whose own choice or plan is shorter than what the installation keeps. */
function shorter(rows: EntityManager, installed: number): Promise<Shorter[]> {
  return rows.query(
    `SELECT * FROM (
       SELECT t.id AS "tenantId", least(r.event_days, (p.limits->>'retentionDays')::int)::int AS days, r.webhooks_swept AS swept
       FROM tenant t LEFT JOIN plan p ON p.id = t.plan_id LEFT JOIN tenant_retention r ON r.tenant_id = t.id) AS kept
     WHERE days < $1`,
    [installed],
  );
}

async function deleteSome(
  rows: EntityManager,
  {
    table,
    key,
    by,
    tenantId,
    before,
  }: { table: string; key: string; by: string; tenantId: TenantId; before: string },
): Promise<number> {
  const owed = table === 'delivery' ? `AND state NOT IN ('pending', 'delivering', 'waiting')` : '';
  const [, count]: [unknown, number] = await rows.query(
    `DELETE FROM ${table} WHERE tenant_id = $1 AND ${by} < $2 AND (${key}) IN (
       SELECT ${key} FROM ${table} WHERE tenant_id = $1 AND ${by} < $2 ${owed} ORDER BY ${by} LIMIT ${BATCH})`,
    [tenantId, before],
  );
  return count;
}
