import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Daemon } from './daemon.ts';
import { makeDataDir } from './data-dir.ts';
import { rotateLog, sizeOf, textSince } from './log-file.ts';
import { freePort } from './ports.ts';
import { commandOf, endProcess, isAlive, type StopPlan } from './processes.ts';
import { Refusal } from './refusal.ts';

const stopPlan: StopPlan = [
  ['SIGTERM', 5_000],
  ['SIGKILL', 2_000],
];

/** What carries the wake-ups: a Redis of our own, one that runs elsewhere, or PostgreSQL itself. */
export type Queue =
  | { kind: 'own'; url: string; server: string; daemon: Daemon }
  | { kind: 'given'; url: string }
  | { kind: 'postgres' };

/**
 * A Redis of our own forgets everything when it ends, on purpose: rows decide what is owed, jobs only hurry it along.
 * Without `dataDir` it leaves no file behind.
 */
export async function startQueue(
  options: { redisUrl?: string; dataDir?: string; port?: number; signal?: AbortSignal } = {},
): Promise<Queue> {
  if (options.redisUrl) return { kind: 'given', url: options.redisUrl };
  const server = findRedis();
  if (!server) return { kind: 'postgres' };
  const { daemon, url } = await startRedis(server, options);
  return { kind: 'own', url, server, daemon };
}

/** `valkey-server` or `redis-server` on the PATH, from Redis 6.2 on; undefined when there is none. */
export function findRedis(): string | undefined {
  return ['valkey-server', 'redis-server'].find((command) => {
    const { stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
    const [, major = 0, minor = 0] = stdout?.match(/v=(\d+)\.(\d+)/)?.map(Number) ?? [];
    return major > 6 || (major === 6 && minor >= 2);
  });
}

async function startRedis(
  server: string,
  options: { dataDir?: string; port?: number; signal?: AbortSignal },
) {
  const { dataDir } = options;
  if (dataDir) {
    makeDataDir(dataDir);
    await endOrphan(dataDir);
  }
  const port = options.port ?? (await freePort());
  const password = randomBytes(24).toString('base64url');
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const log = dataDir && join(dataDir, 'logs', 'redis.log');
  let logStart = 0;
  const daemon = new Daemon({
    name: 'redis',
    spawn() {
      if (log) {
        rotateLog(log);
        logStart = sizeOf(log);
      }
      const output = log ? openSync(log, 'a', 0o600) : 'ignore';
      const child = spawn(server, ['-'], {
        cwd: tmpdir(),
        stdio: ['pipe', output, output],
        detached: true,
        windowsHide: true,
      });
      if (typeof output === 'number') closeSync(output);
      // A server that ends at once leaves the pipe broken; how it ended is reported by its exit.
      child.stdin?.on('error', () => undefined);
      // By standard input, since the arguments of a process can be read by everybody on the machine.
      child.stdin?.end(configuration(port, password));
      if (dataDir && child.pid)
        writeFileSync(join(dataDir, 'redis.json'), JSON.stringify({ pid: child.pid, port }), { mode: 0o600 });
      return child;
    },
    ready: (_child, signal) => untilAnswers(url, signal),
    explain: (how) => {
      const said = log && textSince(log, logStart).trim().split('\n').at(-1);
      return new Refusal(`${server} did not start: ${said || how}${log ? ` (log: ${log})` : ''}`);
    },
    stopPlan,
    orphan: { signal: 'TERM' },
  });
  await daemon.start(options.signal);
  return { daemon, url };
}

function configuration(port: number, password: string): string {
  return [
    `port ${port}`,
    'bind 127.0.0.1',
    `requirepass ${password}`,
    'save ""',
    'appendonly no',
    // A queue that drops keys under pressure would lose jobs silently; refusing is noticed.
    'maxmemory-policy noeviction',
    'daemonize no',
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** A Redis that outlived its Waypost: its process title names the port, so a pid used again is not mistaken for it. */
async function endOrphan(dataDir: string): Promise<void> {
  let known: { pid?: number; port?: number };
  try {
    known = JSON.parse(readFileSync(join(dataDir, 'redis.json'), 'utf8')) as typeof known;
  } catch {
    return; // None was started here, or its note is damaged: nothing is known that could be ended.
  }
  const { pid, port } = known;
  if (pid && isAlive(pid) && commandOf(pid)?.includes(`127.0.0.1:${port}`)) await endProcess(pid, stopPlan);
}

async function untilAnswers(url: string, signal: AbortSignal): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined); // Each refusal is seen by the call below; ioredis reports it here once more.
  for (;;) {
    try {
      await client.connect();
      await client.ping();
      client.disconnect();
      return;
    } catch {
      client.disconnect();
      await sleep(30, undefined, { signal });
    }
  }
}
