import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { readBody, sendJson } from '../http.ts';
import { JsonLines } from '../json-lines.ts';
import { answerAs } from './answer.ts';
import { behaviourFor, type DestinationMode } from './modes.ts';
import {
  asJson,
  interestingHeaders,
  ReceivedLog,
  type DestinationCounts,
  type ReceivedRequest,
} from './received.ts';
import { checkHubSignature, checkStandardSignature } from './signatures.ts';

export interface DestinationsOptions {
  /** Signing secrets by destination name. */
  secrets?: Record<string, string>;
  /** Folder that gets `destination-<name>.jsonl`, a line per request, written before the answer. */
  journalDir?: string;
  /** Requests kept in memory per destination. Default 1,000. */
  keep?: number;
  random?: () => number;
}

interface Destination {
  mode: DestinationMode;
  secret: string | undefined;
  /** Requests since the mode was set. */
  since: number;
  log: ReceivedLog;
  file: JsonLines | undefined;
}

export interface DestinationView {
  name: string;
  mode: DestinationMode;
  hasSecret: boolean;
  counts: DestinationCounts;
}

const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const maxDestinations = 1_000;
const maxBody = 64 * 1024 * 1024;

/** Stand-ins for a tenant's backends: each takes webhooks under its name, notes them, and answers as told. */
export class Destinations {
  readonly #destinations = new Map<string, Destination>();
  readonly #options: DestinationsOptions;
  readonly #arrivals = new EventEmitter().setMaxListeners(0);

  constructor(options: DestinationsOptions = {}) {
    this.#options = options;
    for (const name of Object.keys(options.secrets ?? {})) this.#get(name);
  }

  /** Answers `ANY /destinations/:name`; the name needs no announcement. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    const name = path.split('?')[0]?.split('/')[2] ?? '';
    if (!this.accepts(name))
      return sendJson(response, 404, { error: 'There is no destination of that name.' });
    const destination = this.#get(name);
    const body = await readBody(request, maxBody);
    destination.since += 1;
    const behaviour = behaviourFor(destination.mode, destination.since, this.#options.random ?? Math.random);
    const { headers } = request;
    const received = destination.log.add({
      at: new Date().toISOString(),
      name,
      method: request.method ?? '',
      path,
      headers: interestingHeaders(headers),
      sha256: createHash('sha256').update(body).digest('hex'),
      signatures: {
        hub: checkHubSignature(headers, body, destination.secret),
        standard: checkStandardSignature(headers, body, destination.secret),
      },
      answered: behaviour.mode,
      body,
    });
    destination.file?.append(asJson(received, Infinity));
    this.#arrivals.emit(name);
    await answerAs(behaviour, response);
  }

  /** Whether a destination can have this name (and there is room for another). */
  accepts(name: string): boolean {
    return (
      this.#destinations.has(name) || (namePattern.test(name) && this.#destinations.size < maxDestinations)
    );
  }

  setMode(name: string, mode: DestinationMode): void {
    Object.assign(this.#get(name), { mode, since: 0 });
  }

  setSecret(name: string, secret: string): void {
    this.#get(name).secret = secret;
  }

  /** The last requests, newest last. */
  requests(name: string, limit?: number): ReceivedRequest[] {
    return this.#destinations.get(name)?.log.requests(limit) ?? [];
  }

  clear(name: string): void {
    this.#destinations.get(name)?.log.clear();
  }

  view(name: string): DestinationView {
    const { mode, secret, since, log } = this.#get(name);
    // What was asked for the first requests alone is over when they have come.
    const over = mode.first !== undefined && since >= mode.first;
    return { name, mode: over ? { mode: 'fast' } : mode, hasSecret: secret !== undefined, counts: log.counts() };
  }

  all(): DestinationView[] {
    return [...this.#destinations.keys()].sort().map((name) => this.view(name));
  }

  /** The requests of a destination as soon as `enough` says so; an error when that takes longer than `timeoutMs`. */
  waitFor(
    name: string,
    enough: (requests: ReceivedRequest[]) => boolean,
    timeoutMs = 10_000,
  ): Promise<ReceivedRequest[]> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        this.#arrivals.off(name, check);
        settle();
      };
      const check = (): void => {
        const requests = this.requests(name);
        if (enough(requests)) finish(() => resolve(requests));
      };
      const timer = setTimeout(() => {
        const count = this.requests(name).length;
        const message = `Destination "${name}" has ${count} request(s) after ${timeoutMs} ms, not what was waited for.`;
        finish(() => reject(new Error(message)));
      }, timeoutMs);
      this.#arrivals.on(name, check);
      check();
    });
  }

  close(): void {
    for (const { file } of this.#destinations.values()) file?.close();
  }

  #get(name: string): Destination {
    const known = this.#destinations.get(name);
    if (known) return known;
    if (!namePattern.test(name)) throw new Error(`"${name}" cannot be the name of a destination.`);
    const { journalDir, secrets, keep = 1_000 } = this.#options;
    const destination: Destination = {
      mode: { mode: 'fast' },
      secret: secrets?.[name],
      since: 0,
      log: new ReceivedLog(keep),
      file:
        journalDir === undefined ? undefined : new JsonLines(join(journalDir, `destination-${name}.jsonl`)),
    };
    this.#destinations.set(name, destination);
    return destination;
  }
}
