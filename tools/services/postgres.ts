import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Daemon } from './daemon.ts';
import { makeDataDir } from './data-dir.ts';
import { rotateLog, sizeOf, textSince } from './log-file.ts';
import { freePort, portProblem } from './ports.ts';
import { locatePostgres } from './postgres-binaries.ts';
import * as cluster from './postgres-cluster.ts';
import { postgresSettings } from './postgres-settings.ts';
import { commandOf, endProcess, isAlive, type StopPlan } from './processes.ts';
import { Refusal } from './refusal.ts';
import { unprivilegedIdentity } from './run-as.ts';

/** Fast shutdown (a checkpoint, nothing to recover), then the immediate one, then by force. */
const stopPlan: StopPlan = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

export interface PostgresOptions {
  /** Waypost's data folder: the cluster lives in `postgres/` below it. Not with `ephemeral`. */
  dataDir?: string;
  /** Default: the port of the last start if it is free, else any free one. */
  port?: number;
  /** A cluster in a folder of its own that is removed with `stop()`, and with this process. */
  ephemeral?: boolean;
  /** `false` switches fsync off: for tests that kill nothing. */
  durable?: boolean;
  say?: (line: string) => void;
  signal?: AbortSignal;
}

export type Postgres = Daemon & {
  /** Connects as owner and superuser to the database `waypost`. */
  url: string;
  /** The same to the database `postgres`, from which others can be created and dropped. */
  adminUrl: string;
  port: number;
};

/**
 * Starts the PostgreSQL that came with the packages, on loopback, creating its files when there are none.
 * @throws Refusal in one sentence when it cannot be started
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const temp = options.ephemeral ? mkdtempSync(join(tmpdir(), 'waypost-postgres-')) : undefined;
  try {
    return await start({ ...options, dataDir: resolve(temp ?? options.dataDir ?? '.waypost') }, temp);
  } catch (error) {
    if (temp) rmSync(temp, { recursive: true, force: true });
    throw error;
  }
}

async function start(
  options: PostgresOptions & { dataDir: string },
  temp: string | undefined,
): Promise<Postgres> {
  const { dataDir, durable = true, say = () => undefined, signal } = options;
  makeDataDir(dataDir);
  const binaries = await locatePostgres();
  const folder = cluster.folderOf(dataDir);
  const identity = unprivilegedIdentity(folder, binaries.postgres);

  const known = cluster.readAccess(dataDir);
  const password = known?.password ?? cluster.newPassword();
  const port = options.port ?? (await pickPort(known?.port));
  await endOrphan(folder);
  if (port !== known?.port) cluster.writeAccess(dataDir, { port, password });
  if (cluster.clusterExists(dataDir)) cluster.adoptCluster(dataDir, identity);
  else await cluster.createCluster({ dataDir, password, binaries, identity, durable });

  const log = join(dataDir, 'logs', 'postgres.log');
  const urlOf = (database: string) => `postgres://${cluster.owner}:${password}@127.0.0.1:${port}/${database}`;
  let logStart = 0;
  const daemon = new Daemon({
    name: 'postgres',
    async spawn() {
      await endOrphan(folder);
      rotateLog(log);
      logStart = sizeOf(log);
      const output = openSync(log, 'a', 0o600);
      const [command = '', ...args] = [
        ...identity.prefix,
        binaries.postgres,
        '-D',
        folder,
        ...postgresSettings({ port, durable }),
      ];
      const child = spawn(command, args, {
        ...cluster.startOptions(identity),
        stdio: ['ignore', output, output],
        detached: true,
        windowsHide: true,
      });
      closeSync(output);
      return child;
    },
    ready: (_child, signal) => untilReady(urlOf('postgres'), { signal, say, log }),
    explain: (how) =>
      new Refusal(
        `PostgreSQL did not start in ${folder}: ${lastWords(textSince(log, logStart)) ?? how} (log: ${log})`,
      ),
    // After a kill the backends need a moment to notice; until then the new server refuses to start beside them.
    tryAgain: (error) => error instanceof Refusal && /pre-existing shared memory block/.test(error.message),
    stopPlan,
    orphan: { signal: 'INT', folder: temp },
    dispose: () => temp && rmSync(temp, { recursive: true, force: true }),
  });
  await daemon.start(signal);
  return Object.assign(daemon, { url: urlOf(cluster.database), adminUrl: urlOf('postgres'), port });
}

async function pickPort(last: number | undefined): Promise<number> {
  return last && !(await portProblem(last)) ? last : freePort();
}

/** A server that outlived its Waypost still holds the folder; a lock left by a crash may name a pid that is somebody else's by now. */
async function endOrphan(folder: string): Promise<void> {
  const lock = join(folder, 'postmaster.pid');
  let content: string;
  try {
    content = readFileSync(lock, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return;
    throw error;
  }
  const pid = Number.parseInt(content, 10);
  if (pid > 0 && isAlive(pid) && (commandOf(pid)?.includes(folder) ?? true)) await endProcess(pid, stopPlan);
  rmSync(lock, { force: true });
}

/** Waits until the server answers, through a recovery if need be, and sees to it that our database is there. */
async function untilReady(
  url: string,
  { signal, say, log }: { signal: AbortSignal; say: (line: string) => void; log: string },
): Promise<void> {
  const began = Date.now();
  for (let told = false; ; await sleep(30, undefined, { signal })) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    // A connection that breaks later must not end this process; the query that runs then fails by itself.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query('select from pg_database where datname = $1', [
        cluster.database,
      ]);
      if (!rowCount) await client.query(`create database ${cluster.database}`);
      return;
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      if (!['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code))
        throw new Refusal(`PostgreSQL does not let Waypost in: ${message} (log: ${log})`);
      if (!told && Date.now() - began > 5_000) say('PostgreSQL is recovering from a hard stop ...');
      told ||= Date.now() - began > 5_000;
    } finally {
      await client.end();
    }
  }
}

/** What a server that gave up said last: its FATAL or PANIC with the detail, without time and pid. */
export function lastWords(text: string): string | undefined {
  const lines = text.trim().split('\n');
  const isReason = (line: string) => /\b(FATAL|PANIC):/.test(line) && !/the database system is /.test(line);
  const at = lines.findLastIndex(isReason);
  if (at === -1) return lines.at(-1)?.trim() || undefined;
  const detail = lines[at + 1]?.match(/\bDETAIL:\s+(.*)/)?.[1];
  const reason = lines[at]?.replace(/^.*?\b(FATAL|PANIC):\s+/, '') ?? '';
  return detail ? `${reason}; ${detail}` : reason;
}
