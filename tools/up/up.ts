import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from '../build.ts';
import { root } from '../run.ts';
import { appDaemon, readLines } from '../services/app.ts';
import type { Daemon } from '../services/daemon.ts';
import { makeDataDir } from '../services/data-dir.ts';
import { portProblem } from '../services/ports.ts';
import { startPostgres } from '../services/postgres.ts';
import { startQueue, type Queue } from '../services/queue.ts';
import { Refusal } from '../services/refusal.ts';
import { keepAlive } from './keep-alive.ts';
import { lockDataDir } from './lock.ts';
import { logLines } from './log-lines.ts';
import type { Settings } from './settings.ts';
import { readDemo, simulatorEnv, summary } from './summary.ts';

/** What runs, in the order of its start; those of one row belong together. */
export interface Started {
  rows: Daemon[][];
  unlock(): void;
}

/**
 * Starts everything, in the order in which one thing needs the other. Whatever was started is in `started`, also
 * when this throws.
 * @returns the processes of our own, by name
 */
export async function up(
  settings: Settings,
  started: Started,
  signal: AbortSignal,
): Promise<Map<string, Daemon>> {
  const { dataDir } = settings;
  const say = (line: string) => console.log(line);
  makeDataDir(dataDir);
  started.unlock = await lockDataDir(dataDir);
  await checkPort('PORT', settings.port, settings.host);
  if (settings.simulatorPort) await checkPort('SIMULATOR_PORT', settings.simulatorPort, '127.0.0.1');
  await build();
  signal.throwIfAborted();

  const env = { ...settings.env };
  const supervise = (...daemons: Daemon[]) => {
    started.rows.push(daemons);
    for (const daemon of daemons) keepAlive(daemon, say, signal);
  };
  if (!settings.ownDatabase) {
    const postgres = await startPostgres({ dataDir, say, signal });
    supervise(postgres);
    env.DATABASE_URL = postgres.url;
  }
  let queue: Queue = { kind: 'given', url: '' };
  if (!settings.ownRedis) {
    queue = await startQueue({ dataDir, signal });
    if (queue.kind === 'own') {
      supervise(queue.daemon);
      env.REDIS_URL = queue.url;
    }
  }
  await migrate(env, dataDir, say, signal);

  const demo = readDemo(settings);
  const apps = new Map<string, Daemon>();
  const add = (name: 'api' | 'worker' | 'simulator', extra: NodeJS.ProcessEnv = {}) =>
    apps.set(name, appDaemon({ name, env: { ...env, ...extra }, onLine: logLines({ dataDir, name, say }) }));
  add('api');
  add('worker');
  if (settings.simulatorPort) add('simulator', simulatorEnv(settings, demo));
  supervise(...apps.values());
  await Promise.all([...apps.values()].map((daemon) => daemon.start(signal)));

  const words = {
    own: queue.kind === 'own' ? queue.server : '',
    given: 'your Redis',
    postgres: 'PostgreSQL',
  };
  say(
    summary(settings, {
      demo,
      database: settings.ownDatabase ? 'your PostgreSQL' : 'PostgreSQL 18',
      queue: words[queue.kind],
    }),
  );
  say('Waypost is ready');
  return apps;
}

async function checkPort(key: string, port: number, host: string): Promise<void> {
  const problem = await portProblem(port, host);
  if (!problem) return;
  throw new Refusal(
    problem === 'EADDRINUSE'
      ? `Port ${port} is in use by another program: stop that program, or set ${key} to another port.`
      : `Port ${port} on ${host} cannot be listened on (${problem}): set ${key} or HOST to something else.`,
  );
}

/** Runs to completion; says itself, in a sentence, what it could not do. */
async function migrate(
  env: NodeJS.ProcessEnv,
  dataDir: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let told = false;
  const show = (line: string) => {
    told = true;
    say(line);
  };
  const onLine = logLines({ dataDir, name: 'migrate', say: show, prefix: '' });
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', 'api', 'migrate.js')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    windowsHide: true,
  });
  readLines(child, onLine);
  const abort = () => child.kill('SIGKILL'); // A migration is a transaction: broken off, it is as if never begun.
  signal.addEventListener('abort', abort, { once: true });
  const [code] = (await once(child, 'close')) as [number | null];
  signal.removeEventListener('abort', abort);
  signal.throwIfAborted();
  if (code !== 0)
    throw new Refusal(
      told
        ? ''
        : `The database could not be brought up to date; see ${join(dataDir, 'logs', 'migrate.log')}.`,
    );
}
