import { setImmediate as turn } from 'node:timers/promises';
import { Clock, type Log } from '@waypost/platform';
import type { Attempts } from './attempts.ts';
import type { AttemptResult, DeliveryJob } from './delivery-job.ts';
import type { HealthBook } from './health-book.ts';
import { Lanes, LEASE_MS } from './lanes.ts';
import type { Results } from './results.ts';
import type { TargetCache } from './target-cache.ts';

const START = Date.UTC(2026, 10, 20, 12);

class HandClock extends Clock {
  at = START;
  now(): Date {
    return new Date(this.at);
  }
}

let count = 0;
const job = (projectId = 'project', over: Partial<DeliveryJob> = {}): DeliveryJob => ({
  tenantId: 'anna',
  id: `delivery-${(count += 1)}`,
  eventId: 'event',
  projectId,
  priority: 0,
  body: Buffer.alloc(10),
  attempts: 0,
  step: 0,
  fence: 1,
  leaseUntil: new Date(START + LEASE_MS),
  bulkId: null,
  ...over,
});

const answered = (status: number, retryAfterMs: number | null = null): AttemptResult => ({
  kind: 'answered',
  status,
  retryAfterMs,
  response: Buffer.alloc(0),
  startedAt: new Date(START),
  durationMs: 20,
});
const refused: AttemptResult = {
  kind: 'failed',
  error: 'refused',
  startedAt: new Date(START),
  durationMs: 20,
};

/** Lanes whose calls end when and how the test says; notes what is owed to the database. */
function world() {
  const clock = new HandClock();
  const calls: { job: DeliveryJob; answer: (result: AttemptResult) => void }[] = [];
  const noted: [string, string, ...unknown[]][] = [];
  const note =
    (what: string) =>
    async (one: DeliveryJob, ...more: unknown[]) =>
      void noted.push([what, one.id, ...more]);
  const targets = new Map<string, 'held' | 'disabled'>();
  const health: [string, boolean][] = [];
  const hungry: string[] = [];
  const lanes = new Lanes(
    {
      perform: (one: DeliveryJob) => new Promise((answer) => calls.push({ job: one, answer })),
    } as unknown as Attempts,
    {
      get: ({ projectId }: DeliveryJob) => targets.get(projectId) ?? { timeoutMs: 15_000 },
    } as unknown as TargetCache,
    {
      handBack: note('handed back'),
      hold: note('held'),
      cancel: note('cancelled'),
      drained: async () => undefined,
      record: async (one: DeliveryJob, _: AttemptResult, verdict: { state: string }) =>
        void noted.push([verdict.state, one.id]),
    } as unknown as Results,
    {
      note: (one: DeliveryJob, _: unknown, success: boolean) => void health.push([one.projectId, success]),
      disable: note('disabled'),
    } as unknown as HealthBook,
    clock,
    { failure: note('failure'), info: note('info') } as unknown as Log,
  );
  lanes.onHungry((projectId) => hungry.push(projectId));
  const submit = async (...jobs: DeliveryJob[]) => {
    lanes.submit(jobs.filter((one) => lanes.reserve(one.projectId, one.body.length)));
    await turn();
  };
  /** Ends the calls that are out. */
  const answer = async (result: AttemptResult) => {
    for (const call of calls.splice(0)) call.answer(result);
    await turn();
  };
  return { lanes, clock, calls, noted, targets, health, hungry, submit, answer };
}
const many = (length: number, projectId?: string, over?: Partial<DeliveryJob>) =>
  Array.from({ length }, () => job(projectId, over));

