import { batch, textMessage } from '../apps/simulator/src/index.ts';
import { WakeUps } from '../libs/platform/src/index.ts';
import { type Json, ok } from './world/client.ts';
import { allAre, deliveries, detail, oneDelivery, receiveMany, routed } from './world/deliveries.ts';
import {
  createWorld,
  DAY,
  eventually,
  HOUR,
  MINUTE,
  SECOND,
  type Tenant,
  type World,
} from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld({ DELIVERY_TIMEOUT_MS: '3000' });
  shop = await world.tenant('retry-shop');
});
afterAll(() => world?.stop());

const now = () => world.clock.now().getTime();
/** Milliseconds from the end of the delivery's last attempt to the next one. */
const waitOf = ({ log, nextAttemptAt }: Json) =>
  Date.parse(nextAttemptAt) - Date.parse(log.at(-1).startedAt) - log.at(-1).durationMs;

/** Shows that the worker has looked at every row since: what is sent now arrives through it. */
async function workerHasLooked(): Promise<void> {
  const probe = await shop.project(`probe-${Math.random().toString(36).slice(2)}`);
  await ok(shop.client.post(`/api/v1/projects/${probe.id}/test`));
  await oneDelivery(shop, probe, 'delivered');
}

// The clock has not been turned yet: destinations write dates by their own.
test('Retry-After is honoured in seconds and as a date, from the schedule up to ten hours', async () => {
  const asked = {
    'asks-seconds': { status: 503, retryAfter: 120 },
    'asks-date': { status: 429, retryAfterDate: 300 },
    'asks-too-little': { status: 500, retryAfter: 1 },
    'asks-the-past': { status: 500, retryAfterDate: -60 },
    'asks-too-much': { status: 503, retryAfter: 1_000_000 },
  };
  const number = await shop.number();
  const projects = [];
  for (const [name, answer] of Object.entries(asked)) {
    const project = await shop.project(name);
    await shop.map(number, project);
    world.destinations.setMode(name, { mode: 'status', ...answer });
    projects.push(project);
  }
  await shop.receive(batch([textMessage(number)]));
  const waits = [];
  for (const project of projects) waits.push(waitOf(await oneDelivery(shop, project, 'waiting')));
  const [inSeconds, asDate, tooLittle, past, tooMuch] = waits as [number, number, number, number, number];
  expect(inSeconds).toBeGreaterThanOrEqual(120 * SECOND - 50);
  expect(inSeconds).toBeLessThan(123 * SECOND);
  expect(asDate).toBeGreaterThan(297 * SECOND);
  expect(asDate).toBeLessThan(303 * SECOND);
  for (const scheduled of [tooLittle, past]) {
    expect(scheduled).toBeGreaterThanOrEqual(4 * SECOND - 50);
    expect(scheduled).toBeLessThan(7 * SECOND);
  }
  expect(tooMuch).toBeGreaterThanOrEqual(10 * HOUR - 50);
  expect(tooMuch).toBeLessThan(10 * HOUR + 3 * SECOND);
});

test('a project that asks for patience by 429 or 503 is left alone, new webhooks included', async () => {
  const { number, project } = await routed(shop, 'patience');
  world.destinations.setMode('patience', { mode: 'status', status: 429, retryAfter: 60, first: 1 });
  await receiveMany(shop, number, 1);
  await oneDelivery(shop, project, 'waiting');
  const { health } = await eventually(
    () => ok(shop.client.get(`/api/v1/projects/${project.id}`)),
    (seen) => seen.health.breaker === 'open',
  );
  expect(Date.parse(health.openUntil) - now()).toBeGreaterThan(50 * SECOND);
  await receiveMany(shop, number, 3);
  await workerHasLooked();
  expect(world.destinations.requests('patience')).toHaveLength(1);
  world.clock.advance(75 * SECOND);
  await allAre(shop, project, 'delivered', 4);
});

