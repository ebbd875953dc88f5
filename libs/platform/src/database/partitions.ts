import type { EntityManager } from 'typeorm';
import { lowestIdAt } from './ids.ts';

const DAY_MS = 86_400_000;

/** A table in daily partitions, by UUIDv7 or by an instant. */
export interface PartitionedTable {
  table: string;
  column: string;
  by: 'uuidv7' | 'instant';
}

const bound = (by: PartitionedTable['by'], day: Date) => (by === 'uuidv7' ? lowestIdAt(day) : day.toISOString());
const dayName = (day: Date) => day.toISOString().slice(0, 10).replaceAll('-', '');
const startOfDay = (instant: Date) => new Date(Math.floor(instant.getTime() / DAY_MS) * DAY_MS);

/**
 * Makes the daily partitions from `back` days before `now` to `ahead` days after it. Rows of those days which
 * already stand in the default partition move over: PostgreSQL refuses to attach beside them.
 */
export async function ensurePartitions(
  rows: EntityManager,
  { table, column, by }: PartitionedTable,
  { now, back, ahead }: { now: Date; back: number; ahead: number },
): Promise<string[]> {
  const existing = new Set(await partitionsOf(rows, table));
  const days = Array.from({ length: back + ahead + 1 }, (_, index) => {
    const from = new Date(startOfDay(now).getTime() + (index - back) * DAY_MS);
    const to = new Date(from.getTime() + DAY_MS);
    return { name: `${table}_${dayName(from)}`, from, low: bound(by, from), high: bound(by, to) };
  }).filter(({ name }) => !existing.has(name));
  const [first] = days;
  if (!first) return [];

  // Rows of a day that has begun may stand in the default partition, or be on their way there. A statement that waits
  // for that partition only would look for moved rows where they are no more; who waits for the table does not.
  if (first.from <= now) await rows.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  for (const { name, low, high } of days) {
    await rows.query(`
      CREATE TABLE ${name} (LIKE ${table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
      LOCK TABLE ${table}_default IN ACCESS EXCLUSIVE MODE;
      WITH moved AS (DELETE FROM ${table}_default WHERE ${column} >= '${low}' AND ${column} < '${high}' RETURNING *)
      INSERT INTO ${name} SELECT * FROM moved;
      ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES FROM ('${low}') TO ('${high}');`);
  }
  return days.map(({ name }) => name);
}

/** Drops the daily partitions that end before `before`; a partition is dropped whole, never row by row. */
export async function dropPartitionsBefore(
  rows: EntityManager,
  { table }: PartitionedTable,
  before: Date,
): Promise<string[]> {
  const last = dayName(new Date(startOfDay(before).getTime() - DAY_MS));
  const old = (await partitionsOf(rows, table)).filter((name) => {
    const day = name.slice(table.length + 1);
    return /^\d{8}$/.test(day) && day <= last;
  });
  for (const name of old) await rows.query(`DROP TABLE ${name}`);
  return old;
}

async function partitionsOf(rows: EntityManager, table: string): Promise<string[]> {
  const found: { name: string }[] = await rows.query(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = $1::regclass`,
    [table],
  );
  return found.map((row) => row.name);
}
