import { type AlertState, judge, nextStep } from './spikes.ts';

describe('deliveries are judged by their share', () => {
  test.each([
    ['nothing came', { bad: 0, total: 0 }, { bad: 0, total: 0 }, false, 0],
    ['all fail after a good hour', { bad: 40, total: 40 }, { bad: 0, total: 500 }, true, 0],
    ['all fail and nothing came before', { bad: 12, total: 12 }, { bad: 0, total: 0 }, true, 0],
    ['too few to say so', { bad: 9, total: 9 }, { bad: 0, total: 500 }, false, 0],
    ['a small share of many', { bad: 50, total: 1_000 }, { bad: 0, total: 9_000 }, false, 0],
    ['it was like that all the time', { bad: 50, total: 100 }, { bad: 600, total: 1_200 }, false, 50],
    ['more than three times as many as usual', { bad: 61, total: 100 }, { bad: 240, total: 1_200 }, true, 20],
    ['not quite three times', { bad: 55, total: 100 }, { bad: 240, total: 1_200 }, false, 20],
  ])('%s', (_, recent, before, spiking, expected) => {
    expect(judge(recent, before)).toMatchObject({ spiking, expected });
  });
});

describe('errors are judged by their number', () => {
  test.each([
    ['none', 0, 0, false, 0],
    ['some out of nothing', 10, 0, true, 0],
    ['fewer than some', 9, 0, false, 0],
    ['as many as ever', 20, 240, false, 20],
    ['three times as many', 60, 240, true, 20],
  ])('%s', (_, recent, before, spiking, expected) => {
    expect(judge({ bad: recent }, { bad: before })).toMatchObject({ spiking, expected });
  });
});

describe('once begun, it is over when it is nearly as before', () => {
  const worse = { bad: 1_000, total: 1_000 };
  test.each([
    ['still all of them, though the hour before was the same', { bad: 100, total: 100 }, 0, true],
    ['half of them', { bad: 50, total: 100 }, 0, true],
    ['a few', { bad: 4, total: 100 }, 0, false],
    ['nothing comes any more', { bad: 0, total: 0 }, 0, false],
    ['back at what was usual', { bad: 25, total: 100 }, 0.2, false],
    ['still twice what was usual', { bad: 40, total: 100 }, 0.2, true],
  ])('%s', (_, recent, usual, spiking) => {
    expect(judge(recent, worse, usual)).toMatchObject({ spiking, usual });
  });
});

describe('who is told when', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const state = (raised: boolean, since: number, told: number | null): AlertState => ({
    raised,
    since: ago(since),
    toldAt: told === null ? null : ago(told),
  });
  test.each([
    ['it begins', undefined, true, { next: 'raise', tell: true }],
    ['nothing happens', undefined, false, { next: 'stay' }],
    ['it begins again long after', state(false, 300, 300), true, { next: 'raise', tell: true }],
    ['it begins again within the hour', state(false, 20, 20), true, { next: 'raise', tell: false }],
    ['it goes on', state(true, 20, 20), true, { next: 'stay' }],
    ['it goes on for an hour', state(true, 60, 60), true, { next: 'remind', tell: true }],
    [
      'it goes on after an hour in which it began untold',
      state(true, 30, 61),
      true,
      { next: 'remind', tell: true },
    ],
    ['it ends', state(true, 20, 20), false, { next: 'end', tell: true }],
    ['it ends and nobody had heard of it', state(true, 10, 50), false, { next: 'end', tell: false }],
    ['it stays over', state(false, 20, 20), false, { next: 'stay' }],
  ])('%s', (_, before, spiking, expected) => {
    expect(nextStep(before, spiking, now)).toEqual(expected);
  });
});