describe('Lanes', () => {
  it('carry a delivery to its project and record what became of it', async () => {
    const { submit, answer, noted, health } = world();
    const one = job();
    await submit(one);
    await answer(answered(204));
    expect(noted).toEqual([['delivered', one.id]]);
    expect(health).toEqual([['project', true]]);
  });

  it('keep a project that hangs to its own lane', async () => {
    const { submit, calls, noted } = world();
    await submit(...many(2_000, 'hanging'));
    const out = calls.length;
    expect(out).toBeLessThanOrEqual(64);
    const quick = job('quick');
    await submit(quick);
    expect(calls).toHaveLength(out + 1);
    calls.find(({ job: one }) => one === quick)?.answer(answered(200));
    await turn();
    expect(noted).toEqual([['delivered', quick.id]]);
  });

  it('send of what is submitted together the higher priorities first', async () => {
    const { submit, calls } = world();
    const urgent = job('project', { priority: 9 });
    await submit(...many(200), urgent);
    expect(calls.map(({ job: one }) => one.id)).toContain(urgent.id);
  });

  it('hand the queue back when the breaker opens, take nothing while it is open, and ask for more after it', async () => {
    const { lanes, clock, submit, answer, calls, noted, hungry } = world();
    const jobs = many(200);
    await submit(...jobs);
    while (calls.length > 0) await answer(refused);
    const tried = noted.filter(([what]) => what === 'waiting').length;
    expect(tried).toBeGreaterThanOrEqual(10);
    expect(noted.filter(([what]) => what === 'handed back').map(([, id]) => id)).toEqual(
      jobs.slice(tried).map(({ id }) => id),
    );
    expect(lanes.room('project')).toBe(0);
    lanes.tick();
    expect(hungry).toEqual([]);
    clock.at += 5_000;
    lanes.tick();
    expect(hungry).toEqual(['project']);
    expect(lanes.room('project')).toBe(1);
  });

  it.each([
    ['429', answered(429, 60_000)],
    ['503 with Retry-After', answered(503, 60_000)],
  ])('pause at once for a project that answers %s, and leave the others alone', async (_, result) => {
    const { lanes, clock, submit, answer } = world();
    await submit(job());
    await answer(result);
    expect(lanes.room('project')).toBe(0);
    expect(lanes.room('other')).toBeGreaterThan(0);
    clock.at += 60_000;
    expect(lanes.room('project')).toBe(1);
  });

  it.each([301, 400, 401, 404, 410, 422])(
    'do not spare a project that answers %i: it is up',
    async (status) => {
      const { lanes, submit, answer } = world();
      for (let n = 0; n < 12; n += 1) {
        await submit(job());
        await answer(answered(status));
      }
      expect(lanes.room('project')).toBeGreaterThan(1);
    },
  );

  it.each([301, 400, 401, 404, 429, 500])(
    'count %i as a failure of the project, since only a 2xx is a success',
    async (status) => {
      const { submit, answer, health } = world();
      await submit(job());
      await answer(answered(status));
      expect(health).toEqual([['project', false]]);
    },
  );

  it('switch a project off that says it is gone', async () => {
    const { submit, answer, noted } = world();
    const one = job();
    await submit(one);
    await answer(answered(410));
    expect(noted).toEqual([
      ['failed', one.id],
      ['disabled', one.id, 'gone'],
    ]);
  });

  it('do not send what must not go out (any more)', async () => {
    const { lanes, clock, targets, submit, calls, noted } = world();
    targets.set('of-suspended', 'held').set('off', 'disabled');
    lanes.stopBulk(['bulk-1']);
    const [held, off, stopped, late] = [
      job('of-suspended'),
      job('off'),
      job('project', { bulkId: 'bulk-1' }),
      job('project'),
    ];
    await submit(held, off, stopped);
    clock.at += LEASE_MS - 15_000;
    await submit(late);
    expect(calls).toEqual([]);
    expect(noted).toEqual([
      ['cancelled', stopped.id, 'bulk_cancelled'],
      ['held', held.id],
      ['cancelled', off.id, 'project_disabled'],
      ['handed back', late.id],
    ]);
  });

  it('wait at the end for the calls that are out, and hand back the rest', async () => {
    const { lanes, submit, answer, calls, noted } = world();
    const jobs = many(200);
    await submit(...jobs);
    const out = calls.length;
    const drained = lanes.drain();
    expect(lanes.reserve('project', 10)).toBe(false);
    expect(noted.map(([what, id]) => [what, id])).toEqual(
      jobs.slice(out).map(({ id }) => ['handed back', id]),
    );
    await answer(answered(200));
    await drained;
    expect(noted.filter(([what]) => what === 'delivered')).toHaveLength(out);
  });
});
