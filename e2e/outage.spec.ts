import { batch, serialize, textMessage, type ItemUpdate } from '../apps/simulator/src/index.ts';
import { arrived, itemsAt, settled } from './world/arrivals.ts';
import { ok } from './world/client.ts';
import { withDatabase } from './world/database.ts';
import { createWorld, eventually, SECOND, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let database: string;
let number: Awaited<ReturnType<Tenant['number']>>;
let orders: Awaited<ReturnType<Tenant['project']>>;

beforeAll(async () => {
  world = await createWorld();
  [{ database }] = (await world.sql('SELECT current_database() AS database')) as [{ database: string }];
  shop = await world.tenant('shop');
  number = await shop.number();
  orders = await shop.project('orders');
  await shop.map(number, orders);
});
afterAll(() => world?.stop());
beforeEach(() => world.destinations.clear(orders.name));

/** After this what was leased when the line was cut goes out again. */
const LEASE = 31 * SECOND;

const letIn = (allowed: boolean) =>
  withDatabase('postgres', (admin) => admin.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS ${allowed}`));

/** Cuts lines to the world's database: all, or those that are in the middle of something. */
const cut = (which = 'true') =>
  withDatabase('postgres', (admin) =>
    admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND ${which}`, [
      database,
    ]),
  );

async function whileAway(work: () => Promise<void>): Promise<void> {
  await letIn(false);
  try {
    await cut();
    await work();
  } finally {
    await letIn(true);
  }
}

const keyOf = ({ item }: ItemUpdate) => String(item.id);
const seen = (message: ItemUpdate) =>
  itemsAt(world, orders).filter((key) => key.includes(keyOf(message))).length;

it('acknowledges nothing while the database is away, and goes on by itself when it is back', async () => {
  const other = await world.tenant('other');
  const [before, during] = [textMessage(number), textMessage(number)];
  expect((await shop.receive(batch([before]))).status).toBe(200);
  const bytes = serialize(batch([during]));

  await whileAway(async () => {
    // The first app's secret is known by now, the second one's would have to be read.
    for (const { app } of [shop, other]) {
      const answer = await world.post(bytes, { appId: app.id, secret: app.secret });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        503,
        expect.stringMatching(/problem\+json/),
      ]);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await answer.json()).toMatchObject({ code: 'unavailable' });
    }
    expect((await world.post(bytes, { secret: shop.app.secret })).status).toBe(503);
    const query = `hub.mode=subscribe&hub.challenge=1&hub.verify_token=${shop.app.verifyToken}`;
    expect((await world.stranger.get(`/webhooks/meta?${query}`)).status).toBe(503);
    expect((await world.stranger.get('/api/v1/system/health/ready')).status).toBe(503);
    expect((await world.stranger.get('/api/v1/system/health/live')).status).toBe(200);
  });

  world.clock.advance(LEASE);
  // Meta's next try.
  await eventually(
    () => shop.receive(bytes),
    ({ status }) => status === 200,
  );
  await eventually(() => seen(before) > 0 && seen(during) > 0, Boolean);
  await settled(world);
  expect(seen(during)).toBe(1);
  await eventually(
    () => world.stranger.get('/api/v1/system/health/ready'),
    ({ status }) => status === 200,
  );
  expect(world.api.getHttpServer().listening).toBe(true);
});

it.each([
  // Not those that are just being opened: BullMQ's own has nobody listening then.
  ['all its lines', `backend_start < clock_timestamp() - interval '250 ms'`, 60],
  ['the lines that work', `application_name = 'waypost_system' AND state <> 'idle'`, 5],
])('delivers all that it acknowledged when %s are cut again and again', async (_what, which, everyMs) => {
  const messages = Array.from({ length: 120 }, () => textMessage(number));
  const acknowledged: ItemUpdate[] = [];
  let done = false;
  const cutting = (async () => {
    for (let times = 0; times < 6 || !done; times += 1) {
      await new Promise((next) => setTimeout(next, everyMs));
      await cut(which);
    }
  })();
  const post = async (message: ItemUpdate) => {
    const { status } = await shop.receive(batch([message]));
    expect([200, 503]).toContain(status);
    if (status === 200) acknowledged.push(message);
  };
  for (let at = 0; at < messages.length; at += 10) await Promise.all(messages.slice(at, at + 10).map(post));
  done = true;
  await cutting;
  world.clock.advance(LEASE);

  expect(acknowledged.length).toBeGreaterThan(0);
  await eventually(
    () => acknowledged.filter((message) => seen(message) === 0).map(keyOf),
    (missing) => missing.length === 0,
  );
  expect((await ok(world.root.get('/api/v1/system/quarantine'))).data).toEqual([]);
});

it('delivers on, once each, when the cutting is over', async () => {
  world.clock.advance(LEASE);
  await eventually(
    () => shop.receive(batch([textMessage(number)])),
    ({ status }) => status === 200,
  );
  await settled(world);
  world.destinations.clear(orders.name);
  await shop.receive(batch([textMessage(number), textMessage(number)]));
  await arrived(world, orders, 1);
});
