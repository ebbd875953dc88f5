import { Browser } from './world/browser.ts';
import { type Answer, type Json, ok } from './world/client.ts';
import { type Said, type StandInProvider, startOidcProvider } from './world/oidc-provider.ts';
import { createWorld, MINUTE, type Tenant, type World } from './world/world.ts';

const PATH = '/api/v1/tenants/current/oidc';

let world: World;
let acme: Tenant;
let other: Tenant;
let provider: StandInProvider;

beforeAll(async () => {
  world = await createWorld({ PUBLIC_URL: 'https://hub.example.com' }, { worker: false });
  provider = await startOidcProvider(() => world.clock.now());
  [acme, other] = [await world.tenant('acme'), await world.tenant('other')];
  await ok(acme.client.call('PUT', PATH, settings()));
});
afterAll(async () => {
  await provider?.stop();
  await world?.stop();
});

const settings = (changed: Json = {}): Json => ({
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  emailDomains: ['acme.test'],
  defaultRole: 'DEVELOPER',
  createPeople: true,
  ...changed,
});
/** For one test. */
async function withSettings(changed: Json, work: () => Promise<void>): Promise<void> {
  await ok(acme.client.call('PUT', PATH, settings(changed)));
  try {
    await work();
  } finally {
    await ok(acme.client.call('PUT', PATH, settings()));
  }
}

const ana = (more: Partial<Said> = {}): Said => ({
  sub: 'ana',
  email: 'ana@acme.test',
  email_verified: true,
  name: 'Ana Lima',
  ...more,
});
const start = async (browser: Browser, tenant = 'acme'): Promise<string> =>
  (await ok(browser.post('/api/v1/auth/oidc/start', { tenant }))).url;
const comeBack = (browser: Browser, url: URL): Promise<Answer<Json>> =>
  browser.call('GET', url.pathname + url.search, undefined, { 'sec-fetch-site': 'cross-site' });

/** Goes to the provider and back; answers where the browser ends up. */
async function signIn(
  said: Said,
  browser = new Browser(world.stranger),
): Promise<{ browser: Browser; to: string }> {
  const answer = await comeBack(browser, provider.signIn(await start(browser), said));
  expect(answer.status).toBe(302);
  return { browser, to: answer.headers.get('location') ?? '' };
}
const me = async (browser: Browser): Promise<Json> => ok(browser.get('/api/v1/auth/me'));
const people = (email: string) => world.sql('SELECT * FROM app_user WHERE email = $1', [email]);

