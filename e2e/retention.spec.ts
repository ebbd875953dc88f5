import { batch, statusUpdate, textMessage } from '../apps/simulator/src/index.ts';
import { ok } from './world/client.ts';
import { deliveries, oneDelivery, receiveMany, routed, states } from './world/deliveries.ts';
import { createWorld, DAY, eventually, HOUR, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld({ EVENT_RETENTION_DAYS: '30' }, { worker: false });
  shop = await world.tenant('retention-shop');
});
afterAll(() => world?.stop());

const TABLES = ['webhook_event', 'event', 'delivery', 'attempt', 'dedupe_key'];
const dayName = (days: number) =>
  new Date(world.clock.now().getTime() + days * DAY).toISOString().slice(0, 10).replaceAll('-', '');

/** The days for which a table has a partition, in order. */
async function partitions(table: string): Promise<string[]> {
  const rows = await world.sql(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = $1::regclass ORDER BY 1`,
    [table],
  );
  return rows.map(({ name }) => name.slice(table.length + 1)).filter((day) => day !== 'default');
}

/** In which partitions the rows of a table stand. */
async function standsIn(table: string): Promise<string[]> {
  const rows = await world.sql(`SELECT DISTINCT tableoid::regclass::text AS name FROM ${table} ORDER BY 1`);
  return rows.map(({ name }) => name.slice(table.length + 1));
}

const days = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => dayName(from + index));

/** Time goes by, and the house is kept as it is every minute. */
async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.keepHouse();
}

test('what came before there were partitions moves to the day it belongs to, and none of it is lost on the way', async () => {
  const { number, project } = await routed(shop, 'early');
  await receiveMany(shop, number, 50);
  expect(await standsIn('webhook_event')).toEqual(['default']);
  // Webhooks come in and are split while their rows move.
  const messages = Array.from({ length: 400 }, () => textMessage(number));
  const acknowledged: string[] = [];
  const post = async () => {
    for (let message = messages.pop(); message; message = messages.pop()) {
      const { status } = await shop.receive(batch([message]));
      if (status === 200) acknowledged.push(String(message.item.id));
    }
  };
  await Promise.all([world.startWorker(), post(), post(), post(), post()]);
  await eventually(
    () => states(shop, project),
    ({ delivered }) => delivered === 50 + acknowledged.length,
  );
  const forwarded = world.destinations.requests('early').map(({ body }) => body.toString());
  for (const id of acknowledged) expect(forwarded.filter((body) => body.includes(id))).toHaveLength(1);
  expect(acknowledged.length).toBeGreaterThan(300);
  for (const table of TABLES) expect([table, await standsIn(table)]).toEqual([table, [dayName(0)]]);
});

test('partitions are made for a week ahead, for yesterday, and as far back as Meta repeats', async () => {
  for (const table of TABLES) {
    expect([table, await partitions(table)]).toEqual([table, days(table === 'dedupe_key' ? -8 : -1, 7)]);
  }
  await pass(3 * DAY);
  for (const table of TABLES) {
    expect([table, await partitions(table)]).toEqual([table, days(table === 'dedupe_key' ? -11 : -4, 7)]);
  }
  await world.keepHouse();
  for (const table of TABLES) expect((await standsIn(table)).includes('default')).toBe(false);
});

test('whoever looks at rows under the wall reaches no partition by its name', async () => {
  const rows = await world.sql(`
    SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE has_table_privilege('waypost_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE')`);
  expect(rows).toEqual([]);
});

test('a new day has its own indexes, and its rows point at projects that exist', async () => {
  const [{ indexes }] = await world.sql(
    `SELECT count(*)::int AS indexes FROM pg_indexes WHERE tablename = $1`,
    [`delivery_${dayName(1)}`],
  );
  const [{ parents }] = await world.sql(
    `SELECT count(*)::int AS parents FROM pg_indexes WHERE tablename = 'delivery'`,
  );
  expect(indexes).toBe(parents);
  const keys = await world.sql(`SELECT FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'f'`, [
    `delivery_${dayName(1)}`,
  ]);
  expect(keys).toHaveLength(1);
});

/** Sent again by Meta; answers whether it was forwarded again. */
async function isForwardedAgain(
  message: ReturnType<typeof textMessage>,
  project: { id: string; name: string },
): Promise<boolean> {
  const marker = statusUpdate({ ...message.number, businessId: message.businessId });
  const before = (await deliveries(shop, project)).length;
  await shop.receive(batch([message, marker]));
  const rows = await eventually(
    () => deliveries(shop, project),
    ({ length }) => length === before + 1,
  );
  const event = await ok(shop.client.get(`/api/v1/events/${rows[0].eventId}`));
  expect(event.itemIds).toContain(marker.item.id);
  return event.itemIds.includes(message.item.id);
}

test('what Meta repeats within eight days is known, also when it was a week late at first', async () => {
  const { number, project } = await routed(shop, 'repeated');
  const at = (time: number) => ({ at: new Date(time) });
  const now = world.clock.now().getTime();
  const fresh = textMessage(number, at(now));
  const late = textMessage(number, at(now - 7 * DAY));
  const ancient = textMessage(number, at(now - 40 * DAY));
  const undated = textMessage(number, at(now));
  delete undated.item.timestamp;
  const all = [fresh, late, ancient, undated];
  await shop.receive(batch(all));
  await oneDelivery(shop, project, 'delivered');
  for (const wait of [HOUR, 4 * DAY, 4 * DAY - HOUR]) {
    await pass(wait);
    for (const message of all) expect(await isForwardedAgain(message, project)).toBe(false);
  }
  await pass(10 * DAY);
  for (const message of [late, ancient, undated]) expect(await isForwardedAgain(message, project)).toBe(true);
});

test('after its days an event is gone with all that belongs to it, by whole partitions', async () => {
  const { number, project } = await routed(shop, 'ageing');
  await receiveMany(shop, number, 1);
  const { id, eventId } = await oneDelivery(shop, project, 'delivered');
  const [day] = await standsIn('event');
  await pass(30 * DAY - (world.clock.now().getTime() - Date.now()) - HOUR);
  expect((await shop.client.get(`/api/v1/events/${eventId}`)).status).toBe(200);
  expect(await partitions('event')).toContain(day);

  await pass(2 * DAY);
  for (const path of [`/api/v1/events/${eventId}`, `/api/v1/deliveries/${id}`]) {
    expect([path, (await shop.client.get(path)).status]).toEqual([path, 404]);
  }
  for (const table of TABLES) {
    const [first] = await partitions(table);
    expect([table, first! >= dayName(table === 'dedupe_key' ? -17 : -31)]).toEqual([table, true]);
    if (table !== 'dedupe_key') expect(await world.sql(`SELECT FROM ${table}`)).toEqual([]);
  }
  expect(await deliveries(shop, project)).toEqual([]);
  expect(await ok(shop.client.get(`/api/v1/projects/${project.id}`))).toMatchObject({ status: 'enabled' });
});

test('quarantined and unclaimed webhooks and ended operations go with the days too', async () => {
  await world.post(Buffer.from('no json'), { secret: shop.app.secret, appId: shop.app.id });
  await shop.receive(
    batch([
      textMessage({ businessId: shop.businessId, phoneNumberId: '123456789', phoneNumber: '15550001111' }),
    ]),
  );
  const { id } = await ok(shop.client.post('/api/v1/deliveries/retry', {}));
  const look = async () => [
    (await ok(world.root.get('/api/v1/system/quarantine'))).data.length,
    (await ok(world.root.get('/api/v1/system/unclaimed'))).data.length,
    (await shop.client.get(`/api/v1/bulk-operations/${id}`)).body.state,
  ];
  await eventually(look, (seen) => String(seen) === '1,1,done');
  await pass(29 * DAY);
  expect(await look()).toEqual([1, 1, 'done']);
  await pass(2 * DAY);
  expect(await look()).toEqual([0, 0, undefined]);
});
