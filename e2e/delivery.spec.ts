import { createServer } from 'node:net';
import {
  batch,
  checkHubSignature,
  checkStandardSignature,
  type DestinationMode,
  type ReceivedRequest,
  serialize,
  textMessage,
} from '../apps/simulator/src/index.ts';
import { ok } from './world/client.ts';
import { detail, oneDelivery, routed } from './world/deliveries.ts';
import { createWorld, eventually, HOUR, MINUTE, SECOND, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld({ DELIVERY_TIMEOUT_MS: '1000' });
  shop = await world.tenant('delivery-shop');
});
afterAll(() => world?.stop());

const arrived = (name: string, count: number) =>
  world.destinations.waitFor(name, (seen) => seen.length === count);

/** Judged at the time that the request itself names, since the world's clock runs ahead. */
function signedWith(secret: string, { headers, body }: ReceivedRequest) {
  const at = Number(headers['webhook-timestamp']) * 1000;
  return {
    hub: checkHubSignature(headers, body, secret),
    standard: checkStandardSignature(headers, body, secret, at),
  };
}

/** A webhook for each of these projects at once: one number leads to all of them. */
async function sendTo(projects: { id: string }[]): Promise<void> {
  const number = await shop.number();
  for (const project of projects) await shop.map(number, project);
  expect((await shop.receive(batch([textMessage(number)]))).status).toBe(200);
}

test('a delivery is signed twice, names its event, counts its attempts and keeps its id and its bytes', async () => {
  const headers = { Authorization: 'Bearer of-the-shop', 'X-Team': 'orders' };
  const { number, project } = await routed(shop, 'twice', { headers });
  world.destinations.setMode('twice', { mode: 'status', status: 500, first: 2 });
  const bytes = serialize(batch([textMessage(number, { text: 'ä ✓ \u{1F600}' })]), { spacing: 'odd' });
  await shop.receive(bytes);

  await oneDelivery(shop, project, 'waiting');
  world.clock.advance(7 * SECOND);
  await arrived('twice', 2);
  await eventually(
    () => oneDelivery(shop, project, 'waiting'),
    (row) => row.attempts === 2,
  );
  world.clock.advance(40 * SECOND);
  const requests = await arrived('twice', 3);

  const delivery = await oneDelivery(shop, project, 'delivered');
  requests.forEach((request, index) => {
    expect(request.body.equals(bytes)).toBe(true);
    expect(request.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': delivery.id,
      'x-waypost-event-id': delivery.eventId,
      'x-waypost-attempt': String(index + 1),
      authorization: 'Bearer of-the-shop',
      'x-team': 'orders',
    });
    expect(signedWith(project.secret, request)).toEqual({ hub: 'valid', standard: 'valid' });
    const age =
      Number(request.headers['webhook-timestamp']) - Date.parse(delivery.log[index].startedAt) / 1000;
    expect(Math.abs(age)).toBeLessThanOrEqual(1);
  });
  expect(delivery).toMatchObject({ attempts: 3, lastStatus: 200, lastError: null, nextAttemptAt: null });
  expect(
    delivery.log.map(({ number, status }: { number: number; status: number }) => [number, status]),
  ).toEqual([
    [1, 500],
    [2, 500],
    [3, 200],
  ]);
});

test('while a secret is being replaced both sign; after the overlap only the new one does', async () => {
  const { number, project } = await routed(shop, 'rotating');
  const { secret } = await ok(
    shop.client.post(`/api/v1/projects/${project.id}/rotate-secret`, { overlapHours: 2 }),
  );
  expect(secret).not.toBe(project.secret);

  await shop.receive(batch([textMessage(number)]));
  const [during] = await arrived('rotating', 1);
  expect(during!.headers['webhook-signature']!.split(' ')).toHaveLength(2);
  // Meta's header has room for one signature: the new secret's.
  expect(signedWith(secret, during!)).toEqual({ hub: 'valid', standard: 'valid' });
  expect(signedWith(project.secret, during!)).toEqual({ hub: 'invalid', standard: 'valid' });

  world.clock.advance(2 * HOUR + MINUTE);
  await shop.receive(batch([textMessage(number)]));
  const [, after] = await arrived('rotating', 2);
  expect(after!.headers['webhook-signature']!.split(' ')).toHaveLength(1);
  expect(signedWith(secret, after!)).toEqual({ hub: 'valid', standard: 'valid' });
  expect(signedWith(project.secret, after!)).toEqual({ hub: 'invalid', standard: 'invalid' });
  expect(await ok(shop.client.get(`/api/v1/projects/${project.id}`))).toMatchObject({
    previousSecretExpiresAt: null,
  });
});

test('without an overlap the previous secret signs nothing any more', async () => {
  const { number, project } = await routed(shop, 'leaked');
  const { secret } = await ok(
    shop.client.post(`/api/v1/projects/${project.id}/rotate-secret`, { overlapHours: 0 }),
  );
  await shop.receive(batch([textMessage(number)]));
  const [request] = await arrived('leaked', 1);
  expect(signedWith(secret, request!)).toEqual({ hub: 'valid', standard: 'valid' });
  expect(signedWith(project.secret, request!)).toEqual({ hub: 'invalid', standard: 'invalid' });
});

test('every 2xx is success', async () => {
  const projects = [];
  for (const status of [201, 202, 204, 299]) {
    projects.push(await shop.project(`success-${status}`));
    world.destinations.setMode(`success-${status}`, { mode: 'status', status });
  }
  await sendTo(projects);
  for (const project of projects) await oneDelivery(shop, project, 'delivered');
});

