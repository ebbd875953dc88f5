import { batch, textMessage } from '../apps/simulator/src/index.ts';
import { type Json, ok } from './world/client.ts';
import { allAre, deliveries, oneDelivery, receiveMany, routed } from './world/deliveries.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld();
  shop = await world.tenant('cache-shop');
});
afterAll(() => world?.stop());

const stats = (): Promise<Json> => ok(world.root.get('/api/v1/system/cache/stats'));
const processOf = (seen: Json, kind: string) => seen.processes.find((process: Json) => process.kind === kind);
const sum = (process: Json, key: string) =>
  process.caches.reduce((total: number, cache: Json) => total + cache[key], 0);

test('every process says what its caches hold, what they knew and what they did not', async () => {
  const { number, project } = await routed(shop, 'counted');
  await receiveMany(shop, number, 1);
  await allAre(shop, project, 'delivered', 1);
  await receiveMany(shop, number, 20);
  const before = await eventually(stats, (seen) => sum(processOf(seen, 'worker'), 'hits') > 0);
  for (const kind of ['api', 'worker']) {
    expect(processOf(before, kind)).toMatchObject({
      pid: process.pid,
      host: expect.any(String),
      seenAt: expect.any(String),
    });
  }
  const all = before.processes.flatMap((each: Json) => each.caches);
  const total = (key: string) => all.reduce((value: number, cache: Json) => value + cache[key], 0);
  const { totals } = before;
  expect(totals).toEqual({
    entries: total('entries'),
    hits: total('hits'),
    misses: total('misses'),
    hitRate: expect.any(Number),
  });
  expect(totals.hitRate).toBeCloseTo(totals.hits / (totals.hits + totals.misses), 6);

  await receiveMany(shop, number, 30);
  const after = await eventually(stats, (seen) => {
    const [then, now] = [processOf(before, 'worker'), processOf(seen, 'worker')];
    return sum(now, 'hits') > sum(then, 'hits');
  });
  expect(sum(processOf(after, 'api'), 'hits')).toBeGreaterThan(sum(processOf(before, 'api'), 'hits'));
  for (const kind of ['api', 'worker'])
    expect(sum(processOf(after, kind), 'misses')).toBe(sum(processOf(before, kind), 'misses'));
});

test('clearing empties the caches of every process, and says of each that it did', async () => {
  const { number, project } = await routed(shop, 'cleared');
  await receiveMany(shop, number, 2);
  await allAre(shop, project, 'delivered', 2);
  const before = await eventually(stats, (seen) => sum(processOf(seen, 'worker'), 'entries') > 0);
  const answer = await world.root.post('/api/v1/system/cache/clear');
  expect(answer).toMatchObject({ status: 200, body: { cleared: 2, pending: 0 } });
  expect(answer.body.processes.map(({ kind, cleared }: Json) => [kind, cleared])).toEqual([
    ['api', true],
    ['worker', true],
  ]);
  const after = await stats();
  for (const kind of ['api', 'worker']) {
    const [then, now] = [processOf(before, kind), processOf(after, kind)];
    expect([kind, sum(now, 'entries')]).toEqual([kind, 0]);
    expect(sum(now, 'clears')).toBeGreaterThan(sum(then, 'clears'));
    expect(sum(now, 'hits')).toBeGreaterThanOrEqual(sum(then, 'hits'));
  }
  await receiveMany(shop, number, 1);
  await allAre(shop, project, 'delivered', 3);
});

test('a process that has not cleared is named as pending', async () => {
  await world.sql(
    `INSERT INTO process_heartbeat (id, kind, host, pid, started_at, seen_at, caches)
     VALUES ('01990000-0000-7000-8000-000000000009', 'worker', 'elsewhere', 1, now(), now() + interval '5 seconds', '{"epoch": 0, "stats": []}')`,
  );
  const { body } = await world.root.post('/api/v1/system/cache/clear');
  expect(body).toMatchObject({ cleared: 2, pending: 1 });
  expect(body.processes.find(({ host }: Json) => host === 'elsewhere')).toMatchObject({ cleared: false });
  await world.sql(`DELETE FROM process_heartbeat WHERE host = 'elsewhere'`);
});

test('only a super-admin sees and clears them', async () => {
  expect((await shop.admin.get('/api/v1/system/cache/stats')).status).toBe(403);
  expect((await shop.admin.post('/api/v1/system/cache/clear')).status).toBe(403);
  expect((await world.stranger.get('/api/v1/system/cache/stats')).status).toBe(401);
});

