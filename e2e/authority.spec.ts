import { v7 } from 'uuid';
import { numericId } from '../apps/simulator/src/index.ts';
import { permissions } from '../libs/contracts/src/index.ts';
import { type Client, type Json, ok } from './world/client.ts';
import { absent } from './world/kinds.ts';
import { allRoutes, pathWith } from './world/routes.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  shop = await world.tenant('shop');
});
afterAll(() => world?.stop());

const guarded = allRoutes.flatMap((route) =>
  route.needs === 'public' || route.needs === 'signed-in' ? [] : [{ ...route, needs: route.needs }],
);
const inTenant = guarded.filter(({ needs }) => needs !== 'platform:admin');

const call = (client: Client, method: string, path: string, body?: Json) =>
  client.call(method, path, body ?? (method === 'POST' || method === 'PATCH' ? {} : undefined));
/** Calls about nothing: who may not call must learn so before anything is looked up. */
const callInVain = (client: Client, { method, path, id }: (typeof guarded)[number]) =>
  call(client, method, pathWith(path, id && absent(id)));

test('the OpenAPI document says of every route what it needs, and who has it', async () => {
  const { paths } = (await world.stranger.get('/api/openapi.json')).body;
  for (const { route, method, path, needs } of allRoutes) {
    const { security, ...operation } = paths[path][method.toLowerCase()];
    const said = operation['x-permission'] ?? (security ? 'signed-in' : 'public');
    expect([route, said]).toEqual([route, needs]);
    if (needs === 'public' || needs === 'signed-in') continue;
    expect([route, operation['x-roles']]).toEqual([route, ['SUPER_ADMIN', ...permissions[needs]]]);
    expect([route, operation.responses[403]?.description]).toEqual([route, `The role lacks ${needs}`]);
  }
});

test('every POST with authority takes an idempotency key, and says so', async () => {
  const { paths } = (await world.stranger.get('/api/openapi.json')).body;
  for (const { route, method, path, needs } of allRoutes) {
    const { parameters = [] } = paths[path][method.toLowerCase()];
    const takes = parameters.some(({ name }: Json) => name === 'Idempotency-Key');
    expect([route, takes]).toEqual([route, method === 'POST' && needs !== 'public']);
  }
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
