import { createHash, randomUUID } from 'node:crypto';
import { batch, keysOf, type Envelope, type Update } from './envelope.ts';
import { Connections, isHttpUrl, postWebhook } from './http-post.ts';
import { planPosts, type Disorder } from './plan.ts';
import { PostJournal, type PostRecord } from './post-journal.ts';
import { metaSchedule, retryDelays, type RetrySchedule } from './schedule.ts';
import { serialize, type SerializeOptions } from './serialize.ts';

export interface PosterOptions {
  schedule?: RetrySchedule;
  /** Every wait of the schedule is multiplied by this: 1 is Meta's pace, 0.001 makes 7 days 10 minutes. */
  timeScale?: number;
  /** How long an answer may take, in milliseconds; not scaled. */
  timeoutMs?: number;
  /** Connections to one receiver. */
  maxSockets?: number;
  /** POSTs kept in memory. */
  keep?: number;
  /** File that gets a line of JSON per attempt. */
  journalFile?: string;
}

/** Where a webhook goes, and the secret of the app in whose name. */
export interface Target {
  url: string;
  secret: string;
}

export interface PostOptions extends SerializeOptions {
  /** false: one attempt, whatever comes of it. */
  retry?: boolean;
}

export interface PostManyOptions extends PostOptions, Disorder {
  /** POSTs under way at the same time. Default 64. */
  concurrency?: number;
  /** Holds every POST back by up to so many milliseconds, so that those under way overtake each other. */
  delay?: number;
  /** POSTs begun per second. Default: as fast as they are answered. */
  rate?: number;
  /** Resolve when every POST was answered once, or (default) when each is acknowledged or given up. */
  until?: 'answered' | 'settled';
}

export interface StartedPost {
  record: PostRecord;
  /** After the first attempt, whatever came of it. */
  answered: Promise<PostRecord>;
  /** Acknowledged with 200, or given up. */
  settled: Promise<PostRecord>;
}

/** Sends webhooks as Meta does: signed, retried on anything but 200, and in disorder when asked. */
export class Poster {
  readonly journal: PostJournal;
  readonly #options: Required<Pick<PosterOptions, 'schedule' | 'timeScale' | 'timeoutMs'>>;
  readonly #connections: Connections;
  readonly #retries = new Pauses();
  readonly #pacing = new Pauses();
  #closed = false;

  constructor({ schedule = metaSchedule, timeScale = 1, timeoutMs = 20_000, ...rest }: PosterOptions = {}) {
    this.#options = { schedule, timeScale, timeoutMs };
    this.#connections = new Connections(rest.maxSockets);
    this.journal = new PostJournal({ keep: rest.keep, file: rest.journalFile });
  }

  /** Posts one body (an envelope, or bytes as they are) until it is acknowledged or given up. */
  post(target: Target, body: Envelope | Buffer, options?: PostOptions): Promise<PostRecord> {
    return this.start(target, body, options).settled;
  }

  /** Begins a POST without waiting for it. */
  start(target: Target, body: Envelope | Buffer, options: PostOptions = {}): StartedPost {
    if (this.#closed) throw new Error('The poster is closed.');
    if (!isHttpUrl(target.url)) throw new Error(`${target.url} is not an http or https URL.`);
    const bytes = Buffer.isBuffer(body) ? body : serialize(body, options);
    const record: PostRecord = {
      id: randomUUID(),
      at: new Date().toISOString(),
      url: target.url,
      keys: keysOf(body),
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      state: 'posting',
      attempts: [],
      answer: '',
    };
    this.journal.add(record);
    const answered = this.#attempt(record, target, bytes);
    const settled = answered.then((status) =>
      this.#pursue(record, target, bytes, status, options.retry ?? true),
    );
    return { record, answered: answered.then(() => record), settled };
  }

  /** Posts many updates, packed and disordered as asked. The records come in the order in which they went out. */
  async postUpdates(
    target: Target,
    updates: readonly Update[],
    options: PostManyOptions = {},
  ): Promise<PostRecord[]> {
    const started: StartedPost[] = [];
    const begin = performance.now();
    let turns = 0;
    const sizeOf = (update: Update) => serialize(batch([update]), options).length;
    for (const wave of planPosts(updates, { sizeOf, ...options })) {
      const queue = wave.values();
      const lane = async (): Promise<void> => {
        for (const envelope of queue) {
          if (options.delay) await this.#pacing.wait(Math.random() * options.delay);
          if (options.rate)
            await this.#pacing.wait(begin + (turns++ / options.rate) * 1000 - performance.now());
          const post = this.start(target, envelope, options);
          started.push(post);
          await post.answered;
        }
      };
      await Promise.all(Array.from({ length: Math.min(options.concurrency ?? 64, wave.length) }, lane));
    }
    if (options.until === 'answered') return started.map(({ record }) => record);
    return Promise.all(started.map(({ settled }) => settled));
  }

  /** Tries everything that waits for its next retry now. */
  retryNow(): void {
    this.#retries.wakeAll();
  }

  /** Gives up what is still open and lets go of all connections. */
  close(): void {
    this.#closed = true;
    this.#retries.wakeAll();
    this.#pacing.wakeAll();
    this.#connections.close();
    this.journal.close();
  }

  async #pursue(
    record: PostRecord,
    target: Target,
    bytes: Buffer,
    first: number | null,
    retry: boolean,
  ): Promise<PostRecord> {
    let status = first;
    const delays = retryDelays(this.#options.schedule);
    while (status !== 200) {
      const delay = retry ? delays.next() : undefined;
      if (!delay || delay.done || this.#closed) break;
      record.state = 'waiting';
      await this.#retries.wait(delay.value * this.#options.timeScale);
      if (this.#closed) break;
      record.state = 'posting';
      status = await this.#attempt(record, target, bytes);
    }
    this.journal.settle(record, status === 200 ? 'acknowledged' : 'given_up');
    return record;
  }

  async #attempt(record: PostRecord, target: Target, bytes: Buffer): Promise<number | null> {
    const at = new Date().toISOString();
    const { status, error, ms, body, headers } = await postWebhook(this.#connections, {
      ...target,
      bytes,
      timeoutMs: this.#options.timeoutMs,
    });
    record.answer = body;
    this.journal.attempted(record, { at, status, error, ms, headers });
    return status;
  }
}

/** Waits that can all be cut short. */
class Pauses {
  readonly #waiting = new Set<() => void>();

  wait(ms: number): Promise<void> {
    if (ms <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#waiting.add(wake);
    });
  }

  wakeAll(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