describe('what was changed counts for the next webhook', () => {
  const ROUNDS = 15;

  test('an endpoint', async () => {
    const { number, project } = await routed(shop, 'endpoint-0');
    await receiveMany(shop, number, 1);
    await oneDelivery(shop, project, 'delivered');
    for (let round = 1; round <= ROUNDS; round += 1) {
      const name = `endpoint-${round}`;
      await ok(
        shop.client.patch(`/api/v1/projects/${project.id}`, { endpoint: world.destinations.endpoint(name) }),
      );
      await receiveMany(shop, number, 1);
      await allAre(shop, project, 'delivered', round + 1);
      expect([round, world.destinations.requests(name).length]).toEqual([round, 1]);
    }
  });

  test('a secret', async () => {
    const { number, project } = await routed(shop, 'secret');
    await receiveMany(shop, number, 1);
    await oneDelivery(shop, project, 'delivered');
    for (let round = 1; round <= ROUNDS; round += 1) {
      const { secret } = await ok(
        shop.client.post(`/api/v1/projects/${project.id}/rotate-secret`, { overlapHours: 0 }),
      );
      world.destinations.setSecret('secret', secret);
      await receiveMany(shop, number, 1);
      await allAre(shop, project, 'delivered', round + 1);
      expect([round, world.destinations.requests('secret').at(-1)!.signatures.hub]).toEqual([round, 'valid']);
    }
  });

  test('headers', async () => {
    const { number, project } = await routed(shop, 'headers', { headers: { 'X-Round': '0' } });
    await receiveMany(shop, number, 1);
    await oneDelivery(shop, project, 'delivered');
    for (let round = 1; round <= ROUNDS; round += 1) {
      await ok(
        shop.client.patch(`/api/v1/projects/${project.id}`, { headers: { 'X-Round': String(round) } }),
      );
      await receiveMany(shop, number, 1);
      await allAre(shop, project, 'delivered', round + 1);
      expect(world.destinations.requests('headers').at(-1)!.headers['x-round']).toBe(String(round));
    }
  });

  test('a mapping', async () => {
    const number = await shop.number();
    const projects = [await shop.project('mapped-even'), await shop.project('mapped-odd')];
    let mapping = await shop.map(number, projects[0]!);
    await receiveMany(shop, number, 1);
    await oneDelivery(shop, projects[0]!, 'delivered');
    for (let round = 1; round <= ROUNDS; round += 1) {
      await ok(shop.client.delete(`/api/v1/mappings/${mapping.id}`));
      mapping = await shop.map(number, projects[round % 2]!);
      await receiveMany(shop, number, 1);
      const counts = await eventually(
        () => Promise.all(projects.map(async (project) => (await deliveries(shop, project)).length)),
        ([even = 0, odd = 0]) => even + odd === round + 1,
      );
      expect(counts).toEqual([1 + Math.floor(round / 2), Math.ceil(round / 2)]);
    }
  });

  test('whether a project is enabled', async () => {
    const { number, project } = await routed(shop, 'switched');
    for (let round = 0; round < ROUNDS; round += 1) {
      await ok(shop.client.post(`/api/v1/projects/${project.id}/${round % 2 === 0 ? 'disable' : 'enable'}`));
      await receiveMany(shop, number, 1);
      const rows = await eventually(
        () => deliveries(shop, project),
        (seen) => seen.length === round + 1 && ['delivered', 'cancelled'].includes(seen[0].state),
      );
      expect([round, rows[0].state]).toEqual([round, round % 2 === 0 ? 'cancelled' : 'delivered']);
    }
  });

  test("an app's secret", async () => {
    const { number } = await routed(shop, 'signed-anew');
    for (let round = 1; round <= ROUNDS; round += 1) {
      const secret = `secret-number-${round}`;
      await ok(shop.client.patch(`/api/v1/apps/${shop.app.id}`, { appSecret: secret }));
      const send = (signedBy: string) =>
        world.post(Buffer.from(JSON.stringify(batch([textMessage(number)]))), {
          secret: signedBy,
          appId: shop.app.id,
        });
      expect([round, (await send(secret)).status]).toEqual([round, 200]);
      expect([round, (await send(shop.app.secret)).status]).toEqual([round, 401]);
      shop.app.secret = secret;
    }
  });
});
