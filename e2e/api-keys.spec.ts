import { type Client, type Json, ok } from './world/client.ts';
import { signInAs } from './world/people.ts';
import { createWorld, DAY, eventually, HOUR, MINUTE, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  shop = await world.tenant('shop');
  await world.sql(`UPDATE plan SET limits = limits || '{"apiKeys": null}'`);
});
afterAll(() => world?.stop());

const create = (as: Client, scopes: string[], more: Json = {}): Promise<Json> =>
  ok(as.post('/api/v1/api-keys', { name: 'Shop backend', scopes, ...more }));
const withKey = ({ key }: { key: string }) => world.stranger.as(key);
const listed = async (id: string) =>
  (await ok(shop.admin.get('/api/v1/api-keys'))).data.find((one: Json) => one.id === id);

describe('a key', () => {
  test('is shown once, kept as a hash, and known again by how it begins and ends', async () => {
    const made = await create(shop.admin, ['routing:read', 'deliveries:read']);
    expect(made).toEqual({
      id: expect.any(String),
      key: expect.stringMatching(/^wp_live_[0-9A-Za-z]{22}_[0-9A-Za-z]{43}$/),
      name: 'Shop backend',
      scopes: ['routing:read', 'deliveries:read'],
      prefix: made.key.slice(0, 30),
      lastFour: made.key.slice(-4),
      expiresAt: null,
      lastUsedAt: null,
      previousUntil: null,
      createdBy: (await ok(shop.admin.get('/api/v1/auth/me'))).user.id,
      createdAt: expect.any(String),
    });
    const { key, ...shown } = made;
    expect(await listed(made.id)).toEqual(shown);
    const rows = await world.sql('SELECT * FROM api_key');
    expect(JSON.stringify(rows)).not.toContain(key.split('_').at(-1));
  });

  test('is accepted as a bearer and in X-Api-Key, and in no other form', async () => {
    const made = await create(shop.admin, ['routing:read']);
    expect((await withKey(made).get('/api/v1/projects')).status).toBe(200);
    const named = (key: string) =>
      world.stranger.call('GET', '/api/v1/projects', undefined, { 'x-api-key': key });
    expect((await named(made.key)).status).toBe(200);
    const other = made.key.endsWith('a') ? 'b' : 'a';
    for (const key of [made.key.slice(0, -1), made.key.slice(0, -1) + other, 'wp_live_', 'wp_', 'x']) {
      for (const answer of [await named(key), await withKey({ key }).get('/api/v1/projects')]) {
        expect([key, answer.status, answer.body.code]).toEqual([key, 401, 'unauthenticated']);
      }
    }
  });

  test('may do what its scopes name and nothing else', async () => {
    const program = withKey(await create(shop.admin, ['routing:read']));
    expect((await program.get('/api/v1/projects')).status).toBe(200);
    for (const path of [
      '/api/v1/deliveries',
      '/api/v1/phone-numbers',
      '/api/v1/api-keys',
      '/api/v1/tenants',
    ]) {
      expect([path, (await program.get(path)).status]).toEqual([path, 403]);
    }
    const { status, body } = await program.post('/api/v1/projects', {
      name: 'x',
      endpoint: 'https://x.test',
    });
    expect([status, body.detail]).toEqual([403, expect.stringContaining('routing:write')]);
    const none = withKey(await create(shop.admin, []));
    expect((await none.get('/api/v1/projects')).status).toBe(403);
  });

  test('works in its own tenant alone', async () => {
    const program = withKey(await create(shop.admin, ['routing:read']));
    const other = await world.tenant('other');
    const foreign = await other.project('theirs');
    expect((await program.get(`/api/v1/projects/${foreign.id}`)).status).toBe(404);
    expect((await program.forTenant(other.id).get('/api/v1/projects')).status).toBe(404);
    expect((await program.forTenant(shop.id).get('/api/v1/projects')).status).toBe(200);
  });

  test("opens nothing that is a person's own", async () => {
    const program = withKey(await create(shop.admin, ['routing:read']));
    for (const [method, path] of [
      ['POST', '/api/v1/auth/switch'],
      ['GET', '/api/v1/auth/sessions'],
      ['GET', '/api/v1/stream'],
    ] as const) {
      const { status, body } = await program.call(
        method,
        path,
        method === 'POST' ? { tenantId: shop.id } : undefined,
      );
      expect([path, status, body.code]).toEqual([path, 403, 'forbidden']);
    }
  });

  test('is told by auth/me what it is', async () => {
    const made = await create(shop.admin, ['routing:read']);
    const me = await ok(withKey(made).get('/api/v1/auth/me'));
    expect(me).toMatchObject({
      apiKey: { id: made.id, name: 'Shop backend', scopes: ['routing:read'] },
      tenant: { id: shop.id, name: 'shop', status: 'active' },
    });
  });

  test('ends when its time comes', async () => {
    const expiresAt = new Date(world.clock.now().getTime() + HOUR).toISOString();
    const program = withKey(await create(shop.admin, ['routing:read'], { expiresAt }));
    expect((await program.get('/api/v1/projects')).status).toBe(200);
    world.clock.advance(HOUR + MINUTE);
    const { status, body } = await program.get('/api/v1/projects');
    expect([status, body.detail]).toEqual([401, expect.stringContaining('time')]);
  });

  test('is revoked at once', async () => {
    const made = await create(shop.admin, ['routing:read']);
    expect((await shop.admin.delete(`/api/v1/api-keys/${made.id}`)).status).toBe(204);
    expect((await withKey(made).get('/api/v1/projects')).status).toBe(401);
    expect((await shop.admin.delete(`/api/v1/api-keys/${made.id}`)).status).toBe(404);
  });

  test('notes its last use, once a minute', async () => {
    const made = await create(shop.admin, ['routing:read']);
    const program = withKey(made);
    await Promise.all(Array.from({ length: 10 }, () => ok(program.get('/api/v1/projects'))));
    const first = await eventually(
      () => listed(made.id),
      (one) => one.lastUsedAt !== null,
    );
    world.clock.advance(30_000);
    await ok(program.get('/api/v1/projects'));
    await new Promise((later) => setTimeout(later, 100));
    expect(await listed(made.id)).toEqual(first);
    world.clock.advance(MINUTE);
    await ok(program.get('/api/v1/projects'));
    await eventually(
      () => listed(made.id),
      (one) => one.lastUsedAt > first.lastUsedAt,
    );
  });

  test('is refused while its tenant is suspended', async () => {
    const held = await world.tenant('held');
    const program = withKey(await create(held.admin, ['routing:read']));
    await ok(world.root.post(`/api/v1/tenants/${held.id}/suspend`));
    const { status, body } = await program.get('/api/v1/projects');
    expect([status, body.detail]).toEqual([403, expect.stringContaining('suspended')]);
    await ok(world.root.post(`/api/v1/tenants/${held.id}/resume`));
    expect((await program.get('/api/v1/projects')).status).toBe(200);
  });
});

