import pg from 'pg';

/** What a tenant's rows of the past are made of. */
export interface Past {
  tenantId: string;
  phoneNumberIds: string[];
  /** The share of the deliveries that each has failed, and whom it gets. */
  projects: { id: string; failing: number; of: string[] }[];
  /** Webhooks of a day; the day before the last had a few less. */
  perDay: number;
}

const HOUR_MS = 3_600_000;
const kinds = ['text', 'text', 'text', 'status:sent', 'status:delivered', 'status:delivered', 'status:read', 'status:read', 'image', 'interactive', 'audio', 'location', 'order'];

/** How busy an hour of the day is, from 0 to 1: nights are quiet. */
const busy = (hour: number): number => 0.12 + 0.88 * Math.max(0, Math.sin(((hour - 6) / 16) * Math.PI)) ** 0.8;

const hex = (count: number): string => Array.from({ length: count }, () => Math.floor(Math.random() * 16).toString(16)).join('');
const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.floor(at * list.length)];

/** A UUIDv7 of an instant. */
function idAt(at: number): string {
  const time = Math.floor(at).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
}

/** Instants of the 24 hours before `until`, more of them by day than by night. */
function instants(count: number, until: number): number[] {
  const found: number[] = [];
  while (found.length < count) {
    const at = until - Math.random() * 24 * HOUR_MS;
    if (Math.random() < busy(new Date(at).getUTCHours() + new Date(at).getUTCMinutes() / 60)) found.push(at);
  }
  return found.sort((a, b) => a - b);
}

/**
 * Writes two days of traffic as it would stand there, for pictures: a day cannot be waited for. What is shown in detail is
 * not made here, but really sent.
 */
export async function writePast(databaseUrl: string, { tenantId, phoneNumberIds, projects, perDay }: Past): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: numbers } = await client.query<{ id: string; meta: string }>(
      'SELECT id, phone_number_id AS meta FROM phone_number WHERE tenant_id = $1 AND phone_number_id = ANY($2)',
      [tenantId, phoneNumberIds],
    );
    const events: unknown[][] = [];
    const deliveries: unknown[][] = [];
    const attempts: unknown[][] = [];
    // What is of the last ten minutes is really sent.
    const until = Date.now() - 600_000;
    for (const at of [...instants(perDay * 0.94, until - 24 * HOUR_MS), ...instants(perDay, until)]) {
      const number = pick(numbers, Math.random() ** 1.6);
      if (!number) throw new Error('The tenant has none of these numbers.');
      const eventId = idAt(at);
      const kind = pick(kinds, Math.random());
      events.push([eventId, idAt(at), number.id, number.meta, kind, `wamid.${hex(24)}`]);
      for (const { id, failing } of projects.filter(({ of }) => of.includes(number.meta))) {
        const deliveryId = idAt(at + 2);
        const failed = Math.random() < failing;
        const took = Math.round(18 + Math.random() ** 4 * 220);
        const end = new Date(at + took + 9);
        deliveries.push([deliveryId, eventId, id, failed ? 'failed' : 'delivered', failed ? 10 : 1, failed ? 503 : 200, end, took, number.meta, kind]);
        attempts.push([deliveryId, idAt(at + 3), failed ? 10 : 1, new Date(at + 9), took, failed ? 503 : 200]);
      }
    }
    await insert(client, events, [tenantId], (row) => `
      INSERT INTO event (tenant_id, id, webhook_id, phone_number_id, meta_phone_number_id, business_id, fields, kinds, item_ids, items)
      SELECT $1::uuid, a::uuid, b::uuid, c::uuid, d, '32000', '{messages}', ARRAY[e], ARRAY[f], 1 FROM ${row(6)}`);
    await insert(client, deliveries, [tenantId], (row) => `
      INSERT INTO delivery (tenant_id, id, event_id, project_id, priority, state, attempts, step, next_at, last_status, last_error, finished_at,
        last_tried_at, last_ms, meta_phone_number_id, kinds)
      SELECT $1::uuid, a::uuid, b::uuid, c::uuid, 100, d, e::int, 1, 'infinity', f::int,
             CASE WHEN f = '503' THEN 'The project answered 503; only 2xx counts as received.' END, g::timestamptz,
             g::timestamptz, h::int, i, j FROM ${row(10)}`);
    await insert(client, attempts, [tenantId], (row) => `
      INSERT INTO attempt (tenant_id, delivery_id, id, number, started_at, duration_ms, status, error, response)
      SELECT $1::uuid, a::uuid, b::uuid, c::int, d::timestamptz, e::int, f::int,
             CASE WHEN f = '503' THEN 'The project answered 503; only 2xx counts as received.' END, '' FROM ${row(6)}`);
    await client.query('ANALYZE event, delivery, attempt');
  } finally {
    await client.end();
  }
}

/** Columns as arrays of text, named a, b, c … */
async function insert(client: pg.Client, rows: unknown[][], before: unknown[], statement: (row: (columns: number) => string) => string): Promise<void> {
  const names = 'abcdefghij';
  const width = rows[0]?.length ?? 0;
  const text = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value));
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => text(row[at])));
  const row = (count: number) =>
    `unnest(${Array.from({ length: count }, (_, at) => `$${at + 1 + before.length}::text[]`).join(', ')}) AS r(${[...names.slice(0, count)].join(', ')})`;
  await client.query(statement(row), [...before, ...columns]);
}