/** What a destination does, the status that is noted, and what the attempt's error says. */
const failures: Record<string, [DestinationMode, number | null, RegExp]> = {
  'server-error': [{ mode: 'status', status: 500 }, 500, /answered 500; only 2xx counts/],
  'client-error': [{ mode: 'status', status: 404 }, 404, /answered 404; only 2xx counts/],
  'too-many': [{ mode: 'status', status: 429 }, 429, /answered 429: it wants fewer requests/],
  moved: [
    { mode: 'redirect', status: 307, location: '/destinations/elsewhere' },
    307,
    /307, a redirect; redirects are not followed/,
  ],
  'not-modified': [{ mode: 'status', status: 304 }, 304, /304/],
  resetting: [{ mode: 'reset' }, null, /closed the connection before it had answered in full/],
  dropping: [
    { mode: 'drop', bytes: 10 },
    null,
    /closed the connection before it had answered in full|another length/,
  ],
  hanging: [{ mode: 'hang' }, null, /did not answer within 1 s/],
};

test('what is no success waits for its retry, with the reason in words; a redirect is not followed', async () => {
  const projects = [];
  for (const [name, [mode]] of Object.entries(failures)) {
    projects.push(await shop.project(name));
    world.destinations.setMode(name, mode);
  }
  await sendTo(projects);
  for (const project of projects) {
    const [, status, words] = failures[project.name]!;
    const { log, ...delivery } = await oneDelivery(shop, project, 'waiting');
    expect(delivery).toMatchObject({
      attempts: 1,
      lastStatus: status,
      lastError: expect.stringMatching(words),
    });
    expect(Date.parse(delivery.nextAttemptAt)).toBeGreaterThan(world.clock.now().getTime() - 10_000);
    expect(log).toEqual([expect.objectContaining({ number: 1, status, error: delivery.lastError })]);
    const [{ durationMs }] = log;
    expect(durationMs).toBeGreaterThanOrEqual(project.name === 'hanging' ? 990 : 0);
    expect(durationMs).toBeLessThan(5_000);
  }
  expect(world.destinations.requests('elsewhere')).toEqual([]);
});

test('an address where nobody listens, or that no name leads to, is told in words too', async () => {
  const projects = [
    await shop.project('nobody', { endpoint: `http://127.0.0.1:${await unusedPort()}/in` }),
    await shop.project('nameless', { endpoint: 'http://no-such-host.invalid/in' }),
  ];
  await sendTo(projects);
  const [nobody, nameless] = [
    await oneDelivery(shop, projects[0]!, 'waiting'),
    await oneDelivery(shop, projects[1]!, 'waiting'),
  ];
  expect(nobody.lastError).toMatch(/refused the connection/);
  expect(nameless.lastError).toMatch(/no-such-host\.invalid .*(looked up|within 1 s)/);
});

test('of an answer the first 16 KiB are kept, however long it is', async () => {
  const projects = [];
  const answers: Record<string, DestinationMode> = {
    'huge-answer': { mode: 'huge', bytes: 8 << 20 },
    'long-refusal': { mode: 'status', status: 500, body: `${'ä'.repeat(10_000)}end` },
    'short-refusal': { mode: 'status', status: 422, body: 'no such order' },
    'binary-refusal': { mode: 'status', status: 500, body: 'a\u0000b' },
  };
  for (const [name, mode] of Object.entries(answers)) {
    projects.push(await shop.project(name));
    world.destinations.setMode(name, mode);
  }
  await sendTo(projects);
  const [huge, long, short, binary] = [
    await oneDelivery(shop, projects[0]!, 'delivered'),
    await oneDelivery(shop, projects[1]!, 'waiting'),
    await oneDelivery(shop, projects[2]!, 'waiting'),
    await oneDelivery(shop, projects[3]!, 'waiting'),
  ];
  expect(huge.log[0]).toMatchObject({ status: 200, error: null, response: 'x'.repeat(16 << 10) });
  expect(long.log[0].response).toBe('ä'.repeat(8 << 10));
  expect(short.log[0].response).toBe('no such order');
  expect(binary.log[0].response).toBe('a\u0000b');
});

test('a project can have a test message sent to it, delivered and seen like any other', async () => {
  const project = await shop.project('tested');
  const { eventId, deliveryId } = await ok(shop.client.post(`/api/v1/projects/${project.slug}/test`));
  const [request] = await arrived('tested', 1);
  expect(signedWith(project.secret, request!)).toEqual({ hub: 'valid', standard: 'valid' });
  expect(request!.headers).toMatchObject({
    'webhook-id': deliveryId,
    'x-waypost-event-id': eventId,
    'x-waypost-attempt': '1',
  });
  expect(JSON.parse(request!.body.toString()).entry[0].changes[0].field).toBe('messages');
  await oneDelivery(shop, project, 'delivered');
  expect(await detail(shop, deliveryId)).toMatchObject({ source: 'test', eventId, state: 'delivered' });
  expect((await ok(shop.client.get(`/api/v1/events/${eventId}`))).payload).toBe(request!.body.toString());

  await ok(shop.client.post(`/api/v1/projects/${project.id}/disable`));
  const refused = await shop.client.post(`/api/v1/projects/${project.id}/test`);
  expect(refused).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
});

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
