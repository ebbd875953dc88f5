import { build } from '../build.ts';
import { appDaemon } from '../services/app.ts';
import type { Daemon } from '../services/daemon.ts';
import { makeDataDir } from '../services/data-dir.ts';
import { portProblem } from '../services/ports.ts';
import { startPostgres } from '../services/postgres.ts';
import { startQueue } from '../services/queue.ts';
import { Refusal } from '../services/refusal.ts';
import { keepAlive } from './keep-alive.ts';
import { lockDataDir } from './lock.ts';
import { logLines } from './log-lines.ts';
import { migrate } from './migrate.ts';
import type { Plan } from './settings.ts';
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
  { settings, env: given }: Plan,
  started: Started,
  signal: AbortSignal,
): Promise<Map<string, Daemon>> {
  const { dataDir } = settings;
  const say = (line: string) => console.log(line);
  makeDataDir(dataDir);
  started.unlock = await lockDataDir(dataDir);
  await checkPort('PORT', settings.port, settings.host);
  if (settings.simulator) await checkPort('SIMULATOR_PORT', settings.simulatorPort, '127.0.0.1');
  await build();
  signal.throwIfAborted();

  const env = { ...given };
  const supervise = (...daemons: Daemon[]) => {
    started.rows.push(daemons);
    for (const daemon of daemons) keepAlive(daemon, say, signal);
  };
  if (!settings.databaseUrl) {
    const postgres = await startPostgres({ dataDir, say, signal });
    supervise(postgres);
    env.DATABASE_URL = postgres.url;
  }
  const queue = await startQueue({ redisUrl: settings.redisUrl, dataDir, signal });
  if (queue.kind === 'own') {
    supervise(queue.daemon);
    env.REDIS_URL = queue.url;
  }
  await migrate(env, dataDir, say, signal);

  const demo = readDemo(settings);
  const apps = new Map<string, Daemon>();
  const add = (name: 'api' | 'worker' | 'simulator', extra: NodeJS.ProcessEnv = {}) =>
    apps.set(name, appDaemon({ name, env: { ...env, ...extra }, onLine: logLines({ dataDir, name, say }) }));
  add('api');
  add('worker');
  if (settings.simulator) add('simulator', simulatorEnv(settings, demo));
  supervise(...apps.values());
  await Promise.all([...apps.values()].map((daemon) => daemon.start(signal)));

  say(summary(settings, demo, queue));
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
