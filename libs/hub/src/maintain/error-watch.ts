import { Injectable } from '@nestjs/common';
import { AlertsService, BEFORE_MINUTES, type Observation, RECENT_MINUTES } from '@waypost/accounts';
import { PLATFORM_TENANT_ID, type TenantId } from '@waypost/contracts';
import { Clock, lowestIdAt, Tenancy, type TroubleName } from '@waypost/platform';
import type { EntityManager } from 'typeorm';

const MINUTE_MS = 60_000;
/** Tenants with fewer bad deliveries are not looked at any closer: most of them, most of the time. */
const WORTH_A_LOOK = 5;

interface Span {
  now: Date;
  recent: Date;
  before: Date;
}

/** Looks every minute whether more goes wrong than usual: for each tenant its deliveries, for the operator the rest. */
@Injectable()
export class ErrorWatch {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly alerts: AlertsService,
    private readonly clock: Clock,
  ) {}

  async look(): Promise<void> {
    const now = this.clock.now();
    const ago = (minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS);
    const span = { now, recent: ago(RECENT_MINUTES), before: ago(RECENT_MINUTES + BEFORE_MINUTES) };
    const raised = await this.alerts.raised();
    const watched = raised.filter(({ kind }) => kind === 'deliveries').map(({ tenantId }) => tenantId);
    const [deliveries, platform] = await this.tenancy.system(async (rows) => [
      await deliveriesOf(rows, span, watched),
      [
        await troubleOf(rows, span, 'server-errors'),
        await troubleOf(rows, span, 'logged-errors'),
        await oldestWork(rows, span),
      ],
    ]);
    for (const seen of [...deliveries, ...platform]) await this.alerts.heed(seen);
  }
}

const bad = `(d.state = 'failed' OR d.state = 'waiting' AND d.next_at < 'infinity') AND d.source <> 'test'`;

/**
 * By when they came. What goes wrong stands in a small index of its own; everything is counted only where that much
 * has gone wrong, or where an alert stands.
 */
async function deliveriesOf(
  rows: EntityManager,
  { recent, before }: Span,
  watched: TenantId[],
): Promise<Observation[]> {
  const edges = [lowestIdAt(before), lowestIdAt(recent)];
  const count = (low: string, high: string, which: string) =>
    `(SELECT count(*)::int FROM delivery d WHERE d.tenant_id = t.id AND d.id >= ${low} ${high && `AND d.id < ${high}`} AND ${which})`;
  const found: {
    tenantId: TenantId;
    recentBad: number;
    recentAll: number;
    beforeBad: number;
    beforeAll: number;
  }[] = await rows.query(
    `SELECT t.id AS "tenantId", t.bad AS "recentBad", ${count('$2', '', 'true')} AS "recentAll",
              ${count('$1', '$2', bad)} AS "beforeBad", ${count('$1', '$2', 'true')} AS "beforeAll"
       FROM (SELECT t.id, ${count('$2', '', bad)} AS bad FROM tenant t WHERE t.kind = 'customer') t
       WHERE t.bad >= ${WORTH_A_LOOK} OR t.id = ANY($3::uuid[])`,
    [...edges, watched],
  );
  return found.map(({ tenantId, recentBad, recentAll, beforeBad, beforeAll }) => ({
    tenantId,
    kind: 'deliveries',
    recent: { bad: recentBad, total: recentAll },
    before: { bad: beforeBad, total: beforeAll },
  }));
}

async function troubleOf(
  rows: EntityManager,
  { recent, before }: Span,
  what: TroubleName,
): Promise<Observation> {
  const [counted]: { recent: number; before: number }[] = await rows.query(
    `SELECT coalesce(sum(count) FILTER (WHERE minute >= $2), 0)::int AS recent,
            coalesce(sum(count) FILTER (WHERE minute < $2), 0)::int AS before
     FROM trouble WHERE minute >= $1 AND what = $3`,
    [before, recent, what],
  );
  return {
    tenantId: PLATFORM_TENANT_ID,
    kind: what,
    recent: { bad: counted?.recent ?? 0 },
    before: { bad: counted?.before ?? 0 },
  };
}

/** Seconds since the oldest webhook that is not split came, or the oldest bulk operation was asked for that nobody has begun. */
async function oldestWork(rows: EntityManager, { now }: Span): Promise<Observation> {
  const [waiting]: { seconds: number }[] = await rows.query(
    `SELECT greatest(0,
       coalesce((SELECT extract(epoch FROM $1::timestamptz) - ('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0
                 FROM webhook_pending ORDER BY id LIMIT 1), 0),
       coalesce((SELECT extract(epoch FROM $1::timestamptz - min(created_at)) FROM bulk_operation
                 WHERE state = 'running' AND processed = 0), 0))::int AS seconds`,
    [now],
  );
  return {
    tenantId: PLATFORM_TENANT_ID,
    kind: 'waiting-work',
    recent: { bad: waiting?.seconds ?? 0 },
    before: { bad: 0 },
  };
}
