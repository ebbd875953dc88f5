import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BadRequest, sendJson } from './http.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Serving {
  port: number;
  url: string;
  close(): Promise<void>;
}

/** Serves on 127.0.0.1 unless told otherwise; port 0 takes a free one. Rejects where the port cannot be had. */
export async function serve(handler: Handler, port: number, host = '127.0.0.1'): Promise<Serving> {
  const server = createServer((request, response) => {
    handler(request, response).catch((error: unknown) => refuse(response, error));
  });
  // Longer than callers keep an idle connection, so that none writes into one that is just being closed.
  server.keepAliveTimeout = 65_000;
  await listen(server, port, host);
  const { port: taken } = server.address() as AddressInfo;
  return {
    port: taken,
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Says what was wrong, if there is still somebody to say it to. */
function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent || !response.socket || response.socket.destroyed) return void response.destroy();
  // The rest of a refused body may still be on its way: this connection cannot be used again.
  response.setHeader('Connection', 'close');
  if (error instanceof BadRequest) return sendJson(response, error.status, { error: error.message });
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  sendJson(response, 500, { error: 'The simulator failed; its log says why.' });
}
