import { generateSync } from 'otplib';
import { resetAdmin } from '../apps/api/src/seed/reset-admin.ts';
import { type Client, type Json, ok } from './world/client.ts';
import { mailTo, templatesTo, tokenFor } from './world/mails.ts';
import { conflict } from './world/refusals.ts';
import { createWorld, HOUR, SECOND, type Tenant, type World } from './world/world.ts';

let world: World;
let count = 0;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
});
afterAll(() => world?.stop());

const seconds = () => Math.floor(world.clock.now().getTime() / 1_000);
/** What an authenticator with this secret shows, now or so many steps later. */
const codeOf = (secret: string, steps = 0) => generateSync({ secret, epoch: seconds() + steps * 30 });
const signIn = (login: Json) => world.stranger.post('/api/v1/auth/login', login);
/** Lets a used code pass, and stays away from the edge of a step. */
const nextStep = () => world.clock.advance((60 - (seconds() % 30) + 5) * SECOND);

interface Shop {
  tenant: Tenant;
  client: Client;
  login: { email: string; password: string };
}

/** A tenant whose administrator is signed in with a session of its own. */
async function shop(): Promise<Shop> {
  const tenant = await world.tenant(`shop-${(count += 1)}`);
  return { tenant, client: tenant.admin, login: tenant.login };
}

async function withTotp(): Promise<Shop & { secret: string; recoveryCodes: string[] }> {
  const made = await shop();
  const { secret } = await ok(made.client.post('/api/v1/auth/totp/setup', { password: made.login.password }));
  const { recoveryCodes } = await ok(made.client.post('/api/v1/auth/totp/enable', { code: codeOf(secret) }));
  nextStep();
  return { ...made, secret, recoveryCodes };
}

describe('setting up an authenticator', () => {
  test('needs the password, a code of it, and gives ten recovery codes', async () => {
    const { client, login } = await shop();
    const setUp = (password: string) => client.post('/api/v1/auth/totp/setup', { password });
    expect(await conflict(setUp('not the password'))).toEqual([401, 'bad_credentials']);
    const { secret, uri } = await ok(setUp(login.password));
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Waypost/);
    expect(uri).toContain(`secret=${secret}`);
    const enable = (code: string) => client.post('/api/v1/auth/totp/enable', { code });
    expect(await conflict(enable('000000'))).toEqual([401, 'bad_code']);
    expect((await signIn(login)).status).toBe(200);
    const { recoveryCodes } = await ok(enable(codeOf(secret)));
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^([A-Z2-9]{4}-){5}[A-Z2-9]{4}$/);
    expect(await conflict(enable(codeOf(secret, 1)))).toEqual([409, 'wrong_state']);
    expect(await conflict(setUp(login.password))).toEqual([409, 'wrong_state']);
    expect((await ok(client.get('/api/v1/auth/me'))).user.hasTotp).toBe(true);
    expect(await templatesTo(world, login.email)).toEqual(['totp-changed']);
    const { data } = await ok(client.get('/api/v1/audit?action=totp.enabled'));
    expect(data).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain(secret);
  });

  test('without a proposal is refused, and a second proposal replaces the first', async () => {
    const { client, login } = await shop();
    const enable = (code: string) => client.post('/api/v1/auth/totp/enable', { code });
    expect(await conflict(enable('123456'))).toEqual([409, 'wrong_state']);
    const first = await ok(client.post('/api/v1/auth/totp/setup', { password: login.password }));
    const second = await ok(client.post('/api/v1/auth/totp/setup', { password: login.password }));
    expect(await conflict(enable(codeOf(first.secret)))).toEqual([401, 'bad_code']);
    expect((await enable(codeOf(second.secret))).status).toBe(200);
  });

  test('keeps the secret sealed and bound to its person, and of recovery codes only hashes', async () => {
    const { secret, recoveryCodes, login } = await withTotp();
    const stored = await world.sql(
      `SELECT encode(t.secret, 'escape') AS secret, (SELECT jsonb_agg(r) FROM recovery_code r WHERE r.user_id = u.id)::text AS codes
       FROM user_totp t JOIN app_user u ON u.id = t.user_id WHERE u.email = $1`,
      [login.email],
    );
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(JSON.stringify(stored)).not.toContain(recoveryCodes[0]!.slice(0, 9));
    const other = await withTotp();
    await world.sql(
      `UPDATE user_totp SET secret = (SELECT t.secret FROM user_totp t JOIN app_user u ON u.id = t.user_id WHERE u.email = $1)
       WHERE user_id = (SELECT id FROM app_user WHERE email = $2)`,
      [login.email, other.login.email],
    );
    expect((await signIn({ ...other.login, code: codeOf(secret) })).status).not.toBe(200);
    expect((await signIn({ ...other.login, code: other.recoveryCodes[0] })).status).toBe(200);
  });
});

