import { createHash, randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { connectAsOwner, migrate, readSettings } from '../../libs/platform/src/index.ts';
import { migrations } from '../../apps/api/src/schema.ts';

/** Named after the text of all migrations: a server that is used again does not hand out yesterday's tables. */
const TEMPLATE = `waypost_template_${createHash('sha256')
  .update(globSync('libs/*/src/**/migrations/*.ts').sort().map((file) => readFileSync(file, 'utf8')).join())
  .update(migrations.map((migration) => migration.name).join())
  .digest('hex')
  .slice(0, 12)}`;

const adminUrl = () => {
  const url = process.env.WAYPOST_TEST_DATABASE_URL;
  if (!url) throw new Error('WAYPOST_TEST_DATABASE_URL is missing: run these tests by "npm test".');
  return url;
};

export function urlOf(database: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  return url.href;
}

export async function withDatabase<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A fresh database with all tables, copied from one that was migrated once per run. */
export async function createDatabase(): Promise<{ url: string; name: string; drop(): Promise<void> }> {
  const name = `w_${randomBytes(6).toString('hex')}`;
  await withDatabase('postgres', async (admin) => {
    // Test files run one after the other, yet a lock costs nothing.
    await admin.query('SELECT pg_advisory_lock(7)');
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (!rowCount) await makeTemplate(admin);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  });
  return {
    url: urlOf(name),
    name,
    drop: () => withDatabase('postgres', async (admin) => void (await admin.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

async function makeTemplate(admin: pg.Client): Promise<void> {
  await admin.query(`DROP DATABASE IF EXISTS ${TEMPLATE}_new WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${TEMPLATE}_new`);
  const owner = await connectAsOwner(readSettings({ DATABASE_URL: urlOf(`${TEMPLATE}_new`) }), migrations);
  await migrate(owner);
  await owner.destroy();
  await admin.query(`ALTER DATABASE ${TEMPLATE}_new RENAME TO ${TEMPLATE}`);
}
