import { batch, textMessage } from '../apps/simulator/src/index.ts';
import { type Json, ok } from './world/client.ts';
import { allAre, deliveries, receiveBatch, receiveMany, routed, states } from './world/deliveries.ts';
import { createWorld, eventually, MINUTE, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld();
  shop = await world.tenant('bulk-shop');
});
afterAll(() => world?.stop());

const operation = (id: string) => ok(shop.client.get(`/api/v1/bulk-operations/${id}`));
const retry = (filter: Json) => ok(shop.client.post('/api/v1/deliveries/retry', filter));
const done = (id: string) =>
  eventually(
    () => operation(id),
    (seen) => seen.state === 'done',
  );
const received = (name: string) => world.destinations.view(name).counts.received;

/** A project with so many deliveries that were cancelled because it was switched off; it is on again. */
async function missed(name: string, count: number) {
  const { number, project } = await routed(shop, name, { split: 'event' });
  await ok(shop.client.post(`/api/v1/projects/${project.id}/disable`));
  await receiveBatch(shop, number, count);
  await eventually(
    () => states(shop, project),
    ({ cancelled }) => cancelled === count,
  );
  await ok(shop.client.post(`/api/v1/projects/${project.id}/enable`));
  return { number, project };
}

test('500 deliveries are retried by a filter, with progress to the end', async () => {
  const { project } = await missed('many', 500);
  const other = await missed('not-meant', 3);
  const started = await shop.client.post('/api/v1/deliveries/retry', { projectId: project.id });
  expect(started).toMatchObject({
    status: 202,
    body: { kind: 'retry', state: 'running', total: 500, processed: 0, affected: 0, finishedAt: null },
  });
  const progress: number[] = [];
  const ended = await eventually(
    () => operation(started.body.id),
    ({ processed, state }) => {
      progress.push(processed);
      return state === 'done';
    },
  );
  expect(ended).toMatchObject({ total: 500, processed: 500, affected: 500, finishedAt: expect.any(String) });
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  await eventually(
    () => states(shop, project),
    ({ delivered }) => delivered === 500,
  );
  const ids = world.destinations.requests('many').map(({ headers }) => headers['webhook-id']);
  expect([ids.length, new Set(ids).size]).toEqual([500, 500]);
  expect(await states(shop, other.project)).toEqual({ cancelled: 3 });
  const { data } = await ok(shop.client.get('/api/v1/bulk-operations'));
  expect(data[0]).toMatchObject({ id: started.body.id, state: 'done' });
  const again = await shop.client.post(`/api/v1/bulk-operations/${ended.id}/cancel`);
  expect(again).toMatchObject({
    status: 409,
    body: { code: 'wrong_state', detail: expect.stringContaining('done already') },
  });
});

test('the filter chooses by state, status, event and time; what comes later is not meant', async () => {
  const { number, project } = await routed(shop, 'chosen');
  world.destinations.setMode('chosen', { mode: 'status', status: 404, first: 2 });
  await receiveMany(shop, number, 2);
  const [newer, older] = await allAre(shop, project, 'waiting', 2);
  const filters = { projectId: project.id, states: ['waiting'] };
  const none = [
    { ...filters, status: 500 },
    { ...filters, until: older.createdAt },
    { projectId: project.id },
  ];
  for (const filter of none)
    expect(await done((await retry(filter)).id)).toMatchObject({ total: 0, affected: 0 });
  expect(await done((await retry({ ...filters, eventId: newer.eventId, status: 404 })).id)).toMatchObject({
    total: 1,
    affected: 1,
  });
  await eventually(
    () => deliveries(shop, project),
    ([first, second]) => first.state === 'delivered' && second.state === 'waiting',
  );
  expect(await done((await retry({ ...filters, since: older.createdAt })).id)).toMatchObject({
    total: 1,
    affected: 1,
  });
  await allAre(shop, project, 'delivered', 2);
});

test('deliveries in a state that cannot be retried are refused by name', async () => {
  for (const state of ['delivered', 'delivering', 'pending']) {
    const { status, body } = await shop.client.post('/api/v1/deliveries/retry', {
      states: ['failed', state],
    });
    expect([status, body.code]).toEqual([422, 'invalid_input']);
    expect(body.detail).toContain(state);
    expect(body.errors).toEqual([
      { field: 'states', message: expect.stringContaining('failed, cancelled, waiting') },
    ]);
  }
  expect(await shop.client.post('/api/v1/deliveries/retry', { states: ['lost'] })).toMatchObject({
    status: 422,
  });
});

