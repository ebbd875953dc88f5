import { jest } from '@jest/globals';
import { Afterwards } from '../libs/accounts/src/users/afterwards.ts';
import { hashPassword } from '../libs/accounts/src/users/password.ts';
import { type Json, ok } from './world/client.ts';
import { mailTo, mailsTo, templatesTo, tokenFor } from './world/mails.ts';
import { conflict, refusal } from './world/refusals.ts';
import { createWorld, DAY, HOUR, MINUTE, type Tenant, type World } from './world/world.ts';

let world: World;
let count = 0;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
});
afterAll(() => world?.stop());

const fresh = 'ocelot umbrella quartz';
const signIn = (email: string, password: string) =>
  world.stranger.post('/api/v1/auth/login', { email, password });
const me = (token: string) => world.stranger.as(token).get('/api/v1/auth/me');
const forgot = (email: string) => world.stranger.post('/api/v1/auth/password/forgot', { email });
const reset = (token: string, password: string) =>
  world.stranger.post('/api/v1/auth/password/reset', { token, password });
/** A tenant of its own for each test, since each changes its administrator's password. */
const shop = (): Promise<Tenant> => world.tenant(`shop-${(count += 1)}`);
/** Waits for what is done after the answer. */
const settled = () => world.api.get(Afterwards, { strict: false }).beforeApplicationShutdown();

describe('changing the password', () => {
  const change = (token: string, currentPassword: string, newPassword: string) =>
    world.stranger.as(token).post('/api/v1/auth/password/change', { currentPassword, newPassword });

  test('ends every session but the one that changed it, tells by mail, and is in the audit', async () => {
    const { login } = await shop();
    const here = await ok(signIn(login.email, login.password));
    const there = await ok(signIn(login.email, login.password));
    expect((await change(here.accessToken, login.password, fresh)).status).toBe(204);
    expect((await me(here.accessToken)).status).toBe(200);
    expect((await me(there.accessToken)).status).toBe(401);
    const renewed = await world.stranger.post('/api/v1/auth/refresh', { refreshToken: there.refreshToken });
    expect(renewed.status).toBe(401);
    expect((await signIn(login.email, login.password)).status).toBe(401);
    expect((await signIn(login.email, fresh)).status).toBe(200);
    const mail = await mailTo(world, login.email, 'password-changed');
    expect(mail.text).not.toContain(fresh);
    const { data } = await ok(
      world.stranger.as(here.accessToken).get('/api/v1/audit?action=password.changed'),
    );
    expect(data).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain(fresh);
  });

  test('needs the present one', async () => {
    const { login } = await shop();
    const { accessToken } = await ok(signIn(login.email, login.password));
    expect(await conflict(change(accessToken, 'not the password', fresh))).toEqual([401, 'bad_credentials']);
    expect((await signIn(login.email, login.password)).status).toBe(200);
    expect(await templatesTo(world, login.email)).toEqual([]);
  });

  test.each<[string, string]>([
    ['a short one', 'kQ7#vd92L'],
    ['a common one', 'qwerty123456'],
    ['one of the own e-mail', 'admin@shop-1!'],
    ['the same', 'a long enough one'],
    ['two hundred and one characters', 'x y z '.repeat(40).slice(0, 201)],
  ])('refuses %s', async (_what, newPassword) => {
    const { login } = await shop();
    const { accessToken } = await ok(signIn(login.email, login.password));
    const [status, code, fields] = await refusal(change(accessToken, login.password, newPassword));
    expect([status, code, fields]).toEqual([422, 'invalid_input', ['newPassword']]);
  });

  test('can be tried ten times, then one has to wait', async () => {
    const { login } = await shop();
    const { accessToken } = await ok(signIn(login.email, login.password));
    for (let tried = 0; tried < 10; tried += 1) {
      expect((await change(accessToken, `not the password ${tried}`, fresh)).status).toBe(401);
    }
    expect(await conflict(change(accessToken, login.password, fresh))).toEqual([429, 'too_many_requests']);
    // Another session of the same person has its own tries.
    const other = await ok(signIn(login.email, login.password));
    expect((await change(other.accessToken, login.password, fresh)).status).toBe(204);
  });
});

