import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { serve } from '../rpc.ts';
import { now } from './clock.ts';
import { readMark } from './payload.ts';

/** The process that plays the tenants' projects: a bare HTTP server that notes when each webhook arrived. */
export interface WatchArgument {
  window: number;
  count: number;
  /** Signing secret by path; one forwarded request in 64 is checked against it. */
  secrets: Record<string, string>;
  /** Paths that keep a call waiting, in milliseconds. */
  hang: Record<string, number>;
}

export interface ReceiverReport {
  /** When webhook number n arrived first; 0 when it has not. Milliseconds of the monotonic clock. */
  receivedAt: Float64Array;
  delivered: number;
  repeated: number;
  badSignatures: number;
}

const ANSWER = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok');
const HEAD_END = Buffer.from('\r\n\r\n');
const CHECK_EVERY = 64;
const PROGRESS_EVERY_MS = 3;

let watch: WatchArgument = { window: -1, count: 0, secrets: {}, hang: {} };
let receivedAt = new Float64Array(0);
let delivered = 0;
let repeated = 0;
let badSignatures = 0;

function accept(socket: Socket): void {
  let rest: Buffer | undefined;
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    let bytes = rest ? Buffer.concat([rest, chunk]) : chunk;
    for (;;) {
      const taken = takeRequest(socket, bytes);
      if (taken === 0) break;
      bytes = bytes.subarray(taken);
    }
    rest = bytes.length > 0 ? bytes : undefined;
  });
}

/** Handles the first whole request in `bytes` and says how long it was; 0 while it is incomplete. */
function takeRequest(socket: Socket, bytes: Buffer): number {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return 0;
  const head = bytes.toString('latin1', 0, headEnd);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`the receiver needs Content-Length, got: ${head}`);
  const bodyStart = headEnd + HEAD_END.length;
  const end = bodyStart + Number(length);
  if (bytes.length < end) return 0;
  receive(socket, head, bytes.subarray(bodyStart, end));
  return end;
}

function receive(socket: Socket, head: string, body: Buffer): void {
  const path = head.slice(head.indexOf(' ') + 1, head.indexOf(' ', head.indexOf(' ') + 1));
  const mark = readMark(body);
  if (mark && mark.window === watch.window && mark.sequence < receivedAt.length) {
    if (receivedAt[mark.sequence]) repeated += 1;
    else {
      receivedAt[mark.sequence] = now();
      delivered += 1;
      if (mark.sequence % CHECK_EVERY === 0 && !signedBy(watch.secrets[path], head, body)) badSignatures += 1;
    }
  }
  const hang = watch.hang[path];
  if (hang) setTimeout(() => socket.write(ANSWER), hang);
  else socket.write(ANSWER);
}

function signedBy(secret: string | undefined, head: string, body: Buffer): boolean {
  if (!secret) return false;
  const expected = createHmac('sha256', secret).update(body).digest('hex');
  return head.toLowerCase().includes(`x-hub-signature-256: sha256=${expected}`);
}

/** Tells the generator how many have arrived: a 32-bit count, little endian, whenever it has changed. */
function reportProgress(socket: Socket): void {
  let told = -1;
  const message = (): Buffer => {
    const bytes = Buffer.allocUnsafe(4);
    bytes.writeUInt32LE(delivered);
    return bytes;
  };
  const timer = setInterval(() => {
    if (told === delivered) return;
    told = delivered;
    socket.write(message());
  }, PROGRESS_EVERY_MS);
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => clearInterval(timer));
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

const port = await listen(createServer(accept));
const progressPort = await listen(createServer(reportProgress));

serve({
  ports: () => ({ port, progressPort }),
  watch: (next: WatchArgument): void => {
    watch = next;
    receivedAt = new Float64Array(next.count);
    delivered = 0;
    repeated = 0;
    badSignatures = 0;
  },
  delivered: (): number => delivered,
  report: (): ReceiverReport => ({ receivedAt, delivered, repeated, badSignatures }),
});
