import { createHmac } from 'node:crypto';
import pg from 'pg';
import { Pool } from 'undici';
import { groupCommit } from './group-commit.ts';
import { consume } from './queue.ts';
import { databaseUrl, destination, projectSecret } from './settings.ts';

/** The bare pipeline, second half: claim a batch, POST it over keep-alive connections, record the results together. */
const BATCH = 256;
const CLAIMERS = 2;
const CONNECTIONS = 64;
interface Claimed {
  deliveryId: string;
  payload: string;
}

interface Result {
  deliveryId: string;
  status: number;
  tookMs: number;
  answer: string;
}

const { origin, pathname } = destination();
const secret = projectSecret();
/**
 * A plan made while the tables were empty would scan them for ever; batches this small always go by key. Nor by bitmap:
 * only a plain index scan skips the entries of rows that are done.
 */
const BY_KEY =
  '-c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off -c enable_bitmapscan=off';
const pool = new pg.Pool({ connectionString: databaseUrl(), max: 2 * CLAIMERS, options: BY_KEY });
const project = new Pool(origin, { connections: CONNECTIONS });

async function claim(): Promise<Claimed[]> {
  const { rows } = await pool.query<Claimed>({
    name: 'claim',
    text: `with claimed as (
             select id, payload from raw where state = 'new' order by id limit ${BATCH} for update skip locked
           ), numbered as (
             select uuidv7() as delivery_id, id, payload from claimed
           ), done as (
             update raw set state = 'done' from claimed where raw.id = claimed.id
           ), made as (
             insert into delivery (id, event_id, project_id, state) select delivery_id, id, 1, 'delivering' from numbered
           )
           select delivery_id as "deliveryId", payload from numbered`,
  });
  return rows;
}

const record = groupCommit<Result>(async (results) => {
  await pool.query({
    name: 'record',
    text: `with result as (
             select * from unnest($1::uuid[], $2::int[], $3::int[], $4::text[]) as r(delivery_id, status, took_ms, response)
           ), logged as (
             insert into attempt (delivery_id, status, took_ms, response) select * from result
           )
           update delivery set state = 'delivered', updated_at = now() from result where delivery.id = result.delivery_id`,
    values: [
      results.map((result) => result.deliveryId),
      results.map((result) => result.status),
      results.map((result) => result.tookMs),
      results.map((result) => result.answer),
    ],
  });
});

async function send({ deliveryId, payload }: Claimed): Promise<void> {
  const startedAt = performance.now();
  JSON.parse(payload);
  const response = await project.request({
    method: 'POST',
    path: pathname,
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(payload).digest('hex')}`,
    },
    body: payload,
  });
  const answer = await response.body.text();
  const tookMs = Math.round(performance.now() - startedAt);
  await record({ deliveryId, status: response.statusCode, tookMs, answer });
}

/** Takes the next batch only when its last one is through, so that batches grow with the load. */
async function drain(): Promise<void> {
  for (;;) {
    const batch = await claim();
    if (batch.length === 0) return;
    await Promise.all(batch.map(send));
  }
}

await consume('wake', CLAIMERS, drain);
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => process.exit());
process.send?.('ready');
