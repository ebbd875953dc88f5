import {
  accountReview,
  batch,
  type BusinessNumber,
  type Envelope,
  keysOf,
  numberQuality,
  numericId,
  serialize,
  textMessage,
  type Update,
  updateKey,
} from '../apps/simulator/src/index.ts';
import { arrived, itemsAt, keptAside, platformApp, settled } from './world/arrivals.ts';
import { ok } from './world/client.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

type App = { id: string; secret: string };

let world: World;
let shop: Tenant;
let thief: Tenant;
let shopNumber: BusinessNumber;
let thiefNumber: BusinessNumber;
let orders: Awaited<ReturnType<Tenant['project']>>;
let loot: Awaited<ReturnType<Tenant['project']>>;

beforeAll(async () => {
  world = await createWorld();
  [shop, thief] = await Promise.all([world.tenant('shop'), world.tenant('thief')]);
  [shopNumber, thiefNumber] = await Promise.all([shop.number(), thief.number()]);
  [orders, loot] = await Promise.all([shop.project('orders'), thief.project('loot')]);
  await Promise.all([
    shop.map(shopNumber, orders, { fields: ['*'] }),
    thief.map(thiefNumber, loot, { fields: ['*'] }),
  ]);
});
afterAll(() => world?.stop());

beforeEach(async () => {
  await settled(world);
  for (const { name } of [orders, loot]) world.destinations.clear(name);
});

/** Posts as an app, at its own address and at the common one, and waits for what comes of it. */
async function say(app: App, updates: Update[] | Envelope, path?: string): Promise<void> {
  const bytes = serialize(Array.isArray(updates) ? batch(updates) : updates);
  const answer = await world.post(bytes, { appId: path ? undefined : app.id, path, secret: app.secret });
  expect(answer.status).toBe(200);
  await settled(world);
}
const received = () => ({ orders: itemsAt(world, orders), loot: itemsAt(world, loot) });

describe('a tenant’s app with a right signature', () => {
  const claims: [string, () => Update[]][] = [
    ['a number of another tenant', () => [textMessage(shopNumber)]],
    [
      'that number under an account of its own',
      () => [textMessage({ ...shopNumber, businessId: thief.businessId })],
    ],
    [
      'that number under an account that nobody has',
      () => [textMessage({ ...shopNumber, businessId: numericId() })],
    ],
    [
      'its own number under the other’s account',
      () => [textMessage({ ...thiefNumber, businessId: shop.businessId })],
    ],
    [
      'a number nobody has under the other’s account',
      () => [textMessage({ ...shopNumber, phoneNumberId: numericId() })],
    ],
    [
      'a number nobody has that displays the other’s digits',
      () => [textMessage({ ...shopNumber, phoneNumberId: numericId(), businessId: thief.businessId })],
    ],
    ['the affairs of the other’s account', () => [accountReview(shopNumber)]],
    [
      'the quality of the other’s number',
      () => [numberQuality({ ...shopNumber, businessId: thief.businessId })],
    ],
  ];

  it.each(claims)(
    'does not speak for %s: 200 to Meta, kept aside, nothing forwarded',
    async (_what, updates) => {
      const before = await keptAside(world, thief.app.id);
      await say(thief.app, updates());
      await say(thief.app, updates(), '/webhooks/meta');
      expect(received()).toEqual({ orders: [], loot: [] });
      const kept = (await keptAside(world, thief.app.id)).slice(0, -before.length || undefined);
      expect(kept).toHaveLength(2);
      for (const { reason, detail, id } of kept) {
        expect([reason, detail]).toEqual(['foreign', expect.stringMatching(/^The signature is right, but/)]);
        expect(keysOf((await ok(world.root.get(`/api/v1/system/quarantine/${id}`))).body)).toHaveLength(1);
      }
    },
  );

  it('leaves no trace of such a claim with either tenant', async () => {
    const [message] = [textMessage(shopNumber)];
    await say(thief.app, [message]);
    for (const { client } of [shop, thief]) {
      const { data } = await ok(
        client.get(`/api/v1/events?messageId=${encodeURIComponent(String(message.item.id))}`),
      );
      expect(data).toEqual([]);
    }
    // Nor does it count as seen: the rightful app says it and is heard.
    await say(shop.app, [message]);
    expect(received()).toEqual({ orders: [updateKey(message)], loot: [] });
  });

  it('still gets its own items through that stand in the same POST', async () => {
    const [own, foreign] = [textMessage(thiefNumber), textMessage(shopNumber)];
    await say(thief.app, [foreign, own, accountReview(shopNumber)]);
    expect(received()).toEqual({ orders: [], loot: [updateKey(own)] });
    const [request] = world.destinations.requests(loot.name);
    expect(request!.body.toString()).not.toContain(shopNumber.phoneNumberId);
    const [kept] = await keptAside(world, thief.app.id);
    expect(kept).toMatchObject({
      reason: 'foreign',
      detail: expect.stringContaining(shopNumber.phoneNumberId),
    });
  });

  it('speaks for its tenant’s numbers even if another app of that tenant connected them', async () => {
    const second = { id: numericId(), secret: 'second-secret' };
    const { businessId } = shop;
    await ok(
      shop.client.post('/api/v1/apps', {
        id: second.id,
        businessId,
        name: 'Second',
        verifyToken: 'v2',
        appSecret: second.secret,
      }),
    );
    const message = textMessage(shopNumber);
    await say(second, [message]);
    expect(received()).toEqual({ orders: [updateKey(message)], loot: [] });
  });
});

