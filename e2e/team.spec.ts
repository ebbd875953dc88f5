import { v7 } from 'uuid';
import { type Client, type Json, ok } from './world/client.ts';
import { signInAs } from './world/people.ts';
import { conflict } from './world/refusals.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

let world: World;
let count = 0;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
});
afterAll(() => world?.stop());

const shop = (): Promise<Tenant> => world.tenant(`shop-${(count += 1)}`);
const team = async (client: Client): Promise<Json[]> => (await ok(client.get('/api/v1/team'))).data;
const idOf = async (client: Client): Promise<string> => (await ok(client.get('/api/v1/auth/me'))).user.id;
const role = (client: Client, userId: string, wanted: string) =>
  client.patch(`/api/v1/team/${userId}`, { role: wanted });
const remove = (client: Client, userId: string) => client.delete(`/api/v1/team/${userId}`);

describe('the team', () => {
  test('is shown to everybody in it, longest there first, with nothing that is secret', async () => {
    const tenant = await shop();
    const agent = await signInAs(world, tenant, 'AGENT');
    const members = await team(agent);
    expect(members).toEqual([
      {
        userId: await idOf(tenant.admin),
        email: tenant.login.email,
        name: 'Admin',
        role: 'TENANT_ADMIN',
        status: 'active',
        joinedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        emailVerified: true,
        hasTotp: false,
      },
      expect.objectContaining({ role: 'AGENT', userId: await idOf(agent) }),
    ]);
    expect(JSON.stringify(members)).not.toMatch(/hash|argon/i);
  });

  test('comes in pages', async () => {
    const tenant = await shop();
    await signInAs(world, tenant, 'AGENT');
    await signInAs(world, tenant, 'DEVELOPER');
    const first = await ok(tenant.admin.get('/api/v1/team?limit=2'));
    const second = await ok(tenant.admin.get(`/api/v1/team?limit=2&cursor=${first.nextCursor}`));
    expect([...first.data, ...second.data].map((one: Json) => one.role)).toEqual([
      'TENANT_ADMIN',
      'AGENT',
      'DEVELOPER',
    ]);
    expect(second.nextCursor).toBeNull();
  });

  test('of another tenant is closed, and its people are not there', async () => {
    const [ours, theirs] = [await shop(), await shop()];
    const stranger = await idOf(theirs.admin);
    expect(await conflict(role(ours.admin, stranger, 'AGENT'))).toEqual([404, 'not_found']);
    expect(await conflict(remove(ours.admin, stranger))).toEqual([404, 'not_found']);
    expect(await conflict(remove(ours.admin, v7()))).toEqual([404, 'not_found']);
    expect(JSON.stringify(await team(ours.admin))).not.toContain(theirs.login.email);
    expect((await team(theirs.admin))[0]?.role).toBe('TENANT_ADMIN');
  });

  test('is changed by administrators alone', async () => {
    const tenant = await shop();
    const admin = await idOf(tenant.admin);
    for (const one of ['AGENT', 'BILLING_ADMIN', 'DEVELOPER'] as const) {
      const client = await signInAs(world, tenant, one);
      expect(await conflict(role(client, await idOf(client), 'TENANT_ADMIN'))).toEqual([403, 'forbidden']);
      expect(await conflict(remove(client, admin))).toEqual([403, 'forbidden']);
    }
  });
});

describe('another role', () => {
  test('counts from the next call on, and is in the audit with the one before', async () => {
    const tenant = await shop();
    const agent = await signInAs(world, tenant, 'AGENT');
    const id = await idOf(agent);
    expect((await agent.get('/api/v1/projects')).status).toBe(403);
    expect((await role(tenant.admin, id, 'DEVELOPER')).status).toBe(204);
    expect((await agent.get('/api/v1/projects')).status).toBe(200);
    const { data } = await ok(tenant.admin.get('/api/v1/audit?action=member.role-changed'));
    expect(data[0]).toMatchObject({
      target: { id },
      before: { role: 'AGENT' },
      after: { role: 'DEVELOPER' },
    });
    expect((await role(tenant.admin, id, 'DEVELOPER')).status).toBe(204);
    expect((await ok(tenant.admin.get('/api/v1/audit?action=member.role-changed'))).data).toHaveLength(1);
  });

  test.each(['SUPER_ADMIN', 'OWNER', '', 7])('%p is none', async (wanted) => {
    const tenant = await shop();
    const answer = await tenant.admin.patch(`/api/v1/team/${await idOf(tenant.admin)}`, { role: wanted });
    expect(answer.status).toBe(422);
  });
});

