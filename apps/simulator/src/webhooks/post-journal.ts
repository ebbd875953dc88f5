import { JsonLines } from '../json-lines.ts';

export interface Attempt {
  at: string;
  status: number | null;
  error: string | null;
  ms: number;
  /** Headers of the answer that say something of the webhook; not in the file. */
  headers: Record<string, string>;
}

/** Everything known of one POST; the same object all along, so a holder sees it change. */
export interface PostRecord {
  id: string;
  at: string;
  url: string;
  /** Keys of the updates inside (see `updateKey`). */
  keys: string[];
  bytes: number;
  sha256: string;
  state: 'posting' | 'waiting' | 'acknowledged' | 'given_up';
  attempts: Attempt[];
  /** Body of the last answer, cut at 2,000 characters. */
  answer: string;
}

export interface PostSummary {
  posts: number;
  attempts: number;
  acknowledged: number;
  givenUp: number;
  /** Neither acknowledged nor given up yet. */
  open: number;
}

/** What was posted and answered: the last POSTs in memory, counts of all, and a line per attempt in a file if asked. */
export class PostJournal {
  readonly #keep: number;
  readonly #file: JsonLines | undefined;
  #records: PostRecord[] = [];
  #posts = 0;
  #attempts = 0;
  #acknowledged = 0;
  #givenUp = 0;

  constructor({ keep = 10_000, file }: { keep?: number; file?: string } = {}) {
    this.#keep = keep;
    this.#file = file === undefined ? undefined : new JsonLines(file);
  }

  add(record: PostRecord): void {
    this.#posts += 1;
    this.#records.push(record);
    // Cut in large steps: taking one off the front of a long list for each POST is slow.
    if (this.#records.length > this.#keep * 1.25 + 16) this.#records = this.#records.slice(-this.#keep);
  }

  attempted(record: PostRecord, attempt: Attempt): void {
    this.#attempts += 1;
    record.attempts.push(attempt);
    const { id, url, keys, sha256 } = record;
    const { headers: _headers, ...noted } = attempt;
    this.#file?.append({ id, url, attempt: record.attempts.length, ...noted, sha256, keys });
  }

  settle(record: PostRecord, state: 'acknowledged' | 'given_up'): void {
    record.state = state;
    if (state === 'acknowledged') this.#acknowledged += 1;
    else this.#givenUp += 1;
  }

  /** Newest last. */
  records(limit = this.#keep): PostRecord[] {
    return limit > 0 ? this.#records.slice(-Math.min(limit, this.#keep)) : [];
  }

  summary(): PostSummary {
    return {
      posts: this.#posts,
      attempts: this.#attempts,
      acknowledged: this.#acknowledged,
      givenUp: this.#givenUp,
      open: this.#posts - this.#acknowledged - this.#givenUp,
    };
  }

  /** Keys of the updates that were answered with 200 at least once, of the POSTs still in memory. */
  acknowledgedKeys(): Set<string> {
    const acknowledged = this.records().filter(({ state }) => state === 'acknowledged');
    return new Set(acknowledged.flatMap(({ keys }) => keys));
  }

  close(): void {
    this.#file?.close();
  }
}