describe('a platform app', () => {
  it('speaks for the numbers connected through it, and not for those of another platform app or a tenant’s own', async () => {
    const [one, two] = [await platformApp(world), await platformApp(world)];
    const number = await one.number(shop);
    await shop.map(number, orders, { fields: ['*'] });
    const message = textMessage(number);
    await say(one, [message]);
    expect(received().orders).toEqual([updateKey(message)]);

    await say(two, [textMessage(number)]);
    await say(two, [textMessage(shopNumber)]);
    expect(received().orders).toEqual([updateKey(message)]);
    expect((await keptAside(world, two.id)).map(({ reason }) => reason)).toEqual(['foreign', 'foreign']);

    const review = accountReview(number);
    await say(two, [review]);
    expect((await keptAside(world, two.id))[0]).toMatchObject({ reason: 'foreign' });
    await say(one, [review]);
    expect(received().orders).toEqual([updateKey(message), updateKey(review)]);
  });

  it('is heard again about what was kept aside when its number has moved to it', async () => {
    const [one, two] = [await platformApp(world), await platformApp(world)];
    const number = await one.number(shop);
    await shop.map(number, orders);
    const message = textMessage(number);
    await say(two, [message]);
    expect(received().orders).toEqual([]);
    const [kept] = await keptAside(world, two.id);
    await ok(shop.client.patch(`/api/v1/phone-numbers/${number.phoneNumberId}`, { appId: two.id }));
    expect((await world.root.post(`/api/v1/system/quarantine/${kept!.id}/release`)).status).toBe(202);
    await arrived(world, orders, 1);
    expect(received().orders).toEqual([updateKey(message)]);
    expect(await keptAside(world, two.id)).toEqual([]);
    // A second release changes nothing: what was delivered stays delivered once.
    await world.root.post(`/api/v1/system/quarantine/${kept!.id}/release`);
    await arrived(world, orders, 1);
  });

  it('is for super-admins to connect numbers through', async () => {
    const shared = await platformApp(world);
    const body = {
      phoneNumberId: numericId(),
      appId: shared.id,
      phoneNumber: '15550009999',
      displayName: 'Mine',
    };
    expect((await shop.admin.post('/api/v1/phone-numbers', body)).status).toBe(404);
    const move = { appId: shared.id };
    expect((await shop.admin.patch(`/api/v1/phone-numbers/${shopNumber.phoneNumberId}`, move)).status).toBe(
      404,
    );
    expect((await shop.client.post('/api/v1/phone-numbers', body)).status).toBe(201);
  });
});

