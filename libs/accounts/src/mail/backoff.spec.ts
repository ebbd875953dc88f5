import { nextAttemptAt } from './backoff.ts';

const now = new Date('2026-11-21T12:00:00Z');

test.each([
  [1, '2026-11-21T12:00:30.000Z'],
  [2, '2026-11-21T12:02:00.000Z'],
  [5, '2026-11-21T13:00:00.000Z'],
  [10, '2026-11-22T08:00:00.000Z'],
])('after attempt %i it is tried again at %s', (attempts, expected) => {
  expect(nextAttemptAt(attempts, now)?.toISOString()).toBe(expected);
});

test('it gives up after about two days', () => {
  let at = now;
  let attempts = 0;
  for (let next: Date | undefined = now; next; next = nextAttemptAt((attempts += 1), at)) at = next;
  expect((at.getTime() - now.getTime()) / 3_600_000).toBeGreaterThan(46);
  expect((at.getTime() - now.getTime()) / 3_600_000).toBeLessThan(50);
  expect(attempts).toBe(11);
});
