import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '../../tools/services/ports.ts';
import { startNode, stop } from '../children.ts';
import type { Started } from '../children.ts';
import { BASELINE_PROJECT_SECRET, destinationPath, target } from '../world.ts';
import { profiling } from './subject.ts';
import type { Running, Setting } from './subject.ts';

const SCHEMA = `
  create table webhook_event (
    id bigint generated always as identity primary key,
    payload jsonb not null, received_at timestamptz not null default now());
  create table raw (
    id bigint generated always as identity primary key,
    payload text not null, state text not null default 'new', received_at timestamptz not null default now());
  create index raw_new on raw (id) where state = 'new';
  create table delivery (
    id uuid primary key default uuidv7(), event_id bigint not null, project_id bigint not null,
    state text not null, created_at timestamptz not null default now(), updated_at timestamptz not null default now());
  create index on delivery (event_id);
  create table attempt (
    id bigint generated always as identity primary key, delivery_id uuid not null, status int not null,
    took_ms int not null, response text, created_at timestamptz not null default now());
  create index on attempt (delivery_id);`;

const program = (name: string): string => fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url));

/** Starts a baseline: its server program and, end to end, its worker program. */
export async function startBaseline(
  name: string,
  programs: { server: string; worker?: string },
  setting: Setting,
): Promise<Running> {
  const databaseUrl = await setting.services.createDatabase(`bench_${name}_${setting.label}`);
  const redis =
    setting.redis && programs.server !== 'ceiling' ? await setting.services.startRedis() : undefined;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(SCHEMA);

  const port = await freePort();
  const env = {
    PORT: String(port),
    APP_SECRET: target(0).appSecret,
    PROJECT_SECRET: BASELINE_PROJECT_SECRET,
    DESTINATION: `http://127.0.0.1:${setting.receiverPort}${destinationPath(0)}`,
    DATABASE_URL: databaseUrl,
    ...(redis ? { REDIS_URL: redis.url } : {}),
  };
  const started: Record<string, Started> = {
    api: await startNode([...profiling(setting, name, 'api'), program(programs.server)], env),
  };
  if (setting.worker && programs.worker)
    started.worker = await startNode([...profiling(setting, name, 'worker'), program(programs.worker)], env);

  return {
    name,
    port,
    pids: {
      ...Object.fromEntries(Object.entries(started).map(([role, { pid }]) => [role, pid])),
      postgres: setting.services.postgresPid,
      ...(redis ? { redis: redis.pid } : {}),
    },
    secrets: { [destinationPath(0)]: BASELINE_PROJECT_SECRET },
    attempts: async () => {
      const { rows } = await client.query<{ count: string }>('select count(*) from attempt');
      return Number(rows[0]?.count);
    },
    stop: async () => {
      await Promise.all(Object.values(started).map(({ process }) => stop(process)));
      await client.end();
      await redis?.stop();
      await setting.services.dropDatabase(databaseUrl);
    },
  };
}
