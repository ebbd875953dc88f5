import { v7 } from 'uuid';
import { PLATFORM_TENANT_ID } from '../libs/contracts/src/index.ts';
import { type Client, type Json, ok } from './world/client.ts';
import { signInAs } from './world/people.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  shop = await world.tenant('shop');
});
afterAll(() => world?.stop());

const begin = (body: Json, tenant: { id: string } = shop, as: Client = world.root) =>
  as.post(`/api/v1/tenants/${tenant.id}/impersonate`, body);
const asAdmin = async (): Promise<Json> => ok(begin({ reason: 'They asked for help' }));
const membersOf = async ({ id }: Tenant): Promise<Json[]> =>
  (await ok(world.root.get(`/api/v1/tenants/${id}/members`))).data;

async function audited(tenantId: string, action: string): Promise<Json[]> {
  const found = await world.sql(
    `SELECT content::jsonb AS entry FROM audit_entry WHERE tenant_id = $1 AND action = $2 ORDER BY sequence`,
    [tenantId, action],
  );
  return found.map(({ entry }) => entry);
}

test('a super-admin works as the administrator of a tenant, and everybody can see who it really is', async () => {
  const session = await asAdmin();
  expect(session).toMatchObject({
    tenant: { id: shop.id, role: 'TENANT_ADMIN' },
    user: { email: shop.login.email, superAdmin: false },
    impersonator: { email: 'root@waypost.test' },
  });
  const acting = world.stranger.as(session.accessToken);
  const me = await ok(acting.get('/api/v1/auth/me'));
  expect(me).toMatchObject({
    user: { email: shop.login.email },
    impersonator: { email: 'root@waypost.test' },
  });

  const project = { name: 'Mended', endpoint: world.destinations.endpoint('mended') };
  expect((await acting.post('/api/v1/projects', project)).status).toBe(201);
  const [made] = await audited(shop.id, 'project.created');
  expect(made.actor).toEqual({
    kind: 'person',
    id: session.user.id,
    impersonator: session.impersonator.userId,
  });
});

test('the reason stands in both audits, before the session is opened', async () => {
  await asAdmin();
  for (const chain of [shop.id, PLATFORM_TENANT_ID]) {
    const entry = (await audited(chain, 'tenant.impersonated')).at(-1);
    expect(entry).toMatchObject({
      actor: { kind: 'person' },
      target: { type: 'tenant', id: shop.id, name: 'shop' },
      after: { role: 'TENANT_ADMIN', reason: 'They asked for help' },
    });
  }
  const opened = (await audited(shop.id, 'session.opened')).at(-1);
  expect(opened).toMatchObject({ after: { methods: ['impersonation'] } });
});

test('a member can be chosen, and what their role may not do nobody may do as them', async () => {
  await signInAs(world, shop, 'AGENT');
  const agent = (await membersOf(shop)).find(({ role }) => role === 'AGENT');
  const { accessToken } = await ok(begin({ userId: agent?.userId, reason: 'To see what they see' }));
  const acting = world.stranger.as(accessToken);
  expect((await acting.get('/api/v1/phone-numbers')).status).toBe(200);
  expect((await acting.get('/api/v1/projects')).status).toBe(403);
});

test('nothing of the platform and no other tenant can be reached from there', async () => {
  const other = await world.tenant('other');
  await world.sql(
    `INSERT INTO membership (tenant_id, id, user_id, role, created_at)
     SELECT $1, gen_random_uuid(), id, 'TENANT_ADMIN', now() FROM app_user WHERE email = $2`,
    [other.id, shop.login.email],
  );
  const { accessToken } = await asAdmin();
  const acting = world.stranger.as(accessToken);
  expect((await acting.get('/api/v1/tenants')).status).toBe(403);
  expect((await begin({ reason: 'Further' }, other, acting)).status).toBe(403);
  expect((await acting.forTenant(other.id).get('/api/v1/projects')).status).toBe(404);
  expect((await acting.post('/api/v1/auth/switch', { tenantId: other.id })).status).toBe(404);
  expect((await ok(acting.get('/api/v1/auth/me'))).tenants.map(({ slug }: Json) => slug)).toEqual(['shop']);
});

test('a super-admin who is a member is no super-admin for who works as them', async () => {
  await world.sql(
    `INSERT INTO membership (tenant_id, id, user_id, role, created_at)
     SELECT $1, gen_random_uuid(), id, 'AGENT', now() FROM app_user WHERE email = 'root@waypost.test'`,
    [shop.id],
  );
  const root = (await membersOf(shop)).find(({ email }) => email === 'root@waypost.test');
  const { accessToken } = await ok(begin({ userId: root?.userId, reason: 'Round about' }));
  expect((await world.stranger.as(accessToken).get('/api/v1/tenants')).status).toBe(403);
});

test('it takes a reason, and somebody there who can sign in', async () => {
  for (const reason of [undefined, '', '   ', 'x'.repeat(501)]) {
    const { status, body } = await begin({ reason });
    expect([status, body.errors?.[0]?.field]).toEqual([422, 'reason']);
  }
  const empty = await ok(world.root.post('/api/v1/tenants', { name: 'Empty' }));
  const nobody = await begin({ reason: 'x' }, empty);
  expect([nobody.status, nobody.body.code]).toEqual([409, 'wrong_state']);
  const stranger = await begin({ userId: v7(), reason: 'x' });
  expect([stranger.status, stranger.body.code]).toEqual([404, 'not_found']);
  const left = await world.tenant('left');
  await world.sql(`UPDATE app_user SET status = 'disabled' WHERE email = $1`, [left.login.email]);
  const [disabled] = await membersOf(left);
  expect((await begin({ userId: disabled?.userId, reason: 'x' }, left)).status).toBe(409);
  expect(await audited(left.id, 'tenant.impersonated')).toEqual([]);
});

test('only super-admins may, and an ended one leads back to their own session', async () => {
  expect((await begin({ reason: 'x' }, shop, shop.admin)).status).toBe(403);
  const { accessToken } = await asAdmin();
  const acting = world.stranger.as(accessToken);
  await ok(acting.post('/api/v1/auth/impersonation/end'));
  expect((await acting.get('/api/v1/projects')).status).toBe(401);
  expect((await world.root.get('/api/v1/tenants')).status).toBe(200);
});
