import { Tenancy } from '../libs/platform/src/index.ts';
import { Browser } from './world/browser.ts';
import { type Json, ok } from './world/client.ts';
import { createWorld, DAY, MINUTE, SECOND, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld();
  shop = await world.tenant('shop');
});
afterAll(() => world?.stop());

const login = (who: { email: string; password: string } = shop.login, headers: Record<string, string> = {}) =>
  world.stranger.call('POST', '/api/v1/auth/login', who, headers);
const refresh = (refreshToken: string) => world.stranger.post('/api/v1/auth/refresh', { refreshToken });
const me = (token: string) => world.stranger.as(token).get('/api/v1/auth/me');
const sidOf = (token: string): string =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sid;
const live = async (email = shop.login.email): Promise<number> =>
  (
    await world.sql(
      `SELECT s.id FROM session s JOIN app_user u ON u.id = s.user_id WHERE u.email = $1 AND s.ended_at IS NULL`,
      [email],
    )
  ).length;

describe('a program', () => {
  test('renews its tokens, and each refresh token works once', async () => {
    const first = (await login()).body;
    const second = await ok(refresh(first.refreshToken));
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(sidOf(second.accessToken)).toBe(sidOf(first.accessToken));
    const third = await ok(refresh(second.refreshToken));
    expect((await me(third.accessToken)).status).toBe(200);
    expect({ tenant: third.tenant, user: third.user }).toEqual({ tenant: first.tenant, user: first.user });
  });

  test('that presents an older refresh token has lost the session, and whoever else has it too', async () => {
    const first = (await login()).body;
    const second = await ok(refresh(first.refreshToken));
    const third = await ok(refresh(second.refreshToken));
    const { status, body } = await refresh(first.refreshToken);
    expect([status, body.code]).toEqual([401, 'unauthenticated']);
    expect((await refresh(third.refreshToken)).status).toBe(401);
    expect((await me(third.accessToken)).status).toBe(401);
    const { data } = await ok(shop.client.get('/api/v1/audit?action=session.revoked'));
    expect(data[0].target.id).toBe(sidOf(first.accessToken));
  });

  test('is answered once more when it repeats itself at once, and not any later', async () => {
    const first = (await login()).body;
    const second = await ok(refresh(first.refreshToken));
    world.clock.advance(5 * SECOND);
    const again = await ok(refresh(first.refreshToken));
    expect(again.refreshToken).toBe(second.refreshToken);
    world.clock.advance(6 * SECOND);
    expect((await refresh(first.refreshToken)).status).toBe(401);
    expect((await refresh(second.refreshToken)).status).toBe(401);
  });

  test('is refused a token that nobody has issued, which ends nothing', async () => {
    const { refreshToken } = (await login()).body;
    for (const wrong of ['', 'wpr_', `${refreshToken}x`, refreshToken.slice(0, -1), `' OR true --`]) {
      expect((await refresh(wrong)).status).toBe(401);
    }
    expect((await refresh(refreshToken)).status).toBe(200);
  });

  test('that renews twenty times at once has one session and one refresh token', async () => {
    const first = (await login()).body;
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(first.refreshToken)));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(20).fill(200));
    expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
    const sid = sidOf(first.accessToken);
    expect(await world.sql('SELECT FROM session_refresh WHERE session_id = $1', [sid])).toHaveLength(2);
    expect((await refresh(answers[0]!.body.refreshToken)).status).toBe(200);
  });

  test('finds its tokens nowhere in the database', async () => {
    const { refreshToken } = (await login()).body;
    const rows = await world.sql(
      'SELECT session::text AS text FROM session UNION ALL SELECT r::text FROM session_refresh r',
    );
    const hex = Buffer.from(refreshToken).toString('hex');
    for (const { text } of rows) expect(text.includes(refreshToken) || text.includes(hex)).toBe(false);
  });

  test('goes on in the tenant that it has switched to', async () => {
    const north = await world.tenant('north');
    await ok(
      world.root.post('/api/v1/tenants', {
        name: 'South',
        slug: 'south',
        admin: { ...north.login, name: 'A' },
      }),
    );
    const first = (await login(north.login)).body;
    const { tenants } = await ok(me(first.accessToken));
    const south = tenants.find(({ slug }: Json) => slug === 'south');
    const moved = await ok(
      world.stranger.as(first.accessToken).post('/api/v1/auth/switch', { tenantId: south.id }),
    );
    expect([moved.tenant.slug, moved.refreshToken, sidOf(moved.accessToken)]).toEqual([
      'south',
      undefined,
      sidOf(first.accessToken),
    ]);
    expect((await ok(refresh(first.refreshToken))).tenant.slug).toBe('south');
  });
});

