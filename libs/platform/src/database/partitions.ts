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
 * Makes the daily partitions from `back` days before `now` to `ahead` days after it. Rows of that day which
 * already stand in the default partition move over: PostgreSQL refuses to attach beside them.
 */
export async function ensurePartitions(
  rows: EntityManager,
  { table, column, by }: PartitionedTable,
  { now, back, ahead }: { now: Date; back: number; ahead: number },
): Promise<string[]> {
  const made: string[] = [];
  const existing = new Set(await partitionsOf(rows, table));
  for (let offset = -back; offset <= ahead; offset += 1) {
    const from = new Date(startOfDay(now).getTime() + offset * DAY_MS);
    const name = `${table}_${dayName(from)}`;
    if (existing.has(name)) continue;
    const low = bound(by, from);
    const high = bound(by, new Date(from.getTime() + DAY_MS));
    await rows.query(`
      CREATE TABLE ${name} (LIKE ${table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
      LOCK TABLE ${table}_default IN ACCESS EXCLUSIVE MODE;
      WITH moved AS (DELETE FROM ${table}_default WHERE ${column} >= '${low}' AND ${column} < '${high}' RETURNING *)
      INSERT INTO ${name} SELECT * FROM moved;
      ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES FROM ('${low}') TO ('${high}');`);
    made.push(name);
  }
  return made;
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
