import { apart, labelHeight, placeWires, ROW } from './wire-geometry.ts';

const route = (phoneNumberId: string, projectId: string, priority = 0) => ({ id: `${phoneNumberId}-${projectId}`, phoneNumberId, projectId, priority });

describe('lines between numbers and projects', () => {
  it('run from the middle of one row to the middle of another', () => {
    expect(placeWires([route('a', 'y')], ['a', 'b'], ['x', 'y'], undefined)).toMatchObject([{ y0: ROW / 2, y1: ROW * 1.5, lit: false }]);
  });

  it('leave out what is not shown', () => {
    expect(placeWires([route('a', 'gone'), route('gone', 'x')], ['a'], ['x'], 'a')).toEqual([]);
  });

  it('are fanned out in the order of what they lead to and stay in their row', () => {
    const projects = Array.from({ length: 12 }, (_, at) => `p${at}`);
    const wires = placeWires(projects.toReversed().map((id) => route('a', id)), ['a'], projects, undefined).toSorted((a, b) => a.y1 - b.y1);
    const begins = wires.map((wire) => wire.y0);
    expect(begins).toEqual(begins.toSorted((a, b) => a - b));
    expect(new Set(begins).size).toBe(12);
    expect(Math.min(...begins)).toBeGreaterThan(0);
    expect(Math.max(...begins)).toBeLessThan(ROW);
  });

  it('of the chosen number are drawn last, over the others', () => {
    const wires = placeWires([route('a', 'x'), route('b', 'x')], ['a', 'b'], ['x'], 'a');
    expect(wires.map((wire) => wire.lit)).toEqual([false, true]);
  });

  it('have their label between their ends, nearer to the number', () => {
    expect(labelHeight({ y0: 0, y1: 100 })).toBeCloseTo(21.6);
  });
});

describe('labels', () => {
  it('that would lie on each other move apart around where they were', () => {
    expect(apart([10, 10], 20)).toEqual([0, 20]);
    expect(apart([40, 10], 20)).toEqual([40, 10]);
  });
});
