import type { AttemptResult } from './delivery-job.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Waits before each attempt, the first one included; after the last attempt a delivery has failed. */
export const SCHEDULE_MS = [0, 5_000, 30_000, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];

const JITTER = 0.2;
const RETRY_AFTER_MAX_MS = 10 * HOUR;

export type Verdict =
  | { state: 'delivered'; gone: false; error: null }
  | { state: 'failed'; gone: boolean; error: string }
  | { state: 'waiting'; gone: false; error: string; waitMs: number };

/**
 * What follows from an attempt at `step` of the schedule. Any 2xx is success; 410 says the project is gone for
 * good; everything else waits its turn, longer where `Retry-After` asks for it.
 */
export function judge(result: AttemptResult, step: number, random: () => number = Math.random): Verdict {
  if (result.kind === 'answered' && result.status >= 200 && result.status < 300) {
    return { state: 'delivered', gone: false, error: null };
  }
  const error = describe(result);
  if (result.kind === 'answered' && result.status === 410) return { state: 'failed', gone: true, error };
  const next = SCHEDULE_MS[step + 1];
  if (next === undefined) return { state: 'failed', gone: false, error };
  const jittered = next * (1 - JITTER + 2 * JITTER * random());
  const asked = result.kind === 'answered' ? (result.retryAfterMs ?? 0) : 0;
  return { state: 'waiting', gone: false, error, waitMs: Math.max(jittered, Math.min(asked, RETRY_AFTER_MAX_MS)) };
}

/** Milliseconds that a Retry-After header asks for: seconds or an HTTP date; null when it says nothing usable. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1_000;
  // A date names its month; what Date.parse makes of other texts is no date of HTTP.
  const at = /[a-z]{3}/i.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

function describe(result: AttemptResult): string {
  if (result.kind === 'failed') return result.error;
  const { status } = result;
  if (status >= 300 && status < 400) return `The project answered ${status}, a redirect; redirects are not followed.`;
  if (status === 410) return 'The project answered 410 Gone, so it was disabled.';
  if (status === 429) return 'The project answered 429: it wants fewer requests.';
  return `The project answered ${status}; only 2xx counts as received.`;
}
