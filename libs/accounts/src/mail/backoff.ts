const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long to wait after each attempt; after the last of them nothing is tried any more: two days in all. */
const waits = [
  30_000,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  12 * HOUR,
  20 * HOUR,
];

/** When to try again after `attempts` in vain, or undefined when it is time to give up. */
export function nextAttemptAt(attempts: number, now: Date): Date | undefined {
  const wait = waits[attempts - 1];
  return wait === undefined ? undefined : new Date(now.getTime() + wait);
}
