import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.ts';
import type { Daemon } from '../services/daemon.ts';
import { Refusal } from '../services/refusal.ts';
import { readPlan } from './settings.ts';
import { up, type Started } from './up.ts';

/** Signals of one keystroke reach us more than once: from the terminal, from npm and from an older Node's launcher. */
const samePress = 500;

/**
 * The whole life of `npm start`: up, stay, and down again with exit code 0 on Ctrl-C, SIGTERM or a closed terminal.
 * A second Ctrl-C kills at once.
 */
export async function superviseFromTerminal(
  whenUp: (apps: Map<string, Daemon>) => Promise<void> | void,
): Promise<void> {
  // A terminal or a pipe that was closed must not take the services down with it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const started: Started = { rows: [], unlock: () => undefined };
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    let first = 0;
    const onSignal = () => {
      if (first && Date.now() - first < samePress) return;
      if (first) killAtOnce(started);
      first = Date.now();
      stopping.abort();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  });

  let exitCode = 0;
  try {
    const settingsFile = join(root, '.env');
    if (existsSync(settingsFile)) process.loadEnvFile(settingsFile);
    await whenUp(await up(await readPlan(process.env, root), started, stopping.signal));
    await stopped;
    console.log('\nStopping ...');
  } catch (error) {
    if (!stopping.signal.aborted) {
      exitCode = 1;
      const known = error instanceof Refusal || (error as NodeJS.ErrnoException).syscall;
      const text = known ? (error as Error).message : error;
      if (text) console.error(text);
    }
  }
  stopping.abort();
  for (const row of started.rows.reverse()) await Promise.all(row.map((daemon) => daemon.stop()));
  started.unlock();
  process.exit(exitCode);
}

/** Nothing is lost by it: PostgreSQL recovers what was committed, the rest is owed as before. */
function killAtOnce(started: Started): never {
  for (const daemon of started.rows.flat()) void daemon.kill9();
  started.unlock();
  process.exit(130);
}
