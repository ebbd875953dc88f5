import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';
import { freePort } from '../../tools/services/ports.ts';
import { findRedis } from '../../tools/services/queue.ts';

/** Whether these tests run with Redis as the backend of the queue. */
export const withRedis = process.env.WAYPOST_TEST_QUEUE === 'redis';

/** A Redis of a test's own, which may be emptied, killed and started again. */
export async function startOwnRedis() {
  const server = findRedis();
  if (!server) throw new Error('There is neither valkey-server nor redis-server on the PATH.');
  const port = await freePort();
  let child: ChildProcess | undefined;
  const ask = async (command: string): Promise<void> => {
    const client = new Redis({ port, lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.call(command);
    } finally {
      client.disconnect();
    }
  };
  const redis = {
    url: `redis://127.0.0.1:${port}`,
    flush: () => ask('FLUSHALL'),
    start: async () => {
      const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
      child = spawn(server, settings, { cwd: tmpdir(), stdio: 'ignore' });
      for (;;) {
        try {
          return await ask('PING');
        } catch {
          await new Promise((again) => setTimeout(again, 20));
        }
      }
    },
    kill: async () => {
      const dying = child;
      child = undefined;
      if (!dying) return;
      const gone = new Promise((exited) => dying.once('exit', exited));
      dying.kill('SIGKILL');
      await gone;
    },
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  await redis.start();
  return redis;
}
