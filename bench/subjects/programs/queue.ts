import { createPostgresBackend, Queue, withBackend, Worker } from 'bullmq';
import type { Job } from 'bullmq';
import { databaseUrl, redisUrl } from './settings.ts';

/** The part of a BullMQ queue the baselines use. */
export interface Jobs<D> {
  add(data: D): Promise<unknown>;
}

const onPostgres = withBackend(createPostgresBackend);
const postgres = () => ({ connectionString: databaseUrl(), schema: 'bullmq', migrate: true });
const redis = () => ({ url: redisUrl(), maxRetriesPerRequest: null });

/** A queue on Redis, or on PostgreSQL when no Redis is given. Finished jobs are removed at once. */
export function openQueue<D>(name: string): Jobs<D> {
  const defaultJobOptions = { removeOnComplete: true, attempts: 3 };
  const queue = redisUrl()
    ? new Queue(name, { connection: redis(), defaultJobOptions })
    : new onPostgres.Queue(name, { connection: postgres(), defaultJobOptions });
  return { add: (data) => queue.add(name, data) };
}

/** Handles a queue's jobs, `concurrency` at a time; ready once it listens. */
export async function consume<D>(
  name: string,
  concurrency: number,
  handle: (data: D) => Promise<void>,
): Promise<void> {
  const process = (job: Job<D>): Promise<void> => handle(job.data);
  const worker = redisUrl()
    ? new Worker<D>(name, process, { connection: redis(), concurrency })
    : new onPostgres.Worker<D>(name, process, { connection: postgres(), concurrency });
  worker.on('failed', (_job, error) => report(error));
  worker.on('error', report);
  await worker.waitUntilReady();
}

const report = (error: Error): void => void process.stderr.write(`${error.message}\n`);
