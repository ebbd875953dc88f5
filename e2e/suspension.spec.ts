import {
  batch,
  serialize,
  textMessage,
  updateKey,
  type BusinessNumber,
  type ItemUpdate,
} from '../apps/simulator/src/index.ts';
import { arrived, itemsAt, settled } from './world/arrivals.ts';
import { ok } from './world/client.ts';
import { createWorld, eventually, HOUR, MINUTE, SECOND, type Tenant, type World } from './world/world.ts';

interface Held {
  tenant: Tenant;
  number: BusinessNumber;
  project: Awaited<ReturnType<Tenant['project']>>;
}

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.stop());

async function mapped(name: string): Promise<Held> {
  const tenant = await world.tenant(name);
  const [number, project] = await Promise.all([tenant.number(), tenant.project(name)]);
  await tenant.map(number, project);
  return { tenant, number, project };
}
const suspend = ({ tenant }: Held) => ok(world.root.post(`/api/v1/tenants/${tenant.id}/suspend`));
const resume = ({ tenant }: Held, body: object = {}) =>
  ok(world.root.post(`/api/v1/tenants/${tenant.id}/resume`, body));
const deliveries = async ({ tenant }: Held) => (await ok(tenant.client.get('/api/v1/deliveries'))).data;

async function receive({ tenant }: Held, ...messages: ItemUpdate[]): Promise<Buffer> {
  const bytes = serialize(batch(messages), { spacing: 'odd' });
  expect((await tenant.receive(bytes)).status).toBe(200);
  return bytes;
}

it('what comes for a suspended tenant is accepted, stored and held, and sent on as it came when the tenant is resumed', async () => {
  const [shop, other] = [await mapped('shop'), await mapped('other')];
  await suspend(shop);
  const messages = [textMessage(shop.number), textMessage(shop.number)];
  const bytes = [await receive(shop, messages[0]!), await receive(shop, messages[1]!)];
  await receive(shop, messages[0]!);
  await receive(other, textMessage(other.number));
  await arrived(world, other.project, 1);
  world.clock.advance(10 * SECOND);
  await settled(world);
  expect(itemsAt(world, shop.project)).toEqual([]);
  const held = { state: 'waiting', cause: 'tenant_suspended', nextAttemptAt: null, attempts: 0 };
  expect(await deliveries(shop)).toEqual([expect.objectContaining(held), expect.objectContaining(held)]);
  expect((await ok(shop.tenant.client.get('/api/v1/events'))).data).toHaveLength(2);

  expect(await resume(shop)).toMatchObject({ status: 'active', held: { released: 2, cancelled: 0 } });
  const requests = await arrived(world, shop.project, 2);
  expect(requests.map(({ body }) => body.toString()).sort()).toEqual(bytes.map(String).sort());
  const next = textMessage(shop.number);
  await receive(shop, next);
  await arrived(world, shop.project, 3);
  expect(itemsAt(world, shop.project)).toContain(updateKey(next));
});

it('a tenant’s people cannot work while it is suspended, and can again afterwards', async () => {
  const cafe = await mapped('cafe');
  expect((await cafe.tenant.admin.get('/api/v1/projects')).status).toBe(200);
  await suspend(cafe);
  await eventually(
    () => cafe.tenant.admin.get('/api/v1/projects'),
    ({ status }) => status === 403 || status === 401,
  );
  await resume(cafe);
  await eventually(
    () => cafe.tenant.admin.get('/api/v1/projects'),
    ({ status }) => status === 200,
  );
});

it('resuming sends only what is younger than the operator says; the rest is cancelled and can be retried', async () => {
  const late = await mapped('late');
  await suspend(late);
  const message = textMessage(late.number);
  await receive(late, message);
  await settled(world);
  world.clock.advance(3 * HOUR);
  expect((await resume(late, { releaseYoungerThanHours: 2 })).held).toEqual({ released: 0, cancelled: 1 });
  await settled(world);
  expect(itemsAt(world, late.project)).toEqual([]);
  const [cancelled] = await deliveries(late);
  expect(cancelled).toMatchObject({
    state: 'cancelled',
    cause: 'tenant_suspended',
    finishedAt: expect.any(String),
  });

  expect((await late.tenant.client.post(`/api/v1/deliveries/${cancelled.id}/retry`)).status).toBe(202);
  await arrived(world, late.project, 1);

  await suspend(late);
  const young = textMessage(late.number);
  await receive(late, young);
  await settled(world);
  expect((await resume(late, { releaseYoungerThanHours: 24 })).held).toEqual({ released: 1, cancelled: 0 });
  await arrived(world, late.project, 2);
  expect(itemsAt(world, late.project)).toEqual([updateKey(message), updateKey(young)]);
});

it('a retry that falls due during a suspension is held, and made after it', async () => {
  const slow = await mapped('slow');
  world.destinations.setMode(slow.project.name, { mode: 'status', status: 500, first: 1 });
  const message = textMessage(slow.number);
  await receive(slow, message);
  await arrived(world, slow.project, 1);
  await suspend(slow);
  world.clock.advance(MINUTE);
  await eventually(
    () => deliveries(slow),
    ([row]) => row.cause === 'tenant_suspended' && row.nextAttemptAt === null,
  );
  world.clock.advance(HOUR);
  await settled(world);
  expect(world.destinations.requests(slow.project.name)).toHaveLength(1);
  expect((await resume(slow)).held).toEqual({ released: 1, cancelled: 0 });
  const [first, second] = await arrived(world, slow.project, 2);
  expect(second!.body.equals(first!.body)).toBe(true);
  expect(second!.headers['x-waypost-attempt']).toBe('2');
});

it('resuming a tenant that was not suspended changes nothing', async () => {
  const calm = await mapped('calm');
  expect(await resume(calm)).toMatchObject({ status: 'active', held: { released: 0, cancelled: 0 } });
  for (const wrong of [-1, 'all', null, 1e9]) {
    const answer = await world.root.post(`/api/v1/tenants/${calm.tenant.id}/resume`, {
      releaseYoungerThanHours: wrong,
    });
    expect([wrong, answer.status]).toEqual([wrong, 422]);
  }
});
