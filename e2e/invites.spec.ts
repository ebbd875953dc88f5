import { generateSync } from 'otplib';
import { type Client, type Json, ok } from './world/client.ts';
import { mailTo, mailsTo, tokenFor } from './world/mails.ts';
import { signInAs } from './world/people.ts';
import { conflict, refusal } from './world/refusals.ts';
import { createWorld, DAY, MINUTE, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let guests = 0;

beforeAll(async () => {
  world = await createWorld({ PUBLIC_URL: 'https://hub.example.com' }, { worker: false });
  shop = await world.tenant('shop');
});
afterAll(() => world?.stop());

const password = 'ocelot umbrella quartz';
const guest = () => `guest-${(guests += 1)}@elsewhere.test`;
const invite = (email: string, role = 'AGENT', by: Client = shop.admin) =>
  by.post('/api/v1/team/invites', { email, role });
const look = (token: string) => world.stranger.post('/api/v1/auth/invites/look', { token });
const accept = (body: Json, as: Client = world.stranger) => as.post('/api/v1/auth/invites/accept', body);
const invites = async (): Promise<Json[]> => (await ok(shop.admin.get('/api/v1/team/invites'))).data;
const daysOf = ({ sentAt, expiresAt }: Json) =>
  Math.round((Date.parse(expiresAt) - Date.parse(sentAt)) / DAY);
const team = async (of = shop): Promise<Json[]> => (await ok(of.admin.get('/api/v1/team?limit=200'))).data;

/** An invitation, and the token of its mail. */
async function invited(email: string, role = 'AGENT'): Promise<{ id: string; token: string }> {
  const { id } = await ok(invite(email, role));
  return { id, token: await tokenFor(world, email, 'invite') };
}

describe('inviting', () => {
  test('sends a mail in the name of who invites, and lists the invitation', async () => {
    const email = guest();
    const made = await ok(invite(email.toUpperCase(), 'DEVELOPER'));
    expect(made).toEqual({
      id: expect.any(String),
      email,
      role: 'DEVELOPER',
      invitedByName: 'Admin',
      createdAt: expect.any(String),
      sentAt: expect.any(String),
      expiresAt: expect.any(String),
    });
    expect(daysOf(made)).toBe(7);
    expect((await invites())[0]).toEqual(made);
    const { text } = await mailTo(world, email, 'invite');
    expect(text).toContain('https://hub.example.com/app/invite#token=');
    expect(text).toContain('Admin');
    expect(text).toContain('shop');
    const { data } = await ok(shop.admin.get('/api/v1/audit?action=invite.created'));
    expect(data[0]).toMatchObject({ target: { id: made.id } });
  });

  test('answers no token, and stores none that could be used', async () => {
    const email = guest();
    const answer = await ok(invite(email));
    const token = await tokenFor(world, email, 'invite');
    const [{ stored }] = await world.sql('SELECT jsonb_agg(i)::text AS stored FROM invite i');
    expect(JSON.stringify([answer, stored])).not.toContain(token);
  });

  test('twice is refused, and so is inviting a member', async () => {
    const email = guest();
    await ok(invite(email));
    expect(await conflict(invite(email))).toEqual([409, 'already_exists']);
    expect(await conflict(invite(shop.login.email))).toEqual([409, 'already_exists']);
  });

  test.each([
    { email: 'x', role: 'AGENT' },
    { email: 'a@b.test', role: 'SUPER_ADMIN' },
    { email: 'a@b.test' },
  ])('refuses %p', async (body) => {
    expect((await shop.admin.post('/api/v1/team/invites', body)).status).toBe(422);
  });

  test('is for administrators', async () => {
    for (const role of ['AGENT', 'BILLING_ADMIN', 'DEVELOPER'] as const) {
      const client = await signInAs(world, shop, role);
      expect(await conflict(invite(guest(), 'TENANT_ADMIN', client))).toEqual([403, 'forbidden']);
      expect((await client.get('/api/v1/team/invites')).status).toBe(200);
    }
  });

  test('counts against the plan, waiting ones too', async () => {
    const small = await world.tenant('small');
    const plan = await ok(world.root.get('/api/v1/plans'));
    const starter = plan.data.find(({ slug }: Json) => slug === 'starter');
    await ok(world.root.post(`/api/v1/tenants/${small.id}/plan`, { planId: starter.id }));
    for (let at = 1; at < starter.limits.users; at += 1) {
      expect((await invite(guest(), 'AGENT', small.admin)).status).toBe(201);
    }
    expect(await conflict(invite(guest(), 'AGENT', small.admin))).toEqual([403, 'limit_reached']);
  });
});

describe('an invitation', () => {
  test('can be sent again, with a new link that ends the old one', async () => {
    const email = guest();
    const { id, token } = await invited(email);
    world.clock.advance(6 * DAY);
    const again = await ok(shop.admin.post(`/api/v1/team/invites/${id}/resend`));
    expect(daysOf(again)).toBe(7);
    const renewed = await tokenFor(world, email, 'invite', 2);
    expect(await conflict(look(token))).toEqual([410, 'link_over']);
    world.clock.advance(6 * DAY);
    expect((await look(renewed)).status).toBe(200);
  });

  test('can be cancelled', async () => {
    const { id, token } = await invited(guest());
    expect((await shop.admin.delete(`/api/v1/team/invites/${id}`)).status).toBe(204);
    expect((await shop.admin.delete(`/api/v1/team/invites/${id}`)).status).toBe(404);
    expect(await conflict(look(token))).toEqual([410, 'link_over']);
    expect(await conflict(accept({ token, name: 'Late', password }))).toEqual([410, 'link_over']);
  });

  test('is over after seven days, and can be made again or sent again', async () => {
    const [first, second] = [guest(), guest()];
    const one = await invited(first);
    const two = await invited(second);
    world.clock.advance(7 * DAY + MINUTE);
    expect(await conflict(look(one.token))).toEqual([410, 'link_over']);
    expect(await conflict(accept({ token: one.token, name: 'Late', password }))).toEqual([410, 'link_over']);
    expect((await invite(first)).status).toBe(201);
    expect((await shop.admin.post(`/api/v1/team/invites/${two.id}/resend`)).status).toBe(200);
    expect((await look(await tokenFor(world, second, 'invite', 2))).status).toBe(200);
  });

  test('of another tenant is not there', async () => {
    const other = await world.tenant('other');
    const { id } = await invited(guest());
    expect((await other.admin.post(`/api/v1/team/invites/${id}/resend`)).status).toBe(404);
    expect((await other.admin.delete(`/api/v1/team/invites/${id}`)).status).toBe(404);
    expect((await ok(other.admin.get('/api/v1/team/invites'))).data).toEqual([]);
  });

  test('to a tenant that is suspended waits', async () => {
    const held = await world.tenant('held');
    const email = guest();
    await ok(invite(email, 'AGENT', held.admin));
    const token = await tokenFor(world, email, 'invite');
    await ok(world.root.post(`/api/v1/tenants/${held.id}/suspend`));
    expect(await conflict(accept({ token, name: 'New', password }))).toEqual([409, 'wrong_state']);
    await ok(world.root.post(`/api/v1/tenants/${held.id}/resume`));
    expect((await accept({ token, name: 'New', password })).status).toBe(200);
  });
});

describe('somebody new', () => {
  test('sees what it is for, chooses name and password, and is signed in with the address verified', async () => {
    const email = guest();
    const { token } = await invited(email, 'DEVELOPER');
    expect(await ok(look(token))).toEqual({
      tenant: { name: 'shop', slug: 'shop' },
      email,
      role: 'DEVELOPER',
      hasAccount: false,
    });
    const session = await ok(accept({ token, name: 'Grace', password }));
    expect(session).toMatchObject({
      tenant: { id: shop.id, role: 'DEVELOPER' },
      user: { email, name: 'Grace', superAdmin: false },
    });
    const mine = await ok(world.stranger.as(session.accessToken).get('/api/v1/auth/me'));
    expect(mine.user).toMatchObject({ emailVerified: true, hasPassword: true });
    expect((await invites()).some((one) => one.email === email)).toBe(false);
    expect((await team()).find((one) => one.email === email)).toMatchObject({
      name: 'Grace',
      role: 'DEVELOPER',
    });
    expect(await conflict(accept({ token, name: 'Grace', password }))).toEqual([410, 'link_over']);
    expect((await world.stranger.post('/api/v1/auth/login', { email, password })).status).toBe(200);
  });

  test('must give both, and a good password; the link stays for another try', async () => {
    const { token } = await invited(guest());
    const refused = async (body: Json) => (await refusal(accept({ token, ...body }))).slice(0, 3);
    expect(await refused({})).toEqual([422, 'invalid_input', ['name', 'password']]);
    expect(await refused({ name: 'Grace' })).toEqual([422, 'invalid_input', ['password']]);
    expect(await refused({ name: 'Grace', password: 'password123' })).toEqual([
      422,
      'invalid_input',
      ['password'],
    ]);
    expect(await refused({ name: ' ', password })).toEqual([422, 'invalid_input', ['name']]);
    expect((await accept({ token, name: 'Grace', password })).status).toBe(200);
  });

  test('who comes twice at once comes in once', async () => {
    const email = guest();
    const { token } = await invited(email);
    const both = await Promise.all([1, 2].map(() => accept({ token, name: 'Grace', password })));
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await team()).filter((one) => one.email === email)).toHaveLength(1);
  });
});