describe('cancelling', () => {
  test('stops what goes out within two seconds; what waited is cancelled and can be retried', async () => {
    const { project } = await missed('slow', 500);
    world.destinations.setMode('slow', { mode: 'slow', ms: 250 });
    const { id } = await retry({ projectId: project.id });
    await world.destinations.waitFor('slow', (seen) => seen.length >= 20);
    const cancelled = await ok(shop.client.post(`/api/v1/bulk-operations/${id}/cancel`));
    expect(cancelled).toMatchObject({ state: 'cancelled', finishedAt: expect.any(String) });
    await new Promise((stopped) => setTimeout(stopped, 2_000));
    const [atMost, counts] = [received('slow'), await states(shop, project)];
    expect(atMost).toBeLessThan(400);
    await new Promise((nothing) => setTimeout(nothing, 1_000));
    expect(received('slow')).toBe(atMost);
    expect(counts).toEqual({ delivered: atMost, cancelled: 500 - atMost });
    expect(await operation(id)).toMatchObject({ state: 'cancelled' });
    expect(await shop.client.post(`/api/v1/bulk-operations/${id}/cancel`)).toMatchObject({
      status: 409,
      body: { code: 'wrong_state' },
    });

    const [stopped] = await world.sql(
      `SELECT id FROM delivery WHERE project_id = $1 AND cause = 'bulk_cancelled'`,
      [project.id],
    );
    await ok(shop.client.post(`/api/v1/deliveries/${stopped.id}/retry`));
    await eventually(
      () => ok(shop.client.get(`/api/v1/deliveries/${stopped.id}`)),
      ({ state }) => state === 'delivered',
    );
    world.destinations.setMode('slow', { mode: 'fast' });
    await done((await retry({ projectId: project.id })).id);
    await eventually(
      () => states(shop, project),
      ({ delivered }) => delivered === 500,
    );
  });

  test('works in spite of other operations that are under way, and leaves them alone', async () => {
    const [left, stopped] = [await missed('left', 300), await missed('stopped', 400)];
    for (const name of ['left', 'stopped']) world.destinations.setMode(name, { mode: 'slow', ms: 150 });
    const [going, ended] = [
      await retry({ projectId: left.project.id }),
      await retry({ projectId: stopped.project.id }),
    ];
    await world.destinations.waitFor('stopped', (seen) => seen.length >= 10);
    await ok(shop.client.post(`/api/v1/bulk-operations/${ended.id}/cancel`));
    await done(going.id);
    await eventually(
      () => states(shop, left.project),
      ({ delivered }) => delivered === 300,
    );
    const counts = await eventually(
      () => states(shop, stopped.project),
      ({ waiting, delivering }) => !waiting && !delivering,
    );
    expect(counts).toEqual({ delivered: received('stopped'), cancelled: 400 - received('stopped') });
  });
});

test('carries on after the worker was restarted in the middle', async () => {
  const { project } = await missed('interrupted', 500);
  world.destinations.setMode('interrupted', { mode: 'slow', ms: 30 });
  const { id } = await retry({ projectId: project.id });
  await world.destinations.waitFor('interrupted', (seen) => seen.length >= 30);
  await world.stopWorker();
  const { processed, state } = await operation(id);
  expect([state, processed < 500]).toEqual(['running', true]);
  expect(received('interrupted')).toBeLessThan(500);
  world.destinations.setMode('interrupted', { mode: 'fast' });
  await world.startWorker();
  expect(await done(id)).toMatchObject({ total: 500, processed: 500, affected: 500 });
  await eventually(
    () => states(shop, project),
    ({ delivered }) => delivered === 500,
  );
  const ids = world.destinations.requests('interrupted').map(({ headers }) => headers['webhook-id']);
  expect([ids.length, new Set(ids).size]).toEqual([500, 500]);
});

test('a dead project does not get everything at once, nor does it hold up the next operation', async () => {
  const [dead, alive] = [await missed('dead', 300), await missed('alive', 50)];
  world.destinations.setMode('dead', { mode: 'status', status: 500 });
  const stuck = await retry({ projectId: dead.project.id });
  await world.destinations.waitFor('dead', (seen) => seen.length >= 10);
  await done((await retry({ projectId: alive.project.id })).id);
  await eventually(
    () => states(shop, alive.project),
    ({ delivered }) => delivered === 50,
  );
  expect(await operation(stuck.id)).toMatchObject({ state: 'running' });
  // How many are out when the circuit opens depends on how fast the answers are noted.
  expect(received('dead')).toBeLessThan(120);
  world.destinations.setMode('dead', { mode: 'fast' });
  world.clock.advance(10 * MINUTE);
  expect(await done(stuck.id)).toMatchObject({ processed: 300, affected: 300 });
  await eventually(
    () => states(shop, dead.project),
    ({ delivered }) => delivered === 300,
  );
});

test('another tenant neither sees an operation nor reaches its deliveries by a filter', async () => {
  const stranger = await world.tenant('bulk-stranger');
  const { number, project } = await missed('ours', 2);
  await shop.receive(batch([textMessage(number)]));
  const { id } = await retry({ projectId: project.id });
  await done(id);
  for (const [method, path] of [
    ['GET', id],
    ['POST', `${id}/cancel`],
  ] as const) {
    expect(await stranger.admin.call(method, `/api/v1/bulk-operations/${path}`)).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
  }
  const { project: own } = await missed('ours-too', 2);
  const [delivery] = await deliveries(shop, own);
  for (const filter of [{ projectId: own.id }, { eventId: delivery.eventId }]) {
    const { body } = await stranger.admin.post('/api/v1/deliveries/retry', filter);
    expect(body).toMatchObject({ total: 0 });
    await eventually(
      () => ok(stranger.admin.get(`/api/v1/bulk-operations/${body.id}`)),
      ({ state }) => state === 'done',
    );
  }
  expect(await states(shop, own)).toEqual({ cancelled: 2 });
});
