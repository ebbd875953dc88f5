import {
  accountReview,
  batch,
  type BusinessNumber,
  keysOf,
  numericId,
  serialize,
  textMessage,
  type Update,
  updateKey,
} from '../apps/simulator/src/index.ts';
import { arrived, itemsAt, platformApp, settled } from './world/arrivals.ts';
import { ok } from './world/client.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

const UNCLAIMED = '/api/v1/system/unclaimed';

let world: World;
let shop: Tenant;
let inbox: Tenant;
let orders: Awaited<ReturnType<Tenant['project']>>;
let lost: Awaited<ReturnType<Tenant['project']>>;
let shared: Awaited<ReturnType<typeof platformApp>>;

beforeAll(async () => {
  world = await createWorld();
  [shop, inbox] = await Promise.all([world.tenant('shop'), world.tenant('inbox')]);
  [orders, lost] = await Promise.all([shop.project('orders'), inbox.project('lost-and-found')]);
  shared = await platformApp(world);
});
afterAll(() => world?.stop());

beforeEach(async () => {
  await settled(world);
  for (const { name } of [orders, lost]) world.destinations.clear(name);
});

const unknown = (businessId = numericId()): BusinessNumber => ({
  businessId,
  phoneNumberId: numericId(),
  phoneNumber: numericId(11),
});
async function say(...updates: Update[]): Promise<Buffer> {
  const bytes = serialize(batch(updates));
  expect((await world.post(bytes, { appId: shared.id, secret: shared.secret })).status).toBe(200);
  await settled(world);
  return bytes;
}
const listed = async (subject: string) =>
  (await ok(world.root.get(`${UNCLAIMED}?limit=200`))).data.find(
    (entry: { subject: string }) => entry.subject === subject,
  );
const assignment = (tenant: Tenant, { phoneNumber }: BusinessNumber) => ({
  tenantId: tenant.id,
  appId: shared.id,
  phoneNumber: `+${phoneNumber}`,
  displayName: 'Assigned',
});

describe('a number that nobody holds', () => {
  it('is accepted, stored, shown to super-admins with what came for it, and forwarded nowhere', async () => {
    const number = unknown();
    await say(textMessage(number), textMessage(number));
    await say(textMessage(number));
    expect(await listed(number.phoneNumberId)).toEqual({
      subject: number.phoneNumberId,
      kind: 'number',
      businessId: number.businessId,
      phoneNumber: number.phoneNumber,
      webhooks: 2,
      items: 3,
      firstAt: expect.any(String),
      lastAt: expect.any(String),
    });
    for (const { client } of [shop, inbox]) {
      expect((await ok(client.get(`/api/v1/events?phoneNumberId=${number.phoneNumberId}`))).data).toEqual([]);
    }
    expect((await shop.admin.get(UNCLAIMED)).status).toBe(403);
    expect(
      (await shop.admin.post(`${UNCLAIMED}/${number.phoneNumberId}/assign`, assignment(shop, number))).status,
    ).toBe(403);
    expect((await shop.admin.post(`${UNCLAIMED}/${number.phoneNumberId}/replay`)).status).toBe(403);
  });

  it('once assigned belongs to the tenant with all that came for it, which goes out as soon as it is mapped', async () => {
    const number = unknown();
    const [one, two] = [textMessage(number), textMessage(number)];
    const bytes = await say(one);
    await say(two);
    const answer = await world.root.post(
      `${UNCLAIMED}/${number.phoneNumberId}/assign`,
      assignment(shop, number),
    );
    expect([answer.status, answer.body]).toEqual([202, { webhooks: 2 }]);
    await settled(world);
    expect(await listed(number.phoneNumberId)).toBeUndefined();
    const filter = { phoneNumberId: number.phoneNumberId };
    expect((await ok(shop.client.get(`/api/v1/events?${new URLSearchParams(filter)}`))).data).toHaveLength(2);

    await shop.map(number, orders);
    await ok(shop.client.post('/api/v1/events/replay', filter));
    const requests = await arrived(world, orders, 2);
    expect(requests.some(({ body }) => body.equals(bytes))).toBe(true);
    expect(itemsAt(world, orders).sort()).toEqual([one, two].map(updateKey).sort());
  });

  it('assigned together with projects goes to them at once, and a project that is not there assigns nothing', async () => {
    const number = unknown();
    const message = textMessage(number);
    await say(message);
    const assign = (projects: string[]) =>
      world.root.post(`${UNCLAIMED}/${number.phoneNumberId}/assign`, { ...assignment(shop, number), projects });
    expect((await assign([orders.slug, 'nowhere'])).status).toBe(404);
    expect(await listed(number.phoneNumberId)).toMatchObject({ items: 1 });

    expect((await assign([orders.slug])).body).toEqual({ webhooks: 1 });
    await arrived(world, orders, 1);
    expect(itemsAt(world, orders)).toEqual([updateKey(message)]);
  });

  it('that a tenant has connected and mapped itself gets what came before by a replay, once', async () => {
    const number = unknown(shop.businessId);
    const [before, after] = [textMessage(number), textMessage(number)];
    await say(before);
    const { phoneNumberId, phoneNumber } = number;
    await ok(
      shop.client.post('/api/v1/phone-numbers', {
        phoneNumberId,
        phoneNumber,
        appId: shared.id,
        displayName: 'Own',
      }),
    );
    await shop.map(number, orders);
    await say(after);
    expect(itemsAt(world, orders)).toEqual([updateKey(after)]);
    expect(await listed(phoneNumberId)).toMatchObject({ items: 1 });

    const replayed = await world.root.post(`${UNCLAIMED}/${phoneNumberId}/replay`);
    expect([replayed.status, replayed.body]).toEqual([202, { webhooks: 1 }]);
    await settled(world);
    expect(itemsAt(world, orders)).toEqual([after, before].map(updateKey));
    expect((await ok(world.root.post(`${UNCLAIMED}/${phoneNumberId}/replay`))).webhooks).toBe(0);
    // Meta, too, may say it once more.
    await say(before);
    expect(itemsAt(world, orders)).toHaveLength(2);
  });

  it('does not take along what stood in the same POST for somebody else', async () => {
    const [mine, theirs] = [unknown(), unknown()];
    const known = await shared.number(shop);
    await shop.map(known, orders);
    const [one, two, three] = [textMessage(mine), textMessage(theirs), textMessage(known)];
    await say(one, two, three);
    expect(itemsAt(world, orders)).toEqual([updateKey(three)]);
    await ok(world.root.post(`${UNCLAIMED}/${mine.phoneNumberId}/assign`, assignment(shop, mine)));
    await settled(world);
    expect(itemsAt(world, orders)).toEqual([updateKey(three)]);
    const { data } = await ok(shop.client.get(`/api/v1/events?phoneNumberId=${mine.phoneNumberId}`));
    const { payload } = await ok(shop.client.get(`/api/v1/events/${data[0].id}`));
    expect(keysOf(payload)).toEqual([updateKey(one)]);
    expect(await listed(theirs.phoneNumberId)).toMatchObject({ webhooks: 1, items: 1 });
    expect(await listed(mine.phoneNumberId)).toBeUndefined();
  });

  it('cannot be assigned twice, nor to a tenant or through an app that is not there', async () => {
    const number = unknown();
    await say(textMessage(number));
    const assign = (body: object) => world.root.post(`${UNCLAIMED}/${number.phoneNumberId}/assign`, body);
    const good = assignment(shop, number);
    const nowhere = await assign({ ...good, tenantId: '01990000-0000-7000-8000-000000000000' });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'not_found']);
    expect((await assign({ ...good, appId: numericId() })).status).toBe(404);
    expect((await assign({ ...good, appId: inbox.app.id })).status).toBe(404);
    expect((await assign({ ...good, phoneNumber: 'unknown' })).status).toBe(422);
    expect(await listed(number.phoneNumberId)).toMatchObject({ webhooks: 1 });
    expect((await assign(good)).status).toBe(202);
    expect((await assign(good)).status).toBe(409);
    expect((await assign(assignment(inbox, number))).status).toBe(409);
  });
});

