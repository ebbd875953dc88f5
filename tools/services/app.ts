import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../run.ts';
import { Daemon } from './daemon.ts';
import { Refusal } from './refusal.ts';

export type Source = 'stdout' | 'stderr';

export interface AppOptions {
  /** Of the built entry `dist/<name>/<name>.js`. */
  name: 'api' | 'worker' | 'simulator';
  env: NodeJS.ProcessEnv;
  onLine: (line: string, source: Source) => void;
  /** Milliseconds until it must serve. */
  patience?: number;
}

/**
 * One of our own processes. It tells by IPC that it serves, and ends by itself when the channel breaks, so it never
 * outlives us. It stands in a session of its own: a Ctrl-C reaches us alone, and we decide about the order.
 */
export function appDaemon({ name, env, onLine, patience = 60_000 }: AppOptions): Daemon {
  return new Daemon({
    name,
    spawn() {
      const child = spawn(
        process.execPath,
        ['--enable-source-maps', join(root, 'dist', name, `${name}.js`)],
        {
          cwd: root,
          env,
          stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
          detached: true,
          windowsHide: true,
        },
      );
      readLines(child, onLine);
      return child;
    },
    async ready(child, signal) {
      const late = sleep(patience, undefined, { signal }).then(() => {
        throw new Refusal(`${name} does not serve after ${patience / 1000} seconds.`);
      });
      await Promise.race([messageReady(child, signal), late]);
    },
    explain: (how) => new Refusal(`${name} did not start (${how}).`),
    stopPlan: [
      ['SIGTERM', 10_000],
      ['SIGKILL', 2_000],
    ],
  });
}

async function messageReady(child: ChildProcess, signal: AbortSignal): Promise<void> {
  for (;;) {
    const [message] = (await once(child, 'message', { signal })) as [unknown];
    if (message === 'ready') return;
  }
}

export function readLines(child: ChildProcess, onLine: (line: string, source: Source) => void): void {
  for (const source of ['stdout', 'stderr'] as const) {
    const stream = child[source];
    if (stream) createInterface({ input: stream }).on('line', (line) => onLine(line, source));
  }
}
