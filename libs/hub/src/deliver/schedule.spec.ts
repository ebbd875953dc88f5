import fc from 'fast-check';
import type { AttemptResult } from './delivery-job.ts';
import { judge, retryAfterMs, SCHEDULE_MS } from './schedule.ts';

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];
/** What has to pass before the second and each later attempt. */
const WAITS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  10 * HOUR,
];
const LAST = WAITS.length;

const made = { startedAt: new Date(0), durationMs: 12 };
const answered = (status: number, retryAfterMs: number | null = null): AttemptResult => ({
  kind: 'answered',
  status,
  retryAfterMs,
  response: Buffer.alloc(0),
  ...made,
});
const unreachable: AttemptResult = {
  kind: 'failed',
  error: 'The project did not answer within 15 s.',
  ...made,
};
const middle = () => 0.5;
const waitOf = (result: AttemptResult, step: number, random = middle) => {
  const verdict = judge(result, step, random);
  if (verdict.state !== 'waiting') throw new Error(`not waiting but ${verdict.state}`);
  return verdict.waitMs;
};

describe('judge', () => {
  it('makes ten attempts, at once and then after 5 s, 30 s, 2, 10 and 30 min, 2, 5, 10 and 10 h', () => {
    expect(SCHEDULE_MS).toEqual([0, ...WAITS]);
    expect(WAITS.map((_, step) => Math.round(waitOf(unreachable, step)))).toEqual(WAITS);
    expect(judge(unreachable, LAST, middle)).toEqual({
      state: 'failed',
      gone: false,
      error: 'The project did not answer within 15 s.',
    });
  });

  it('spreads every wait by 20 % to either side and no further', () => {
    const edge = 1 - Number.EPSILON;
    WAITS.forEach((wait, step) => {
      expect(waitOf(answered(500), step, () => 0)).toBeCloseTo(0.8 * wait);
      expect(waitOf(answered(500), step, () => edge)).toBeCloseTo(1.2 * wait);
      expect(waitOf(answered(500), step)).toBeCloseTo(wait);
    });
    expect(
      new Set(
        Array.from(
          { length: 20 },
          () => judge(unreachable, 5).state === 'waiting' && waitOf(unreachable, 5, Math.random),
        ),
      ).size,
    ).toBeGreaterThan(1);
  });

  it.each([200, 201, 202, 204, 226, 299])(
    'takes %i for success, at any step, whatever Retry-After says',
    (status) => {
      for (const step of [0, 4, LAST])
        expect(judge(answered(status, HOUR), step)).toEqual({ state: 'delivered', gone: false, error: null });
    },
  );

  it.each([100, 199, 300, 301, 302, 304, 307, 308, 400, 401, 404, 408, 413, 429, 500, 502, 503, 599])(
    'tries again after %i, and fails with it in the end',
    (status) => {
      expect(judge(answered(status), 0)).toMatchObject({
        state: 'waiting',
        gone: false,
        error: expect.stringContaining(String(status)),
      });
      expect(judge(answered(status), LAST)).toMatchObject({
        state: 'failed',
        gone: false,
        error: expect.stringContaining(String(status)),
      });
    },
  );

  it('says of a redirect that it is not followed', () => {
    expect(judge(answered(302), 0)).toMatchObject({ error: expect.stringContaining('redirect') });
  });

  it('gives up at once after 410, because the project is gone', () => {
    for (const step of [0, 3, LAST]) {
      expect(judge(answered(410, MINUTE), step)).toEqual({
        state: 'failed',
        gone: true,
        error: expect.stringContaining('410'),
      });
    }
  });

  it.each([
    ['longer where it asks for more', 0, MINUTE, MINUTE],
    ['no shorter where it asks for less', 4, SECOND, 30 * MINUTE],
    ['no shorter where it asks for nothing', 0, 0, 5 * SECOND],
    ['ten hours at most', 0, 400 * HOUR, 10 * HOUR],
    ['ten hours at most, also for a number without end', 0, Infinity, 10 * HOUR],
  ])('honours Retry-After: %s', (_, step, asked, wait) => {
    expect(waitOf(answered(503, asked), step)).toBeCloseTo(wait);
    expect(waitOf(answered(429, asked), step)).toBeCloseTo(wait);
  });

  it('does not stretch the schedule for Retry-After', () => {
    expect(judge(answered(503, MINUTE), LAST)).toMatchObject({ state: 'failed', gone: false });
  });

  it('never waits less than the spread schedule or what was asked, nor more than their larger bound', () => {
    fc.assert(
      fc.property(
        fc.nat(LAST - 1),
        fc.option(fc.double({ min: 0, max: 100 * HOUR, noNaN: true })),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (step, asked, random) => {
          const wait = waitOf(answered(503, asked), step, () => random);
          const next = WAITS[step]!;
          const bounded = Math.min(asked ?? 0, 10 * HOUR);
          expect(wait).toBeGreaterThanOrEqual(Math.max(0.8 * next, bounded) - 1e-6);
          expect(wait).toBeLessThanOrEqual(Math.max(1.2 * next, bounded) + 1e-6);
        },
      ),
    );
  });
});

describe('retryAfterMs', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  it.each<[string | undefined, number | null]>([
    [undefined, null],
    ['', null],
    ['0', 0],
    ['120', 120_000],
    [' 120 ', 120_000],
    ['Fri, 20 Nov 2026 12:01:30 GMT', 90_000],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['soon', null],
    ['5 minutes please', null],
    ['-5', null],
    ['1.5', null],
    ['1e3', null],
  ])('of %p is %p', (header, wait) => {
    expect(retryAfterMs(header, now)).toBe(wait);
  });

  it('understands any date in the form of HTTP, and any count of seconds', () => {
    const instant = fc.date({ min: now, max: new Date('2099-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.nat(), (at, seconds) => {
        expect(retryAfterMs(at.toUTCString(), now)).toBe(
          Math.max(0, Math.floor(at.getTime() / 1000) * 1000 - now.getTime()),
        );
        expect(retryAfterMs(String(seconds), now)).toBe(seconds * 1000);
      }),
    );
  });
});
