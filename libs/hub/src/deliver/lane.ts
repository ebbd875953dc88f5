import { Breaker, type Sign } from './breaker.ts';
import type { DeliveryJob } from './delivery-job.ts';
import { PriorityQueue } from './priority-queue.ts';

const FIRST_LIMIT = 32;
const HIGHEST_LIMIT = 64;
const QUEUED_PER_CALL = 32;
const MAX_BYTES = 32 << 20;
/** Slower answers than this say that more calls at once would not help. */
const BRISK_MS = 2_000;
const SLUGGISH_MS = 5_000;

/**
 * The way to one project: bounded, with as many calls at once as the project has shown to bear. What does not
 * fit stays in its row, so a project that hangs fills its own lane and nothing else.
 */
export class Lane {
  private readonly queue = new PriorityQueue<DeliveryJob>();
  readonly breaker = new Breaker();
  /** Grows and shrinks by fractions; only whole calls count. */
  private limit = FIRST_LIMIT;
  private inFlight = 0;
  private reserved = 0;
  private bytes = 0;
  /** Rows of this project may be waiting that the lane had no room for. */
  overflowed = false;

  /** Jobs that the lane would take now. */
  room(now: number): number {
    const allowed = this.breaker.limit(now, Math.floor(this.limit));
    if (allowed === 0 || this.bytes >= MAX_BYTES) return 0;
    const most = allowed === 1 && this.breaker.state(now) === 'half_open' ? 1 : allowed * QUEUED_PER_CALL;
    return Math.max(0, Math.floor(most) - this.inFlight - this.queue.length - this.reserved);
  }

  /** Keeps a place for a job whose row is about to be committed. */
  reserve(size: number, now: number): boolean {
    if (this.room(now) === 0) {
      this.overflowed = true;
      return false;
    }
    this.reserved += 1;
    this.bytes += size;
    return true;
  }

  giveBack(size: number): void {
    this.reserved -= 1;
    this.bytes -= size;
  }

  /** Takes a job into the place that was kept for it. */
  enqueue(job: DeliveryJob): void {
    this.reserved -= 1;
    this.queue.push(job);
  }

  /** The next job that may go out now. */
  next(now: number): DeliveryJob | undefined {
    if (this.queue.length === 0 || this.inFlight >= this.breaker.limit(now, Math.floor(this.limit))) return undefined;
    this.inFlight += 1;
    return this.queue.shift();
  }

  /** A job left the lane: it went out and came back, or it was handed back unsent (`sign` undefined). */
  finish(job: DeliveryJob, now: number, outcome?: { sign: Sign; durationMs: number }): void {
    this.inFlight -= 1;
    this.bytes -= job.body.length;
    if (!outcome) return;
    this.breaker.record(outcome.sign, now);
    if (outcome.sign !== 'healthy' || outcome.durationMs > SLUGGISH_MS) this.limit = Math.max(2, this.limit * 0.7);
    else if (outcome.durationMs < BRISK_MS) this.limit = Math.min(HIGHEST_LIMIT, this.limit + 1 / this.limit);
  }

  /** Whether rows that had no room should be fetched now. */
  hungry(now: number): boolean {
    return this.overflowed && this.queue.length <= this.limit && this.room(now) > 0;
  }

  get idle(): boolean {
    return this.inFlight + this.queue.length + this.reserved === 0;
  }

  /** Hands back everything that has not gone out. */
  drainQueue(): DeliveryJob[] {
    const left: DeliveryJob[] = [];
    for (let job = this.queue.shift(); job; job = this.queue.shift()) {
      this.bytes -= job.body.length;
      left.push(job);
    }
    return left;
  }
}
