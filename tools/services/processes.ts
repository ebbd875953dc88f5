import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.ts';

export function isAlive(pid: number): boolean {
  // Zero and below would ask for whole groups of processes.
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there, but somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line of a running process; undefined when there is none or the platform does not tell. */
export function commandOf(pid: number): string | undefined {
  if (process.platform === 'linux') return readProc(pid, 'cmdline')?.replaceAll('\0', ' ').trim();
  return askPs(pid, 'command');
}

/** When a process began, in words of the platform: with the pid it names a process for good, since pids are used again. */
export function startTimeOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return askPs(pid, 'lstart');
  // Field 22 of stat; the second field, the name, may itself hold spaces and brackets.
  return readProc(pid, 'stat')?.split(') ').pop()?.split(' ')[19];
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

function askPs(pid: number, column: string): string | undefined {
  if (process.platform === 'win32') return undefined;
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** Signals with the milliseconds each is given; the last one should be SIGKILL, so that the way out is bounded. */
export type StopPlan = ReadonlyArray<readonly [NodeJS.Signals, number]>;

/** Ends a process, the polite signal first. Resolves once it is gone or the plan is used up. */
export async function endProcess(pid: number, plan: StopPlan): Promise<void> {
  for (const [signal, patience] of plan) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw new Refusal(
        `Process ${pid} of an earlier start cannot be stopped (${(error as Error).message}): stop it first.`,
      );
    }
    for (const until = Date.now() + patience; Date.now() < until; await sleep(20)) {
      if (!isAlive(pid) || isZombie(pid)) return;
    }
  }
}

/** An ended process that nobody has waited for yet: in a container without an init it may stay for ever. */
function isZombie(pid: number): boolean {
  return process.platform === 'linux' && readProc(pid, 'stat')?.split(') ').pop()?.startsWith('Z') === true;
}

/**
 * PostgreSQL and Redis do not notice that their parent was killed. A shell that waits on a pipe from us does:
 * the pipe ends with this process, whatever ended it. `folder` is removed once the process is gone.
 * @returns the watch, to be killed when `pid` has ended in the ordinary way
 */
export function endWithUs(pid: number, signal: 'INT' | 'TERM', folder = ''): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const script =
    'read -r _; kill -s "$1" "$2"; n=0; while kill -0 "$2" 2>/dev/null && [ $n -lt 300 ]; do sleep 0.1; n=$((n+1)); done; ' +
    'test -z "$3" || rm -rf -- "$3"';
  const watch = spawn('sh', ['-c', script, 'sh', signal, String(pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.unref();
  (watch.stdin as unknown as { unref(): void } | null)?.unref();
  return watch;
}
