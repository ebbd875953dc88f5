import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findRedis } from '../services/queue.ts';
import { Refusal } from '../services/refusal.ts';
import { campaign, type Result } from './campaign.ts';
import type { QueueMode } from './product.ts';
import { summaryLines, writeDocument } from './report.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function readArguments() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '50' },
      queue: { type: 'string', default: 'both' },
      seed: { type: 'string' },
      at: { type: 'string' },
      write: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  if (!Number.isInteger(rounds) || rounds < 0) throw new Refusal('--rounds wants a whole number.');
  if (!Number.isInteger(seed)) throw new Refusal('--seed wants a whole number.');
  if (!['redis', 'postgres', 'both'].includes(values.queue))
    throw new Refusal('--queue wants redis, postgres or both.');
  let queues: QueueMode[] = values.queue === 'both' ? ['redis', 'postgres'] : [values.queue as QueueMode];
  if (queues.includes('redis') && !findRedis()) {
    if (values.queue === 'redis') throw new Refusal('There is no redis-server on the PATH.');
    say('No redis-server on the PATH: only the queue on PostgreSQL is tried.');
    queues = ['postgres'];
  }
  return { rounds, seed, queues, at: values.at, write: values.write, keep: values.keep };
}

async function main(): Promise<boolean> {
  const { rounds, seed, queues, at, write, keep } = readArguments();
  const folder = mkdtempSync(join(tmpdir(), 'waypost-crash-'));
  say(`Killing Waypost: ${rounds} rounds per queue mode, seed ${seed}, journals and logs in ${folder}`);
  const results: Result[] = [];
  for (const queue of queues) {
    const own = join(folder, queue);
    mkdirSync(own);
    results.push(await campaign({ queue, rounds, seed, at, folder: own, say }));
  }
  for (const result of results) for (const line of summaryLines(result)) say(line);
  const good = results.every(({ violations }) => violations.length === 0);
  if (!good) say(`Something that must never happen has happened; play it again with --seed ${seed}.`);
  if (good && !keep) rmSync(folder, { recursive: true });
  if (good && write) writeDocument(results, seed);
  return good;
}

// What was started ends with this process: it holds the other end of their pipes.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  process.exit((await main()) ? 0 : 1);
} catch (error) {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${error instanceof Refusal ? error.message : words}\n`);
  process.exit(1);
}
