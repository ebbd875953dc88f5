import type { EntityManager } from 'typeorm';
import type { ProjectId, TenantId } from '@waypost/contracts';
import { lowestIdAt } from '@waypost/platform';
import type { Sample, Window } from './windows.ts';

/** Deliveries whose times are looked at per window; more would not change the figures. */
const SAMPLES = 8_000;

/** Ids at which slots begin: a span of time is a span of ids. */
const idsOf = ({ bounds }: Window): string[] => bounds.map((at) => lowestIdAt(new Date(at)));
const edgesOf = ({ since, until }: Window): [string, string] => [
  lowestIdAt(new Date(since)),
  lowestIdAt(new Date(until)),
];

/** Runs its body once per slot, each a short walk over an index; `low` and `high` are the slot's ids. */
const perSlot = (body: string): string => `
  SELECT s AS slot, x.* FROM generate_series(1, array_length($2::uuid[], 1) - 1) s
  CROSS JOIN LATERAL (SELECT ($2::uuid[])[s] AS low, ($2::uuid[])[s + 1] AS high) b
  CROSS JOIN LATERAL (${body}) x`;

export interface SlotOfProject {
  slot: number;
  projectId: ProjectId;
  delivered: number;
  failed: number;
  /** Waiting for another try. */
  retrying: number;
}

/** The one pass over all deliveries of a window. */
export function deliveriesBySlot(
  rows: EntityManager,
  tenantId: TenantId,
  window: Window,
): Promise<SlotOfProject[]> {
  return rows.query(
    `SELECT width_bucket(id, $4::uuid[]) AS slot, project_id AS "projectId",
            count(*) FILTER (WHERE state = 'delivered')::int AS delivered,
            count(*) FILTER (WHERE state = 'failed')::int AS failed,
            count(*) FILTER (WHERE state = 'waiting')::int AS retrying
     FROM delivery WHERE tenant_id = $1 AND id >= $2 AND id < $3 GROUP BY 1, 2`,
    [tenantId, ...edgesOf(window), idsOf(window)],
  );
}

/** Events of each slot that Meta has sent: all but those of tests. */
export async function receivedBySlot(
  rows: EntityManager,
  tenantId: TenantId,
  window: Window,
): Promise<number[]> {
  const count = (table: string, which: string): Promise<{ n: number }[]> =>
    rows.query(
      `${perSlot(`SELECT count(*)::int AS n FROM ${table} WHERE tenant_id = $1 AND id >= low AND id < high ${which}`)} ORDER BY 1`,
      [tenantId, idsOf(window)],
    );
  const events = await count('event', '');
  const tests = await count('delivery', `AND source = 'test'`);
  return events.map(({ n }, at) => Math.max(0, n - (tests[at]?.n ?? 0)));
}

/** Sums of a window without a look at what went well: everything, less what an index of the exceptions holds. */
export async function sumsOf(rows: EntityManager, tenantId: TenantId, window: Window, projects: ProjectId[]) {
  const slots: { n: number }[] = await rows.query(
    `${perSlot('SELECT count(*)::int AS n FROM delivery WHERE tenant_id = $1 AND id >= low AND id < high')} ORDER BY 1`,
    [tenantId, idsOf(window)],
  );
  const within = 'tenant_id = $1 AND id >= $2 AND id < $3';
  const counts: { state: string; n: number }[] = await rows.query(
    `SELECT state, count(*)::int AS n FROM delivery
     WHERE ${within} AND state IN ('waiting', 'failed', 'cancelled') GROUP BY state
     UNION ALL
     SELECT state, count(*)::int AS n FROM delivery
     WHERE ${within} AND state IN ('pending', 'delivering') AND project_id = ANY($4) GROUP BY state`,
    [tenantId, ...edgesOf(window), projects],
  );
  const inState = (...states: string[]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0);
  const perSlotTotals = slots.map(({ n }) => n);
  const total = perSlotTotals.reduce((sum, n) => sum + n, 0);
  const others = inState('waiting', 'failed', 'cancelled', 'pending', 'delivering');
  return {
    perSlot: perSlotTotals,
    delivered: total - others,
    failed: inState('failed'),
    waiting: inState('waiting', 'pending'),
  };
}

/** How long a delivery took, and the slot in which it came. */
export interface Latency {
  slot: number;
  ms: number;
}

const samplesPerSlot = ({ bounds }: Window): number => Math.ceil(SAMPLES / (bounds.length - 1));

/** How long deliveries took from Meta's webhook to the project's 2xx: all when there are few, else the first of every slot. */
export function latencies(rows: EntityManager, tenantId: TenantId, window: Window): Promise<Latency[]> {
  return rows.query(
    perSlot(`
      SELECT (extract(epoch FROM finished_at) * 1000
              - ('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint)::float AS ms
      FROM delivery WHERE tenant_id = $1 AND id >= low AND id < high AND state = 'delivered' AND source <> 'replay'
      ORDER BY id LIMIT $3`),
    [tenantId, idsOf(window), samplesPerSlot(window)],
  );
}

/** Where a slot has more deliveries than were looked at, those stand for its share of the `counts` per slot. */
export function samplesOf(found: Latency[], window: Window, counts: number[]): Sample[] {
  const most = samplesPerSlot(window);
  const sampled = new Map<number, number>();
  for (const { slot } of found) sampled.set(slot, (sampled.get(slot) ?? 0) + 1);
  return found.map(({ slot, ms }) => {
    const many = sampled.get(slot) ?? 1;
    return { ms, weight: many < most ? 1 : Math.max(1, (counts[slot - 1] ?? many) / many) };
  });
}
