import { ok } from './world/client.ts';
import { Browser } from './world/browser.ts';
import { conflict } from './world/refusals.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let count = 0;
let addresses = 0;

beforeAll(async () => {
  // Every call says from which address it comes, as behind a proxy of one's own.
  world = await createWorld({ TRUSTED_PROXIES: '127.0.0.1' }, { worker: false });
});
afterAll(() => world?.stop());
beforeEach(async () => {
  shop = await world.tenant(`shop-${(count += 1)}`);
});

const newAddress = () => `203.0.113.${(addresses += 1)}`;
const from = (address: string) => ({ 'x-forwarded-for': address });
const signIn = (login: { email: string; password: string }, address: string) =>
  world.stranger.call('POST', '/api/v1/auth/login', login, from(address));
const guess = (address: string, email = shop.login.email) =>
  signIn({ email, password: `not the password ${Math.random()}` }, address);
const right = (address: string) => signIn(shop.login, address);

/** Wrong passwords from one address, until it is told to wait; answers how many were let through. */
async function guessUntilHeld(address: string, email?: string, most = 120): Promise<number> {
  for (let tried = 0; tried < most; tried += 1) {
    if ((await guess(address, email)).status === 429) return tried;
  }
  return most;
}

test('ten wrong passwords from one address, then it waits, with the right one too, and is told how long', async () => {
  const address = newAddress();
  expect(await guessUntilHeld(address)).toBe(10);
  const { status, body, headers } = await right(address);
  expect([status, body.code]).toEqual([429, 'too_many_requests']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(60);
  expect(body.detail).toMatch(/Wait \d+ minutes/);
});

test('it is the same for an account that does not exist', async () => {
  const [one, two] = [newAddress(), newAddress()];
  const known = await guessUntilHeld(one);
  const unknown = await guessUntilHeld(two, 'nobody@nowhere.test');
  expect(unknown).toBe(known);
  const strip = ({ status, body }: Awaited<ReturnType<typeof guess>>) => ({
    status,
    body: { ...body, requestId: '', detail: body.detail.replace(/\d+/, 'n') },
  });
  expect(strip(await guess(one))).toEqual(strip(await guess(two, 'nobody@nowhere.test')));
});

test('signing in rightly, however often, is no attempt', async () => {
  const address = newAddress();
  for (let times = 0; times < 15; times += 1) expect((await right(address)).status).toBe(200);
  for (let times = 0; times < 9; times += 1) await guess(address);
  expect((await right(address)).status).toBe(200);
});

test('an address that tries one account after the other is held for all of them', async () => {
  const address = newAddress();
  let tried = 0;
  while (tried < 120 && (await guess(address, `somebody${tried}@nowhere.test`)).status === 401) tried += 1;
  expect(tried).toBe(90);
  expect((await right(address)).status).toBe(429);
  expect((await right(newAddress())).status).toBe(200);
});

test('a whole IPv6 network counts as one address, written in whatever way', async () => {
  for (let tried = 0; tried < 10; tried += 1) await guess(`2001:db8:7::${tried + 1}`);
  expect((await guess('2001:db8:7:0:ffff::1')).status).toBe(429);
  expect((await guess('2001:0db8:0007:0000:1::')).status).toBe(429);
  expect((await guess('2001:db8:8::1')).status).toBe(401);
});

describe('a victim whose account strangers try from many addresses', () => {
  const home = newAddress();
  let victim: Tenant;
  let browser: Browser;

  beforeAll(async () => {
    victim = await world.tenant('victim');
    browser = new Browser(world.stranger);
    expect((await signIn(victim.login, home)).status).toBe(200);
    await ok(browser.call('POST', '/api/v1/auth/login', victim.login, from(newAddress())));
    for (let at = 0; at < 7; at += 1) {
      expect(await guessUntilHeld(newAddress(), victim.login.email)).toBeGreaterThan(0);
    }
  });

  test('signs in all the while from an address that has signed in before, and may mistype', async () => {
    expect((await signIn(victim.login, home)).status).toBe(200);
    expect((await guess(home, victim.login.email)).status).toBe(401);
    expect((await signIn(victim.login, home)).status).toBe(200);
  });

  test('signs in all the while with a browser that has signed in before, even from an address that is held', async () => {
    const elsewhere = newAddress();
    await guessUntilHeld(elsewhere, victim.login.email);
    const answer = await browser.call('POST', '/api/v1/auth/login', victim.login, from(elsewhere));
    expect(answer.status).toBe(200);
  });

  test('comes in on a new device too: strangers are slowed, and nobody is locked out', async () => {
    const address = newAddress();
    expect((await guess(address, victim.login.email)).status).toBe(401);
    const held = await guess(address, victim.login.email);
    expect([held.status, Number(held.headers.get('retry-after')) <= 60]).toEqual([429, true]);
    expect((await signIn(victim.login, newAddress())).status).toBe(200);
  });

  test('gets a link to a new password all the while', async () => {
    const body = { email: victim.login.email };
    const { status } = await world.stranger.call(
      'POST',
      '/api/v1/auth/password/forgot',
      body,
      from(newAddress()),
    );
    expect(status).toBe(202);
  });
});

test('a browser that is known to one account is a stranger to another', async () => {
  const browser = new Browser(world.stranger);
  await ok(browser.call('POST', '/api/v1/auth/login', shop.login, from(newAddress())));
  const other = await world.tenant('other');
  const address = newAddress();
  let tried = 0;
  const attempt = () =>
    browser.call(
      'POST',
      '/api/v1/auth/login',
      { ...other.login, password: 'not the password' },
      from(address),
    );
  while (tried < 30 && (await attempt()).status === 401) tried += 1;
  expect(tried).toBe(10);
});

test('a browser that was stolen has its own tries, and they end as well', async () => {
  const browser = new Browser(world.stranger);
  await ok(browser.call('POST', '/api/v1/auth/login', shop.login, from(newAddress())));
  let tried = 0;
  const wrong = { ...shop.login, password: 'not the password' };
  const attempt = () => browser.call('POST', '/api/v1/auth/login', wrong, from(newAddress()));
  while (tried < 40 && (await attempt()).status === 401) tried += 1;
  expect(tried).toBe(20);
  expect((await right(newAddress())).status).toBe(200);
});

test('many at once from one address are no more than one after the other', async () => {
  const address = newAddress();
  const answers = await Promise.all(Array.from({ length: 40 }, () => guess(address)));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
});

test('of the devices only hashes are kept', async () => {
  const browser = new Browser(world.stranger);
  const address = newAddress();
  await ok(browser.call('POST', '/api/v1/auth/login', shop.login, from(address)));
  const cookie = browser.cookies.get('waypost_device')?.value ?? '';
  expect(cookie).toMatch(/^[\w-]{43}$/);
  const [{ stored }] = await world.sql('SELECT jsonb_agg(d)::text AS stored FROM known_device d');
  expect(stored).not.toContain(cookie);
  expect(stored).not.toContain(address);
});

test('the words of a refusal are the same for a wrong password and an unknown account', async () => {
  expect(await conflict(guess(newAddress()))).toEqual([401, 'bad_credentials']);
  expect(await conflict(guess(newAddress(), 'nobody@nowhere.test'))).toEqual([401, 'bad_credentials']);
});

test('a refused sign-in is in the audit of the tenant, without the password; one of nobody is in none', async () => {
  const address = newAddress();
  await signIn({ ...shop.login, password: 'a secret that was mistyped' }, address);
  await guess(address, 'nobody@nowhere.test');
  const { data } = await eventually(
    () => ok(shop.admin.get('/api/v1/audit?action=session.refused')),
    ({ data: seen }) => seen.length > 0,
  );
  expect(data).toEqual([
    expect.objectContaining({ after: { wrong: 'password' }, target: expect.any(Object) }),
  ]);
  expect(JSON.stringify(data)).not.toContain('mistyped');
});
