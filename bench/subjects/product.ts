import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '../../tools/services/ports.ts';
import { runNode, startNode, stop } from '../children.ts';
import type { Started } from '../children.ts';
import { temporaryFolder } from '../temporary.ts';
import { setUpTenants, type Admin } from './rest.ts';
import { profiling } from './subject.ts';
import type { Running, Setting } from './subject.ts';

const built = (entry: string): string => fileURLToPath(new URL(`../../dist/${entry}`, import.meta.url));
const ENTRIES = ['api/migrate.js', 'api/api.js', 'worker/worker.js'];
const ADMIN = { email: 'bench@waypost.test', password: 'Bench-9f2c-Quiet-Harbour' };

/** What of the product is not built yet; empty when it can be measured. */
export const missingEntries = (): string[] => ENTRIES.map(built).filter((path) => !existsSync(path));

/** What only the product has. */
export interface RunningProduct extends Running {
  databaseUrl: string;
  /** The first super-admin. */
  admin: Admin;
}

/** Starts Waypost as its own commands do: migrate, api, worker; then sets up tenants, numbers and projects through REST. */
export async function startProduct(name: string, setting: Setting): Promise<RunningProduct> {
  const databaseUrl = await setting.services.createDatabase(`bench_${name}_${setting.label}`);
  const redis = setting.redis ? await setting.services.startRedis() : undefined;
  const dir = temporaryFolder('product');
  const port = await freePort();
  const env = {
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    HOST: '127.0.0.1',
    WAYPOST_DATA_DIR: dir,
    WAYPOST_DEMO: '0',
    WAYPOST_ADMIN_EMAIL: ADMIN.email,
    WAYPOST_ADMIN_PASSWORD: ADMIN.password,
    ALLOW_PRIVATE_DESTINATIONS: '1',
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
    ...(redis ? { REDIS_URL: redis.url } : {}),
  };
  await runNode([built('api/migrate.js')], env);
  const started: Record<string, Started> = {
    api: await startNode([...profiling(setting, name, 'api'), built('api/api.js')], env),
  };
  if (setting.worker)
    started.worker = await startNode([...profiling(setting, name, 'worker'), built('worker/worker.js')], env);
  const secrets = await setUpTenants(
    `http://127.0.0.1:${port}/api/v1`,
    ADMIN,
    setting.receiverPort,
    setting.tenants,
  );
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();

  return {
    name,
    port,
    databaseUrl,
    admin: ADMIN,
    pids: {
      ...Object.fromEntries(Object.entries(started).map(([role, { pid }]) => [role, pid])),
      postgres: setting.services.postgresPid,
      ...(redis ? { redis: redis.pid } : {}),
    },
    secrets,
    attempts: () => countAttempts(client),
    stop: async () => {
      await client.end();
      await Promise.all(Object.values(started).map(({ process }) => stop(process)));
      await redis?.stop();
      await setting.services.dropDatabase(databaseUrl);
    },
  };
}

/** Undefined until the schema has a table of attempts. */
async function countAttempts(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ name: string | null }>(
    `select coalesce(to_regclass('attempt'), to_regclass('delivery_attempt'))::text as name`,
  );
  const table = rows[0]?.name;
  if (!table) return undefined;
  const counted = await client.query<{ count: string }>(`select count(*) from ${table}`);
  return Number(counted.rows[0]?.count);
}
