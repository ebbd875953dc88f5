import fc from 'fast-check';
import type { DeliveryJob } from './delivery-job.ts';
import { Lane } from './lane.ts';

let count = 0;
const job = (priority = 0, size = 10): DeliveryJob => ({
  tenantId: 'anna',
  id: `delivery-${(count += 1)}`,
  eventId: 'event',
  projectId: 'project',
  priority,
  body: Buffer.alloc(size),
  attempts: 0,
  step: 0,
  fence: 1,
  leaseUntil: new Date(1e15),
  bulkId: null,
});

const brisk = { sign: 'healthy', durationMs: 20 } as const;
const hanging = { sign: 'healthy', durationMs: 10_000 } as const;
const down = { sign: 'down', durationMs: 20 } as const;

/** Fills a lane as far as it lets itself be filled; answers with how many it took. */
function fill(lane: Lane, now = 0, make = () => job()): DeliveryJob[] {
  const taken: DeliveryJob[] = [];
  for (let next = make(); lane.reserve(next.body.length, now); next = make()) {
    lane.enqueue(next);
    taken.push(next);
  }
  return taken;
}

/** Everything that may go out at once. */
function send(lane: Lane, now = 0): DeliveryJob[] {
  const out: DeliveryJob[] = [];
  for (let next = lane.next(now); next; next = lane.next(now)) out.push(next);
  return out;
}

/** Sends and finishes so many jobs, each with this outcome. */
function carry(lane: Lane, times: number, outcome: Parameters<Lane['finish']>[2], now = 0): void {
  for (let n = 0; n < times; n += 1) {
    if (!lane.reserve(10, now)) return;
    lane.enqueue(job());
    const next = lane.next(now);
    if (next) lane.finish(next, now, outcome);
  }
}

/** How many calls a lane makes at once; leaves it empty. */
function atOnce(lane: Lane): number {
  fill(lane);
  const out = send(lane);
  lane.drainQueue();
  for (const one of out) lane.finish(one, 0);
  return out.length;
}

/** What a lane takes and sends that knows nothing of its project yet. */
const fresh = new Lane();
const PLACES = fill(fresh).length;
const CALLS = send(fresh).length;

