import { batch, statusUpdate, textMessage } from '../apps/simulator/src/index.ts';
import { settled } from './world/arrivals.ts';
import { ok } from './world/client.ts';
import { deliveries, routed } from './world/deliveries.ts';
import { keepLogs } from './world/logs.ts';
import { newMember } from './world/people.ts';
import { createWorld, eventually, type World } from './world/world.ts';

/** Everything that is logged at all, down to the framework's own lines. */
const logs = keepLogs('trace');
let world: World;

beforeAll(async () => {
  world = await createWorld(logs.settings);
});
afterAll(async () => {
  await world?.stop();
  logs.remove();
});

const customer = { phone: '12025550187', name: 'Wilhelmina Quist' };
const words = 'the parcel with the violet ribbon';
const staff = { email: 'ottoline.vance@waypost.test', name: 'Ottoline Vance' };

test('a journey with everything in it, also with what goes wrong, logs no number, no e-mail, no name and no text', async () => {
  const shop = await world.tenant('quiet-shop');
  const { number } = await routed(shop, 'good');
  const failing = await routed(shop, 'bad');
  world.destinations.setMode('bad', {
    mode: 'status',
    status: 500,
    body: `no room for ${customer.phone}: ${words}`,
  });

  // Taken in, delivered, refused, repeated, malformed, of nobody.
  const from = { phone: customer.phone };
  const message = batch([textMessage(number, { from, text: words })]);
  for (const _twice of [1, 2]) expect((await shop.receive(message)).status).toBe(200);
  expect((await shop.receive(batch([textMessage(failing.number, { from, text: words })]))).status).toBe(200);
  expect(
    (await shop.receive(batch([statusUpdate(number, { to: customer.phone, status: 'failed' })]))).status,
  ).toBe(200);
  expect((await shop.receive(Buffer.from(`{"not json ${words} ${customer.phone}`))).status).toBe(200);
  expect((await world.post(Buffer.from(words), { secret: 'wrong', appId: shop.app.id })).status).toBe(401);
  await eventually(
    () => deliveries(shop, failing.project),
    ([row]) => row?.attempts > 0,
  );

  // People: right, wrong and nobody; names and addresses in bodies, in addresses, and in what is refused.
  const login = await newMember(world, shop, 'DEVELOPER', staff.email);
  const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', login));
  const client = world.stranger.as(accessToken);
  await ok(client.patch('/api/v1/auth/me', { name: staff.name }));
  await world.stranger.post('/api/v1/auth/login', { email: staff.email, password: 'a wrong one' });
  await world.stranger.post('/api/v1/auth/password/forgot', { email: staff.email });
  await ok(shop.admin.post('/api/v1/team/invites', { email: 'isolde.marsh@waypost.test', role: 'AGENT' }));
  await client.get(`/api/v1/search?q=${encodeURIComponent(customer.phone)}`);
  await client.get(`/api/v1/deliveries?q=${encodeURIComponent(words)}`);
  await client.get(`/api/v1/nowhere?email=${encodeURIComponent(staff.email)}`);
  await client.post('/api/v1/projects', { name: staff.name, endpoint: `not an endpoint ${customer.phone}` });
  await shop.admin.get(`/api/v1/audit?actor=${encodeURIComponent(staff.email)}`);

  // What a customer asks for, and a hand in the database that breaks a unit of work in the middle of a body.
  await ok(shop.admin.post('/api/v1/privacy/export', { phone: customer.phone }));
  await ok(shop.admin.post('/api/v1/privacy/erase', { phone: customer.phone }));
  await shop.admin.patch(`/api/v1/business-accounts/${shop.businessId}`, { name: `${staff.name}\u0000` });
  await settled(world);
  await world.keepHouse();
  await world.stopWorker();

  const text = await eventually(
    () => logs.text(),
    (seen) => seen.includes('"name":"worker"') && seen.includes('"name":"api"'),
  );
  expect(text.length).toBeGreaterThan(1_000);
  const written = text.split('\n');
  for (const personal of [
    customer.phone,
    words,
    'violet',
    staff.email,
    staff.email.split('@')[0]!,
    staff.name,
    'isolde.marsh',
    shop.login.email,
    number.phoneNumber,
    encodeURIComponent(words),
    encodeURIComponent(staff.email),
  ])
    expect([personal, written.filter((line) => line.includes(personal)).slice(0, 3)]).toEqual([personal, []]);
}, 60_000);