describe('signing in with an authenticator', () => {
  test('needs a code, which is asked for only after the right password', async () => {
    const { login, secret } = await withTotp();
    expect(await conflict(signIn(login))).toEqual([401, 'totp_required']);
    expect(await conflict(signIn({ ...login, code: '' }))).toEqual([401, 'totp_required']);
    expect((await signIn({ ...login, code: null })).status).toBe(422);
    expect(await conflict(signIn({ ...login, password: 'not the password' }))).toEqual([
      401,
      'bad_credentials',
    ]);
    const wrong = { ...login, password: 'not the password', code: codeOf(secret) };
    expect(await conflict(signIn(wrong))).toEqual([401, 'bad_credentials']);
    expect((await signIn({ ...login, code: codeOf(secret) })).status).toBe(200);
  });

  test('takes a code once', async () => {
    const { login, secret } = await withTotp();
    const code = codeOf(secret);
    expect((await signIn({ ...login, code })).status).toBe(200);
    expect(await conflict(signIn({ ...login, code }))).toEqual([401, 'bad_code']);
    nextStep();
    const twice = { ...login, code: codeOf(secret) };
    const both = await Promise.all([signIn(twice), signIn(twice)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test('takes the step before and the step after, and none beyond', async () => {
    const { login, secret } = await withTotp();
    for (const steps of [-2, 2]) {
      expect(await conflict(signIn({ ...login, code: codeOf(secret, steps) }))).toEqual([401, 'bad_code']);
    }
    expect((await signIn({ ...login, code: codeOf(secret, -1) })).status).toBe(200);
    expect((await signIn({ ...login, code: codeOf(secret, 1) })).status).toBe(200);
    // Older than one that was used: whoever has seen it on the way cannot use it later.
    expect(await conflict(signIn({ ...login, code: codeOf(secret) }))).toEqual([401, 'bad_code']);
  });

  test('takes blanks in a code, and nothing that only looks like one', async () => {
    const { login, secret } = await withTotp();
    const code = codeOf(secret);
    for (const wrong of [`${code}0`, code.slice(1), '١٢٣٤٥٦', 'abcdef', '-1', '1e5000']) {
      expect((await signIn({ ...login, code: wrong })).status).toBe(401);
    }
    expect((await signIn({ ...login, code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })).status).toBe(200);
  });

  test('takes each recovery code once, however it is written', async () => {
    const { login, recoveryCodes } = await withTotp();
    const [first = '', second = ''] = recoveryCodes;
    expect((await signIn({ ...login, code: first })).status).toBe(200);
    expect(await conflict(signIn({ ...login, code: first }))).toEqual([401, 'bad_code']);
    const sloppy = ` ${second.toLowerCase().replaceAll('-', ' ')}`;
    const both = await Promise.all([signIn({ ...login, code: sloppy }), signIn({ ...login, code: second })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test('says in the session by what it was opened', async () => {
    const { login, secret, client } = await withTotp();
    await ok(signIn({ ...login, code: codeOf(secret) }));
    const { data } = await ok(client.get('/api/v1/audit?action=session.opened'));
    expect(data[0].after).toEqual({ methods: ['password', 'totp'] });
  });

  test('does not let codes be guessed: ten wrong ones, then one has to wait, with the right one too', async () => {
    const { login, secret } = await withTotp();
    for (let tried = 0; tried < 10; tried += 1) {
      expect(await conflict(signIn({ ...login, code: '000000' }))).toEqual([401, 'bad_code']);
    }
    expect(await conflict(signIn({ ...login, code: codeOf(secret) }))).toEqual([429, 'too_many_requests']);
  });

  test('is asked for also after a new password by a link', async () => {
    const { login, secret } = await withTotp();
    await world.stranger.post('/api/v1/auth/password/forgot', { email: login.email });
    const token = await tokenFor(world, login.email, 'reset-password');
    const password = 'ocelot umbrella quartz';
    expect((await world.stranger.post('/api/v1/auth/password/reset', { token, password })).status).toBe(204);
    expect(await conflict(signIn({ email: login.email, password }))).toEqual([401, 'totp_required']);
    expect((await signIn({ email: login.email, password, code: codeOf(secret) })).status).toBe(200);
  });
});

describe('with an authenticator one', () => {
  test('can have new recovery codes, which end the old ones', async () => {
    const { login, secret, client, recoveryCodes } = await withTotp();
    const renew = (code: string, password = login.password) =>
      client.post('/api/v1/auth/totp/recovery-codes', { password, code });
    expect(await conflict(renew(codeOf(secret), 'not the password'))).toEqual([401, 'bad_credentials']);
    expect(await conflict(renew('000000'))).toEqual([401, 'bad_code']);
    const { recoveryCodes: renewed } = await ok(renew(codeOf(secret)));
    expect(renewed.some((code: string) => recoveryCodes.includes(code))).toBe(false);
    expect(await conflict(signIn({ ...login, code: recoveryCodes[1] }))).toEqual([401, 'bad_code']);
    expect((await signIn({ ...login, code: renewed[1] })).status).toBe(200);
    expect((await mailTo(world, login.email, 'totp-changed', 2)).text).not.toContain(renewed[0]);
  });

  test('can switch it off with password and code, also a recovery code', async () => {
    const { login, client, recoveryCodes } = await withTotp();
    const disable = (code: string, password = login.password) =>
      client.post('/api/v1/auth/totp/disable', { password, code });
    expect(await conflict(disable('000000'))).toEqual([401, 'bad_code']);
    expect(await conflict(disable(recoveryCodes[0]!, 'not the password'))).toEqual([401, 'bad_credentials']);
    expect((await disable(recoveryCodes[0]!)).status).toBe(204);
    expect((await signIn(login)).status).toBe(200);
    expect(await conflict(disable(recoveryCodes[1]!))).toEqual([409, 'wrong_state']);
    expect(await templatesTo(world, login.email)).toEqual(['totp-changed', 'totp-changed']);
    expect((await ok(client.get('/api/v1/audit?action=totp.disabled'))).data).toHaveLength(1);
  });
});

test('somebody who works as another person cannot touch any of it', async () => {
  const { tenant, login } = await withTotp();
  const opened = await world.root.post(`/api/v1/tenants/${tenant.id}/impersonate`, {
    reason: 'A question of theirs',
  });
  expect(opened.status).toBeLessThan(300);
  const acting = world.stranger.as(opened.body.accessToken);
  const calls: [string, Json][] = [
    ['password/change', { currentPassword: login.password, newPassword: 'ocelot umbrella quartz' }],
    ['totp/setup', { password: login.password }],
    ['totp/enable', { code: '123456' }],
    ['totp/disable', { password: login.password, code: '123456' }],
    ['totp/recovery-codes', { password: login.password, code: '123456' }],
    ['verify/resend', {}],
  ];
  for (const [path, body] of calls) {
    expect([path, ...(await conflict(acting.post(`/api/v1/auth/${path}`, body)))]).toEqual([
      path,
      403,
      'forbidden',
    ]);
  }
  expect(await conflict(acting.patch('/api/v1/auth/me', { name: 'Eve' }))).toEqual([403, 'forbidden']);
});

test('the clock may be turned by hours and codes go with it', async () => {
  const { login, secret } = await withTotp();
  const old = codeOf(secret);
  world.clock.advance(HOUR);
  expect(await conflict(signIn({ ...login, code: old }))).toEqual([401, 'bad_code']);
  expect((await signIn({ ...login, code: codeOf(secret) })).status).toBe(200);
});

// The last test, since it takes the super-admin's sessions away.
test('whoever runs the machine lets in a super-admin who has lost the authenticator, and all sessions end', async () => {
  const root = { email: 'root@waypost.test', password: 'correct horse battery' };
  const session = await ok(signIn(root));
  const client = world.stranger.as(session.accessToken);
  const { secret } = await ok(client.post('/api/v1/auth/totp/setup', { password: root.password }));
  await ok(client.post('/api/v1/auth/totp/enable', { code: codeOf(secret) }));
  expect(await conflict(signIn(root))).toEqual([401, 'totp_required']);
  const password = await resetAdmin(world.api, world.settings, root.email);
  expect((await client.get('/api/v1/auth/me')).status).toBe(401);
  expect((await signIn(root)).status).toBe(401);
  expect((await signIn({ ...root, password })).status).toBe(200);
});
