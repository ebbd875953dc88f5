/** When a webhook that was not answered with 200 is sent again. All in milliseconds. */
export interface RetrySchedule {
  /** The second retry waits this long; the first is immediate. */
  first: number;
  factor: number;
  cap: number;
  /** No retry later than this after the first attempt. */
  horizon: number;
}

const hour = 3_600_000;

/** Meta says: at once, then less and less often, for up to 7 days. The steps between are ours. */
export const metaSchedule: RetrySchedule = {
  first: 10_000,
  factor: 2,
  cap: 6 * hour,
  horizon: 7 * 24 * hour,
};

/** An older page of Meta's says 36 hours. */
export const shortSchedule: RetrySchedule = { ...metaSchedule, horizon: 36 * hour };

/** The waits before each retry. */
export function* retryDelays({ first, factor, cap, horizon }: RetrySchedule): Generator<number> {
  yield 0;
  let passed = 0;
  for (let delay = first; passed + delay <= horizon; delay = Math.min(delay * factor, cap)) {
    passed += delay;
    yield delay;
  }
}
