import { batch, type BusinessNumber, textMessage } from '../apps/simulator/src/index.ts';
import { type Client, type Json, ok } from './world/client.ts';
import { allAre } from './world/deliveries.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let other: Tenant;
let number: BusinessNumber;
let project: { id: string; slug: string };
let messageId: string;
let delivery: Json;

beforeAll(async () => {
  world = await createWorld();
  shop = await world.tenant('search-shop');
  other = await world.tenant('search-other');
  number = await shop.number();
  project = await shop.project('harbour-orders');
  await ok(shop.client.patch(`/api/v1/projects/${project.id}`, { name: 'Harbour orders' }));
  await shop.map(number, project);
  const message = textMessage(number, { text: 'find me' });
  messageId = String(message.item.id);
  expect((await shop.receive(batch([message]))).status).toBe(200);
  [delivery] = await allAre(shop, project, 'delivered', 1);
  const theirs = await other.number();
  const stock = await other.project('harbour-stock');
  await ok(other.client.patch(`/api/v1/projects/${stock.id}`, { name: 'Harbour stock' }));
  await other.map(theirs, stock);
});
afterAll(() => world?.stop());

const search = async (client: Client, q: string, path = 'search'): Promise<Json[]> =>
  (await ok(client.get(`/api/v1/${path}?q=${encodeURIComponent(q)}`))).data;
const kindsAndIds = (hits: Json[]) => hits.map(({ kind, id }) => [kind, id]);

describe('searching', () => {
  test("Meta's id of a message finds its event and where it went", async () => {
    const hits = await search(shop.admin, messageId);
    expect(kindsAndIds(hits)).toEqual([
      ['event', delivery.eventId],
      ['delivery', delivery.id],
    ]);
    expect(hits[1]).toEqual({
      kind: 'delivery',
      id: delivery.id,
      title: 'Harbour orders',
      detail: 'delivered',
      tenantId: shop.id,
      tenantName: 'search-shop',
    });
  });

  test('a delivery, an event and a project are found by their whole id, in any case', async () => {
    for (const [kind, id] of [
      ['delivery', delivery.id],
      ['event', delivery.eventId],
      ['project', project.id],
    ]) {
      expect(kindsAndIds(await search(shop.admin, ` ${String(id).toUpperCase()} `))).toEqual([[kind, id]]);
    }
  });

  test.each([
    ['the whole phone number', () => `+${number.phoneNumber}`],
    ['the phone number as people write it', () => number.phoneNumber.replace(/^(...)(...)/, '+$1 ($2) ')],
    ['a part of the phone number', () => number.phoneNumber.slice(2, 9)],
    ['the whole phone_number_id', () => number.phoneNumberId],
    ['a part of the phone_number_id', () => number.phoneNumberId.slice(3)],
  ])('%s finds the number', async (_what, typed) => {
    expect(kindsAndIds(await search(shop.admin, typed()))).toContainEqual(['number', number.phoneNumberId]);
  });

  test('a part of a name finds what is called so, whatever the case, and wildcards are letters', async () => {
    expect(kindsAndIds(await search(shop.admin, 'hARBOUR'))).toEqual([['project', project.id]]);
    expect(kindsAndIds(await search(shop.admin, 'search-shop app'))).toEqual([['app', shop.app.id]]);
    expect(kindsAndIds(await search(shop.admin, shop.businessId))).toContainEqual([
      'account',
      shop.businessId,
    ]);
    expect(await search(shop.admin, '%')).toEqual([]);
    expect(await search(shop.admin, 'Harbour_orders')).toEqual([]);
  });

  test('never finds what is of another tenant', async () => {
    for (const typed of [
      messageId,
      delivery.id,
      delivery.eventId,
      project.id,
      number.phoneNumber,
      number.phoneNumberId,
      shop.id,
    ]) {
      expect([typed, await search(other.admin, typed)]).toEqual([typed, []]);
    }
    expect((await search(other.admin, 'harbour')).map(({ title }) => title)).toEqual(['Harbour stock']);
  });

  test('answers twenty at most, those called exactly so first', async () => {
    for (let at = 0; at < 22; at += 1) await other.project(`many-${at}`);
    const exact = await other.project('many');
    const hits = await search(other.admin, 'many');
    expect(hits).toHaveLength(20);
    expect(hits[0]).toMatchObject({ kind: 'project', id: exact.id });
  });

  test.each(['', '   ', 'a'.repeat(501)])('refuses "%s"', async (typed) => {
    expect((await shop.admin.get(`/api/v1/search?q=${encodeURIComponent(typed)}`)).status).toBe(422);
  });
});

describe('as a super-admin', () => {
  const everywhere = (typed: string) => search(world.root, typed, 'system/search');

  test('everything of every tenant is found, and says whose it is', async () => {
    expect(await everywhere('harbour')).toEqual([
      expect.objectContaining({
        kind: 'project',
        title: 'Harbour stock',
        tenantId: other.id,
        tenantName: 'search-other',
      }),
      expect.objectContaining({
        kind: 'project',
        title: 'Harbour orders',
        tenantId: shop.id,
        tenantName: 'search-shop',
      }),
    ]);
    expect(kindsAndIds(await everywhere(messageId))).toEqual([
      ['event', delivery.eventId],
      ['delivery', delivery.id],
    ]);
    expect(await everywhere(delivery.id)).toEqual([
      expect.objectContaining({ kind: 'delivery', tenantName: 'search-shop' }),
    ]);
    expect(kindsAndIds(await everywhere(number.phoneNumber))).toEqual([['number', number.phoneNumberId]]);
  });

  test('tenants are found by name, slug and id', async () => {
    for (const typed of ['search-sho', shop.id]) {
      expect(await everywhere(typed)).toContainEqual({
        kind: 'tenant',
        id: shop.id,
        title: 'search-shop',
        detail: 'search-shop',
        tenantId: shop.id,
        tenantName: 'search-shop',
      });
    }
  });

  test('how every tenant stands is one answer', async () => {
    const { data } = await ok(world.root.get('/api/v1/tenants/figures'));
    expect(data).toEqual([
      { id: other.id, numbers: 1, projects: expect.any(Number), received24h: 0, waiting: 0, failed: 0 },
      { id: shop.id, numbers: 1, projects: 1, received24h: 1, waiting: 0, failed: 0 },
    ]);
  });
});
