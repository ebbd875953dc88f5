import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { appSecret, port } from './settings.ts';

const secret = appSecret();

/**
 * A bare Node server that checks Meta's signature over the raw bytes and hands the body on; 200 once `keep` resolves,
 * 503 when it throws. What every baseline shares, so that they differ only in how they keep a webhook.
 */
export function serveWebhooks(keep: (body: Buffer) => Promise<void> | void): Promise<void> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on(
      'end',
      () => void answer(request, response, chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)),
    );
  });
  server.keepAliveTimeout = 60_000;
  process.on('disconnect', () => process.exit());
  process.on('SIGTERM', () => process.exit());
  return new Promise((resolve) => server.listen(port(), '127.0.0.1', resolve));

  async function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    if (!isSigned(request.headers['x-hub-signature-256'], body)) {
      response.writeHead(401).end();
      return;
    }
    try {
      const kept = keep(body);
      if (kept) await kept;
    } catch (error) {
      process.stderr.write(`${String(error)}\n`);
      response.writeHead(503).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 21 });
    response.end('{"status":"received"}');
  }
}

function isSigned(header: string | string[] | undefined, body: Buffer): boolean {
  if (typeof header !== 'string' || !header.startsWith('sha256=')) return false;
  const given = Buffer.from(header.slice('sha256='.length), 'hex');
  const expected = createHmac('sha256', secret).update(body).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}
