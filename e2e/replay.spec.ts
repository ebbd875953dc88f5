import { batch, serialize, textMessage } from '../apps/simulator/src/index.ts';
import { type Json, ok } from './world/client.ts';
import {
  allAre,
  deliveries,
  oneDelivery,
  receiveBatch,
  receiveMany,
  routed,
  states,
} from './world/deliveries.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld();
  shop = await world.tenant('replay-shop');
});
afterAll(() => world?.stop());

const bodies = (name: string) => world.destinations.requests(name).map(({ body }) => body);
const replay = (eventId: string, body?: Json) => shop.client.post(`/api/v1/events/${eventId}/replay`, body);
const replayAll = (filter: Json) => ok(shop.client.post('/api/v1/events/replay', filter));
const done = (id: string) =>
  eventually(
    () => ok(shop.client.get(`/api/v1/bulk-operations/${id}`)),
    (seen) => seen.state === 'done',
  );

describe('one event', () => {
  test('goes again to the projects it is routed to now, with the same bytes and an id of its own', async () => {
    const { number, project } = await routed(shop, 'was-mapped');
    const stays = await shop.project('stays-mapped');
    const { id: mapping } = await shop.map(number, stays);
    const bytes = serialize(batch([textMessage(number, { text: 'ä ✓' })]), { spacing: 'odd' });
    await shop.receive(bytes);
    const [old] = await allAre(shop, project, 'delivered', 1);
    await allAre(shop, stays, 'delivered', 1);
    await ok(shop.client.patch(`/api/v1/mappings/${mapping}`, { priority: 7 }));
    const [gone] = (await ok(shop.client.get(`/api/v1/mappings?projectId=${project.id}`))).data;
    await ok(shop.client.delete(`/api/v1/mappings/${gone.id}`));
    const added = await shop.project('now-mapped');
    await shop.map(number, added);

    const answer = await replay(old.eventId);
    expect(answer).toMatchObject({ status: 202, body: { deliveries: 2 } });
    const [again, first] = await allAre(shop, stays, 'delivered', 2);
    expect(again).toMatchObject({ eventId: old.eventId, source: 'replay', priority: 7, attempts: 1 });
    expect(first).toMatchObject({ source: 'live', priority: 0 });
    await allAre(shop, added, 'delivered', 1);
    for (const body of [...bodies('stays-mapped'), ...bodies('now-mapped')])
      expect(body.equals(bytes)).toBe(true);
    const ids = world.destinations.requests('stays-mapped').map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([first.id, again.id]);
    expect(world.destinations.requests('now-mapped')[0]!.signatures).toEqual({
      hub: 'valid',
      standard: 'valid',
    });
    expect(bodies('was-mapped')).toHaveLength(1);
    const event = await ok(shop.client.get(`/api/v1/events/${old.eventId}`));
    expect(event.deliveries).toHaveLength(4);
  });

  test('goes to one project by name, mapped or not, and to nobody else', async () => {
    const { number, project } = await routed(shop, 'usual');
    const named = await shop.project('named');
    await receiveMany(shop, number, 1);
    const { eventId } = await oneDelivery(shop, project, 'delivered');
    expect(await replay(eventId, { projectId: named.id })).toMatchObject({
      status: 202,
      body: { deliveries: 1 },
    });
    expect(await oneDelivery(shop, named, 'delivered')).toMatchObject({ eventId, source: 'replay' });
    expect(bodies('usual')).toHaveLength(1);
  });

  test('goes item by item to a project that wants it so', async () => {
    const { number, project } = await routed(shop, 'whole');
    const split = await shop.project('item-by-item', { split: 'event' });
    await receiveBatch(shop, number, 3);
    const { eventId } = await oneDelivery(shop, project, 'delivered');
    expect(await replay(eventId, { projectId: split.id })).toMatchObject({ body: { deliveries: 3 } });
    const rows = await allAre(shop, split, 'delivered', 3);
    expect(rows.map(({ item }) => item).sort()).toEqual([0, 1, 2]);
    const texts = bodies('item-by-item').map((body) => {
      const { messages } = JSON.parse(body.toString()).entry[0].changes[0].value;
      expect(messages).toHaveLength(1);
      return messages[0].text.body;
    });
    expect(texts.sort()).toEqual(['message 0', 'message 1', 'message 2']);
  });

  test('that leads nowhere is a 409 that says what to do', async () => {
    const { number, project } = await routed(shop, 'switched-off');
    await receiveMany(shop, number, 1);
    const { eventId } = await oneDelivery(shop, project, 'delivered');
    await ok(shop.client.post(`/api/v1/projects/${project.id}/disable`));
    for (const body of [{}, { projectId: project.id }]) {
      expect(await replay(eventId, body)).toMatchObject({
        status: 409,
        body: { code: 'wrong_state', detail: expect.stringMatching(/No enabled project/) },
      });
    }
    expect(await replay('01990000-0000-7000-8000-000000000001')).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
    expect(await replay('nonsense')).toMatchObject({ status: 404 });
    expect(await replay(eventId, { projectId: 'nonsense' })).toMatchObject({ status: 422 });
  });
});

