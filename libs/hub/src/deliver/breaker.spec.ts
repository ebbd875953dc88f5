import { Breaker, type Sign } from './breaker.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A breaker that has seen so many failures in a row at `now`. */
function after(failures: number, now = 0, breaker = new Breaker()): Breaker {
  for (let n = 0; n < failures; n += 1) breaker.record('down', now);
  return breaker;
}

/** How long after `now` a breaker that is open stays so. */
const pauseOf = (breaker: Breaker, now: number) => (breaker.openUntil?.getTime() ?? now) - now;

describe('Breaker', () => {
  it('stays closed through nine failures in a row and opens with the tenth', () => {
    const breaker = after(9);
    expect(breaker.state(0)).toBe('closed');
    expect(breaker.limit(0, 16)).toBe(16);
    expect(breaker.openUntil).toBeNull();
    breaker.record('down', 0);
    expect(breaker.state(0)).toBe('open');
    expect(breaker.limit(0, 16)).toBe(0);
    expect(breaker.consecutiveFailures).toBe(10);
  });

  it('counts failures in a row only', () => {
    const breaker = after(9);
    breaker.record('healthy', 0);
    expect(after(9, 1, breaker).state(1)).toBe('closed');
    expect(after(1, 1, breaker).state(1)).toBe('open');
  });

  it('lets one call at a time out once the pause is over', () => {
    const breaker = after(10);
    const pause = pauseOf(breaker, 0);
    expect(breaker.limit(pause - 1, 16)).toBe(0);
    expect(breaker.state(pause)).toBe('half_open');
    expect(breaker.limit(pause, 16)).toBe(1);
    expect(breaker.limit(pause + MINUTE, 16)).toBe(1);
  });

  it('closes with the first success, and begins again with the shortest pause', () => {
    const breaker = after(10);
    const first = pauseOf(breaker, 0);
    after(1, MINUTE, breaker);
    after(1, 10 * MINUTE, breaker);
    expect(pauseOf(breaker, 10 * MINUTE)).toBeGreaterThan(first);
    breaker.record('healthy', 20 * MINUTE);
    expect(breaker.state(20 * MINUTE)).toBe('closed');
    expect(breaker.openUntil).toBeNull();
    expect(breaker.consecutiveFailures).toBe(0);
    expect(pauseOf(after(10, 30 * MINUTE, breaker), 30 * MINUTE)).toBe(first);
  });

  it('backs off: each failed try doubles the pause, up to five minutes', () => {
    const breaker = after(9);
    const pauses: number[] = [];
    let now = 0;
    for (let n = 0; n < 9; n += 1) {
      breaker.record('down', now);
      pauses.push(pauseOf(breaker, now) / SECOND);
      now += pauseOf(breaker, now);
      expect(breaker.state(now)).toBe('half_open');
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
  });

  it('does not back off further for calls that were out before it opened', () => {
    const breaker = after(10);
    const until = breaker.openUntil;
    after(20, 100, breaker);
    expect(breaker.openUntil).toEqual(until);
    after(1, 5 * SECOND, breaker);
    expect(pauseOf(breaker, 5 * SECOND)).toBe(10 * SECOND);
  });

  it('opens after ten failures in a row also when a success cut the last pause short', () => {
    const breaker = after(10);
    breaker.record('healthy', 100);
    expect(breaker.state(100)).toBe('closed');
    expect(after(10, 200, breaker).state(200)).toBe('open');
  });

  it('opens after ten failures in a row also within the time that an ended pause had asked for', () => {
    const breaker = new Breaker();
    breaker.record({ pauseMs: 5 * MINUTE }, 0);
    breaker.record('healthy', 100);
    expect(after(10, MINUTE, breaker).state(MINUTE)).toBe('open');
  });

  it.each<[string, number, number]>([
    ['as long as was asked', 90 * SECOND, 90 * SECOND],
    ['five seconds at least', 0, 5 * SECOND],
    ['five minutes at most', 36_000 * SECOND, 5 * MINUTE],
    ['five minutes at most, also for a number without end', Infinity, 5 * MINUTE],
  ])('pauses at once for a project that asks for it: %s', (_, asked, pause) => {
    const breaker = new Breaker();
    breaker.record({ pauseMs: asked }, 1_000);
    expect(breaker.state(1_000)).toBe('open');
    expect(pauseOf(breaker, 1_000)).toBe(pause);
    expect(breaker.limit(1_000 + pause, 16)).toBe(1);
  });

  it('does not shorten a pause for a shorter one', () => {
    const breaker = new Breaker();
    breaker.record({ pauseMs: MINUTE }, 0);
    breaker.record({ pauseMs: 0 }, 100);
    expect(pauseOf(breaker, 0)).toBe(MINUTE);
  });

  it('starts anew when it is forgiven, with the shortest pause too', () => {
    const breaker = new Breaker();
    for (let now = 0; now < MINUTE; now += 1_000) breaker.record('down', now);
    breaker.forgive();
    expect([breaker.state(MINUTE), breaker.consecutiveFailures, breaker.openUntil]).toEqual(['closed', 0, null]);
    for (let nth = 0; nth < 10; nth += 1) breaker.record('down', MINUTE);
    expect(pauseOf(breaker, MINUTE)).toBe(5_000);
  });

  it('never has calls out while open, more than one while half open, or a pause beyond five minutes', () => {
    const signs: Sign[] = ['down', 'down', 'down', 'healthy', { pauseMs: 1 }, { pauseMs: 1e12 }];
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const breaker = new Breaker();
    for (let now = 0; now < 2_000_000; now += next(20_000)) {
      breaker.record(signs[next(signs.length)]!, now);
      const most = { open: 0, half_open: 1, closed: 16 }[breaker.state(now)];
      expect(breaker.limit(now, 16)).toBe(most);
      expect(pauseOf(breaker, now)).toBeLessThanOrEqual(5 * MINUTE);
    }
  });
});
