import { type Json, ok } from './world/client.ts';
import { mailTo, mailsTo, templatesTo, tokenFor } from './world/mails.ts';
import { conflict, refusal } from './world/refusals.ts';
import { createWorld, DAY, MINUTE, type World } from './world/world.ts';

let world: World;
const worlds: World[] = [];

beforeAll(async () => {
  world = await opened({ REGISTRATION: 'open', PUBLIC_URL: 'https://hub.example.com' });
});
afterAll(() => Promise.all(worlds.map((one) => one.stop())));

async function opened(settings: Record<string, string>): Promise<World> {
  const made = await createWorld(settings, { worker: false });
  worlds.push(made);
  return made;
}

const password = 'ocelot umbrella quartz';
const ada = { tenantName: 'Analytical Engines', name: 'Ada Lovelace', email: 'Ada@Engines.test', password };
const register = (body: Json, headers: Record<string, string> = {}, where = world) =>
  where.stranger.call('POST', '/api/v1/auth/register', body, headers);

describe('registering', () => {
  let session: Json;

  test('makes a tenant with its first administrator, who is signed in at once', async () => {
    const answer = await register(ada, { 'accept-language': 'es-MX, en;q=0.5' });
    expect([answer.status, answer.body]).toEqual([
      201,
      {
        accessToken: expect.any(String),
        refreshToken: expect.any(String),
        expiresIn: 600,
        tenant: {
          id: expect.any(String),
          slug: 'analytical-engines',
          name: 'Analytical Engines',
          status: 'active',
          role: 'TENANT_ADMIN',
        },
        user: { id: expect.any(String), email: 'ada@engines.test', name: 'Ada Lovelace', superAdmin: false },
      },
    ]);
    session = answer.body;
    const mine = world.stranger.as(session.accessToken);
    expect(await ok(mine.get('/api/v1/auth/me'))).toMatchObject({
      user: { emailVerified: false, locale: 'es', hasPassword: true, hasTotp: false },
      tenant: { slug: 'analytical-engines' },
    });
    const project = { name: 'First', endpoint: world.destinations.endpoint('first') };
    expect((await mine.post('/api/v1/projects', project)).status).toBe(201);
  });

  test('stores no token and no password that could be used', async () => {
    const [{ stored }] = await world.sql(
      `SELECT (SELECT jsonb_agg(l) FROM link_token l)::text || (SELECT jsonb_agg(u) FROM app_user u)::text AS stored`,
    );
    const { text } = await mailTo(world, 'ada@engines.test', 'verify-email');
    const [, token = 'none'] = /#token=([\w-]+)/.exec(text) ?? [];
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(Buffer.from(token).toString('hex'));
    expect(stored).not.toContain(password);
  });

  test('mails a link that verifies the address, once, in the language of the person', async () => {
    const mail = await mailTo(world, 'ada@engines.test', 'verify-email');
    expect(mail.subject).toBe('Confirme su dirección de correo');
    expect(mail.text).toContain('https://hub.example.com/app/verify#token=');
    const token = await tokenFor(world, 'ada@engines.test', 'verify-email');
    expect(await ok(world.stranger.post('/api/v1/auth/verify', { token }))).toEqual({
      email: 'ada@engines.test',
    });
    const me = await ok(world.stranger.as(session.accessToken).get('/api/v1/auth/me'));
    expect(me.user.emailVerified).toBe(true);
    expect(await conflict(world.stranger.post('/api/v1/auth/verify', { token }))).toEqual([410, 'link_over']);
  });

  test('is in the audit of the new tenant, as the deed of its administrator', async () => {
    const entries = await ok(
      world.stranger.as(session.accessToken).get('/api/v1/audit?action=tenant.registered'),
    );
    expect(entries.data).toEqual([
      expect.objectContaining({
        action: 'tenant.registered',
        actor: expect.objectContaining({ kind: 'person', id: session.user.id }),
      }),
    ]);
  });

  test('takes a slug, the older names of the fields and the older path', async () => {
    const older = {
      tenantName: 'Older Shop',
      slug: 'chosen-slug',
      adminName: 'Grace',
      adminEmail: 'grace@older.test',
      adminPassword: password,
    };
    const answer = await world.stranger.call('POST', '/auth/register-tenant', older);
    expect([answer.status, answer.body.tenant?.slug, answer.body.user]).toEqual([
      201,
      'chosen-slug',
      expect.objectContaining({ email: 'grace@older.test', name: 'Grace' }),
    ]);
    const login = { email: 'grace@older.test', password };
    expect((await world.stranger.post('/api/v1/auth/login', login)).status).toBe(200);
  });

  test('gives a page cookies in place of tokens', async () => {
    const answer = await register(
      { ...ada, email: 'page@engines.test' },
      { 'sec-fetch-site': 'same-origin' },
    );
    expect([answer.status, answer.body.accessToken, answer.body.refreshToken]).toEqual([
      201,
      undefined,
      undefined,
    ]);
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split('=')[0]);
    expect(cookies).toEqual(expect.arrayContaining(['waypost_session', 'waypost_refresh', 'waypost_device']));
    expect(answer.body.tenant.slug).toBe('analytical-engines-2');
  });

  test.each<[string, Json, string]>([
    ['no name of the tenant', { ...ada, tenantName: ' ' }, 'tenantName'],
    ['no name', { ...ada, name: undefined }, 'name'],
    ['a slug that is none', { ...ada, slug: 'Not A Slug' }, 'slug'],
    ['an e-mail that is none', { ...ada, email: 'ada' }, 'email'],
    ['a short password', { ...ada, password: 'kQ7#vd92L' }, 'password'],
    ['a common password', { ...ada, password: 'Password123!' }, 'password'],
    ['a password of the own name', { ...ada, password: 'ada.lovelace-1815' }, 'password'],
    ['a password of the tenant', { ...ada, password: 'Analytical Engines!' }, 'password'],
    ['a field that nobody knows', { ...ada, superAdmin: true }, 'superAdmin'],
  ])('refuses %s', async (_what, body, field) => {
    const [status, code, fields] = await refusal(
      register({ ...body, email: body.email.replace('Ada', 'Fresh') }),
    );
    expect([status, code, fields]).toEqual([422, 'invalid_input', [field]]);
  });

  test('takes a password as it is, blanks and all, of two hundred characters', async () => {
    const long = '  ünïcode 🦊 '.padEnd(190, 'xylophone tangent brisk ').concat('  tail    ');
    expect(long).toHaveLength(200);
    await ok(register({ ...ada, email: 'long@engines.test', password: long }));
    const login = (given: string) =>
      world.stranger.post('/api/v1/auth/login', { email: 'long@engines.test', password: given });
    expect((await login(long)).status).toBe(200);
    expect((await login(long.trim())).status).toBe(401);
    expect((await login(long.slice(0, 199))).status).toBe(401);
  });

  test('with an e-mail that is in use leaves nothing behind, and no mail', async () => {
    const before = await world.sql('SELECT count(*)::int AS count FROM tenant');
    const mails = await mailsTo(world, 'ada@engines.test');
    const again = { ...ada, email: ' ADA@engines.test'.trim(), tenantName: 'Elsewhere', slug: 'elsewhere' };
    expect(await conflict(register(again))).toEqual([409, 'already_exists']);
    expect(await world.sql('SELECT count(*)::int AS count FROM tenant')).toEqual(before);
    expect(await mailsTo(world, 'ada@engines.test')).toEqual(mails);
  });

  test('twice at once with one e-mail makes one account', async () => {
    const both = await Promise.all(
      ['One', 'Two'].map((tenantName) => register({ ...ada, tenantName, email: 'race@engines.test' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('with a slug that is in use says so', async () => {
    const body = { ...ada, email: 'slug@engines.test', slug: 'chosen-slug' };
    expect(await conflict(register(body))).toEqual([409, 'already_exists']);
  });
});

describe('verifying', () => {
  let me: Json;
  const resend = () => world.stranger.as(me.accessToken).post('/api/v1/auth/verify/resend');

  beforeAll(async () => {
    me = await ok(register({ ...ada, email: 'resend@engines.test' }));
  });

  test('can be asked for again, once a minute, and the link before is over then', async () => {
    const first = await tokenFor(world, 'resend@engines.test', 'verify-email');
    expect((await resend()).status).toBe(202);
    const second = await tokenFor(world, 'resend@engines.test', 'verify-email', 2);
    const { status, headers } = await resend();
    expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await conflict(world.stranger.post('/api/v1/auth/verify', { token: first }))).toEqual([
      410,
      'link_over',
    ]);
    await ok(world.stranger.post('/api/v1/auth/verify', { token: second }));
    expect((await resend()).status).toBe(202);
    expect(await templatesTo(world, 'resend@engines.test')).toEqual(['verify-email', 'verify-email']);
  });

  test('is over after three days', async () => {
    await ok(register({ ...ada, email: 'late@engines.test' }));
    const token = await tokenFor(world, 'late@engines.test', 'verify-email');
    world.clock.advance(3 * DAY + MINUTE);
    expect(await conflict(world.stranger.post('/api/v1/auth/verify', { token }))).toEqual([410, 'link_over']);
  });

  test.each(['', 'x', 'A'.repeat(43), 'A'.repeat(201), "' OR true --"])(
    'with %p finds nothing',
    async (token) => {
      const { status } = await world.stranger.post('/api/v1/auth/verify', { token });
      expect([410, 422]).toContain(status);
    },
  );

  test('comes before asking others in', async () => {
    const { accessToken } = await ok(register({ ...ada, email: 'eager@engines.test' }));
    const client = world.stranger.as(accessToken);
    const invite = () => client.post('/api/v1/team/invites', { email: 'friend@engines.test', role: 'AGENT' });
    expect(await conflict(invite())).toEqual([403, 'email_not_verified']);
    const token = await tokenFor(world, 'eager@engines.test', 'verify-email');
    await ok(world.stranger.post('/api/v1/auth/verify', { token }));
    expect((await invite()).status).toBe(201);
  });
});

describe('while registration is off', () => {
  let closed: World;
  beforeAll(async () => {
    closed = await opened({ REGISTRATION: 'off' });
  });

  test('nobody can register, whatever they bring, and nobody can be invited to', async () => {
    expect(await ok(closed.stranger.get('/api/v1/auth/options'))).toMatchObject({ registration: 'off' });
    expect(await conflict(register(ada, {}, closed))).toEqual([403, 'registration_closed']);
    expect(await conflict(register({ ...ada, invite: 'x' }, {}, closed))).toEqual([
      403,
      'registration_closed',
    ]);
    const invite = closed.root.post('/api/v1/registration-invites', { email: 'ada@engines.test' });
    expect(await conflict(invite)).toEqual([409, 'wrong_state']);
  });
});

describe('while registration is by invitation', () => {
  let invited: World;
  const invite = (email: string, tenantName?: string) =>
    invited.root.post('/api/v1/registration-invites', { email, tenantName });

  beforeAll(async () => {
    invited = await opened({ REGISTRATION: 'invitation' });
  });

  test('only who was invited can, with the address that was invited, which is verified by that', async () => {
    expect(await conflict(register(ada, {}, invited))).toEqual([403, 'registration_closed']);
    await ok(invite('Ada@engines.test', 'Analytical Engines'));
    const token = await tokenFor(invited, 'ada@engines.test', 'registration-invite');
    expect(await ok(invited.stranger.post('/api/v1/auth/register/look', { token }))).toEqual({
      email: 'ada@engines.test',
      tenantName: 'Analytical Engines',
    });
    const other = { ...ada, email: 'eve@engines.test', invite: token };
    expect((await refusal(register(other, {}, invited))).slice(0, 3)).toEqual([
      422,
      'invalid_input',
      ['email'],
    ]);
    const { accessToken } = await ok(register({ ...ada, invite: token }, {}, invited));
    expect((await ok(invited.stranger.as(accessToken).get('/api/v1/auth/me'))).user.emailVerified).toBe(true);
    expect(await templatesTo(invited, 'ada@engines.test')).toEqual(['registration-invite']);
    const again = { ...ada, email: 'ada@engines.test', invite: token };
    expect(await conflict(register(again, {}, invited))).toEqual([410, 'link_over']);
    const [listed] = (await ok(invited.root.get('/api/v1/registration-invites'))).data;
    expect(listed).toMatchObject({ email: 'ada@engines.test', usedAt: expect.any(String) });
    expect(await conflict(invite('ada@engines.test'))).toEqual([409, 'already_exists']);
  });

  test('an invitation that was cancelled, replaced or is over is none', async () => {
    const use = (token: string) =>
      register({ ...ada, email: 'bob@engines.test', invite: token }, {}, invited);
    await ok(invite('bob@engines.test'));
    const replaced = await tokenFor(invited, 'bob@engines.test', 'registration-invite');
    const { id } = await ok(invite('bob@engines.test'));
    const cancelled = await tokenFor(invited, 'bob@engines.test', 'registration-invite', 2);
    expect(await conflict(use(replaced))).toEqual([410, 'link_over']);
    expect((await invited.root.delete(`/api/v1/registration-invites/${id}`)).status).toBe(204);
    expect((await invited.root.delete(`/api/v1/registration-invites/${id}`)).status).toBe(404);
    expect(await conflict(use(cancelled))).toEqual([410, 'link_over']);
    await ok(invite('bob@engines.test'));
    const late = await tokenFor(invited, 'bob@engines.test', 'registration-invite', 3);
    invited.clock.advance(14 * DAY + MINUTE);
    expect(await conflict(use(late))).toEqual([410, 'link_over']);
  });
});

test.each([
  ['1', 'open'],
  ['0', 'off'],
])('without the setting and with WAYPOST_DEMO=%s it is %s', async (WAYPOST_DEMO, registration) => {
  const other = await opened({ WAYPOST_DEMO });
  expect((await ok(other.stranger.get('/api/v1/auth/options'))).registration).toBe(registration);
});
