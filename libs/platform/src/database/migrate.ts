import { DataSource, type MigrationInterface } from 'typeorm';
import type { Settings } from '../config/read-settings.ts';
import { StartError } from '../errors/app-error.ts';
import { Roles20261120000000 } from './migrations/20261120000000-roles.ts';

type Migration = new () => MigrationInterface;

const LOCK = 7_204_115;

/** Opens a connection as the owner, the only one that may change tables; a database that is away is one sentence. */
export async function connectAsOwner(settings: Settings, migrations: Migration[] = []): Promise<DataSource> {
  if (!settings.databaseUrl) {
    throw new StartError('DATABASE_URL is missing: name the PostgreSQL to use, or run "npm start", which brings one.');
  }
  const source = new DataSource({
    type: 'postgres',
    url: settings.databaseUrl,
    applicationName: 'waypost_owner',
    poolSize: 2,
    installExtensions: false,
    connectTimeoutMS: 5_000,
    migrations: [Roles20261120000000, ...migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    logging: false,
  });
  try {
    return await source.initialize();
  } catch (error) {
    throw new StartError(`The database of DATABASE_URL cannot be reached: ${reasonOf(error)}.`);
  }
}

/** Brings the schema up to date; two processes that try at once wait for each other. */
export async function migrate(source: DataSource): Promise<string[]> {
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const done = await source.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    await lock.release();
  }
}

/** For a process that is about to serve: throws StartError when the database is away, or of another age than this version. */
export async function checkDatabase(settings: Settings, migrations: Migration[]): Promise<void> {
  const owner = await connectAsOwner(settings);
  try {
    await expectMigrated(owner, migrations);
  } finally {
    await owner.destroy();
  }
}

async function expectMigrated(source: DataSource, migrations: Migration[]): Promise<void> {
  const wanted = [Roles20261120000000, ...migrations].map((migration) => new migration().name ?? migration.name);
  const rows: { name: string }[] = await source
    .query('SELECT name FROM schema_migration')
    .catch(() => [] as { name: string }[]);
  const missing = wanted.filter((name) => !rows.some((row) => row.name === name));
  if (missing.length > 0) {
    throw new StartError(`The database lacks ${missing.length} migration(s); run the migrate step of this version first.`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
