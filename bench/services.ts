import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { startPostgres } from '../tools/services/postgres.ts';
import { findRedis, startQueue } from '../tools/services/queue.ts';

export interface Redis {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** What one kind of statement has cost PostgreSQL. */
export interface StatementCost {
  text: string;
  calls: number;
  rows: number;
  /** Execution and planning together. */
  totalMs: number;
}

/** A throw-away PostgreSQL with a database per subject, and as many Redis servers as are asked for. */
export interface Services {
  postgresPid: number;
  versions: { postgres: string; redis: string | undefined };
  createDatabase(name: string): Promise<string>;
  dropDatabase(url: string): Promise<void>;
  startRedis(): Promise<Redis>;
  /** Forgets what `topStatements` has counted. */
  resetStatements(): Promise<void>;
  /** The statements that cost most time since then, in all databases; empty unless asked for at the start. */
  topStatements(): Promise<StatementCost[]>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL as Waypost ships it, with fsync; `statements` makes it count what each statement costs. */
export async function startServices({ statements }: { statements: boolean }): Promise<Services> {
  const postgres = await startPostgres({ ephemeral: true });
  if (statements) await countStatements(postgres);
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ server_version: string }>('show server_version');

  return {
    postgresPid: postgres.pid,
    versions: { postgres: rows[0]?.server_version ?? 'unknown', redis: redisVersion() },
    createDatabase: async (name) => {
      const safe = name.replace(/\W/g, '_');
      await admin.query(`create database ${safe}`);
      const url = new URL(postgres.adminUrl);
      url.pathname = safe;
      return url.href;
    },
    dropDatabase: async (url) => {
      await admin.query(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
    },
    startRedis: async () => {
      const queue = await startQueue();
      if (queue.kind !== 'own') throw new Error('there is no redis-server to start');
      return { url: queue.url, pid: queue.daemon.pid, stop: () => queue.daemon.stop() };
    },
    resetStatements: async () => {
      if (statements) await admin.query('select pg_stat_statements_reset()');
    },
    topStatements: async () => {
      if (!statements) return [];
      const { rows: costs } = await admin.query<StatementCost>(
        `select query as text, calls::int, rows::int, total_exec_time + total_plan_time as "totalMs"
           from pg_stat_statements order by "totalMs" desc limit 20`,
      );
      return costs;
    },
    stop: async () => {
      await admin.end();
      await postgres.stop();
    },
  };
}

async function countStatements(postgres: { adminUrl: string; restart(): Promise<void> }): Promise<void> {
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: postgres.adminUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await ask(`alter system set shared_preload_libraries = 'pg_stat_statements'`);
  await postgres.restart();
  await ask('create extension pg_stat_statements');
}

/** Undefined when there is no Redis (or Valkey) on the PATH. */
function redisVersion(): string | undefined {
  const server = findRedis();
  if (!server) return undefined;
  const { stdout } = spawnSync(server, ['--version'], { encoding: 'utf8' });
  return /v=(\S+)/.exec(stdout)?.[1];
}