describe('many events', () => {
  test('are replayed by a filter, with progress to the end', async () => {
    const { number, project } = await routed(shop, 'replayed');
    const other = await routed(shop, 'not-replayed');
    await receiveMany(shop, number, 230);
    await receiveMany(shop, other.number, 2);
    await eventually(
      () => states(shop, project),
      ({ delivered }) => delivered === 230,
    );
    const started = await shop.client.post('/api/v1/events/replay', { phoneNumberId: number.phoneNumberId });
    expect(started).toMatchObject({
      status: 202,
      body: { kind: 'replay', state: 'running', total: 230, processed: 0, affected: 0 },
    });
    expect(await done(started.body.id)).toMatchObject({
      processed: 230,
      affected: 230,
      finishedAt: expect.any(String),
    });
    await eventually(
      () => states(shop, project),
      ({ delivered }) => delivered === 460,
    );
    const events = world.destinations
      .requests('replayed')
      .map(({ headers }) => headers['x-waypost-event-id']);
    const counts = new Map<string, number>();
    for (const event of events) counts.set(event!, (counts.get(event!) ?? 0) + 1);
    expect([counts.size, new Set(counts.values())]).toEqual([230, new Set([2])]);
    await allAre(shop, other.project, 'delivered', 2);
  });

  test('are chosen by kind, field and time, and sent to one project where one is named', async () => {
    const { number, project } = await routed(shop, 'chosen-live');
    const elsewhere = await shop.project('chosen-replayed');
    await receiveMany(shop, number, 1);
    const [first] = await allAre(shop, project, 'delivered', 1);
    const since = new Date(Date.parse(first.createdAt) + 1).toISOString();
    await new Promise((later) => setTimeout(later, 3));
    await receiveMany(shop, number, 2);
    await allAre(shop, project, 'delivered', 3);
    const { phoneNumberId } = number;
    const total = async (filter: Json) =>
      (await done((await replayAll({ phoneNumberId, projectId: elsewhere.id, ...filter })).id)).affected;
    expect(await total({ kind: 'image' })).toBe(0);
    expect(await total({ field: 'account_update' })).toBe(0);
    expect(await total({ since, kind: 'text', field: 'messages', businessId: number.businessId })).toBe(2);
    expect(await total({ until: since })).toBe(1);
    await allAre(shop, elsewhere, 'delivered', 3);
    expect(bodies('chosen-live')).toHaveLength(3);
  });

  test('that are being replayed do not replay what came in since, nor themselves', async () => {
    const { number, project } = await routed(shop, 'bounded');
    await receiveMany(shop, number, 120);
    await eventually(
      () => states(shop, project),
      ({ delivered }) => delivered === 120,
    );
    world.destinations.setMode('bounded', { mode: 'slow', ms: 20 });
    const { id } = await replayAll({ phoneNumberId: number.phoneNumberId });
    await receiveMany(shop, number, 30);
    expect(await done(id)).toMatchObject({ total: 120, processed: 120, affected: 120 });
    await eventually(
      () => states(shop, project),
      ({ delivered }) => delivered === 270,
    );
  });

  test('can be stopped', async () => {
    const { number, project } = await routed(shop, 'stopped-replay');
    await receiveMany(shop, number, 200);
    await eventually(
      () => states(shop, project),
      ({ delivered }) => delivered === 200,
    );
    world.destinations.clear('stopped-replay');
    world.destinations.setMode('stopped-replay', { mode: 'slow', ms: 250 });
    const { id } = await replayAll({ phoneNumberId: number.phoneNumberId });
    await world.destinations.waitFor('stopped-replay', (seen) => seen.length >= 10);
    await ok(shop.client.post(`/api/v1/bulk-operations/${id}/cancel`));
    await eventually(
      () => states(shop, project),
      ({ pending, waiting, delivering }) => !pending && !waiting && !delivering,
    );
    const { delivered, cancelled } = (await states(shop, project)) as {
      delivered: number;
      cancelled: number;
    };
    expect(delivered).toBe(200 + world.destinations.requests('stopped-replay').length);
    expect(cancelled).toBeGreaterThan(0);
    const { data } = await ok(shop.client.get(`/api/v1/deliveries?projectId=${project.id}&states=cancelled`));
    expect(new Set(data.map(({ cause, source }: Json) => `${cause} ${source}`))).toEqual(
      new Set(['bulk_cancelled replay']),
    );
  });
});

test('another tenant cannot replay an event, nor have its own sent to a project of ours', async () => {
  const stranger = await world.tenant('replay-stranger');
  const [ours, theirs] = [await routed(shop, 'of-ours'), await routed(stranger, 'of-theirs')];
  await receiveMany(shop, ours.number, 1);
  await receiveMany(stranger, theirs.number, 1);
  const { eventId } = await oneDelivery(shop, ours.project, 'delivered');
  const own = await oneDelivery(stranger, theirs.project, 'delivered');
  const foreign = await stranger.admin.post(`/api/v1/events/${eventId}/replay`, {
    projectId: theirs.project.id,
  });
  expect(foreign).toMatchObject({ status: 404, body: { code: 'not_found' } });
  const across = await stranger.admin.post(`/api/v1/events/${own.eventId}/replay`, {
    projectId: ours.project.id,
  });
  expect(across.status).toBe(409);
  const bulk = await ok(stranger.admin.post('/api/v1/events/replay', { projectId: ours.project.id }));
  await eventually(
    () => ok(stranger.admin.get(`/api/v1/bulk-operations/${bulk.id}`)),
    ({ state, affected }) => state === 'done' && affected === 0,
  );
  expect(await deliveries(shop, ours.project)).toHaveLength(1);
  expect(bodies('of-ours')).toHaveLength(1);
});