describe('a browser', () => {
  const signIn = async (who = shop.login): Promise<Browser> => {
    const browser = new Browser(world.stranger);
    expect((await browser.post('/api/v1/auth/login', who)).status).toBe(200);
    return browser;
  };

  test('is shown no token, when it signs in and when it renews', async () => {
    const browser = new Browser(world.stranger);
    const answers = [
      await browser.post('/api/v1/auth/login', shop.login),
      await browser.post('/api/v1/auth/refresh'),
    ];
    for (const { status, body } of answers) {
      expect([status, body.accessToken, body.refreshToken]).toEqual([200, undefined, undefined]);
      for (const { value } of browser.cookies.values()) expect(JSON.stringify(body)).not.toContain(value);
    }
    expect([...browser.cookies].map(([name, { path, maxAge }]) => [name, path, maxAge]).sort()).toEqual([
      ['waypost_device', '/api/v1/auth', 31_536_000],
      ['waypost_refresh', '/api/v1/auth', expect.any(Number)],
      ['waypost_session', '/api', 600],
    ]);
    // Down to the second in which it was answered.
    expect(Math.abs((browser.cookies.get('waypost_refresh')?.maxAge ?? 0) - 7 * 86_400)).toBeLessThan(5);
  });

  test('renews when its ten minutes are over', async () => {
    const browser = await signIn();
    world.clock.advance(11 * MINUTE);
    expect((await browser.get('/api/v1/auth/me')).status).toBe(401);
    expect((await browser.post('/api/v1/auth/refresh')).status).toBe(200);
    expect((await browser.get('/api/v1/auth/me')).status).toBe(200);
  });

  test('with two tabs that renew at the same moment goes on in both, in whatever order the answers come', async () => {
    const browser = await signIn();
    const [one, other] = [browser.copy(), browser.copy()];
    const answers = await Promise.all([one.post('/api/v1/auth/refresh'), other.post('/api/v1/auth/refresh')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    world.clock.advance(MINUTE);
    for (const tab of [one, other]) expect((await tab.get('/api/v1/auth/me')).status).toBe(200);
    // Whichever answer was the last to reach the cookies that they share, it leads on.
    expect((await one.post('/api/v1/auth/refresh')).status).toBe(200);
    world.clock.advance(5 * SECOND);
    expect((await other.post('/api/v1/auth/refresh')).status).toBe(200);
  });

  test.each<[string, Record<string, string>]>([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['that a person typed', { 'sec-fetch-site': 'none' }],
  ])('is not renewed by a page %s', async (_what, headers) => {
    const browser = await signIn();
    const { status, body } = await browser.call('POST', '/api/v1/auth/refresh', {}, headers);
    expect([status, body.code]).toEqual([403, 'forbidden']);
    expect((await browser.post('/api/v1/auth/refresh')).status).toBe(200);
  });

  test('is left without cookies when the session is over', async () => {
    const browser = await signIn();
    const stolen = browser.copy();
    await browser.post('/api/v1/auth/refresh');
    world.clock.advance(MINUTE);
    expect((await stolen.post('/api/v1/auth/refresh')).status).toBe(401);
    expect([...stolen.cookies.keys()]).toEqual(['waypost_device']);
    expect((await browser.get('/api/v1/auth/me')).status).toBe(401);
    expect((await browser.post('/api/v1/auth/refresh')).status).toBe(401);
  });

  test('that signs out has ended the session, also for a copy of its cookies', async () => {
    const browser = await signIn();
    const copy = browser.copy();
    expect((await browser.post('/api/v1/auth/logout')).status).toBe(204);
    expect([...browser.cookies.keys()]).toEqual(['waypost_device']);
    expect((await copy.get('/api/v1/auth/me')).status).toBe(401);
    expect((await copy.post('/api/v1/auth/refresh')).status).toBe(401);
  });

  test('can sign out when its ten minutes are over', async () => {
    const browser = await signIn();
    const copy = browser.copy();
    world.clock.advance(11 * MINUTE);
    browser.cookies.delete('waypost_session');
    expect((await browser.post('/api/v1/auth/logout')).status).toBe(204);
    expect((await copy.post('/api/v1/auth/refresh')).status).toBe(401);
  });
});

describe('a session', () => {
  test('ends when nobody has renewed it for seven days', async () => {
    const { refreshToken } = (await login()).body;
    world.clock.advance(7 * DAY - MINUTE);
    const second = await ok(refresh(refreshToken));
    world.clock.advance(7 * DAY + MINUTE);
    expect((await refresh(second.refreshToken)).status).toBe(401);
  });

  test('ends after thirty days, however much it is used', async () => {
    let { refreshToken } = (await login()).body;
    for (let day = 0; day < 30; day += 5) {
      ({ refreshToken } = await ok(refresh(refreshToken)));
      world.clock.advance(5 * DAY);
    }
    expect((await refresh(refreshToken)).status).toBe(401);
  });

  test('ends for who is disabled or removed', async () => {
    const leaver = await world.tenant('leaver');
    const { accessToken, refreshToken } = (await login(leaver.login)).body;
    await world.sql(`UPDATE app_user SET status = 'disabled' WHERE email = $1`, [leaver.login.email]);
    expect((await me(accessToken)).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(401);
  });

  test('is forgotten when it has been over for long', async () => {
    await login();
    await world.keepHouse();
    const before = (await world.sql('SELECT FROM session')).length;
    world.clock.advance(15 * DAY);
    await world.keepHouse();
    expect(before).toBeGreaterThan(0);
    expect(await world.sql('SELECT FROM session')).toHaveLength(0);
    expect(await world.sql('SELECT FROM session_refresh')).toHaveLength(0);
  });
});

describe('the list of sessions', () => {
  test('says from where, since when and which is this one', async () => {
    const agent = { 'user-agent': 'Test browser 1.0' };
    const { accessToken, refreshToken } = (await login(shop.login, agent)).body;
    await login(shop.login, { 'user-agent': 'x'.repeat(2_000) });
    const { data } = await ok(world.stranger.as(accessToken).get('/api/v1/auth/sessions'));
    expect(data.map(({ current }: Json) => current)).toEqual([false, true]);
    expect(data[0].userAgent).toHaveLength(300);
    expect(data[1]).toEqual({
      id: sidOf(accessToken),
      address: '127.0.0.1',
      userAgent: 'Test browser 1.0',
      createdAt: expect.any(String),
      lastUsedAt: data[1].createdAt,
      endsAt: expect.any(String),
      current: true,
    });
    world.clock.advance(5 * MINUTE);
    const renewed = await ok(refresh(refreshToken));
    const later = await ok(world.stranger.as(renewed.accessToken).get('/api/v1/auth/sessions'));
    expect(Date.parse(later.data[1].lastUsedAt) - Date.parse(data[1].createdAt)).toBeGreaterThan(4 * MINUTE);
  });

  test('comes in pages', async () => {
    await login();
    const client = world.stranger.as((await login()).body.accessToken);
    const first = await ok(client.get('/api/v1/auth/sessions?limit=1'));
    const second = await ok(client.get(`/api/v1/auth/sessions?limit=1&cursor=${first.nextCursor}`));
    expect([first.data.length, second.data.length, first.data[0].id === second.data[0].id]).toEqual([
      1,
      1,
      false,
    ]);
  });

  test('ends one of them', async () => {
    const [mine, other] = [(await login()).body, (await login()).body];
    const client = world.stranger.as(mine.accessToken);
    expect((await client.delete(`/api/v1/auth/sessions/${sidOf(other.accessToken)}`)).status).toBe(204);
    expect([(await me(other.accessToken)).status, (await me(mine.accessToken)).status]).toEqual([401, 200]);
    expect((await refresh(other.refreshToken)).status).toBe(401);
    expect((await client.delete(`/api/v1/auth/sessions/${sidOf(other.accessToken)}`)).status).toBe(404);
  });

  test('does not end one of somebody else', async () => {
    const other = await world.tenant(`other-${Date.now()}`);
    const theirs = (await login(other.login)).body;
    const mine = world.stranger.as((await login()).body.accessToken);
    expect((await mine.delete(`/api/v1/auth/sessions/${sidOf(theirs.accessToken)}`)).status).toBe(404);
    expect((await me(theirs.accessToken)).status).toBe(200);
  });

  test('ends all of them at once', async () => {
    const sessions = [(await login()).body, (await login()).body];
    const [first] = sessions;
    const answer = await world.stranger.as(first.accessToken).post('/api/v1/auth/logout-all');
    expect(answer.status).toBe(204);
    for (const { accessToken } of sessions) expect((await me(accessToken)).status).toBe(401);
    expect(await live()).toBe(0);
  });
});

describe('a super-admin who works as somebody else', () => {
  const begin = async () => {
    const own = new Browser(world.stranger);
    await own.post('/api/v1/auth/login', { email: 'root@waypost.test', password: 'correct horse battery' });
    const answer = await own.post(`/api/v1/tenants/${shop.id}/impersonate`, {
      reason: 'They asked for help',
    });
    expect(answer.status).toBeLessThan(300);
    return own;
  };

  test('is that person, and it shows', async () => {
    const browser = await begin();
    const seen = (await browser.get('/api/v1/auth/me')).body;
    expect(seen).toMatchObject({
      user: { email: shop.login.email, superAdmin: false },
      tenant: { slug: 'shop' },
      impersonator: { email: 'root@waypost.test' },
    });
    expect((await browser.get('/api/v1/tenants')).status).toBe(403);
    const project = { name: 'Helped', endpoint: world.destinations.endpoint('helped') };
    expect((await browser.post('/api/v1/projects', project)).status).toBe(201);
  });

  test('has no business with sessions of that person', async () => {
    const browser = await begin();
    expect((await browser.get('/api/v1/auth/sessions')).status).toBe(403);
    expect((await browser.post('/api/v1/auth/logout-all')).status).toBe(403);
    const { data } = await ok(shop.admin.get('/api/v1/auth/sessions'));
    const rows = await world.sql(`SELECT id FROM session WHERE former_session_id IS NOT NULL`);
    for (const { id } of rows) expect(data.map((one: Json) => one.id)).not.toContain(id);
  });

  test('renews that session as long as it lasts, and falls back to their own', async () => {
    const browser = await begin();
    for (let minutes = 0; minutes < 50; minutes += 10) {
      world.clock.advance(10 * MINUTE);
      expect((await browser.post('/api/v1/auth/refresh')).body.user.email).toBe(shop.login.email);
    }
    world.clock.advance(11 * MINUTE);
    expect((await browser.get('/api/v1/auth/me')).status).toBe(401);
    const { body } = await browser.post('/api/v1/auth/refresh');
    expect([body.user.email, body.user.superAdmin]).toEqual(['root@waypost.test', true]);
  });

  test('goes back to their own session', async () => {
    const browser = await begin();
    const acting = browser.copy();
    const { status, body } = await browser.post('/api/v1/auth/impersonation/end');
    expect([status, body.session.user.email, body.session.impersonator]).toEqual([
      200,
      'root@waypost.test',
      undefined,
    ]);
    expect((await browser.get('/api/v1/tenants')).status).toBe(200);
    expect((await acting.get('/api/v1/auth/me')).status).toBe(401);
    expect((await browser.post('/api/v1/auth/impersonation/end')).body.code).toBe('wrong_state');
  });

  test('gives nobody who finds that session their own one', async () => {
    const browser = await begin();
    const thief = browser.copy();
    thief.cookies.delete('waypost_refresh');
    expect((await thief.post('/api/v1/auth/impersonation/end')).status).toBe(401);
    expect((await thief.get('/api/v1/tenants')).status).toBe(401);
  });

  test('is out as soon as they sign out or are no super-admin any more', async () => {
    const browser = await begin();
    const acting = browser.copy();
    await browser.post('/api/v1/auth/logout');
    expect((await acting.get('/api/v1/auth/me')).status).toBe(401);

    const other = await begin();
    await world.sql(`UPDATE app_user SET super_admin = false WHERE email = 'root@waypost.test'`);
    expect((await other.get('/api/v1/auth/me')).status).toBe(401);
    await world.sql(`UPDATE app_user SET super_admin = true WHERE email = 'root@waypost.test'`);
    expect((await other.get('/api/v1/auth/me')).status).toBe(200);
  });

  test('as a program ends it and goes on with its own tokens', async () => {
    const own = (await login({ email: 'root@waypost.test', password: 'correct horse battery' })).body;
    const root = world.stranger.as(own.accessToken);
    const acting = await ok(
      root.post(`/api/v1/tenants/${shop.id}/impersonate`, { reason: 'They asked for help' }),
    );
    expect(acting.impersonator.email).toBe('root@waypost.test');
    const client = world.stranger.as(acting.accessToken);
    expect(await ok(client.post('/api/v1/auth/impersonation/end'))).toEqual({ session: null });
    expect((await client.get('/api/v1/auth/me')).status).toBe(401);
    expect((await root.get('/api/v1/tenants')).status).toBe(200);
  });
});

test('a call costs one look-up before its own unit of work, also for a super-admin who names a tenant', async () => {
  const { accessToken } = (await login()).body;
  // Renews what stays signed in, if it is time.
  await shop.client.get('/api/v1/projects');
  const tenancy = world.api.get(Tenancy, { strict: false });
  const used: string[] = [];
  const originals = { lookUp: tenancy.lookUp, run: tenancy.run, system: tenancy.system };
  for (const name of ['lookUp', 'run', 'system'] as const) {
    const original = originals[name].bind(tenancy) as (...given: unknown[]) => unknown;
    Object.assign(tenancy, {
      [name]: (...given: unknown[]) => {
        used.push(name);
        return original(...given);
      },
    });
  }
  try {
    await ok(world.stranger.as(accessToken).get('/api/v1/projects'));
    expect(used.splice(0)).toEqual(['lookUp', 'run']);
    await ok(shop.client.get('/api/v1/projects'));
    expect(used.splice(0)).toEqual(['lookUp', 'run']);
  } finally {
    Object.assign(tenancy, originals);
  }
});

test('the absolute end of a session is shown', async () => {
  const { accessToken } = (await login()).body;
  const { session } = await ok(me(accessToken));
  const days = (Date.parse(session.endsAt) - world.clock.now().getTime()) / DAY;
  expect([session.id, Math.round(days)]).toEqual([sidOf(accessToken), 30]);
});
