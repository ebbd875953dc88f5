import { batch, textMessage } from '../apps/simulator/src/index.ts';
import { ok } from './world/client.ts';
import {
  allAre,
  deliveries,
  detail,
  oneDelivery,
  receiveBatch,
  receiveMany,
  routed,
  states,
} from './world/deliveries.ts';
import { createWorld, eventually, SECOND, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld({ DELIVERY_TIMEOUT_MS: '5000' });
  shop = await world.tenant('lane-shop');
});
afterAll(() => world?.stop());

const arrivals = (name: string) => world.destinations.requests(name);

test('a project that hangs with hundreds queued keeps nothing from its neighbour', async () => {
  const number = await shop.number();
  const [hanging, healthy] = [await shop.project('hanging'), await shop.project('healthy')];
  // The one that hangs comes first every time.
  await shop.map(number, hanging, { priority: 100 });
  await shop.map(number, healthy, { priority: 1 });
  world.destinations.setMode('hanging', { mode: 'hang' });
  await receiveMany(shop, number, 400);
  await eventually(
    () => states(shop, healthy),
    (counts) => counts.delivered === 400,
  );
  const seen = arrivals('healthy');
  expect([seen.length, new Set(seen.map(({ headers }) => headers['webhook-id'])).size]).toEqual([400, 400]);
  expect((await states(shop, hanging)).delivered).toBeUndefined();

  world.destinations.setMode('hanging', { mode: 'fast' });
  await eventually(
    () => ok(shop.client.get(`/api/v1/projects/${hanging.id}`)),
    ({ health }) => health.breaker === 'open',
  );
  world.clock.advance(60 * SECOND);
  await eventually(
    () => states(shop, hanging),
    (counts) => counts.delivered === 400,
  );
});

test('many hanging projects on one host keep nothing from a neighbour on the same host', async () => {
  const { number, project } = await routed(shop, 'same-host');
  const many = await shop.number();
  const stuck = await shop.project('stuck-0');
  await shop.map(many, stuck);
  for (const name of ['stuck-1', 'stuck-2', 'stuck-3', 'stuck-4', 'stuck-5'])
    await shop.map(many, await shop.project(name));
  for (let index = 0; index < 6; index += 1) world.destinations.setMode(`stuck-${index}`, { mode: 'hang' });
  await receiveMany(shop, many, 20);
  await eventually(
    () => arrivals('stuck-0').length,
    (count) => count >= 10,
  );
  await receiveMany(shop, number, 50);
  const rows = await allAre(shop, project, 'delivered', 50);
  expect(rows.map(({ attempts }) => attempts)).toEqual(Array(50).fill(1));
  // All of this while the others were still hanging, not because they had given up.
  expect((await deliveries(shop, stuck)).map(({ attempts }) => attempts)).toEqual(Array(20).fill(0));
});

test('a delivery that cannot be read keeps nothing from the projects after it', async () => {
  const [broken, sound] = [await routed(shop, 'broken'), await routed(shop, 'sound')];
  expect(broken.project.id < sound.project.id).toBe(true);
  world.destinations.setMode('broken', { mode: 'status', status: 500 });
  world.destinations.setMode('sound', { mode: 'status', status: 500, first: 1 });
  for (const { number, project } of [broken, sound]) {
    await receiveMany(shop, number, 1);
    await oneDelivery(shop, project, 'waiting');
  }
  // An item that the event does not have.
  await world.sql('UPDATE delivery SET item = 7 WHERE project_id = $1', [broken.project.id]);
  world.clock.advance(10 * SECOND);
  await oneDelivery(shop, sound.project, 'delivered');
});

describe('priority', () => {
  test('of two projects of a number the one of higher priority is called first', async () => {
    const number = await shop.number();
    const both = world.destinations.endpoint('both');
    const second = await shop.project('second', { endpoint: both, headers: { 'X-Priority': '50' } });
    const first = await shop.project('first', { endpoint: both, headers: { 'X-Priority': '100' } });
    await shop.map(number, second, { priority: 50 });
    await shop.map(number, first, { priority: 100 });
    for (let nth = 1; nth <= 15; nth += 1) {
      await shop.receive(batch([textMessage(number)]));
      await world.destinations.waitFor('both', (seen) => seen.length === 2 * nth);
    }
    // Each has a connection of its own, and the two may overtake each other by a hair.
    const order = arrivals('both').map(({ headers }) => headers['x-priority']);
    expect(
      order.filter((priority, index) => priority === '100' && index % 2 === 0).length,
    ).toBeGreaterThanOrEqual(10);
    const [highs, lows] = [
      await allAre(shop, first, 'delivered', 15),
      await allAre(shop, second, 'delivered', 15),
    ];
    let inOrder = 0;
    for (const [index, { id, priority }] of highs.entries()) {
      const [high, low] = [await detail(shop, id), await detail(shop, lows[index].id)];
      expect([priority, low.priority, low.eventId]).toEqual([100, 50, high.eventId]);
      if (Date.parse(high.log[0].startedAt) <= Date.parse(low.log[0].startedAt)) inOrder += 1;
    }
    // A project whose secret is read anew after a change waits for it, and the next one does not wait with it.
    expect(inOrder).toBeGreaterThanOrEqual(13);
  });

  test('on the way to one project a number of higher priority overtakes what is queued', async () => {
    const project = await shop.project('busy', { split: 'event' });
    const [low, high] = [await shop.number(), await shop.number()];
    await shop.map(low, project, { priority: 50 });
    await shop.map(high, project, { priority: 100 });
    world.destinations.setMode('busy', { mode: 'slow', ms: 300 });
    await receiveBatch(shop, low, 80);
    await eventually(
      () => arrivals('busy').length,
      (count) => count >= 16,
    );
    await receiveBatch(shop, high, 10);
    await eventually(
      () => arrivals('busy').length,
      (count) => count === 90,
    );
    const places = arrivals('busy').flatMap(({ body }, index) =>
      body.includes(high.phoneNumberId) ? [index] : [],
    );
    expect(places).toHaveLength(10);
    expect(Math.max(...places)).toBeLessThan(60);
  });
});
