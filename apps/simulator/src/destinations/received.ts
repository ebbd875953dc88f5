import { isUtf8 } from 'node:buffer';
import type { SignatureCheck } from './signatures.ts';

/** One request that reached a destination. */
export interface ReceivedRequest {
  /** Counts from 1 per destination, over everything it ever received. */
  nth: number;
  /** ISO 8601 UTC, when the body was complete. */
  at: string;
  name: string;
  method: string;
  path: string;
  /** Content type, signatures, `webhook-*`, `x-*` and the like; lowercase names. */
  headers: Record<string, string>;
  /** Hex SHA-256 of the body. */
  sha256: string;
  signatures: { hub: SignatureCheck; standard: SignatureCheck };
  /** What the destination did with it: `fast`, `status`, `hang` … */
  answered: string;
  body: Buffer;
}

/** The same as JSON: text where the body is UTF-8, else base64, and only its first part when it is large. */
export function asJson(request: ReceivedRequest, limit = 1024 * 1024): object {
  const { body, ...rest } = request;
  const cut = body.length > limit ? body.subarray(0, limit) : body;
  const text = isUtf8(cut);
  return {
    ...rest,
    bytes: body.length,
    encoding: text ? 'utf8' : 'base64',
    truncated: cut.length < body.length,
    body: cut.toString(text ? 'utf8' : 'base64'),
  };
}

/** Headers worth keeping: what says something of the webhook, not of the connection. */
const uninteresting = new Set([
  'host',
  'connection',
  'accept-encoding',
  'transfer-encoding',
  'keep-alive',
  'te',
]);

export function interestingHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !uninteresting.has(name))
      kept[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return kept;
}

export interface DestinationCounts {
  received: number;
  /** Requests whose signature of either kind was not valid though the secret is known. */
  unsigned: number;
  /** How often each mode answered. */
  answered: Record<string, number>;
}

/** Bodies kept in memory per destination are bounded by number and by size. */
const maxBytes = 64 * 1024 * 1024;

/** What one destination received: the last requests with their bodies, and counts of all. */
export class ReceivedLog {
  readonly #keep: number;
  #requests: ReceivedRequest[] = [];
  #bytes = 0;
  #received = 0;
  #unsigned = 0;
  readonly #answered: Record<string, number> = {};

  constructor(keep: number) {
    this.#keep = keep;
  }

  add(request: Omit<ReceivedRequest, 'nth'>): ReceivedRequest {
    this.#received += 1;
    const { hub, standard } = request.signatures;
    if (hub !== 'unknown' && standard !== 'unknown' && (hub !== 'valid' || standard !== 'valid'))
      this.#unsigned += 1;
    this.#answered[request.answered] = (this.#answered[request.answered] ?? 0) + 1;
    const kept = { nth: this.#received, ...request };
    this.#requests.push(kept);
    this.#bytes += request.body.length;
    while (this.#requests.length > this.#keep || this.#bytes > maxBytes) {
      this.#bytes -= this.#requests.shift()?.body.length ?? 0;
    }
    return kept;
  }

  /** Newest last. */
  requests(limit = Infinity): ReceivedRequest[] {
    return limit > 0 ? this.#requests.slice(-Math.min(limit, this.#keep)) : [];
  }

  counts(): DestinationCounts {
    return { received: this.#received, unsigned: this.#unsigned, answered: { ...this.#answered } };
  }

  /** Forgets the requests; the counts go on. */
  clear(): void {
    this.#requests = [];
    this.#bytes = 0;
  }
}
