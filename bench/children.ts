import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import type { Reply } from './rpc.ts';

/** Everything this run has started and not yet stopped, so that an interrupted bench leaves nothing behind. */
const running = new Set<ChildProcess>();

/** Starts a process and remembers it; the last lines of its stderr are kept for the error message. */
function start(command: string, args: string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, options);
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

export interface Started {
  process: ChildProcess;
  pid: number;
}

/** Starts a Node program and waits for its `ready`. */
export function startNode(
  args: string[],
  env: Record<string, string>,
  readyWithinMs = 30_000,
): Promise<Started> {
  const child = start(process.execPath, args, {
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const complaints: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints.push(chunk.toString());
    if (complaints.length > 20) complaints.shift();
  });
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => {
      child.kill('SIGKILL');
      reject(new Error(`${args.at(-1)} ${reason}\n${complaints.join('')}`));
    };
    const timer = setTimeout(() => fail(`was not ready within ${readyWithinMs} ms`), readyWithinMs);
    child.once('exit', (code) => fail(`ended with ${code} before it was ready`));
    child.once('error', (error) => fail(error.message));
    child.once('message', () => {
      clearTimeout(timer);
      child.removeAllListeners('exit');
      child.once('exit', (code, signal) => {
        running.delete(child);
        if (code || (signal && signal !== 'SIGTERM'))
          process.stderr.write(`${args.at(-1)} ended: ${complaints.join('')}\n`);
      });
      resolve({ process: child, pid: child.pid ?? 0 });
    });
  });
}

/** Runs a Node program to its end. */
export function runNode(args: string[], env: Record<string, string>): Promise<void> {
  const child = start(process.execPath, args, {
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.at(-1)} ended with ${code}\n${complaints}`)),
    );
  });
}

/** Asks politely, then insists. */
export async function stop(
  child: ChildProcess,
  signal: NodeJS.Signals = 'SIGTERM',
  withinMs = 12_000,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), withinMs);
  await ended;
  clearTimeout(timer);
}

/** Ends what is still running, at once. */
export function abandonAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

let lastId = 0;

/** Calls a function that the child serves (`rpc.ts`). */
export function call<T>(child: Started, name: string, argument?: unknown): Promise<T> {
  const id = (lastId += 1);
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error(`the process ended during ${name}`));
    const onReply = (reply: Reply): void => {
      if (reply.id !== id) return;
      child.process.off('message', onReply);
      child.process.off('exit', onExit);
      if (reply.error) reject(new Error(reply.error));
      else resolve(reply.result as T);
    };
    child.process.on('message', onReply);
    child.process.once('exit', onExit);
    child.process.send({ id, name, argument });
  });
}

/** The bench's own environment without settings that would leak into a subject. */
function inherited(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ'];
  return Object.fromEntries(kept.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : [])));
}
