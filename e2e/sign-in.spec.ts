import { type Json, ok } from './world/client.ts';
import { createWorld, MINUTE, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  shop = await world.tenant('shop');
});
afterAll(() => world?.stop());

const signIn = (email: string, password: string) =>
  world.stranger.post('/api/v1/auth/login', { email, password });
const me = (token: string) => world.stranger.as(token).get('/api/v1/auth/me');

describe('with e-mail and password', () => {
  test('opens the tenant, and the token works there', async () => {
    const { status, body } = await signIn(shop.login.email, shop.login.password);
    expect(status).toBe(200);
    expect(body).toEqual({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
      expiresIn: 600,
      tenant: { id: shop.id, slug: 'shop', name: 'shop', status: 'active', role: 'TENANT_ADMIN' },
      user: { id: expect.any(String), email: shop.login.email, name: 'Admin', superAdmin: false },
    });
    const mine = await ok(me(body.accessToken));
    expect(mine).toEqual({
      user: { ...body.user, emailVerified: true, locale: 'en', hasPassword: true, hasTotp: false },
      tenant: body.tenant,
      tenants: [body.tenant],
      session: { id: expect.any(String), endsAt: expect.any(String) },
      impersonator: null,
    });
  });

  test('does not mind upper case in the e-mail', async () => {
    expect((await signIn(shop.login.email.toUpperCase(), shop.login.password)).status).toBe(200);
  });

  test('answers a wrong password, an unknown e-mail and a disabled person alike', async () => {
    await world.tenant('closed');
    await world.sql(`UPDATE app_user SET status = 'disabled' WHERE email = 'admin@closed.test'`);
    const answers = await Promise.all([
      signIn(shop.login.email, 'not the password'),
      signIn('nobody@shop.test', shop.login.password),
      signIn('admin@closed.test', shop.login.password),
    ]);
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect({ ...body, requestId: '' }).toEqual({ ...answers[0].body, requestId: '' });
      expect(body.code).toBe('bad_credentials');
    }
  });

  test('works as hard for an unknown e-mail as for a known one', async () => {
    const fastest = { known: Infinity, unknown: Infinity };
    for (let round = 0; round < 8; round += 1) {
      for (const [who, email] of [
        ['known', shop.login.email],
        ['unknown', `nobody${round}@shop.test`],
      ] as const) {
        const start = performance.now();
        await signIn(email, 'not the password');
        fastest[who] = Math.min(fastest[who], performance.now() - start);
      }
    }
    // Without the hashing an answer takes a tenth of it.
    expect(fastest.unknown).toBeGreaterThan(fastest.known * 0.6);
    expect(fastest.unknown).toBeLessThan(fastest.known * 1.7);
  });

  test('never shows a hash or a password', async () => {
    const { body } = await signIn(shop.login.email, shop.login.password);
    const text = JSON.stringify([body, await ok(me(body.accessToken))]);
    expect(text).not.toMatch(/argon2|passwordHash/i);
    expect(text).not.toContain(shop.login.password);
  });
});

describe('a token', () => {
  test.each(['', 'Basic eDp5', 'Bearer', 'Bearer ', 'Token abc'])(
    'is missed in the header %p',
    async (authorization) => {
      const headers: Record<string, string> = authorization ? { authorization } : {};
      const { status, body } = await world.stranger.call('GET', '/api/v1/auth/me', undefined, headers);
      expect([status, body.code]).toEqual([401, 'unauthenticated']);
    },
  );

  test('ends at once for who is disabled or is no member any more', async () => {
    const leaver = await world.tenant('leaver');
    expect((await leaver.admin.get('/api/v1/projects')).status).toBe(200);
    await world.sql('DELETE FROM membership WHERE tenant_id = $1', [leaver.id]);
    expect((await leaver.admin.get('/api/v1/projects')).status).toBe(403);
    expect((await ok(leaver.admin.get('/api/v1/auth/me'))).tenant).toBeNull();
    await world.sql(`UPDATE app_user SET status = 'disabled' WHERE email = $1`, [leaver.login.email]);
    expect((await leaver.admin.get('/api/v1/auth/me')).status).toBe(401);
  });
});

describe('somebody who belongs to two tenants', () => {
  let north: Tenant;
  let south: Tenant;
  let signedIn: Json;

  beforeAll(async () => {
    north = await world.tenant('north');
    south = await world.tenant('south');
    const both = { ...north.login, name: 'Ignored', password: 'ignored, since known' };
    const joined = await ok(world.root.post('/api/v1/tenants', { name: 'West', slug: 'west', admin: both }));
    expect(joined.admin).toEqual({ id: expect.any(String), email: north.login.email, name: 'Admin' });
  });

  test('keeps name and password, and signs in where they were last', async () => {
    expect((await signIn(north.login.email, 'ignored, since known')).status).toBe(401);
    signedIn = await ok(signIn(north.login.email, north.login.password));
    expect(signedIn.tenant.slug).toBe('north');
    expect((await ok(me(signedIn.accessToken))).tenants.map((tenant: Json) => tenant.slug)).toEqual([
      'north',
      'west',
    ]);
  });

  test('switches without a password, and is there again next time', async () => {
    const { tenants } = await ok(me(signedIn.accessToken));
    const switched = await ok(
      world.stranger.as(signedIn.accessToken).post('/api/v1/auth/switch', { tenantId: tenants[1].id }),
    );
    expect([switched.tenant.slug, switched.tenant.role]).toEqual(['west', 'TENANT_ADMIN']);
    const project = { name: 'Of west', endpoint: world.destinations.endpoint('west') };
    const { id } = await ok(world.stranger.as(switched.accessToken).post('/api/v1/projects', project));
    expect((await world.stranger.as(signedIn.accessToken).get(`/api/v1/projects/${id}`)).status).toBe(404);
    expect((await ok(signIn(north.login.email, north.login.password))).tenant.slug).toBe('west');
  });

  test('may name one of their tenants in a header, and no other', async () => {
    const [, west] = (await ok(me(signedIn.accessToken))).tenants;
    const acting = (tenantId: string) =>
      world.stranger.as(signedIn.accessToken, tenantId).get('/api/v1/projects');
    expect((await ok(acting(west.id))).data).toHaveLength(1);
    expect((await ok(acting(west.id.toUpperCase()))).data).toHaveLength(1);
    expect((await ok(acting(north.id))).data).toHaveLength(0);
    expect((await acting(south.id)).status).toBe(404);
  });

  test('cannot switch to a tenant that is not theirs', async () => {
    const client = world.stranger.as(signedIn.accessToken);
    expect((await client.post('/api/v1/auth/switch', { tenantId: south.id })).status).toBe(404);
  });
});

// The last test, since it leaves everybody signed out.
test('a session is over after its ten minutes', async () => {
  const { accessToken } = await ok(signIn(shop.login.email, shop.login.password));
  world.clock.advance(9 * MINUTE);
  expect((await me(accessToken)).status).toBe(200);
  world.clock.advance(2 * MINUTE);
  const { status, body } = await me(accessToken);
  expect([status, body.detail]).toEqual([401, expect.stringContaining('its time is over')]);
});
