const FAILURES_TO_OPEN = 10;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

export type BreakerState = 'closed' | 'open' | 'half_open';

/** Whether an attempt speaks for or against the project's being there at all. */
export type Sign = 'healthy' | 'down' | { pauseMs: number };

/**
 * Spares a project that is down, and everybody else the waiting for it: after ten failures in a row no call
 * goes out for a while, then one at a time, and a success opens the lane again.
 */
export class Breaker {
  private failures = 0;
  private pauses = 0;
  private openUntilMs = 0;
  private opened = false;

  get consecutiveFailures(): number {
    return this.failures;
  }

  get openUntil(): Date | null {
    return this.opened ? new Date(this.openUntilMs) : null;
  }

  state(now: number): BreakerState {
    if (!this.opened) return 'closed';
    return now < this.openUntilMs ? 'open' : 'half_open';
  }

  /** How many calls may be out at a time, given the lane's own limit. */
  limit(now: number, limit: number): number {
    const state = this.state(now);
    return state === 'closed' ? limit : state === 'half_open' ? 1 : 0;
  }

  /** What failed before does not count any more. */
  forgive(): void {
    this.failures = 0;
    this.pauses = 0;
    this.opened = false;
    this.openUntilMs = 0;
  }

  record(sign: Sign, now: number): void {
    if (sign === 'healthy') {
      this.forgive();
      return;
    }
    this.failures += 1;
    if (typeof sign === 'object') {
      this.open(now + Math.min(Math.max(sign.pauseMs, FIRST_PAUSE_MS), LONGEST_PAUSE_MS));
    } else if (this.failures >= FAILURES_TO_OPEN && now >= this.openUntilMs) {
      this.open(now + Math.min(FIRST_PAUSE_MS * 2 ** this.pauses, LONGEST_PAUSE_MS));
      this.pauses += 1;
    }
  }

  private open(until: number): void {
    this.opened = true;
    this.openUntilMs = Math.max(this.openUntilMs, until);
  }
}