describe('rotation', () => {
  test('keeps the former secret good for a day, and says until when', async () => {
    const made = await create(shop.admin, ['routing:read']);
    const rotated = await ok(shop.admin.post(`/api/v1/api-keys/${made.id}/rotate`));
    expect(rotated.key).not.toBe(made.key);
    expect(rotated.prefix).toBe(made.prefix);
    const left = Date.parse(rotated.previousUntil) - world.clock.now().getTime();
    expect(left).toBeGreaterThan(DAY - MINUTE);
    for (const key of [made, rotated]) expect((await withKey(key).get('/api/v1/projects')).status).toBe(200);
    world.clock.advance(DAY + MINUTE);
    expect((await withKey(made).get('/api/v1/projects')).status).toBe(401);
    expect((await withKey(rotated).get('/api/v1/projects')).status).toBe(200);
    expect((await listed(made.id)).previousUntil).toBeNull();
  });

  test('without overlap, or when rotated again, ends what was before', async () => {
    const first = await create(shop.admin, ['routing:read']);
    const rotate = (body?: Json) => ok(shop.admin.post(`/api/v1/api-keys/${first.id}/rotate`, body));
    const second = await rotate({ overlapHours: 1 });
    const third = await rotate({ overlapHours: 1 });
    const good = async (key: Json) => (await withKey(key).get('/api/v1/projects')).status === 200;
    expect(await Promise.all([first, second, third].map(good))).toEqual([false, true, true]);
    const fourth = await rotate({ overlapHours: 0 });
    expect(await Promise.all([second, third, fourth].map(good))).toEqual([false, false, true]);
    expect((await shop.admin.post(`/api/v1/api-keys/${first.id}/rotate`, { overlapHours: 169 })).status).toBe(
      422,
    );
  });
});

