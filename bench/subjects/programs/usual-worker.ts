import { createHmac } from 'node:crypto';
import pg from 'pg';
import { Pool } from 'undici';
import { consume, openQueue } from './queue.ts';
import { databaseUrl, destination, projectSecret } from './settings.ts';

/** The payload travels in the job, which spares this pattern a SELECT per step. */
export interface WebhookJob {
  eventId: string;
  payload: string;
}

interface DeliveryJob {
  deliveryId: string;
  payload: string;
}

/** The usual pattern, second half: one job per webhook makes a delivery row and one job per delivery, which sends it. */
const CONCURRENCY = 50;
const { origin, pathname } = destination();
const secret = projectSecret();
const pool = new pg.Pool({ connectionString: databaseUrl(), max: 20 });
const project = new Pool(origin, { connections: CONCURRENCY });
const deliveries = openQueue<DeliveryJob>('delivery');

await consume<WebhookJob>('webhook', CONCURRENCY, async ({ eventId, payload }) => {
  const { rows } = await pool.query<{ id: string }>({
    name: 'deliver',
    text: `insert into delivery (event_id, project_id, state) values ($1, 1, 'pending') returning id`,
    values: [eventId],
  });
  await deliveries.add({ deliveryId: rows[0]!.id, payload });
});

await consume<DeliveryJob>('delivery', CONCURRENCY, async ({ deliveryId, payload }) => {
  const startedAt = performance.now();
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
  const took = Math.round(performance.now() - startedAt);
  await pool.query({
    name: 'record',
    text: `update delivery set state = 'delivered', updated_at = now() where id = $1`,
    values: [deliveryId],
  });
  await pool.query({
    name: 'attempt',
    text: 'insert into attempt (delivery_id, status, took_ms, response) values ($1, $2, $3, $4)',
    values: [deliveryId, response.statusCode, took, answer],
  });
});

process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => process.exit());
process.send?.('ready');