describe('a forgotten password', () => {
  test('is replaced by the link of a mail: all sessions end, and a mail says so', async () => {
    const { login } = await shop();
    const before = await ok(signIn(login.email, login.password));
    expect((await forgot(login.email.toUpperCase())).status).toBe(202);
    const { text } = await mailTo(world, login.email, 'reset-password');
    expect(text).toContain('/app/reset#token=');
    const token = await tokenFor(world, login.email, 'reset-password');
    expect((await reset(token, fresh)).status).toBe(204);
    expect((await me(before.accessToken)).status).toBe(401);
    expect((await signIn(login.email, login.password)).status).toBe(401);
    expect((await signIn(login.email, fresh)).status).toBe(200);
    expect(await templatesTo(world, login.email)).toEqual(['reset-password', 'password-changed']);
  });

  test('has a link that works once, for an hour, and only as the newest', async () => {
    const { login } = await shop();
    await forgot(login.email);
    const first = await tokenFor(world, login.email, 'reset-password');
    await forgot(login.email);
    const second = await tokenFor(world, login.email, 'reset-password', 2);
    expect(await conflict(reset(first, fresh))).toEqual([410, 'link_over']);
    expect((await reset(second, fresh)).status).toBe(204);
    expect(await conflict(reset(second, 'another ocelot umbrella'))).toEqual([410, 'link_over']);
    await forgot(login.email);
    const third = await tokenFor(world, login.email, 'reset-password', 3);
    world.clock.advance(HOUR + MINUTE);
    expect(await conflict(reset(third, 'another ocelot umbrella'))).toEqual([410, 'link_over']);
    expect((await signIn(login.email, fresh)).status).toBe(200);
  });

  test('keeps the link when the new password is refused', async () => {
    const { login } = await shop();
    await forgot(login.email);
    const token = await tokenFor(world, login.email, 'reset-password');
    expect((await refusal(reset(token, 'password1234'))).slice(0, 3)).toEqual([
      422,
      'invalid_input',
      ['password'],
    ]);
    expect((await reset(token, fresh)).status).toBe(204);
  });

  test('of two who use the link at once, one is too late', async () => {
    const { login } = await shop();
    await forgot(login.email);
    const token = await tokenFor(world, login.email, 'reset-password');
    const both = await Promise.all([reset(token, fresh), reset(token, `${fresh} too`)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 410]);
  });

  test('changed meanwhile, by who remembers it after all, ends the link', async () => {
    const { login } = await shop();
    await forgot(login.email);
    const token = await tokenFor(world, login.email, 'reset-password');
    const { accessToken } = await ok(signIn(login.email, login.password));
    const change = { currentPassword: login.password, newPassword: fresh };
    await world.stranger.as(accessToken).post('/api/v1/auth/password/change', change);
    expect(await conflict(reset(token, 'another ocelot umbrella'))).toEqual([410, 'link_over']);
  });

  test('proves the address', async () => {
    const { login } = await shop();
    await world.sql('UPDATE app_user SET email_verified_at = NULL WHERE email = $1', [login.email]);
    await forgot(login.email);
    await reset(await tokenFor(world, login.email, 'reset-password'), fresh);
    const { accessToken } = await ok(signIn(login.email, fresh));
    expect((await ok(me(accessToken))).user.emailVerified).toBe(true);
  });

  test('of a disabled account, of nobody, and of an address that is another by now gets no link', async () => {
    const closed = await shop();
    await world.sql(`UPDATE app_user SET status = 'disabled' WHERE email = $1`, [closed.login.email]);
    await forgot(closed.login.email);
    await forgot('nobody@nowhere.test');
    const moved = await shop();
    await forgot(moved.login.email);
    const token = await tokenFor(world, moved.login.email, 'reset-password');
    await world.sql(`UPDATE app_user SET email = 'moved@nowhere.test' WHERE email = $1`, [moved.login.email]);
    await settled();
    expect(await mailsTo(world, closed.login.email)).toEqual([]);
    expect(await mailsTo(world, 'nobody@nowhere.test')).toEqual([]);
    expect(await conflict(reset(token, fresh))).toEqual([410, 'link_over']);
  });

  test('does not fill a mailbox, and answers the same all the while', async () => {
    const { login } = await shop();
    for (let asked = 0; asked < 6; asked += 1) expect((await forgot(login.email)).status).toBe(202);
    await settled();
    expect(await mailsTo(world, login.email)).toHaveLength(4);
  });
});