describe('what another tenant holds', () => {
  const claim = (phoneNumberId: string) => ({
    phoneNumberId,
    appId: thief.app.id,
    phoneNumber: '15550001234',
    displayName: 'Mine',
  });

  it('cannot be claimed: a number answers 409 number_taken, and stays where it is', async () => {
    for (const client of [thief.admin, thief.client]) {
      const answer = await client.post('/api/v1/phone-numbers', claim(shopNumber.phoneNumberId));
      expect([answer.status, answer.body.code]).toEqual([409, 'number_taken']);
      expect(JSON.stringify(answer.body)).not.toMatch(/shop/i);
    }
    const own = await thief.admin.post('/api/v1/phone-numbers', claim(thiefNumber.phoneNumberId));
    expect([own.status, own.body.code]).toEqual([409, 'already_exists']);
    const message = textMessage(shopNumber);
    await say(shop.app, [message]);
    expect(received()).toEqual({ orders: [updateKey(message)], loot: [] });
  });

  it('cannot be claimed by twenty at once: one gets it', async () => {
    const phoneNumberId = numericId();
    const clients = [shop, thief].flatMap((tenant) => Array.from({ length: 10 }, () => tenant));
    const answers = await Promise.all(
      clients.map(({ admin, app }) =>
        admin.post('/api/v1/phone-numbers', { ...claim(phoneNumberId), appId: app.id }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(
      new Set([undefined, 'already_exists', 'number_taken']),
    );
  });

  it('cannot be claimed: accounts and apps neither', async () => {
    const account = await thief.admin.post('/api/v1/business-accounts', {
      businessId: shop.businessId,
      name: 'Mine',
    });
    expect(account.status).toBe(409);
    const { businessId } = thief;
    const app = { id: shop.app.id, businessId, name: 'Mine', verifyToken: 'x', appSecret: 'y' };
    expect((await thief.admin.post('/api/v1/apps', app)).status).toBe(409);
    const through = { ...claim(numericId()), appId: shop.app.id };
    expect((await thief.admin.post('/api/v1/phone-numbers', through)).status).toBe(404);
  });

  it('is free again when its tenant lets go of it', async () => {
    const number = await shop.number();
    await shop.map(number, orders);
    await say(shop.app, [textMessage(number)]);
    expect(received().orders).toHaveLength(1);
    expect((await shop.admin.delete(`/api/v1/phone-numbers/${number.phoneNumberId}`)).status).toBe(204);
    expect((await thief.admin.post('/api/v1/phone-numbers', claim(number.phoneNumberId))).status).toBe(201);
    await thief.map(number, loot);
    const message = textMessage({ ...number, businessId: thief.businessId });
    await say(thief.app, [message]);
    expect(received().loot).toEqual([updateKey(message)]);
    expect(received().orders).toHaveLength(1);
  });
});

it('finds a number by its digits where Meta’s id is not known, as long as only one number has them', async () => {
  const known = await shop.number();
  await shop.map(known, orders, { fields: ['*'] });
  const quality = numberQuality(known);
  await say(shop.app, [quality]);
  expect(received().orders).toEqual([updateKey(quality)]);
  const message = textMessage({
    ...known,
    phoneNumberId: numericId(),
    phoneNumber: `+${known.phoneNumber.slice(0, 4)} ${known.phoneNumber.slice(4)}`,
  });
  await say(shop.app, [message]);
  expect(received().orders).toHaveLength(2);

  const twin = {
    phoneNumberId: numericId(),
    appId: shop.app.id,
    phoneNumber: known.phoneNumber,
    displayName: 'Twin',
  };
  await ok(shop.client.post('/api/v1/phone-numbers', twin));
  await say(shop.app, [textMessage({ ...known, phoneNumberId: numericId() })]);
  expect(received().orders).toHaveLength(2);
  const { data } = await eventually(
    () => ok(world.root.get('/api/v1/system/unclaimed')),
    (page) => page.data.length > 0,
  );
  expect(data.some(({ phoneNumber }: { phoneNumber: string }) => phoneNumber === known.phoneNumber)).toBe(
    true,
  );
});