const SCHEDULE = [
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

test('ten attempts at growing intervals, each with jitter; then the delivery has failed', async () => {
  const { number, project } = await routed(shop, 'refusing');
  // A 4xx, since failures that speak against the project itself would open its breaker.
  world.destinations.setMode('refusing', { mode: 'status', status: 404, body: 'not here' });
  const count = 8;
  await receiveMany(shop, number, count);
  for (const [index, wait] of SCHEDULE.entries()) {
    const rows = await eventually(
      () => deliveries(shop, project),
      (seen) =>
        seen.length === count && seen.every((row) => row.attempts === index + 1 && row.state === 'waiting'),
    );
    const waits = (await Promise.all(rows.map(({ id }) => detail(shop, id)))).map(waitOf);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(0.8 * wait - 100);
    expect(Math.max(...waits)).toBeLessThan(1.2 * wait + 3 * SECOND);
    if (wait > MINUTE) expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(0.05 * wait);
    world.clock.advance(Math.max(...rows.map((row) => Date.parse(row.nextAttemptAt))) - now());
    world.api.get(WakeUps, { strict: false }).wake('deliver');
  }
  const rows = await allAre(shop, project, 'failed', count);
  const failed = await detail(shop, rows[0].id);
  expect(failed).toMatchObject({ attempts: 10, nextAttemptAt: null, lastStatus: 404 });
  expect(Math.abs(Date.parse(failed.finishedAt) - now())).toBeLessThan(10 * SECOND);
  expect(failed.log.map((attempt: Json) => attempt.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  for (const attempt of failed.log) {
    expect(attempt).toMatchObject({
      status: 404,
      error: expect.stringMatching(/answered 404/),
      response: 'not here',
    });
    expect(attempt.durationMs).toBeGreaterThanOrEqual(0);
  }
  const requests = world.destinations
    .requests('refusing')
    .filter(({ headers }) => headers['webhook-id'] === failed.id);
  expect(requests.map(({ headers }) => headers['x-waypost-attempt'])).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    '10',
  ]);

  world.clock.advance(DAY);
  await workerHasLooked();
  expect(world.destinations.requests('refusing')).toHaveLength(10 * count);
});

test('a retry does not start before its time', async () => {
  const { number, project } = await routed(shop, 'punctual');
  world.destinations.setMode('punctual', { mode: 'status', status: 500, first: 1 });
  await receiveMany(shop, number, 1);
  const { nextAttemptAt } = await oneDelivery(shop, project, 'waiting');
  world.clock.advance(Date.parse(nextAttemptAt) - now() - 2_500);
  await new Promise((looked) => setTimeout(looked, 1_200));
  expect(world.destinations.requests('punctual')).toHaveLength(1);
  await oneDelivery(shop, project, 'delivered');
});

describe('one delivery by hand', () => {
  test('a waiting one is retried at once, with the whole schedule before it and its attempts still counted', async () => {
    const { number, project } = await routed(shop, 'hasty');
    world.destinations.setMode('hasty', { mode: 'status', status: 500, first: 2 });
    await receiveMany(shop, number, 1);
    const { id } = await oneDelivery(shop, project, 'waiting');
    const retried = await shop.client.post(`/api/v1/deliveries/${id}/retry`);
    expect(retried).toMatchObject({ status: 202, body: { id, state: 'waiting', attempts: 1 } });
    const again = await eventually(
      () => detail(shop, id),
      (row) => row.attempts === 2,
    );
    expect(waitOf(again)).toBeLessThan(7 * SECOND);
    await ok(shop.client.post(`/api/v1/deliveries/${id}/retry`));
    expect(await oneDelivery(shop, project, 'delivered')).toMatchObject({ id, attempts: 3 });
    const attempts = world.destinations
      .requests('hasty')
      .map(({ headers }) => [headers['webhook-id'], headers['x-waypost-attempt']]);
    expect(attempts).toEqual([
      [id, '1'],
      [id, '2'],
      [id, '3'],
    ]);
  });

  test('a waiting one can be given up on, and taken up again', async () => {
    const { number, project } = await routed(shop, 'given-up');
    world.destinations.setMode('given-up', { mode: 'status', status: 500, first: 1 });
    await receiveMany(shop, number, 1);
    const { id } = await oneDelivery(shop, project, 'waiting');
    const cancelled = await ok(shop.client.post(`/api/v1/deliveries/${id}/cancel`));
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      cause: 'manual',
      nextAttemptAt: null,
      finishedAt: expect.any(String),
    });
    world.clock.advance(HOUR);
    await workerHasLooked();
    expect(world.destinations.requests('given-up')).toHaveLength(1);
    await ok(shop.client.post(`/api/v1/deliveries/${id}/retry`));
    expect(await oneDelivery(shop, project, 'delivered')).toMatchObject({ cause: null, attempts: 2 });
  });

  test('what was delivered, is on its way or was cancelled already is a 409 that says what would do', async () => {
    const { number, project } = await routed(shop, 'states');
    world.destinations.setMode('states', { mode: 'slow', ms: 1_500 });
    await receiveMany(shop, number, 1);
    const { id } = await oneDelivery(shop, project, 'delivering');
    const refuses = async (action: string, words: RegExp) =>
      expect(await shop.client.post(`/api/v1/deliveries/${id}/${action}`)).toMatchObject({
        status: 409,
        body: { code: 'wrong_state', detail: expect.stringMatching(words) },
      });
    await refuses('retry', /failed, cancelled and waiting/);
    await refuses('cancel', /pending and waiting/);
    await oneDelivery(shop, project, 'delivered');
    await refuses('retry', /replay its event/);
    await refuses('cancel', /pending and waiting/);
    expect(world.destinations.requests('states')).toHaveLength(1);
  });
});

