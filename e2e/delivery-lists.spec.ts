import { createHash } from 'node:crypto';
import { batch, statusUpdate, serialize, textMessage } from '../apps/simulator/src/index.ts';
import { type Json, ok } from './world/client.ts';
import { allAre, detail, routed } from './world/deliveries.ts';
import { createWorld, eventually, MINUTE, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let healthy: Awaited<ReturnType<typeof routed>>;
let broken: Awaited<ReturnType<typeof routed>>;

/** What stands in the webhook that only the healthy project received. */
const greeting = () => textMessage(healthy.number, { text: 'Is my order ready?' });
let first: ReturnType<typeof greeting>;

beforeAll(async () => {
  world = await createWorld();
  shop = await world.tenant('shop');
  healthy = await routed(shop, 'healthy', {
    headers: { Authorization: 'Bearer very-secret', 'X-Shop': 'north' },
  });
  broken = await routed(shop, 'broken');
  world.destinations.setMode('broken', { mode: 'status', status: 503 });
  first = greeting();
  await shop.receive(batch([first]));
  await shop.receive(
    batch([textMessage(healthy.number, { text: 'a' }), statusUpdate(healthy.number, { status: 'read' })]),
  );
  await shop.receive(batch([textMessage(broken.number, { text: 'b' })]));
  await allAre(shop, healthy.project, 'delivered', 2);
  await allAre(shop, broken.project, 'waiting', 1);
});
afterAll(() => world?.stop());

const list = async (query: string): Promise<Json[]> =>
  (await ok(shop.admin.get(`/api/v1/deliveries?${query}`))).data;
const count = (query: string) => ok(shop.admin.get(`/api/v1/deliveries/count?${query}`));

test('a delivery in a list says what it is, where it goes and how the last attempt was', async () => {
  const [delivery] = await list(`projectId=${broken.project.id}`);
  expect(delivery).toMatchObject({
    kinds: ['text'],
    phoneNumberId: broken.number.phoneNumberId,
    projectName: 'broken',
    projectSlug: 'broken',
    attempts: 1,
    lastStatus: 503,
    lastTriedAt: expect.stringMatching(/Z$/),
    lastDurationMs: expect.any(Number),
  });
});

describe('a filter', () => {
  const filters: [string, () => string, number][] = [
    ['by number', () => `phoneNumberId=${healthy.number.phoneNumberId}`, 2],
    ['by kind', () => 'kind=status:read', 1],
    ['by a family of kinds', () => 'kind=status', 1],
    ['by a kind that stands first among several', () => 'kind=text', 3],
    ['by the beginning of a kind that is no family', () => 'kind=tex', 0],
    ['by source', () => 'source=live', 3],
    ['by another source', () => 'source=replay', 0],
    ['by how long it took', () => 'minDurationMs=60000', 0],
    ['by status', () => 'status=503', 1],
    ['by part of an error, whatever the case', () => 'q=Answered%20503', 1],
    ['by part of an error with a sign of patterns in it', () => 'q=50%25', 0],
    ['by digits of a number', () => `q=%2B${broken.number.phoneNumber.slice(0, 9)}`, 1],
    ["by Meta's id of a number", () => `q=${broken.number.phoneNumberId}`, 1],
    ["by Meta's id of a message", () => `q=${encodeURIComponent(String(first.item.id))}`, 1],
    ['by an id of nothing', () => 'q=01990000-0000-7000-8000-000000000000', 0],
    [
      'by several things at once',
      () => `phoneNumberId=${healthy.number.phoneNumberId}&kind=status&states=delivered`,
      1,
    ],
  ];
  test.each(filters)('%s means the same in the list and in the count', async (_what, query, expected) => {
    const found = await list(query());
    expect(found).toHaveLength(expected);
    expect(await count(query())).toEqual({ count: expected, oldestAt: found.at(-1)?.createdAt ?? null });
  });

  test('by the id of a delivery or of an event finds it', async () => {
    const [{ id, eventId }] = await list(`projectId=${broken.project.id}`);
    for (const q of [id, eventId, eventId.toUpperCase()]) {
      expect((await list(`q=${q}`)).map((row) => row.id)).toEqual([id]);
    }
  });

  test.each(['minDurationMs=-1', 'source=elsewhere', 'q=', 'kind=', 'buckets=0', 'buckets=201'])(
    '?%s is refused',
    async (query) => {
      const { status, body } = await shop.admin.get(`/api/v1/deliveries/histogram?${query}`);
      expect([status, body.code]).toEqual([422, 'invalid_input']);
    },
  );

  test('finds nothing of another tenant', async () => {
    const other = await world.tenant('other');
    const [{ id }] = await list(`projectId=${broken.project.id}`);
    for (const q of [id, String(first.item.id), broken.number.phoneNumberId, '503']) {
      expect((await ok(other.admin.get(`/api/v1/deliveries?q=${encodeURIComponent(q)}`))).data).toEqual([]);
    }
  });
});

describe('the histogram', () => {
  test('puts deliveries where they were taken up', async () => {
    const since = new Date(Date.now() - 10 * MINUTE).toISOString();
    const until = new Date(Date.now() + 10 * MINUTE).toISOString();
    const seen = await ok(
      shop.admin.get(`/api/v1/deliveries/histogram?since=${since}&until=${until}&buckets=20`),
    );
    expect(seen).toMatchObject({ since, until, bucketMs: MINUTE });
    expect(seen.totals).toEqual({
      pending: 0,
      delivering: 0,
      delivered: 2,
      waiting: 1,
      failed: 0,
      cancelled: 0,
    });
    expect(seen.buckets).toHaveLength(20);
    expect(seen.buckets[1].at).toBe(new Date(Date.parse(since) + MINUTE).toISOString());
    const filled = seen.buckets.filter(
      (bucket: Json) => bucket.delivered + bucket.troubled + bucket.open > 0,
    );
    const sum = (part: string) => filled.reduce((all: number, bucket: Json) => all + bucket[part], 0);
    expect([sum('delivered'), sum('troubled'), sum('open')]).toEqual([2, 1, 0]);
    for (const { at } of filled) expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(3 * MINUTE);
  });

  test('is of the last day unless told otherwise', async () => {
    const { since, until, buckets } = await ok(shop.admin.get('/api/v1/deliveries/histogram'));
    expect([Date.parse(until) - Date.parse(since), buckets.length]).toEqual([24 * 60 * MINUTE, 96]);
  });

  test('refuses a time that ends before it begins', async () => {
    const query = 'since=2026-02-02T00:00:00Z&until=2026-02-01T00:00:00Z';
    expect((await shop.admin.get(`/api/v1/deliveries/histogram?${query}`)).body.errors[0].field).toBe(
      'since',
    );
  });
});

describe('a delivery by itself', () => {
  test('shows the request as it went out, without a secret', async () => {
    const [{ id }] = await list(`q=${encodeURIComponent(String(first.item.id))}`);
    const seen = await detail(shop, id);
    const body = serialize(batch([first]));
    expect(seen.request).toMatchObject({
      url: world.destinations.endpoint('healthy'),
      body: body.toString(),
      bytes: body.length,
      sha256: createHash('sha256').update(body).digest('hex'),
      unchanged: true,
    });
    const headers = Object.fromEntries(seen.request.headers.map(({ name, value }: Json) => [name, value]));
    expect(headers).toMatchObject({
      Authorization: '••••',
      'X-Shop': '••••',
      'webhook-id': id,
      'x-waypost-attempt': '1',
    });
    expect(headers['x-hub-signature-256']).toMatch(/^sha256=<.*>$/);
    const received = world.destinations
      .requests('healthy')
      .find(({ headers: sent }) => sent['webhook-id'] === id);
    const names = Object.keys(headers).map((name) => name.toLowerCase());
    expect(Object.keys(received?.headers ?? {})).toEqual(expect.arrayContaining(names));
    expect(headers['webhook-timestamp']).toBe(received?.headers['webhook-timestamp']);
    expect(JSON.stringify(seen)).not.toContain('very-secret');
    expect(seen).toMatchObject({
      attemptLimit: 10,
      signature: { appId: shop.app.id, appName: 'shop app' },
      event: {
        id: seen.eventId,
        kinds: ['text'],
        deliveryCounts: { total: 1, delivered: 1, troubled: 0, open: 0 },
      },
      log: [{ number: 1, status: 200 }],
    });
  });

  test('that is one item of several says so', async () => {
    const single = await shop.project('single', { split: 'event' });
    await shop.map(healthy.number, single);
    await shop.receive(
      batch([textMessage(healthy.number, { text: 'x' }), textMessage(healthy.number, { text: 'y' })]),
    );
    const [second] = await allAre(shop, single, 'delivered', 2);
    const { request } = await detail(shop, second.id);
    expect(request.unchanged).toBe(false);
    expect(JSON.parse(request.body).entry[0].changes[0].value.messages).toHaveLength(1);
  });

  test('of a test message was signed by nobody', async () => {
    const { deliveryId } = await ok(shop.client.post(`/api/v1/projects/${healthy.project.id}/test`));
    const seen = await detail(shop, deliveryId);
    expect(seen.signature).toEqual({ appId: null, appName: null });
    expect(seen.kinds).toEqual(['text']);
    const [{ itemIds }] = [seen.event];
    expect((await list(`q=${itemIds[0]}`)).map(({ id }) => id)).toEqual([deliveryId]);
  });
});

test('an event says how its deliveries stand', async () => {
  const { data } = await ok(shop.admin.get(`/api/v1/events?phoneNumberId=${broken.number.phoneNumberId}`));
  expect(data.map(({ deliveryCounts }: Json) => deliveryCounts)).toEqual([
    { total: 1, delivered: 0, troubled: 1, open: 0 },
  ]);
});

describe('what became of a webhook', () => {
  const trace = (id: string) => shop.admin.get(`/api/v1/webhooks/${id}/trace`);
  const receive = async (envelope: Parameters<Tenant['receive']>[0]) => {
    const answer = await shop.receive(envelope);
    expect(answer.headers.get('server-timing')).toMatch(
      /^check;dur=\d+\.\d, commit;dur=\d+\.\d;desc="\d+ rows"$/,
    );
    return answer.headers.get('x-waypost-webhook-id') ?? '';
  };

  test('is told by the id that the answer carries', async () => {
    const message = batch([textMessage(broken.number, { text: 'traced' })]);
    const id = await receive(message);
    const { body } = await eventually(
      () => trace(id),
      (seen) => seen.body.events[0]?.deliveries[0]?.log.length === 1,
    );
    const bytes = serialize(message);
    expect(body).toMatchObject({
      webhookId: id,
      state: 'split',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      events: [
        {
          items: 1,
          kinds: ['text'],
          deliveries: [{ projectName: 'broken', log: [{ number: 1, status: 503 }] }],
        },
      ],
    });
    // The same once more: all of it had come before.
    const again = await receive(message);
    const seen = await eventually(
      () => trace(again),
      ({ body: { state } }) => state !== 'stored',
    );
    expect([seen.body.state, seen.body.events]).toEqual(['split', []]);
  });

  test('that could not be read is that it was kept aside', async () => {
    const id = await receive(Buffer.from('no json'));
    const { body } = await eventually(
      () => trace(id),
      (seen) => seen.body.state !== 'stored',
    );
    expect([body.state, body.events]).toEqual(['quarantined', []]);
  });

  test('is nobody else’s business', async () => {
    const id = await receive(batch([textMessage(healthy.number, { text: 'mine' })]));
    const stranger = await world.tenant('stranger');
    expect((await stranger.admin.get(`/api/v1/webhooks/${id}/trace`)).status).toBe(404);
  });
});

// The last test, since it moves what the others look at.
test('a bulk retry takes what the count says, by whatever was typed', async () => {
  world.destinations.setMode('broken', { mode: 'fast' });
  const filter = { q: '503', states: ['waiting', 'failed'] };
  const { count: expected } = await count('q=503&states=waiting,failed');
  expect(expected).toBeGreaterThan(0);
  const { id, total } = await ok(shop.client.post('/api/v1/deliveries/retry', filter));
  expect(total).toBe(expected);
  const done = await eventually(
    () => ok(shop.client.get(`/api/v1/bulk-operations/${id}`)),
    ({ state }) => state === 'done',
  );
  expect(done.affected).toBe(expected);
  await allAre(shop, broken.project, 'delivered', expected);
  const byMessage = await ok(
    shop.client.post('/api/v1/deliveries/retry', { q: String(first.item.id), states: ['failed'] }),
  );
  expect(byMessage.total).toBe(0);
});
