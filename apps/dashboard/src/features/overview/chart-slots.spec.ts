import { chartSlots, roundTop } from './chart-slots.ts';

const HOUR = 3_600_000;
const start = Date.parse('2026-11-21T00:00:00Z');
const hour = (at: number) => ({ at: new Date(start + at * HOUR).toISOString(), received: 10, delivered: 8, troubled: 2 });
const project = (delivered: number) => ({
  ...{ id: '', slug: '', name: '', status: 'enabled' as const, breaker: 'closed' as const, openUntil: null },
  ...{ waiting: 0, failed: 0, delivered: 0 },
  ticks: Array.from({ length: 24 }, (_, at) => ({ at: new Date(start + at * 150_000).toISOString(), delivered, troubled: 1 })),
});

describe('the columns of the chart', () => {
  it('are the hours of a day', () => {
    const slots = chartSlots({ hours: Array.from({ length: 24 }, (_, at) => hour(at)), projects: [] }, 24);
    expect(slots).toHaveLength(24);
    expect(slots[1]).toEqual({ from: start + HOUR, to: start + 2 * HOUR, received: 10, delivered: 8, troubled: 2 });
  });

  it('are six hours each for a week', () => {
    const slots = chartSlots({ hours: Array.from({ length: 168 }, (_, at) => hour(at)), projects: [] }, 168);
    expect(slots).toHaveLength(28);
    expect(slots[27]).toEqual({ from: start + 162 * HOUR, to: start + 168 * HOUR, received: 60, delivered: 48, troubled: 12 });
  });

  it('are the slices of all projects for one hour', () => {
    const slots = chartSlots({ hours: [hour(0)], projects: [project(3), project(4)] }, 1);
    expect(slots).toHaveLength(24);
    expect(slots[2]).toEqual({ from: start + 300_000, to: start + 450_000, received: null, delivered: 7, troubled: 2 });
  });

  it('are none without projects and hours', () => {
    expect(chartSlots({ hours: [], projects: [] }, 1)).toEqual([]);
  });
});

describe('the top of the scale', () => {
  it.each([
    [0, 4],
    [3, 4],
    [5, 8],
    [9, 12],
    [41, 60],
    [99, 100],
    [101, 120],
    [9_600, 10_000],
  ])('for %i is %i', (value, top) => {
    expect(roundTop(value)).toBe(top);
  });
});