describe('whether there is an account', () => {
  test('cannot be told from the answer to a forgotten password, which is out before the work begins', async () => {
    const { login } = await shop();
    const afterwards = world.api.get(Afterwards, { strict: false });
    const known: Json[] = [];
    // Holds the work back: the answers come all the same, so they cannot have waited for it.
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    const original = afterwards.do.bind(afterwards);
    const spy = jest.spyOn(afterwards, 'do').mockImplementation((what, work) => {
      known.push(what);
      original(what, () => held.then(work));
    });
    const answers = [await forgot(login.email), await forgot('nobody@nowhere.test')].map(
      ({ status, body, headers }) => ({
        status,
        body,
        headers: [...headers.keys()].filter((name) => name !== 'date').sort(),
      }),
    );
    spy.mockRestore();
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 202, body: '' });
    expect(known).toHaveLength(2);
    go();
    await settled();
    expect(await templatesTo(world, login.email)).toEqual(['reset-password']);
  });

  test('costs registration the same work: the password is hashed before it is known', async () => {
    const open = await createWorld({ REGISTRATION: 'open' }, { worker: false });
    try {
      const body = { tenantName: 'One', name: 'Ada', email: 'ada@engines.test', password: fresh };
      const timed = async (email: string) => {
        const start = performance.now();
        await open.stranger.post('/api/v1/auth/register', { ...body, email });
        return performance.now() - start;
      };
      await timed(body.email);
      const taken = Math.min(await timed(body.email), await timed(body.email), await timed(body.email));
      expect(taken).toBeGreaterThan((await hashTime()) * 0.8);
    } finally {
      await open.stop();
    }
  });
});

async function hashTime(): Promise<number> {
  let fastest = Infinity;
  for (let round = 0; round < 4; round += 1) {
    const start = performance.now();
    await hashPassword(fresh);
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

describe('somebody whom the operator has made without a password', () => {
  test('gets a link to choose one, with which the address is proven; before, nobody gets in', async () => {
    const admin = { email: 'new@welcome.test', name: 'New Person' };
    await ok(world.root.post('/api/v1/tenants', { name: 'Welcome', slug: 'welcome', admin }));
    expect((await signIn(admin.email, '')).status).toBe(401);
    expect((await signIn(admin.email, 'anything at all')).status).toBe(401);
    const { text } = await mailTo(world, admin.email, 'welcome');
    expect(text).toContain('/app/welcome#token=');
    const token = await tokenFor(world, admin.email, 'welcome');
    expect((await reset(token, fresh)).status).toBe(204);
    const session = await ok(signIn(admin.email, fresh));
    expect(session.tenant).toMatchObject({ slug: 'welcome', role: 'TENANT_ADMIN' });
    expect((await ok(me(session.accessToken))).user.emailVerified).toBe(true);
    expect(await conflict(reset(token, fresh))).toEqual([410, 'link_over']);
    expect(await templatesTo(world, admin.email)).toEqual(['welcome']);
  });

  test('has seven days for it, and can ask for another link then', async () => {
    const admin = { email: 'late@welcome.test', name: 'Late Person' };
    await ok(world.root.post('/api/v1/tenants', { name: 'Later', slug: 'later', admin }));
    const token = await tokenFor(world, admin.email, 'welcome');
    world.clock.advance(7 * DAY + MINUTE);
    expect(await conflict(reset(token, fresh))).toEqual([410, 'link_over']);
    await forgot(admin.email);
    expect((await reset(await tokenFor(world, admin.email, 'reset-password'), fresh)).status).toBe(204);
    expect((await signIn(admin.email, fresh)).status).toBe(200);
  });
});

test('a link of one kind does not do what another is for', async () => {
  const { login } = await shop();
  await forgot(login.email);
  const token = await tokenFor(world, login.email, 'reset-password');
  expect(await conflict(world.stranger.post('/api/v1/auth/verify', { token }))).toEqual([410, 'link_over']);
  expect(await conflict(world.stranger.post('/api/v1/auth/invites/accept', { token }))).toEqual([
    410,
    'link_over',
  ]);
  expect((await reset(token, fresh)).status).toBe(204);
});

describe('one’s own profile', () => {
  test('has a name and a language that can be changed', async () => {
    const { admin } = await shop();
    expect(await ok(admin.patch('/api/v1/auth/me', { name: ' Ada ', locale: 'ar' }))).toMatchObject({
      name: 'Ada',
      locale: 'ar',
    });
    expect((await ok(admin.get('/api/v1/auth/me'))).user).toMatchObject({ name: 'Ada', locale: 'ar' });
    expect((await ok(admin.patch('/api/v1/auth/me', {}))).name).toBe('Ada');
    for (const wrong of [{ name: ' ' }, { locale: 'fr' }, { email: 'x@y.z' }, { superAdmin: true }]) {
      expect((await admin.patch('/api/v1/auth/me', wrong)).status).toBe(422);
    }
  });
});
