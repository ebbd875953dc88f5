import { StartError } from '../errors/app-error.ts';

const DRAIN_MS = 10_000;

/**
 * Runs a process to its end: says `ready` to whoever spawned it, drains on SIGTERM, SIGINT or when that one is
 * gone, and turns a failure to start into one sentence.
 */
export async function runProcess(start: () => Promise<{ close(): Promise<unknown> }>): Promise<void> {
  let running: { close(): Promise<unknown> };
  try {
    running = await start();
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exit(1);
  }
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // A queue that never reached its backend can hang on closing.
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
  process.send?.('ready');
}

/** Why a process could not start, in words; only what nobody foresaw keeps its stack. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError) return sentenceOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  if (error instanceof StartError || error.name === 'SettingsError' || error.name === 'SecretError') return error.message;
  const { code, port, path } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Stop what listens there, or set PORT to another one.`;
  if (code === 'EACCES' && port) return `Port ${port} may not be opened by this user. Set PORT to one above 1023.`;
  if (path && code && /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOSPC|EISDIR)$/.test(code)) {
    return `The data folder cannot be used: ${error.message}. Set WAYPOST_DATA_DIR to a folder that this user may write to.`;
  }
  // Connection refused, unknown host, wrong password, no such database: all of them are about DATABASE_URL here.
  if (code && /^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|28|3D|57P)/.test(code)) {
    return `The database of DATABASE_URL cannot be used: ${error.message}.`;
  }
  if (code === '42501') {
    return `The user of DATABASE_URL lacks a right: ${error.message}. It must own the database and have CREATEROLE, not more; docs/operations.md says how.`;
  }
  if (code === '42P01' || code === '22023') return 'The database has no tables of Waypost; run the migrate step of this version first.';
  return error.stack ?? error.message;
}