describe('a project that is gone', () => {
  test('answers 410 once, is disabled, and what comes later is kept and can be recovered', async () => {
    const { number, project } = await routed(shop, 'gone');
    world.destinations.setMode('gone', { mode: 'status', status: 410 });
    const since = new Date(Date.now() - SECOND).toISOString();
    await receiveMany(shop, number, 1);
    const refused = await oneDelivery(shop, project, 'failed');
    expect(refused).toMatchObject({
      attempts: 1,
      lastStatus: 410,
      lastError: expect.stringMatching(/410 Gone, so it was disabled/),
    });
    const path = `/api/v1/projects/${project.id}`;
    await eventually(
      () => ok(shop.client.get(path)),
      (seen) => seen.status === 'disabled' && seen.disabledReason === 'gone' && seen.disabledAt !== null,
    );

    world.destinations.setMode('gone', { mode: 'fast' });
    await receiveMany(shop, number, 4);
    const kept = await eventually(
      () => deliveries(shop, project),
      (rows) => rows.length === 5,
    );
    expect(kept.slice(0, 4).map(({ state, cause, attempts }) => [state, cause, attempts])).toEqual(
      Array(4).fill(['cancelled', 'project_disabled', 0]),
    );
    expect(world.destinations.requests('gone')).toHaveLength(1);

    expect(await ok(shop.client.post(`${path}/enable`))).toMatchObject({
      status: 'enabled',
      disabledReason: null,
      disabledAt: null,
    });
    const operation = await shop.client.post(`/api/v1/projects/${project.slug}/recover`, { since });
    expect(operation).toMatchObject({ status: 202, body: { kind: 'retry', total: 5 } });
    await allAre(shop, project, 'delivered', 5);
    expect(
      new Set(
        world.destinations
          .requests('gone')
          .slice(1)
          .map(({ headers }) => headers['webhook-id']),
      ),
    ).toEqual(new Set(kept.map(({ id }) => id)));
    await eventually(
      () => ok(shop.client.get(`/api/v1/bulk-operations/${operation.body.id}`)),
      (seen) => seen.state === 'done' && seen.processed === 5 && seen.affected === 5,
    );
  });

  test('recovery leaves alone what is older than it is asked for, or of another project', async () => {
    const [old, other] = [await routed(shop, 'old-failures'), await routed(shop, 'other-failures')];
    for (const { number, project } of [old, other]) {
      await ok(shop.client.post(`/api/v1/projects/${project.id}/disable`));
      await receiveMany(shop, number, 1);
      await oneDelivery(shop, project, 'cancelled');
      await ok(shop.client.post(`/api/v1/projects/${project.id}/enable`));
    }
    const since = new Date(Date.now() + 2).toISOString();
    await new Promise((later) => setTimeout(later, 5));
    await ok(shop.client.post(`/api/v1/projects/${old.project.id}/disable`));
    await receiveMany(shop, old.number, 1);
    await eventually(
      () => deliveries(shop, old.project),
      (rows) => rows.length === 2,
    );
    await ok(shop.client.post(`/api/v1/projects/${old.project.id}/enable`));
    const { id } = await ok(shop.client.post(`/api/v1/projects/${old.project.id}/recover`, { since }));
    await eventually(
      () => ok(shop.client.get(`/api/v1/bulk-operations/${id}`)),
      (seen) => seen.state === 'done' && seen.affected === 1,
    );
    await eventually(
      () => deliveries(shop, old.project),
      ([newer, older]) => newer.state === 'delivered' && older.state === 'cancelled',
    );
    await oneDelivery(shop, other.project, 'cancelled');
  });

  test('recovery wants an instant, and a project of the tenant', async () => {
    const { project } = await routed(shop, 'unknown-since');
    const path = `/api/v1/projects/${project.id}/recover`;
    expect(await shop.client.post(path)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'since' }] },
    });
    expect(await shop.client.post(path, { since: 'yesterday' })).toMatchObject({ status: 422 });
    const stranger = await world.tenant('retry-stranger');
    expect(await stranger.client.post(path, { since: new Date().toISOString() })).toMatchObject({
      status: 404,
    });
  });
});
