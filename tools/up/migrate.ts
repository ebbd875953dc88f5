import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../run.ts';
import { readLines } from '../services/app.ts';
import { Refusal } from '../services/refusal.ts';
import { logLines } from './log-lines.ts';

/** Brings the database up to date. The program says itself, in a sentence, what it could not do. */
export async function migrate(
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
