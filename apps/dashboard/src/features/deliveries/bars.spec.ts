import { type Bar, chosenBars, HEIGHT, pathOf, totalsOf } from './bars.ts';

const bar = (minute: number, delivered: number, troubled = 0, open = 0): Bar => ({
  at: `2026-11-21T14:${String(minute).padStart(2, '0')}:00.000Z`,
  delivered,
  troubled,
  open,
});
const bars = [bar(0, 100), bar(15, 50, 50), bar(30, 0, 0, 1)];
const QUARTER = 15 * 60_000;

describe('pathOf', () => {
  it('stands trouble on the base line and the rest on it', () => {
    expect(pathOf(bars, 'troubled')).toBe(`M352.0 ${HEIGHT}.0v-41.0h256.0v41.0z`);
    expect(pathOf(bars, 'delivered')).toContain('M352.0 47.0v-41.0');
  });

  it('draws even one of many so that it is seen', () => {
    expect(pathOf([bar(0, 10_000), bar(15, 0, 1)], 'troubled')).toContain('v-2.0');
  });

  it('draws only the chosen bars', () => {
    expect(pathOf(bars, 'delivered', [1, 2])).not.toContain('M32.0');
  });
});

describe('chosenBars', () => {
  it.each([
    ['2026-11-21T14:15:00Z', '2026-11-21T14:30:00Z', [1, 1]],
    ['2026-11-21T14:15:00Z', undefined, [1, 2]],
    ['2026-11-20T00:00:00Z', '2026-11-21T14:16:00Z', [0, 1]],
  ])('from %s to %s are %p', (since, until, expected) => {
    expect(chosenBars(bars, QUARTER, since, until)).toEqual(expected);
  });

  it('are none without a time', () => {
    expect(chosenBars(bars, QUARTER, undefined, undefined)).toBeNull();
  });
});

describe('totalsOf', () => {
  it('adds up what is chosen, or everything', () => {
    expect(totalsOf(bars, null)).toEqual({ delivered: 150, troubled: 50, open: 1 });
    expect(totalsOf(bars, [1, 1])).toEqual({ delivered: 50, troubled: 50, open: 0 });
  });
});
