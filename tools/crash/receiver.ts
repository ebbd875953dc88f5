/**
 * The tenants' backends, as a process of its own that nobody kills: notes every webhook in its journal
 * (first argument) before it answers. Says its port by IPC and is told how to behave by `PUT /control`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkHubSignature, checkStandardSignature, keysOf } from '../../apps/simulator/src/index.ts';
import { JsonLines } from '../../apps/simulator/src/json-lines.ts';
import type { Behaviour, ReceivedLine } from './receiving.ts';

const journal = new JsonLines(process.argv[2] ?? 'received.jsonl');
let behaviour: Behaviour = { secrets: {} };
let held: ServerResponse[] = [];
const failed = new Set<string>();
let failures = 0;

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const project = request.url?.slice(1) ?? '';
  if (project === 'control') return control(body, response);
  const secret = behaviour.secrets[project];
  const { headers } = request;
  const webhookId = String(headers['webhook-id']);
  const answer = answerTo(project, webhookId);
  journal.append({
    at: Date.now(),
    project,
    webhookId,
    attempt: Number(headers['x-waypost-attempt']),
    signed:
      checkHubSignature(headers, body, secret) === 'valid' &&
      checkStandardSignature(headers, body, secret) === 'valid',
    answer,
    keys: keysOf(body),
  } satisfies ReceivedLine);
  if (answer === 'held') held.push(response);
  else if (answer === 'reset') response.socket?.resetAndDestroy();
  else response.writeHead(answer, { 'content-length': 0 }).end();
}

/** A webhook fails once at most, so that what it costs is one wait of the retry schedule. */
function answerTo(project: string, webhookId: string): ReceivedLine['answer'] {
  if (project === behaviour.holding) return 'held';
  const { failing } = behaviour;
  if (failing?.project !== project || failures >= failing.times || failed.has(webhookId)) return 200;
  failed.add(webhookId);
  failures += 1;
  return failing.how;
}

/** Tells what it does now; held answers end unanswered when nobody is to be held any more. */
function control(body: Buffer, response: ServerResponse): void {
  if (body.length > 0) {
    const change = JSON.parse(body.toString()) as Partial<Behaviour>;
    if ('failing' in change) failures = 0;
    behaviour = { ...behaviour, ...change };
    if (!behaviour.holding) {
      for (const each of held) each.socket?.destroy();
      held = [];
    }
  }
  response.end(JSON.stringify({ held: held.length, failures }));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const server = createServer((request, response) => {
  take(request, response).catch(() => response.destroy()); // The caller was killed in the middle of its request.
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('disconnect', () => process.exit());