describe('somebody who has an account', () => {
  let north: Tenant;
  beforeAll(async () => {
    north = await world.tenant('north');
  });

  test('joins with it when signed in, keeps name and password, and works in the new tenant', async () => {
    const { token } = await invited(north.login.email, 'BILLING_ADMIN');
    expect((await ok(look(token))).hasAccount).toBe(true);
    const session = await ok(accept({ token }, north.admin));
    expect(session).toMatchObject({
      tenant: { id: shop.id, role: 'BILLING_ADMIN' },
      user: { name: 'Admin' },
    });
    const { tenants } = await ok(world.stranger.as(session.accessToken).get('/api/v1/auth/me'));
    expect(tenants.map(({ slug }: Json) => slug).sort()).toEqual(['north', 'shop']);
  });

  test('joins with password and code in the ordinary way', async () => {
    const east = await world.tenant('east');
    const { secret } = await ok(
      east.admin.post('/api/v1/auth/totp/setup', { password: east.login.password }),
    );
    const code = (steps = 0) =>
      generateSync({ secret, epoch: Math.floor(world.clock.now().getTime() / 1_000) + 30 * steps });
    await ok(east.admin.post('/api/v1/auth/totp/enable', { code: code() }));
    const { token } = await invited(east.login.email);
    expect(await conflict(accept({ token, password: 'not the password' }))).toEqual([401, 'bad_credentials']);
    expect(await conflict(accept({ token, password: east.login.password }))).toEqual([401, 'totp_required']);
    const wrong = { token, password: east.login.password, code: '000000' };
    expect(await conflict(accept(wrong))).toEqual([401, 'bad_code']);
    const session = await ok(accept({ ...wrong, code: code(1) }));
    expect(session.tenant.id).toBe(shop.id);
  });

  test('is not taken over by who holds the link: neither a new password nor another account gets in', async () => {
    const south = await world.tenant('south');
    const west = await world.tenant('west');
    const { token } = await invited(south.login.email, 'TENANT_ADMIN');
    expect(await conflict(accept({ token }))).toEqual([401, 'unauthenticated']);
    expect(await conflict(accept({ token, name: 'Eve', password }))).toEqual([401, 'bad_credentials']);
    expect(await conflict(accept({ token, password: west.login.password.concat('!') }))).toEqual([
      401,
      'bad_credentials',
    ]);
    // Signed in as somebody else, even with that one's own password.
    expect(await conflict(accept({ token }, west.admin))).toEqual([403, 'forbidden']);
    expect((await team()).some((one) => [south, west].some(({ login }) => login.email === one.email))).toBe(
      false,
    );
    // And it is still there for its owner.
    expect((await accept({ token }, south.admin)).status).toBe(200);
    expect((await world.stranger.post('/api/v1/auth/login', south.login)).status).toBe(200);
  });

  test('somebody new is not joined to an account that happens to be signed in', async () => {
    const { token } = await invited(guest());
    expect(await conflict(accept({ token }, north.admin))).toEqual([403, 'forbidden']);
    expect(await conflict(accept({ token, name: 'Eve' }, north.admin))).toEqual([403, 'forbidden']);
  });

  test('without a password is not given one by an invitation', async () => {
    const admin = { email: guest(), name: 'Not In Yet' };
    await ok(world.root.post('/api/v1/tenants', { name: 'Unopened', slug: 'unopened', admin }));
    const { token } = await invited(admin.email);
    expect(await conflict(accept({ token, name: 'Eve', password }))).toEqual([401, 'bad_credentials']);
  });

  test('proves the address by the link', async () => {
    const coast = await world.tenant('coast');
    await world.sql('UPDATE app_user SET email_verified_at = NULL WHERE email = $1', [coast.login.email]);
    const { token } = await invited(coast.login.email);
    await ok(accept({ token }, coast.admin));
    expect((await ok(coast.admin.get('/api/v1/auth/me'))).user.emailVerified).toBe(true);
  });

  test('is not joined by a super-admin who works as them', async () => {
    const plain = await world.tenant('plain');
    const { token } = await invited(plain.login.email);
    const opened = await ok(
      world.root.post(`/api/v1/tenants/${plain.id}/impersonate`, { reason: 'To look at it' }),
    );
    expect((await accept({ token }, world.stranger.as(opened.accessToken))).status).toBe(401);
  });
});

test('a page accepts with its cookies, and another site cannot make it', async () => {
  const plain = await world.tenant('page');
  const { token } = await invited(plain.login.email);
  const login = await world.stranger.call('POST', '/api/v1/auth/login', plain.login, {
    'sec-fetch-site': 'same-origin',
  });
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const call = (site: string) =>
    world.stranger.call('POST', '/api/v1/auth/invites/accept', { token }, { cookie, 'sec-fetch-site': site });
  expect((await call('cross-site')).status).toBe(403);
  const joined = await call('same-origin');
  expect([joined.status, joined.body.tenant?.id, joined.body.accessToken]).toEqual([200, shop.id, undefined]);
});

test('no mail goes to somebody who was not invited', async () => {
  expect(await mailsTo(world, shop.login.email)).toEqual([]);
});