describe('Lane', () => {
  it('begins with a bounded number of calls at once, and queues a bounded number behind them', () => {
    expect(CALLS).toBeGreaterThan(1);
    expect(CALLS).toBeLessThanOrEqual(64);
    expect(PLACES).toBeGreaterThan(CALLS);
    expect(fresh.room(0)).toBe(0);
    expect(fresh.reserve(10, 0)).toBe(false);
  });

  it('keeps the places that were asked for, also before the jobs are there', () => {
    const lane = new Lane();
    for (let n = 0; n < PLACES; n += 1) expect(lane.reserve(10, 0)).toBe(true);
    expect(lane.reserve(10, 0)).toBe(false);
    expect(lane.next(0)).toBeUndefined();
    expect(lane.idle).toBe(false);
    lane.giveBack(10);
    expect(lane.reserve(10, 0)).toBe(true);
    for (let n = 0; n < PLACES; n += 1) lane.giveBack(10);
    expect(lane.idle).toBe(true);
  });

  it('holds few large bodies: 32 MiB and the one that went beyond', () => {
    const lane = new Lane();
    const large = () => job(0, 3 << 20);
    expect(fill(lane, 0, large).length).toBe(11);
    const [first] = send(lane);
    lane.finish(first!, 0, brisk);
    expect(lane.reserve(1, 0)).toBe(true);
  });

  it('has all its room again when large bodies were handed back', () => {
    const lane = new Lane();
    fill(lane, 0, () => job(0, 8 << 20));
    expect(lane.room(0)).toBe(0);
    lane.drainQueue();
    expect(lane.room(0)).toBe(PLACES);
  });

  it('sends higher priorities first, and the earlier first within one', () => {
    const lane = new Lane();
    const jobs = [job(0), job(9), job(0), job(9), job(5)];
    for (const one of jobs) if (lane.reserve(10, 0)) lane.enqueue(one);
    expect(send(lane)).toEqual([jobs[1], jobs[3], jobs[4], jobs[0], jobs[2]]);
  });

  it('gives a project that answers briskly more calls at once, up to 64', () => {
    const lane = new Lane();
    carry(lane, 200, brisk);
    expect(atOnce(lane)).toBeGreaterThan(CALLS);
    carry(lane, 20_000, brisk);
    expect(atOnce(lane)).toBe(64);
  });

  it.each([
    ['hangs', hanging],
    ['fails now and then', down],
  ])('gives a project that %s fewer calls at once, two at least', (_, outcome) => {
    const lane = new Lane();
    const calls = [CALLS];
    for (let n = 0; n < 9; n += 1) {
      carry(lane, 1, outcome);
      calls.push(atOnce(lane));
    }
    expect(calls).toEqual([...calls].sort((a, b) => b - a));
    expect(calls.at(-1)).toBe(2);
  });

  it('leaves the number alone for an answer that is neither brisk nor slow, or for a job that never went out', () => {
    const lane = new Lane();
    carry(lane, 50, { sign: 'healthy', durationMs: 3_000 });
    carry(lane, 50, undefined);
    expect(atOnce(lane)).toBe(CALLS);
  });

  it('says in whole jobs how many more it takes, whatever it has learnt', () => {
    const outcome = fc.constantFrom(brisk, brisk, brisk, hanging, down);
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 40 }), (outcomes) => {
        const lane = new Lane();
        for (const one of outcomes) carry(lane, 1, one);
        const room = lane.room(0);
        expect(Number.isInteger(room)).toBe(true);
        expect(fill(lane).length).toBe(room);
      }),
    );
  });

  it('lets one job in and one call out while the breaker is half open, and none while it is open', () => {
    const lane = new Lane();
    carry(lane, 10, down);
    expect(lane.breaker.state(0)).toBe('open');
    expect(lane.room(0)).toBe(0);
    expect(lane.reserve(10, 0)).toBe(false);
    const later = lane.breaker.openUntil!.getTime();
    expect(fill(lane, later).length).toBe(1);
    const out = send(lane, later);
    expect(out.length).toBe(1);
    expect(lane.room(later)).toBe(0);
    lane.finish(out[0]!, later, brisk);
    expect(lane.room(later)).toBeGreaterThan(1);
  });

  it('counts calls that were out before the breaker opened as the one that may be out', () => {
    const lane = new Lane();
    fill(lane);
    const out = send(lane);
    for (const one of out.slice(0, 10)) lane.finish(one, 0, down);
    const later = lane.breaker.openUntil!.getTime();
    expect(lane.next(later)).toBeUndefined();
  });

  it('is hungry once it had to refuse and its queue has run low, and only while there is room', () => {
    const lane = new Lane();
    expect(lane.hungry(0)).toBe(false);
    fill(lane);
    expect(lane.hungry(0)).toBe(false);
    let sent = 0;
    while (!lane.hungry(0)) {
      const next = lane.next(0);
      if (!next) throw new Error('nothing left to send, and still not hungry');
      lane.finish(next, 0, { sign: 'healthy', durationMs: 3_000 });
      sent += 1;
    }
    expect(sent).toBe(PLACES - CALLS);
    carry(lane, 20, down);
    expect(lane.hungry(0)).toBe(false);
  });

  it('hands back everything that has not gone out, and is idle when the rest has come home', () => {
    const lane = new Lane();
    const taken = fill(lane);
    const out = send(lane);
    expect(lane.drainQueue()).toEqual(taken.slice(out.length));
    expect(lane.drainQueue()).toEqual([]);
    expect(lane.idle).toBe(false);
    for (const one of out) lane.finish(one, 0);
    expect(lane.idle).toBe(true);
    expect(lane.room(0)).toBe(PLACES);
  });
});
