import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { ensurePartitions } from '../../libs/platform/src/database/partitions.ts';

/** One of each of what was filled in, to be looked for. */
export interface Filled {
  tenantId: string;
  projectId: string;
  /** Meta's id of the number. */
  phoneNumberId: string;
  deliveryId: string;
  messageId: string;
  middle: Date;
}

const STEP = 100_000;

/** A UUIDv7 of an instant in milliseconds, told apart by a salt. */
const id = (salt: string): string =>
  `(lpad(to_hex(at), 12, '0') || '7' || substr(md5('${salt}' || n), 1, 3) || '8' || substr(md5('${salt}' || n), 4, 15))::uuid`;

/**
 * Fills in what `rows` webhooks of a tenant leave behind (of the number named, else of any), evenly over `days`: 97 % delivered, 2 % failed,
 * 1 % waiting, one attempt each. Days get their partitions as the product makes them.
 */
export async function fillDeliveries(
  client: pg.Client,
  { rows, days, phoneNumberId }: { rows: number; days: number; phoneNumberId?: string },
): Promise<Filled> {
  const { rows: found } = await client.query<{ tenant: string; project: string; number: string; meta: string; business: string }>(
    `SELECT m.tenant_id AS tenant, m.project_id AS project, n.id AS number, n.phone_number_id AS meta, '32000' AS business
     FROM mapping m JOIN phone_number n ON n.id = m.phone_number_id
     WHERE $1::text IS NULL OR n.phone_number_id = $1 LIMIT 1`,
    [phoneNumberId ?? null],
  );
  const world = found[0];
  if (!world) throw new Error('there is no tenant to fill');
  const from = Date.now() - days * 24 * 3_600_000;
  const gap = (days * 24 * 3_600_000) / rows;
  await makePartitions(client, days);
  for (let begin = 0; begin < rows; begin += STEP) {
    const series = `(SELECT n, (${from} + n * ${gap})::bigint AS at FROM generate_series(${begin}, ${Math.min(rows, begin + STEP) - 1}) n) s`;
    const state = `CASE WHEN n % 100 < 97 THEN 'delivered' WHEN n % 100 < 99 THEN 'failed' ELSE 'waiting' END`;
    const delivered = `n % 100 < 97`;
    await client.query(
      `INSERT INTO event (tenant_id, id, webhook_id, phone_number_id, meta_phone_number_id, business_id, fields, kinds, item_ids, items)
       SELECT $1, ${id('e')}, ${id('w')}, $2, $3, $4, '{messages}',
              CASE n % 4 WHEN 0 THEN '{text}'::text[] WHEN 1 THEN '{status:sent}' WHEN 2 THEN '{status:delivered}' ELSE '{status:read}' END,
              ARRAY['wamid.' || n], 1 FROM ${series}`,
      [world.tenant, world.number, world.meta, world.business],
    );
    await client.query(
      `INSERT INTO delivery (tenant_id, id, event_id, project_id, priority, state, attempts, step, next_at, last_status, last_error, finished_at)
       SELECT $1, ${id('d')}, ${id('e')}, $2, 0, ${state}, CASE WHEN ${delivered} THEN 1 ELSE 10 END, 1,
              CASE WHEN n % 100 = 99 THEN now() + interval '1 day' ELSE 'infinity' END,
              CASE WHEN ${delivered} THEN 200 WHEN n % 2 = 0 THEN 503 END, CASE WHEN ${delivered} THEN NULL ELSE 'upstream deploying ' || n END,
              to_timestamp(at / 1000.0) FROM ${series}`,
      [world.tenant, world.project],
    );
    await client.query(
      `INSERT INTO attempt (tenant_id, delivery_id, id, number, started_at, duration_ms, status, error, response)
       SELECT $1, ${id('d')}, ${id('a')}, 1, to_timestamp(at / 1000.0), CASE WHEN n % 1000 = 0 THEN 3000 ELSE 20 + n % 50 END,
              CASE WHEN ${delivered} THEN 200 ELSE 503 END, NULL, '' FROM ${series}`,
      [world.tenant],
    );
  }
  await client.query('VACUUM ANALYZE event, delivery, attempt');
  const middle = new Date(from + (days * 24 * 3_600_000) / 2);
  const { rows: one } = await client.query<{ id: string; item: string }>(
    `SELECT d.id, e.item_ids[1] AS item FROM delivery d JOIN event e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
     WHERE d.tenant_id = $1 OFFSET ${Math.floor(rows / 2)} LIMIT 1`,
    [world.tenant],
  );
  return {
    tenantId: world.tenant,
    projectId: world.project,
    phoneNumberId: world.meta,
    deliveryId: one[0]?.id ?? '',
    messageId: one[0]?.item ?? '',
    middle,
  };
}

async function makePartitions(client: pg.Client, days: number): Promise<void> {
  const rows = { query: async (text: string, values?: unknown[]) => (await client.query(text, values)).rows as unknown[] };
  await client.query('BEGIN');
  for (const table of ['event', 'delivery', 'attempt']) {
    const column = table === 'attempt' ? 'delivery_id' : 'id';
    await ensurePartitions(rows as unknown as EntityManager, { table, column, by: 'uuidv7' }, { now: new Date(), back: days, ahead: 1 });
  }
  await client.query('COMMIT');
}