it('an account that nobody holds is shown, and replayed when somebody does', async () => {
  const number = unknown();
  const review = accountReview(number);
  expect((await shop.receive(batch([review]))).status).toBe(200);
  await settled(world);
  expect(await listed(number.businessId)).toMatchObject({ kind: 'account', items: 1, phoneNumber: null });
  await ok(shop.client.post('/api/v1/business-accounts', { businessId: number.businessId, name: 'Second' }));
  const { phoneNumberId, phoneNumber, businessId } = number;
  const connected = { phoneNumberId, phoneNumber, businessId, appId: shop.app.id, displayName: 'Second' };
  await ok(shop.client.post('/api/v1/phone-numbers', connected));
  await shop.map(number, orders, { fields: ['*'] });
  await ok(world.root.post(`${UNCLAIMED}/${businessId}/replay`));
  await arrived(world, orders, 1);
  expect(itemsAt(world, orders)).toEqual([updateKey(review)]);
  expect(await listed(businessId)).toBeUndefined();
});

describe.each([
  ['id', () => lost.id],
  ['slug', () => lost.slug],
])('with a default project, named by its %s,', (_by, name) => {
  beforeAll(async () => {
    await world.stopWorker();
    await world.startWorker({ DEFAULT_PROJECT_ID: name() });
  });

  it('what comes for unknown numbers goes there, is shown as unclaimed, and goes to its owner once there is one', async () => {
    const number = unknown();
    const message = textMessage(number);
    const bytes = await say(message);
    const [request] = await arrived(world, lost, 1);
    expect(request!.body.equals(bytes)).toBe(true);
    expect(await listed(number.phoneNumberId)).toMatchObject({ webhooks: 1, items: 1 });
    expect(
      (await ok(inbox.client.get(`/api/v1/events?phoneNumberId=${number.phoneNumberId}`))).data,
    ).toHaveLength(1);
    await say(message);
    await arrived(world, lost, 1);

    await ok(world.root.post(`${UNCLAIMED}/${number.phoneNumberId}/assign`, assignment(shop, number)));
    await settled(world);
    await shop.map(number, orders);
    await ok(shop.client.post('/api/v1/events/replay', { phoneNumberId: number.phoneNumberId }));
    await arrived(world, orders, 1);
    const next = textMessage(number);
    await say(next);
    expect(itemsAt(world, orders)).toEqual([message, next].map(updateKey));
    expect(itemsAt(world, lost)).toEqual([updateKey(message)]);
  });

  it('a POST for known and unknown numbers is taken apart', async () => {
    const known = await shared.number(shop);
    await shop.map(known, orders);
    const [one, two] = [textMessage(known), textMessage(unknown())];
    await say(one, two);
    expect(itemsAt(world, orders)).toEqual([updateKey(one)]);
    expect(itemsAt(world, lost)).toEqual([updateKey(two)]);
  });
});

it('a slug that two tenants use names no default project: the numbers stay unclaimed', async () => {
  await shop.project('lost-and-found');
  const number = unknown();
  await say(textMessage(number));
  expect(itemsAt(world, lost)).toEqual([]);
  expect(await listed(number.phoneNumberId)).toMatchObject({ items: 1 });
});
