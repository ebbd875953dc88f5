import pg from 'pg';
import { openQueue } from './queue.ts';
import { serveWebhooks } from './server.ts';
import { databaseUrl } from './settings.ts';
import type { WebhookJob } from './usual-worker.ts';

/** The usual pattern, first half: one INSERT and one job for each webhook, both awaited before the 200. */
const pool = new pg.Pool({ connectionString: databaseUrl(), max: 20 });
const webhooks = openQueue<WebhookJob>('webhook');

await serveWebhooks(async (body) => {
  const text = body.toString();
  JSON.parse(text);
  const { rows } = await pool.query<{ id: string }>({
    name: 'keep',
    text: 'insert into webhook_event (payload) values ($1) returning id',
    values: [text],
  });
  await webhooks.add({ eventId: rows[0]!.id, payload: text });
});
process.send?.('ready');