describe('signing in at the provider of a tenant', () => {
  test('asks for a code that only this browser can use', async () => {
    const url = new URL(await start(new Browser(world.stranger)));
    expect(url.origin + url.pathname).toBe(`${provider.issuer}/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'waypost',
      response_type: 'code',
      redirect_uri: 'https://hub.example.com/api/v1/auth/oidc/callback',
      scope: 'openid email profile',
      state: expect.stringMatching(/^.{32,}$/),
      nonce: expect.stringMatching(/^.{32,}$/),
      code_challenge: expect.stringMatching(/^.{43}$/),
      code_challenge_method: 'S256',
    });
  });

  test('makes an account, in the tenant and with the role that newcomers have', async () => {
    const { browser, to } = await signIn(ana());
    expect(to).toBe('/app/');
    expect([...browser.cookies.keys()].sort()).toEqual(['waypost_refresh', 'waypost_session']);
    const seen = await me(browser);
    expect(seen).toMatchObject({
      user: {
        email: 'ana@acme.test',
        name: 'Ana Lima',
        superAdmin: false,
        emailVerified: true,
        hasPassword: false,
      },
      tenant: { slug: 'acme', role: 'DEVELOPER' },
      tenants: [{ slug: 'acme' }],
    });
    const project = { name: 'Orders', endpoint: world.destinations.endpoint('orders') };
    expect((await browser.post('/api/v1/projects', project)).status).toBe(201);
    // The provider's word is no proof beyond the tenant.
    expect((await people('ana@acme.test'))[0].email_verified_at).toBeNull();
  });

  test('leads to the same account again, also under another address', async () => {
    const [before] = await people('ana@acme.test');
    const { browser } = await signIn(ana({ email: 'ana.lima@acme.test', name: 'Ana L.' }));
    expect((await me(browser)).user).toMatchObject({
      id: before.id,
      email: 'ana@acme.test',
      name: 'Ana Lima',
    });
    expect(await people('ana.lima@acme.test')).toEqual([]);
  });

  test('makes one account when somebody new comes in five times at once', async () => {
    const flo = ana({ sub: 'flo', email: 'flo@acme.test' });
    const all = await Promise.all(Array.from({ length: 5 }, () => signIn(flo)));
    expect(all.map(({ to }) => to)).toEqual(Array<string>(5).fill('/app/'));
    expect(await people('flo@acme.test')).toHaveLength(1);
  });

  test('reads the address from the provider where the token has none', async () => {
    const { browser, to } = await signIn(ana({ sub: 'ben', email: 'ben@acme.test', onRequest: true }));
    expect([to, (await me(browser)).user.email]).toEqual(['/app/', 'ben@acme.test']);
  });

  test('joins a member who has a password, who keeps it', async () => {
    const { browser } = await signIn({ sub: 'boss', email: acme.login.email, email_verified: true });
    expect((await me(browser)).tenant).toMatchObject({ slug: 'acme', role: 'TENANT_ADMIN' });
    expect((await world.stranger.post('/api/v1/auth/login', acme.login)).status).toBe(200);
  });

  test('shows the session as one of the person, and renews it', async () => {
    const { browser } = await signIn(ana());
    world.clock.advance(11 * MINUTE);
    expect((await browser.get('/api/v1/auth/me')).status).toBe(401);
    expect((await browser.post('/api/v1/auth/refresh')).status).toBe(200);
    expect((await me(browser)).user.email).toBe('ana@acme.test');
  });

  test('is written down', async () => {
    const { data } = await ok(acme.admin.get('/api/v1/audit?limit=200'));
    const actions = data.map(({ action }: Json) => action);
    for (const action of ['single-sign-on.changed', 'identity.linked', 'member.joined', 'session.opened']) {
      expect(actions).toContain(action);
    }
  });
});

describe('what the provider says does not hold', () => {
  test.each<[string, Partial<Said>]>([
    ['another nonce', { wrong: { nonce: 'of another sign-in' } }],
    ['another audience', { wrong: { aud: 'another-client' } }],
    ['another issuer', { wrong: { iss: 'https://evil.test' } }],
    ['a time that is over', { wrong: { iat: 1_700_000_000, exp: 1_700_000_300 } }],
    ['a signature by another key', { foreignKey: true }],
    ['no signature', { unsigned: true }],
  ])('with %s', async (_what, changed) => {
    const { browser, to } = await signIn(ana(changed));
    expect(to).toBe('/app/sign-in?sso=refused');
    expect([...browser.cookies.keys()]).toEqual([]);
  });

  test('with another state', async () => {
    const browser = new Browser(world.stranger);
    const back = provider.signIn(await start(browser), ana());
    back.searchParams.set('state', 'of another sign-in');
    expect((await comeBack(browser, back)).headers.get('location')).toBe('/app/sign-in?sso=refused');
  });

  test('in a browser that has not begun it', async () => {
    const url = await start(new Browser(world.stranger));
    const answer = await comeBack(new Browser(world.stranger), provider.signIn(url, ana()));
    expect(answer.headers.get('location')).toBe('/app/sign-in?sso=expired');
  });

  test('with the code of somebody else', async () => {
    const [victim, thief] = [new Browser(world.stranger), new Browser(world.stranger)];
    const stolen = provider.signIn(await start(victim), ana());
    const own = new URL(await start(thief));
    stolen.searchParams.set('state', own.searchParams.get('state') ?? '');
    expect((await comeBack(thief, stolen)).headers.get('location')).toBe('/app/sign-in?sso=refused');
  });

  test('a second time, or after ten minutes', async () => {
    const browser = new Browser(world.stranger);
    const back = provider.signIn(await start(browser), ana());
    const copy = browser.copy();
    expect((await comeBack(browser, back)).headers.get('location')).toBe('/app/');
    expect((await comeBack(browser, back)).headers.get('location')).toBe('/app/sign-in?sso=expired');
    expect((await comeBack(copy, back)).headers.get('location')).toBe('/app/sign-in?sso=refused');
    const late = provider.signIn(await start(browser), ana());
    world.clock.advance(11 * MINUTE);
    expect((await comeBack(browser, late)).headers.get('location')).toBe('/app/sign-in?sso=expired');
  });

  test.each([
    '',
    'x',
    'e30',
    Buffer.from('{"tenantId":"x","state":"s","nonce":"n","verifier":"v","at":1}').toString('base64url'),
  ])('after a cookie that is none of ours: %p', async (value) => {
    const cookie = `waypost_oidc=${value}`;
    const answer = await world.stranger.call('GET', '/api/v1/auth/oidc/callback?code=a&state=b', undefined, {
      cookie,
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/app/sign-in?sso=expired']);
  });

  test('because the person said no there', async () => {
    const browser = new Browser(world.stranger);
    const back = provider.signIn(await start(browser), ana());
    back.searchParams.delete('code');
    back.searchParams.set('error', 'access_denied');
    expect((await comeBack(browser, back)).headers.get('location')).toBe('/app/sign-in?sso=refused');
  });

  test('and the audit of the tenant says why', async () => {
    const { data } = await ok(acme.admin.get('/api/v1/audit?action=session.refused'));
    expect(data[0]).toMatchObject({ target: { type: 'single-sign-on' }, after: { problem: 'refused' } });
  });
});

describe('who is not let in', () => {
  test.each<[string, Partial<Said>, string]>([
    [
      'whose address is not proven',
      { sub: 'x', email: 'new@acme.test', email_verified: false },
      'unverified',
    ],
    [
      'of whose address nothing is said',
      { sub: 'x', email: 'new@acme.test', email_verified: undefined },
      'unverified',
    ],
    ['who has no address', { sub: 'x', email: undefined }, 'unverified'],
    ['of another domain', { sub: 'x', email: 'new@evil.test' }, 'domain'],
    ['of a domain that looks like it', { sub: 'x', email: 'new@evil-acme.test' }, 'domain'],
    [
      'who has come before, with an address that is not proven any more',
      { email_verified: false },
      'unverified',
    ],
  ])('somebody %s', async (_who, changed, problem) => {
    const { browser, to } = await signIn(ana(changed));
    expect([to, [...browser.cookies.keys()]]).toEqual([`/app/sign-in?sso=${problem}`, []]);
    expect(await people('new@acme.test')).toEqual([]);
  });

  test('a disabled person, who is also out at once where they are in', async () => {
    const { browser } = await signIn(ana({ sub: 'cleo', email: 'cleo@acme.test' }));
    await world.sql(`UPDATE app_user SET status = 'disabled' WHERE email = 'cleo@acme.test'`);
    expect((await browser.get('/api/v1/auth/me')).status).toBe(401);
    expect((await signIn(ana({ sub: 'cleo', email: 'cleo@acme.test' }))).to).toBe(
      '/app/sign-in?sso=disabled',
    );
  });

  test('a member who was removed, where no accounts are made', async () => {
    await signIn(ana({ sub: 'dora', email: 'dora@acme.test' }));
    const [dora] = await people('dora@acme.test');
    await ok(acme.admin.delete(`/api/v1/team/${dora.id}`));
    expect((await signIn(ana({ sub: 'dora', email: 'dora@acme.test' }))).to).toBe(
      '/app/sign-in?sso=not-invited',
    );
  });

  test('somebody new, where no accounts are made, unless they are invited', async () => {
    await withSettings({ createPeople: false }, async () => {
      const eve = ana({ sub: 'eve', email: 'eve@acme.test' });
      expect((await signIn(eve)).to).toBe('/app/sign-in?sso=not-invited');
      expect(await people('eve@acme.test')).toEqual([]);
      await ok(acme.admin.post('/api/v1/team/invites', { email: 'eve@acme.test', role: 'BILLING_ADMIN' }));
      const { browser } = await signIn(eve);
      expect((await me(browser)).tenant).toMatchObject({ slug: 'acme', role: 'BILLING_ADMIN' });
      expect(await world.sql(`SELECT FROM invite WHERE email = 'eve@acme.test'`)).toEqual([]);
    });
  });

  test('somebody else whom the provider gives the address of a member', async () => {
    await signIn(ana());
    expect((await signIn(ana({ sub: 'somebody else' }))).to).toBe('/app/sign-in?sso=other-identity');
  });
});

describe('a provider that belongs to somebody who wants more', () => {
  beforeAll(async () => {
    await ok(
      acme.client.call('PUT', PATH, settings({ emailDomains: ['acme.test', 'other.test', 'waypost.test'] })),
    );
  });

  test('does not open an account of another tenant by claiming its address', async () => {
    const claimed = { sub: 'claims', email: other.login.email, email_verified: true };
    const { browser, to } = await signIn(claimed);
    expect([to, [...browser.cookies.keys()]]).toEqual(['/app/sign-in?sso=not-invited', []]);
  });

  test('does not become a super-admin, who is no member either', async () => {
    const { to } = await signIn({ sub: 'root', email: 'root@waypost.test', email_verified: true });
    expect(to).toBe('/app/sign-in?sso=not-invited');
  });

  test('opens its own tenant alone, also of somebody who is in others and of a super-admin', async () => {
    await ok(other.admin.get('/api/v1/auth/me'));
    const [{ id }] = await people(other.login.email);
    const [root] = await people('root@waypost.test');
    for (const userId of [id, root.id]) {
      await world.sql(
        `INSERT INTO membership (tenant_id, id, user_id, role, created_at) VALUES ($1, gen_random_uuid(), $2, 'AGENT', now())`,
        [acme.id, userId],
      );
    }
    for (const email of [other.login.email, 'root@waypost.test']) {
      const { browser, to } = await signIn({ sub: `as ${email}`, email, email_verified: true });
      expect(to).toBe('/app/');
      const seen = await me(browser);
      expect(seen.user.superAdmin).toBe(false);
      expect(seen.tenants.map(({ slug }: Json) => slug)).toEqual(['acme']);
      expect((await browser.post('/api/v1/auth/switch', { tenantId: other.id })).status).toBe(404);
      const acting = { 'x-tenant-id': other.id };
      expect((await browser.call('GET', '/api/v1/projects', undefined, acting)).status).toBe(404);
      expect((await browser.get('/api/v1/tenants')).status).toBe(403);
      expect((await browser.post('/api/v1/auth/refresh')).status).toBe(200);
      expect((await me(browser)).tenants).toHaveLength(1);
    }
  });

  test('changes nothing that is the person’s beyond the tenant', async () => {
    const { browser } = await signIn({
      sub: `as ${other.login.email}`,
      email: other.login.email,
      email_verified: true,
    });
    const { password } = other.login;
    const change = { currentPassword: password, newPassword: 'quite another password' };
    expect((await browser.post('/api/v1/auth/password/change', change)).status).toBe(403);
    expect((await browser.post('/api/v1/auth/totp/setup', { password })).status).toBe(403);
    // Of the person's sessions it sees, and ends, those that were opened this way.
    const own = await ok(world.stranger.post('/api/v1/auth/login', other.login));
    const { data } = await ok(browser.get('/api/v1/auth/sessions'));
    expect(data.length).toBeGreaterThan(0);
    expect((await browser.post('/api/v1/auth/logout-all')).status).toBe(204);
    expect((await world.stranger.as(own.accessToken).get('/api/v1/auth/me')).status).toBe(200);
  });

  test('does not take an address away from who reads its mails', async () => {
    await signIn({ sub: 'squats', email: 'real@other.test', email_verified: true });
    const [account] = await people('real@other.test');
    expect([account.password_hash, account.email_verified_at]).toEqual([null, null]);
    expect(
      (await world.stranger.post('/api/v1/auth/password/forgot', { email: 'real@other.test' })).status,
    ).toBe(202);
  });
});

describe('the settings', () => {
  test('show everything but the secret', async () => {
    const shown = await ok(acme.client.get(PATH));
    expect(shown.redirectUri).toBe('https://hub.example.com/api/v1/auth/oidc/callback');
    expect(shown.provider).toMatchObject({
      issuer: provider.issuer,
      clientId: 'waypost',
      createPeople: true,
    });
    expect(JSON.stringify(shown)).not.toContain(provider.clientSecret);
    const [row] = await world.sql('SELECT oidc_provider::text AS text FROM oidc_provider');
    expect(row.text).not.toContain(Buffer.from(provider.clientSecret).toString('hex'));
  });

  test('keep the secret while the issuer stays, and ask for it with another one', async () => {
    const { clientSecret: _secret, ...without } = settings();
    await ok(acme.client.call('PUT', PATH, without));
    expect((await signIn(ana())).to).toBe('/app/');
    const elsewhere = await startOidcProvider(() => world.clock.now());
    try {
      const answer = await acme.client.call('PUT', PATH, { ...without, issuer: elsewhere.issuer });
      expect([answer.status, answer.body.errors[0].field]).toEqual([422, 'clientSecret']);
      expect(elsewhere.calls.size).toBe(0);
    } finally {
      await elsewhere.stop();
    }
  });

  test.each<[string, () => Json, string]>([
    ['an issuer that does not answer', () => settings({ issuer: 'http://127.0.0.1:9' }), 'invalid_input'],
    [
      'an issuer that is another one',
      () => settings({ issuer: `${provider.issuer}/elsewhere` }),
      'invalid_input',
    ],
    ['an issuer that is no address', () => settings({ issuer: 'javascript:alert(1)' }), 'invalid_input'],
    [
      'the metadata service of a cloud',
      () => settings({ issuer: 'http://169.254.169.254' }),
      'destination_refused',
    ],
    ['administrators by signing in', () => settings({ defaultRole: 'TENANT_ADMIN' }), 'invalid_input'],
    ['no domain', () => settings({ emailDomains: [] }), 'invalid_input'],
    ['all domains', () => settings({ emailDomains: ['*'] }), 'invalid_input'],
  ])('refuse %s', async (_what, body, code) => {
    const answer = await acme.client.call('PUT', PATH, body());
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  test('refuse a provider that sends people to a script', async () => {
    provider.metadata = { authorization_endpoint: 'javascript:alert(1)//' };
    try {
      const answer = await acme.client.call('PUT', PATH, settings());
      expect([answer.status, answer.body.code]).toEqual([422, 'destination_refused']);
      const begun = await new Browser(world.stranger).post('/api/v1/auth/oidc/start', { tenant: 'acme' });
      expect([begun.status, begun.body.code]).toEqual([503, 'unavailable']);
    } finally {
      provider.metadata = {};
    }
  });

  test('are nobody else’s: a tenant without any answers like one that is not there', async () => {
    expect((await ok(other.client.get(PATH))).provider).toBeNull();
    const answers = await Promise.all(
      ['other', 'nobody'].map((tenant) => world.stranger.post('/api/v1/auth/oidc/start', { tenant })),
    );
    for (const { status, body } of answers) {
      expect([status, { ...body, requestId: '' }]).toEqual([404, { ...answers[0]!.body, requestId: '' }]);
    }
    expect((await other.client.delete(PATH)).status).toBe(204);
  });

  // The last test, since nobody comes in this way afterwards.
  test('end the sessions that they have opened when they go', async () => {
    const { browser } = await signIn(ana());
    const own = await ok(world.stranger.post('/api/v1/auth/login', acme.login));
    expect((await acme.client.delete(PATH)).status).toBe(204);
    expect((await browser.get('/api/v1/auth/me')).status).toBe(401);
    expect((await world.stranger.as(own.accessToken).get('/api/v1/auth/me')).status).toBe(200);
    expect((await ok(acme.client.get(PATH))).provider).toBeNull();
  });
});
