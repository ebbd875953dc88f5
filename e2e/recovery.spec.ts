import { batch, textMessage } from '../apps/simulator/src/index.ts';
import { type Json, ok } from './world/client.ts';
import { withDatabase } from './world/database.ts';
import { allAre, deliveries, oneDelivery, receiveMany, routed, states } from './world/deliveries.ts';
import { startOwnRedis, withRedis } from './world/redis.ts';
import { createWorld, eventually, SECOND, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let redis: Awaited<ReturnType<typeof startOwnRedis>> | undefined;

beforeAll(async () => {
  redis = withRedis ? await startOwnRedis() : undefined;
  world = await createWorld({ ...(redis ? { REDIS_URL: redis.url } : {}) });
  shop = await world.tenant('recovery-shop');
});
afterAll(async () => {
  await world?.stop();
  await redis?.kill();
});

async function figures(queue: string): Promise<Json> {
  const { queues, backend } = await ok(world.root.get('/api/v1/system/queues/stats'));
  expect(backend).toBe(withRedis ? 'redis' : 'postgresql');
  return queues.find((each: Json) => each.queue === queue);
}

/** Empties the queue under the feet of everybody. */
async function emptyQueue(): Promise<void> {
  if (redis) return redis.flush();
  const [{ name }] = (await world.sql('SELECT current_database() AS name')) as [{ name: string }];
  await withDatabase(name, async (owner) => {
    const { rows } = await owner.query(`SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname = 'bullmq' AND tablename ~ '(job|queue|event)' AND tablename !~ 'migration'`);
    expect(rows.length).toBeGreaterThan(0);
    await owner.query(`TRUNCATE ${rows.map((table) => table.name).join(', ')} CASCADE`);
  });
}

const ids = (name: string) => world.destinations.requests(name).map(({ headers }) => headers['webhook-id']);

test('what is acknowledged while no worker runs is counted, and delivered once one does', async () => {
  const { number, project } = await routed(shop, 'without-worker');
  await world.stopWorker();
  await receiveMany(shop, number, 120);
  expect(await figures('explode')).toMatchObject({ pending: 120, active: 0, failed: 0 });
  world.clock.advance(90 * SECOND);
  const { oldestSeconds } = await figures('explode');
  expect(oldestSeconds).toBeGreaterThanOrEqual(90);
  expect(oldestSeconds).toBeLessThan(110);
  expect(await deliveries(shop, project)).toEqual([]);

  await world.startWorker();
  await eventually(
    () => states(shop, project),
    ({ delivered }) => delivered === 120,
  );
  expect(new Set(ids('without-worker')).size).toBe(120);
  expect(await figures('explode')).toMatchObject({ pending: 0, completed: 120, failed: 0, oldestSeconds: 0 });
  expect(await figures('deliver')).toMatchObject({
    pending: 0,
    active: 0,
    waiting: 0,
    completed: 120,
    failed: 0,
    oldestSeconds: 0,
  });
});

test('the figures tell what is on its way, what waits, what failed and what is kept aside', async () => {
  const before = await figures('deliver');
  const [slow, waiting, gone] = [
    await routed(shop, 'figures-slow'),
    await routed(shop, 'figures-500'),
    await routed(shop, 'figures-410'),
  ];
  world.destinations.setMode('figures-slow', { mode: 'slow', ms: 2_500 });
  world.destinations.setMode('figures-500', { mode: 'status', status: 500 });
  world.destinations.setMode('figures-410', { mode: 'status', status: 410 });
  await receiveMany(shop, waiting.number, 2);
  await receiveMany(shop, gone.number, 1);
  await receiveMany(shop, slow.number, 3);
  await allAre(shop, waiting.project, 'waiting', 2);
  await allAre(shop, gone.project, 'failed', 1);
  await allAre(shop, slow.project, 'delivering', 3);
  expect(await figures('deliver')).toMatchObject({
    pending: 0,
    active: 3,
    waiting: 2,
    failed: before.failed + 1,
    completed: before.completed,
  });
  await allAre(shop, slow.project, 'delivered', 3);
  expect(await figures('deliver')).toMatchObject({ active: 0, completed: before.completed + 3 });

  await world.stopWorker();
  world.clock.advance(60 * SECOND);
  const due = await figures('deliver');
  expect(due).toMatchObject({ pending: 2, waiting: 0 });
  expect(due.oldestSeconds).toBeGreaterThan(45);
  expect(due.oldestSeconds).toBeLessThan(70);
  await world.post(Buffer.from('no json'), { secret: shop.app.secret, appId: shop.app.id });
  const { id } = await ok(shop.client.post('/api/v1/deliveries/retry', { projectId: slow.project.id }));
  expect(await figures('bulk')).toMatchObject({ pending: 1, completed: 0 });
  world.destinations.setMode('figures-500', { mode: 'fast' });
  await world.startWorker();
  await eventually(
    () => figures('explode'),
    ({ failed }) => failed === 1,
  );
  await eventually(
    () => ok(shop.client.get(`/api/v1/bulk-operations/${id}`)),
    ({ state }) => state === 'done',
  );
  expect(await figures('bulk')).toMatchObject({ pending: 0, active: 0, completed: 1, oldestSeconds: 0 });
  await allAre(shop, waiting.project, 'delivered', 2);
  expect((await shop.admin.get('/api/v1/system/queues/stats')).status).toBe(403);
});

test('what a worker had taken when it died is taken up by the next one after its lease', async () => {
  const { number, project } = await routed(shop, 'orphaned');
  world.destinations.setMode('orphaned', { mode: 'status', status: 500, first: 1 });
  await receiveMany(shop, number, 1);
  const { id } = await oneDelivery(shop, project, 'waiting');
  await world.stopWorker();
  // As a process leaves it that is killed between taking a delivery and writing what came of it.
  const until = new Date(world.clock.now().getTime() + 30 * SECOND);
  await world.sql(`UPDATE delivery SET state = 'delivering', fence = fence + 1, next_at = $2 WHERE id = $1`, [
    id,
    until,
  ]);
  await world.startWorker();
  await receiveMany(shop, number, 1);
  await eventually(
    () => deliveries(shop, project),
    ([newer]) => newer.state === 'delivered',
  );
  world.clock.advance(20 * SECOND);
  await new Promise((looked) => setTimeout(looked, 1_500));
  expect(await ok(shop.client.get(`/api/v1/deliveries/${id}`))).toMatchObject({
    state: 'delivering',
    attempts: 1,
  });
  world.clock.advance(15 * SECOND);
  await allAre(shop, project, 'delivered', 2);
  expect(ids('orphaned').filter((sent) => sent === id)).toHaveLength(2);
});

test('a result that comes after the lease has passed to another does not count', async () => {
  const { number, project } = await routed(shop, 'overtaken');
  world.destinations.setMode('overtaken', { mode: 'slow', ms: 1_000 });
  await receiveMany(shop, number, 1);
  const { id } = await oneDelivery(shop, project, 'delivering');
  await world.destinations.waitFor('overtaken', (seen) => seen.length === 1);
  // Its lease ran out, and another process has taken it meanwhile.
  const until = new Date(world.clock.now().getTime() + 60 * SECOND);
  await world.sql('UPDATE delivery SET fence = fence + 1, next_at = $2 WHERE id = $1', [id, until]);
  const look = () => ok(shop.client.get(`/api/v1/deliveries/${id}`));
  const seen = await eventually(look, ({ log }) => log.length === 1);
  expect(seen).toMatchObject({ state: 'delivering', attempts: 0, lastStatus: null });
  world.clock.advance(61 * SECOND);
  await eventually(look, ({ state }) => state === 'delivered');
  expect(ids('overtaken')).toEqual([id, id]);
});

test('the queue is emptied again and again under load, and nothing is missing at the end', async () => {
  const { number, project } = await routed(shop, 'emptied');
  let posting = true;
  const empty = async () => {
    while (posting) {
      await emptyQueue();
      await new Promise((later) => setTimeout(later, 100));
    }
  };
  const emptying = empty();
  for (let round = 0; round < 5; round += 1) await receiveMany(shop, number, 100);
  posting = false;
  await emptying;
  await eventually(
    () => states(shop, project),
    ({ delivered }) => delivered === 500,
  );
  expect(new Set(ids('emptied')).size).toBe(500);
  await receiveMany(shop, number, 20);
  await eventually(
    () => states(shop, project),
    ({ delivered }) => delivered === 520,
  );
});

(withRedis ? test : test.skip)(
  'without Redis webhooks are taken, split, delivered and retried all the same',
  async () => {
    const { number, project } = await routed(shop, 'no-redis');
    world.destinations.setMode('no-redis', { mode: 'status', status: 500, first: 1 });
    await receiveMany(shop, number, 1);
    await oneDelivery(shop, project, 'waiting');
    await redis!.kill();
    try {
      const slowest = Math.max(
        ...(await Promise.all(
          Array.from({ length: 60 }, async () => {
            const start = performance.now();
            expect((await shop.receive(batch([textMessage(number)]))).status).toBe(200);
            return performance.now() - start;
          }),
        )),
      );
      // Not by the clock of a good day: only that nobody waits for Redis.
      expect(slowest).toBeLessThan(2_000);
      await eventually(
        () => states(shop, project),
        ({ delivered }) => delivered === 60,
      );
      world.clock.advance(10 * SECOND);
      await allAre(shop, project, 'delivered', 61);
      const [{ id }] = await deliveries(shop, project);
      expect((await shop.client.post(`/api/v1/deliveries/${id}/retry`)).status).toBe(409);
      const { total } = await ok(
        shop.client.post('/api/v1/events/replay', { phoneNumberId: number.phoneNumberId }),
      );
      await eventually(
        () => states(shop, project),
        ({ delivered }) => delivered === 61 + total,
      );
    } finally {
      await redis!.start();
    }
    await receiveMany(shop, number, 20);
    await eventually(
      () => states(shop, project),
      ({ delivered }) => delivered === 142,
    );
  },
);
