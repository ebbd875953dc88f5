import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, startTimeOf } from '../services/processes.ts';
import { Refusal } from '../services/refusal.ts';

interface Holder {
  pid: number;
  /** Pids are used again: pid and start time together name a process for good. */
  startTime?: string;
  host: string;
}

const heartbeat = 2_000;

/**
 * Takes the data folder for this process. A lock whose holder is gone is taken over.
 * @returns gives the folder back
 * @throws Refusal while another Waypost runs on it
 */
export async function lockDataDir(dataDir: string): Promise<() => void> {
  const file = join(dataDir, 'lock');
  const found = readIfThere(file);
  if (found !== undefined && (await holds(parseHolder(found), file))) throw busy(dataDir, file);
  if (found !== undefined) removeStale(file, found, dataDir);
  const us: Holder = { pid: process.pid, startTime: startTimeOf(process.pid), host: hostname() };
  try {
    writeFileSync(file, JSON.stringify(us), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw busy(dataDir, file);
    throw error;
  }
  const timer = setInterval(
    () => unlessGone(() => utimesSync(file, new Date(), new Date())),
    heartbeat,
  ).unref();
  return () => {
    clearInterval(timer);
    rmSync(file, { force: true });
  };
}

async function holds(holder: Holder, file: string): Promise<boolean> {
  if (holder.host === hostname()) {
    const alive = isAlive(holder.pid) && holder.pid !== process.pid;
    return alive && (holder.startTime === undefined || startTimeOf(holder.pid) === holder.startTime);
  }
  // On another machine or in another container its pid tells nothing; what tells is whether it still touches the file.
  const touched = lastTouched(file);
  await sleep(heartbeat * 2.5);
  return lastTouched(file) !== touched;
}

/** Of two that find the same dead holder, one moves its lock away; the other may catch the new lock instead and puts it back. */
function removeStale(file: string, stale: string, dataDir: string): void {
  const aside = `${file}.${process.pid}`;
  if (unlessGone(() => renameSync(file, aside)) === 'gone') throw busy(dataDir, file);
  if (readIfThere(aside) !== stale) {
    renameSync(aside, file);
    throw busy(dataDir, file);
  }
  rmSync(aside);
}

/** A lock that cannot be parsed was being written when its process died. */
function parseHolder(text: string): Holder {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return { pid: 0, host: hostname() };
  }
}

function readIfThere(file: string): string | undefined {
  const text = unlessGone(() => readFileSync(file, 'utf8'));
  return text === 'gone' ? undefined : text;
}

function lastTouched(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function unlessGone<T>(action: () => T): T | 'gone' {
  try {
    return action();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
    throw error;
  }
}

function busy(dataDir: string, file: string): Refusal {
  const { pid, host } = parseHolder(readIfThere(file) ?? '');
  const who = pid ? ` (process ${pid}${host === hostname() ? '' : ` on ${host}`})` : '';
  return new Refusal(
    `Waypost already runs on the data folder ${dataDir}${who}: stop it first, or set WAYPOST_DATA_DIR to another folder.`,
  );
}
