import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { send, sendJson } from '../http.ts';
import type { Behaviour } from './modes.ts';

const ok = { status: 'ok' };

/** A length or a body with one of these would spoil the connection. */
const bodiless = new Set([204, 205, 304]);

/** Carries a behaviour out on a response. */
export async function answerAs(behaviour: Behaviour, response: ServerResponse): Promise<void> {
  switch (behaviour.mode) {
    case 'fast':
      return sendJson(response, 200, ok);
    case 'slow':
      await sleep(behaviour.ms, undefined, { ref: false });
      if (!response.destroyed) sendJson(response, 200, ok);
      return;
    case 'status': {
      const { status, retryAfter, retryAfterDate, body } = behaviour;
      if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
      if (retryAfterDate !== undefined) {
        response.setHeader('Retry-After', new Date(Date.now() + retryAfterDate * 1000).toUTCString());
      }
      if (bodiless.has(status)) {
        response.writeHead(status).end();
      } else if (body === undefined) {
        sendJson(response, status, { status });
      } else {
        send(response, status, 'text/plain', body);
      }
      return;
    }
    case 'hang':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'drop':
      response.writeHead(200, { 'Content-Length': behaviour.bytes + 1_000 });
      response.flushHeaders();
      response.write(Buffer.alloc(behaviour.bytes, 'x'), () => response.socket?.destroy());
      return;
    case 'huge':
      return sendMuch(response, behaviour.bytes);
    case 'redirect':
      response.writeHead(behaviour.status, { Location: behaviour.location, 'Content-Length': 0 });
      response.end();
      return;
  }
}

/** In pieces and no faster than they are read, so that a large body costs no memory here. */
function sendMuch(response: ServerResponse, bytes: number): void {
  const piece = Buffer.alloc(64 * 1024, 'x');
  let left = bytes;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      const part = piece.subarray(0, Math.min(left, piece.length));
      left -= part.length;
      if (!response.write(part)) return void response.once('drain', more);
    }
    response.end();
  };
  response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': bytes });
  more();
}