describe('who is taken out', () => {
  test('loses what was open there, at once, and keeps the account and the other tenants', async () => {
    const [tenant, other] = [await shop(), await shop()];
    const agent = await signInAs(world, tenant, 'AGENT');
    const id = await idOf(agent);
    await world.sql(
      `INSERT INTO membership (tenant_id, id, user_id, role, created_at) VALUES ($1, $2, $3, 'DEVELOPER', now())`,
      [other.id, v7(), id],
    );
    expect((await remove(tenant.admin, id)).status).toBe(204);
    expect((await agent.get('/api/v1/auth/me')).status).toBe(401);
    expect((await remove(tenant.admin, id)).status).toBe(404);
    const login = { email: `agent.${tenant.id}@waypost.test`, password: 'another long enough one' };
    const session = await ok(world.stranger.post('/api/v1/auth/login', login));
    expect(session.tenant.id).toBe(other.id);
    const client = world.stranger.as(session.accessToken);
    expect((await client.forTenant(tenant.id).get('/api/v1/team')).status).toBe(404);
    expect((await client.get('/api/v1/projects')).status).toBe(200);
    const { data } = await ok(tenant.admin.get('/api/v1/audit?action=member.removed'));
    expect(data[0]).toMatchObject({ target: { id }, before: { role: 'AGENT' } });
  });

  test('keeps a session that is open in another tenant', async () => {
    const [tenant, other] = [await shop(), await shop()];
    const agent = await signInAs(world, tenant, 'AGENT');
    const id = await idOf(agent);
    await world.sql(
      `INSERT INTO membership (tenant_id, id, user_id, role, created_at) VALUES ($1, $2, $3, 'DEVELOPER', now())`,
      [other.id, v7(), id],
    );
    const { accessToken } = await ok(agent.post('/api/v1/auth/switch', { tenantId: other.id }));
    await remove(tenant.admin, id);
    expect((await world.stranger.as(accessToken).get('/api/v1/projects')).status).toBe(200);
    expect((await world.stranger.as(accessToken).forTenant(tenant.id).get('/api/v1/team')).status).toBe(404);
  });

  test('can be oneself', async () => {
    const tenant = await shop();
    const second = await signInAs(world, tenant, 'TENANT_ADMIN');
    expect((await remove(second, await idOf(second))).status).toBe(204);
    expect(await team(tenant.admin)).toHaveLength(1);
  });
});

describe('the only administrator', () => {
  test('stays one, until there is another', async () => {
    const tenant = await shop();
    const admin = await idOf(tenant.admin);
    expect(await conflict(role(tenant.admin, admin, 'AGENT'))).toEqual([409, 'wrong_state']);
    expect(await conflict(remove(tenant.admin, admin))).toEqual([409, 'wrong_state']);
    const agent = await signInAs(world, tenant, 'AGENT');
    expect(await conflict(remove(tenant.admin, admin))).toEqual([409, 'wrong_state']);
    expect((await role(tenant.admin, await idOf(agent), 'TENANT_ADMIN')).status).toBe(204);
    expect((await role(tenant.admin, admin, 'AGENT')).status).toBe(204);
    expect(await conflict(role(agent, await idOf(agent), 'AGENT'))).toEqual([409, 'wrong_state']);
  });

  test.each([
    ['demote', (client: Client, id: string) => role(client, id, 'AGENT')],
    ['remove', remove],
  ])(
    'is left when two %s each other at the same moment',
    async (_what, deed) => {
      for (let round = 0; round < 5; round += 1) {
        const tenant = await shop();
        const other = await signInAs(world, tenant, 'TENANT_ADMIN');
        const [one, two] = [await idOf(tenant.admin), await idOf(other)];
        const both = await Promise.all([deed(tenant.admin, two), deed(other, one)]);
        expect(both.filter(({ status }) => status === 204)).toHaveLength(1);
        const left = await world.sql(
          `SELECT FROM membership WHERE tenant_id = $1 AND role = 'TENANT_ADMIN'`,
          [tenant.id],
        );
        expect(left).toHaveLength(1);
      }
    },
    30_000,
  );
});
