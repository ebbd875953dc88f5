import { batch, textMessage } from '../apps/simulator/src/index.ts';
import { createApi } from '../apps/api/src/create-api.ts';
import { type Client, type Json, ok } from './world/client.ts';
import { withDatabase } from './world/database.ts';
import { receiveMany, routed } from './world/deliveries.ts';
import { createWorld, DAY, eventually, HOUR, SECOND, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let other: Tenant;

beforeAll(async () => {
  world = await createWorld();
  shop = await world.tenant('shop');
  other = await world.tenant('other');
});
afterAll(() => world?.stop());

interface Heard {
  /** Names of the events in the order in which they came, with their data. */
  events: { event: string; data: Json }[];
  topics(): string[];
  forget(): void;
  ended: boolean;
  close(): void;
}

/** Looks on as a browser does. */
async function lookOn(url: string, headers: Record<string, string>): Promise<Heard> {
  const leaving = new AbortController();
  const answer = await fetch(`${url}/api/v1/stream`, { headers, signal: leaving.signal });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ]);
  expect(answer.headers.get('x-request-id')).toEqual(expect.any(String));
  const heard: Heard = {
    events: [],
    topics: () => [
      ...new Set(heard.events.flatMap(({ event, data }) => (event === 'change' ? data.topics : []))),
    ],
    forget: () => void (heard.events = []),
    ended: false,
    close: () => leaving.abort(),
  };
  void (async () => {
    let text = '';
    for await (const part of answer.body ?? []) {
      text += Buffer.from(part).toString();
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, event = '', data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
        heard.events.push({ event, data: JSON.parse(data) });
      }
    }
  })()
    .catch(() => undefined)
    .finally(() => (heard.ended = true));
  await eventually(
    () => heard.events,
    (events) => events.length > 0,
  );
  return heard;
}

async function asAdmin(tenant: Tenant): Promise<Heard> {
  const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', tenant.login));
  return lookOn(world.url, { authorization: `Bearer ${accessToken}` });
}

/** Nothing of what is on its way to a stream takes longer. */
const aWhile = () => new Promise((next) => setTimeout(next, 600));
const hears = (heard: Heard, ...topics: string[]) =>
  eventually(
    () => heard.topics(),
    (seen) => topics.every((topic) => seen.includes(topic)),
    SECOND,
  );

test('says hello first', async () => {
  const heard = await asAdmin(shop);
  expect(heard.events[0]).toEqual({ event: 'hello', data: { at: expect.stringMatching(/Z$/) } });
  heard.close();
});

describe('what changes in a tenant shows within a second, and to nobody else:', () => {
  let here: Heard;
  let there: Heard;
  let everywhere: Heard;

  beforeAll(async () => {
    here = await asAdmin(shop);
    there = await asAdmin(other);
    const { accessToken } = await ok(
      world.stranger.post('/api/v1/auth/login', {
        email: 'root@waypost.test',
        password: 'correct horse battery',
      }),
    );
    everywhere = await lookOn(world.url, { authorization: `Bearer ${accessToken}` });
  });
  beforeEach(async () => {
    await aWhile();
    for (const heard of [here, there, everywhere]) heard.forget();
  });
  afterAll(() => [here, there, everywhere].forEach((heard) => heard?.close()));

  const changes: [string, () => Promise<unknown>, string[]][] = [
    ['a new project', () => shop.project('fresh'), ['projects', 'setup']],
    ['a new number', () => shop.number(), ['setup']],
    ['a webhook', async () => receiveTo(await routed(shop, 'inbound')), ['events', 'deliveries']],
    ['a test message', async () => sendTest(shop.client), ['events', 'deliveries']],
    ['a bulk retry', () => ok(shop.client.post('/api/v1/deliveries/retry')), ['bulk']],
  ];
  const receiveTo = async ({ number }: Awaited<ReturnType<typeof routed>>) =>
    shop.receive(batch([textMessage(number, { text: 'hello' })]));
  const sendTest = async (client: Client) =>
    ok(client.post(`/api/v1/projects/${(await shop.project('tested')).id}/test`));

  test.each(changes)('%s', async (_what, change, topics) => {
    await change();
    await hears(here, ...topics);
    await hears(everywhere, ...topics);
    await aWhile();
    expect(there.topics()).toEqual([]);
  });

  test('however much happens, a stream says so at most ten times a second', async () => {
    const { number } = await routed(shop, 'busy');
    await aWhile();
    here.forget();
    const began = performance.now();
    await receiveMany(shop, number, 200);
    await aWhile();
    const changed = here.events.filter(({ event }) => event === 'change').length;
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThanOrEqual(Math.ceil((performance.now() - began) / 100) + 1);
  });
});

test('after a cut connection to the database it says that all may have changed, and goes on', async () => {
  const heard = await asAdmin(shop);
  await aWhile();
  heard.forget();
  const [{ database }] = await world.sql('SELECT current_database() AS database');
  const { rowCount } = await withDatabase('postgres', (admin) =>
    admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'waypost_stream'`,
      [database],
    ),
  );
  expect(rowCount).toBe(1);
  await eventually(
    () => heard.topics(),
    (seen) => seen.length === 5,
  );
  heard.forget();
  await shop.project('after');
  await hears(heard, 'projects');
  expect(heard.ended).toBe(false);
  heard.close();
});

test('who is in no tenant hears nothing at all', async () => {
  const leaver = await world.tenant('leaver');
  const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', leaver.login));
  await world.sql('DELETE FROM membership WHERE tenant_id = $1', [leaver.id]);
  const { status, body } = await world.stranger.as(accessToken).get('/api/v1/stream');
  expect([status, body.code]).toEqual([422, 'tenant_required']);
});

test('one person can open only so many', async () => {
  const crowd = await world.tenant('crowd');
  const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', crowd.login));
  const headers = { authorization: `Bearer ${accessToken}` };
  const open = await Promise.all(Array.from({ length: 32 }, () => lookOn(world.url, headers)));
  const { status, body } = await world.stranger.as(accessToken).get('/api/v1/stream');
  expect([status, body.code]).toEqual([429, 'too_many_requests']);
  // One that goes makes room for another.
  open[0]?.close();
  const again = await eventually(
    () => lookOn(world.url, headers).catch(() => undefined),
    (heard) => heard !== undefined,
  );
  for (const heard of [...open, again]) heard?.close();
});

test('a process that stops does not wait for those who look on', async () => {
  const api = await createApi({ settings: world.settings, clock: world.clock });
  await api.listen(0, '127.0.0.1');
  const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', shop.login));
  const heard = await lookOn((await api.getUrl()).replace('[::1]', '127.0.0.1'), {
    authorization: `Bearer ${accessToken}`,
  });
  const began = performance.now();
  await api.close();
  expect(performance.now() - began).toBeLessThan(3 * SECOND);
  await eventually(
    () => heard.ended,
    (ended) => ended,
  );
});

// The last test, since it leaves everybody signed out.
test('ends with the session, at the next beat, and not with the access token', async () => {
  const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', shop.login));
  const leaving = await lookOn(world.url, { authorization: `Bearer ${accessToken}` });
  const staying = await asAdmin(shop);
  await ok(world.stranger.as(accessToken).post('/api/v1/auth/logout'));
  world.clock.advance(HOUR);
  await eventually(
    () => leaving.ended,
    (ended) => ended,
    12 * SECOND,
  );
  expect(staying.ended).toBe(false);
  world.clock.advance(8 * DAY);
  await eventually(
    () => staying.ended,
    (ended) => ended,
    12 * SECOND,
  );
}, 30_000);
