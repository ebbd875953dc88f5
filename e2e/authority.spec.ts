import { v7 } from 'uuid';
import { numericId } from '../apps/simulator/src/index.ts';
import { roleAllows, roles } from '../libs/contracts/src/index.ts';
import { type Client, type Json, ok } from './world/client.ts';
import { signInAs } from './world/people.ts';
import { absent, allRoutes, make, pathWith } from './world/routes.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let as: Record<string, Client>;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  shop = await world.tenant('shop');
  as = Object.fromEntries(
    await Promise.all(roles.map(async (role) => [role, await signInAs(world, shop, role)])),
  );
});
afterAll(() => world?.stop());

const guarded = allRoutes.flatMap((route) =>
  route.needs === 'public' || route.needs === 'signed-in' ? [] : [{ ...route, needs: route.needs }],
);
const inTenant = guarded.filter(({ needs }) => needs !== 'platform:admin');
const ofPlatform = guarded.filter(({ needs }) => needs === 'platform:admin');

const call = (client: Client, method: string, path: string, body?: Json) =>
  client.call(method, path, body ?? (method === 'POST' || method === 'PATCH' ? {} : undefined));
/** Calls about nothing: who may not call must learn so before anything is looked up. */
const callInVain = (client: Client, { method, path, id }: (typeof guarded)[number]) =>
  call(client, method, pathWith(path, id && absent(id)));

test('the OpenAPI document says of every route what it needs', async () => {
  const { paths } = (await world.stranger.get('/api/openapi.json')).body;
  for (const { route, method, path, needs } of allRoutes) {
    const { security, responses } = paths[path][method.toLowerCase()];
    const said = responses[403]?.description ?? (security ? 'signed-in' : 'public');
    expect([route, said]).toEqual([route, needs.includes(':') ? `The role lacks ${needs}` : needs]);
  }
});

describe.each(roles)('as %s', (role) => {
  const allowed = guarded.filter(({ needs }) => roleAllows(role, needs));
  const refused = guarded.filter(({ needs }) => !roleAllows(role, needs));

  test('what the role includes goes well', async () => {
    for (const { route, method, path, id, body } of allowed) {
      const place = { world, tenant: shop };
      const address = pathWith(path, id && (await make(id, place)));
      const answer = await call(as[role]!, method, address, await body?.(place));
      expect([route, answer.status < 300 || answer.body]).toEqual([route, true]);
    }
  }, 20_000);

  test('everything else is forbidden, before it is looked up', async () => {
    for (const route of refused) {
      const { status, body } = await callInVain(as[role]!, route);
      expect([route.route, status, body.code]).toEqual([route.route, 403, 'forbidden']);
    }
  });
});

describe('as a super-admin', () => {
  test('a call about a tenant must name it', async () => {
    for (const route of inTenant) {
      const { status, body } = await callInVain(world.root, route);
      expect([route.route, status, body.code]).toEqual([route.route, 422, 'tenant_required']);
    }
  });

  test('with the tenant named, also in upper case, it is that of any tenant', async () => {
    const { id } = await shop.project('orders');
    expect((await ok(shop.client.get(`/api/v1/projects/${id}`))).id).toBe(id);
    const headers = { 'x-tenant-id': shop.id.toUpperCase() };
    expect((await ok(world.root.call('GET', `/api/v1/projects/${id}`, undefined, headers))).id).toBe(id);
    const other = await world.tenant('other');
    expect((await other.client.get(`/api/v1/projects/${id}`)).status).toBe(404);
  });

  test.each([
    ['unknown', v7()],
    ['malformed', 'shop'],
    ['several', `${v7()}, ${v7()}`],
  ])('a tenant that is %s is not found, whatever the call', async (_what, tenantId) => {
    for (const { route, method, path, id } of guarded) {
      const headers = { 'x-tenant-id': tenantId };
      const { status, body } = await world.root.call(
        method,
        pathWith(path, id && absent(id)),
        method === 'GET' ? undefined : {},
        headers,
      );
      expect([route, status, body.detail]).toEqual([route, 404, 'There is no tenant with this id here.']);
    }
  });

  test('only a super-admin may do what concerns the platform', async () => {
    for (const { route, method, path, id, body } of ofPlatform) {
      const place = { world, tenant: await world.tenant(`t-${v7().slice(-8)}`) };
      const address = pathWith(path, id && (await make(id, place)));
      const answer = await call(world.root, method, address, await body?.(place));
      expect([route, answer.status < 300 || answer.body]).toEqual([route, true]);
    }
  }, 20_000);
});

test('the role is that of the tenant which a call is about', async () => {
  const elsewhere = await world.tenant('elsewhere');
  await world.sql(
    `INSERT INTO membership (tenant_id, id, user_id, role, created_at)
     SELECT $1, gen_random_uuid(), id, 'AGENT', now() FROM app_user WHERE email = $2`,
    [elsewhere.id, shop.login.email],
  );
  const account = () => ({ businessId: numericId(), name: 'x' });
  expect((await shop.admin.post('/api/v1/business-accounts', account())).status).toBe(201);
  const agent = shop.admin.forTenant(elsewhere.id);
  expect((await agent.get('/api/v1/business-accounts')).status).toBe(200);
  expect((await agent.post('/api/v1/business-accounts', account())).status).toBe(403);
});

test('a tenant that is suspended can do nothing until it is resumed', async () => {
  const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', shop.login));
  const admin = world.stranger.as(accessToken);
  await ok(world.root.post(`/api/v1/tenants/${shop.id}/suspend`));
  for (const route of inTenant) {
    const { status, body } = await callInVain(admin, route);
    expect([route.route, status, body.detail]).toEqual([
      route.route,
      403,
      expect.stringContaining('suspended'),
    ]);
  }
  expect((await ok(admin.get('/api/v1/auth/me'))).tenant.status).toBe('suspended');
  await ok(world.root.post(`/api/v1/tenants/${shop.id}/resume`));
  expect((await admin.get('/api/v1/projects')).status).toBe(200);
});
