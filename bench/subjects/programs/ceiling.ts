import { serveWebhooks } from './server.ts';

/** The ceiling of ingest: signature and parse, nothing is kept. */
await serveWebhooks((body) => {
  JSON.parse(body.toString());
});
process.send?.('ready');
