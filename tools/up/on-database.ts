import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from '../build.ts';
import { root, run } from '../run.ts';
import { portProblem } from '../services/ports.ts';
import { startPostgres } from '../services/postgres.ts';
import { clusterExists, database, owner, readAccess } from '../services/postgres-cluster.ts';
import { Refusal } from '../services/refusal.ts';
import { lockDataDir } from './lock.ts';
import { readPlan } from './settings.ts';

/** How long a Waypost may take to start or stop, in milliseconds. */
const patience = 60_000;

/** Runs `dist/api/<script>.js` on the database of the settings, with Waypost running or not. Answers the exit code. */
async function runOnDatabase(script: string, args: string[]): Promise<number> {
  const settingsFile = join(root, '.env');
  if (existsSync(settingsFile)) process.loadEnvFile(settingsFile);
  const { settings, env } = await readPlan(process.env, root);
  const file = join(root, 'dist', 'api', `${script}.js`);
  // A Waypost that runs has its files open: they are made only where there are none.
  if (!existsSync(file)) await build({ dashboard: false });
  const work = async (url: string | undefined) =>
    (await run(process.execPath, [file, ...args], { env: { ...env, ...(url && { DATABASE_URL: url }) } }))
      .code;
  if (settings.databaseUrl) return work(undefined);

  const { dataDir } = settings;
  if (!clusterExists(dataDir))
    throw new Refusal(
      `There is no database in ${resolve(dataDir)}: run "npm start", or set DATABASE_URL or WAYPOST_DATA_DIR.`,
    );
  const unlock = await takeOrReach(dataDir);
  if (typeof unlock === 'string') return work(unlock);
  const postgres = await startPostgres({ dataDir });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
    unlock();
  }
}

/** The folder for us alone, or the URL of the database that a running Waypost has on it. */
async function takeOrReach(dataDir: string): Promise<(() => void) | string> {
  for (const until = Date.now() + patience; ; await sleep(500)) {
    try {
      return await lockDataDir(dataDir);
    } catch (error) {
      const access = readAccess(dataDir);
      // A port that nobody listens on: that Waypost is just starting or stopping.
      const serves = access && (await portProblem(access.port)) !== undefined;
      if (serves) return `postgres://${owner}:${access.password}@127.0.0.1:${access.port}/${database}`;
      if (!(error instanceof Refusal) || Date.now() > until) throw error;
    }
  }
}

/** The whole of a command: ends the process with the exit code of the script. */
export async function commandOnDatabase(script: string): Promise<never> {
  try {
    process.exit(await runOnDatabase(script, process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(1);
  }
}
