import { partOf, percentile, startsOf, windowBefore, windowOf } from './windows.ts';

const HOUR = 3_600_000;
const until = Date.parse('2026-11-21T12:34:56.789Z');

describe('windows', () => {
  it.each([1, 2, 5, 23, 24, 25, 100, 168])(
    'of %i hours have slots that lie in one hour and in one tick each',
    (hours) => {
      const window = windowOf(hours, until);
      expect(window.bounds.at(0)).toBe(until - hours * HOUR);
      expect(window.bounds.at(-1)).toBe(until);
      for (const parts of [hours, 24]) {
        const length = (hours * HOUR) / parts;
        const parted = window.bounds.slice(0, -1).map((low, at) => {
          const part = partOf(window, at + 1, parts);
          const high = window.bounds[at + 1] ?? 0;
          const inside = low >= window.since + part * length && high <= window.since + (part + 1) * length;
          return inside ? part : -1;
        });
        expect(parted).not.toContain(-1);
        expect(new Set(parted).size).toBe(parts);
      }
    },
  );

  it('say where their parts begin, and what was before them', () => {
    const window = windowOf(2, until);
    expect(startsOf(window, 2).map(Number)).toEqual([until - 2 * HOUR, until - HOUR]);
    const before = windowBefore(window);
    expect([before.since, before.until, before.bounds.length]).toEqual([
      until - 4 * HOUR,
      until - 2 * HOUR,
      25,
    ]);
  });
});

describe('percentiles', () => {
  const even = Array.from({ length: 100 }, (_, at) => ({ ms: 100 - at, weight: 1 }));

  it('are the value that the share does not exceed', () => {
    expect([percentile(even, 0.5), percentile(even, 0.95), percentile(even, 1)]).toEqual([50, 95, 100]);
  });

  it('count a sample as often as what it stands for', () => {
    const samples = [
      { ms: 10, weight: 1 },
      { ms: 1_000, weight: 99 },
    ];
    expect(percentile(samples, 0.5)).toBe(1_000);
    expect(percentile(samples.toReversed(), 0.01)).toBe(10);
  });

  it('of nothing are nothing', () => {
    expect(percentile([], 0.5)).toBeNull();
  });
});