describe('scopes', () => {
  test("never let in others, and never go beyond the maker's own", async () => {
    const developer = await signInAs(world, shop, 'DEVELOPER');
    for (const scope of ['platform:admin', 'team:write', 'keys:write', 'settings:write', 'nonsense']) {
      const { status, body } = await shop.admin.post('/api/v1/api-keys', { name: 'x', scopes: [scope] });
      expect([scope, status, body.errors[0].field]).toEqual([scope, 422, 'scopes']);
    }
    const { status, body } = await developer.post('/api/v1/api-keys', { name: 'x', scopes: ['audit:read'] });
    expect([status, body.detail]).toEqual([403, expect.stringContaining('audit:read')]);
    expect((await create(developer, ['routing:write', 'routing:read'])).scopes).toEqual([
      'routing:read',
      'routing:write',
    ]);
  });

  test('of a stronger key do not come to who rotates or changes it', async () => {
    const strong = await create(shop.admin, ['audit:read', 'routing:read']);
    const developer = await signInAs(world, await world.tenant('elsewhere'), 'DEVELOPER');
    expect((await developer.post(`/api/v1/api-keys/${strong.id}/rotate`)).status).toBe(404);
    const own = world.stranger.as(
      (
        await ok(
          world.stranger.post('/api/v1/auth/login', {
            email: `developer.${shop.id}@waypost.test`,
            password: 'another long enough one',
          }),
        )
      ).accessToken,
    );
    expect((await own.post(`/api/v1/api-keys/${strong.id}/rotate`)).status).toBe(403);
    expect((await own.patch(`/api/v1/api-keys/${strong.id}`, { scopes: ['routing:read'] })).status).toBe(403);
    expect((await own.patch(`/api/v1/api-keys/${strong.id}`, { name: 'Renamed' })).status).toBe(200);
    expect((await own.delete(`/api/v1/api-keys/${strong.id}`)).status).toBe(204);
  });

  test('change at once', async () => {
    const made = await create(shop.admin, ['routing:read']);
    const changed = await ok(shop.admin.patch(`/api/v1/api-keys/${made.id}`, { scopes: ['waba:read'] }));
    expect(changed.scopes).toEqual(['waba:read']);
    expect((await withKey(made).get('/api/v1/projects')).status).toBe(403);
    expect((await withKey(made).get('/api/v1/phone-numbers')).status).toBe(200);
  });
});

test('what was done to keys stands in the audit, without a secret', async () => {
  const tenant = await world.tenant('audited');
  const made = await create(tenant.admin, ['routing:read']);
  const rotated = await ok(tenant.admin.post(`/api/v1/api-keys/${made.id}/rotate`));
  await ok(tenant.admin.patch(`/api/v1/api-keys/${made.id}`, { name: 'Other' }));
  await tenant.admin.delete(`/api/v1/api-keys/${made.id}`);
  const { data } = await ok(tenant.admin.get('/api/v1/audit?targetType=api-key'));
  expect(data.map(({ action }: Json) => action)).toEqual([
    'api-key.revoked',
    'api-key.changed',
    'api-key.rotated',
    'api-key.created',
  ]);
  const text = JSON.stringify(data);
  for (const { key } of [made, rotated]) expect(text).not.toContain(key.slice(31));
});
