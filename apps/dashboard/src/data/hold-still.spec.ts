import { holdStill, sameRows, strays } from './hold-still.ts';

const row = (id: string, state = 'waiting') => ({ id, state });

describe('holdStill', () => {
  it('lets new rows wait and counts them', () => {
    expect(holdStill([row('5'), row('4')], [row('7'), row('6'), row('5'), row('4')])).toEqual({
      rows: [row('5'), row('4')],
      waiting: 2,
    });
  });

  it('says in place what has changed', () => {
    expect(holdStill([row('5'), row('4')], [row('5', 'failed'), row('4')]).rows).toEqual([
      row('5', 'failed'),
      row('4'),
    ]);
  });

  it('keeps rows that match no more', () => {
    expect(holdStill([row('5'), row('4'), row('3')], [row('3')]).rows).toEqual([
      row('5'),
      row('4'),
      row('3'),
    ]);
  });

  it('lets rows that match again wait, since they would push others down', () => {
    expect(holdStill([row('5'), row('3')], [row('5'), row('4'), row('3')])).toEqual({
      rows: [row('5'), row('3')],
      waiting: 1,
    });
  });

  it('takes older rows at the end, as they are loaded', () => {
    expect(holdStill([row('5')], [row('5'), row('4'), row('3')])).toEqual({
      rows: [row('5'), row('4'), row('3')],
      waiting: 0,
    });
  });

  it('takes everything when nothing is shown', () => {
    expect(holdStill([], [row('5')])).toEqual({ rows: [row('5')], waiting: 0 });
  });
});

describe('strays', () => {
  it('names the ends of what matches no more', () => {
    expect(strays([row('5'), row('4'), row('3'), row('2')], [row('5'), row('3')])).toEqual([
      row('4'),
      row('2'),
    ]);
    expect(strays([row('5')], [row('5')])).toBeNull();
  });
});

describe('sameRows', () => {
  it('holds for the same rows in the same places', () => {
    const [a, b] = [row('2'), row('1')];
    expect(sameRows([a, b], [a, b])).toBe(true);
    expect(sameRows([a, b], [a])).toBe(false);
    expect(sameRows([a], [row('2')])).toBe(false);
  });
});
