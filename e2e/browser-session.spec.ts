import { type Json } from './world/client.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld({ PUBLIC_URL: 'https://hub.example.com' }, { worker: false });
  shop = await world.tenant('shop');
});
afterAll(() => world?.stop());

const ours = { 'sec-fetch-site': 'same-origin' };
const call = (method: string, path: string, body?: Json, headers: Record<string, string> = {}) =>
  world.stranger.call(method, `/api/v1/${path}`, body, headers);

/** The cookie that an answer sets, as the browser sends it back. */
function cookieOf(answer: { headers: Headers }): string {
  const [cookie = ''] = answer.headers.getSetCookie();
  return cookie.split(';')[0] ?? '';
}

async function signIn(login = shop.login): Promise<string> {
  const answer = await call('POST', 'auth/login', login);
  expect(answer.status).toBe(200);
  return cookieOf(answer);
}

describe('signing in', () => {
  test('sets cookies that scripts cannot read and other sites cannot have sent', async () => {
    const answer = await call('POST', 'auth/login', shop.login, ours);
    const cookies = answer.headers.getSetCookie().filter((line) => !line.includes('Max-Age=0;'));
    const names = ['waypost_device', 'waypost_session', 'waypost_refresh'];
    expect(cookies.map((line) => line.split('=')[0])).toEqual(names);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^waypost_\w+=[\w.-]+; /);
      expect(cookie.split('; ').slice(1).sort()).toEqual([
        'HttpOnly',
        expect.stringMatching(/^Max-Age=\d+$/),
        expect.stringMatching(/^Path=\/api/),
        'SameSite=Strict',
        'Secure',
      ]);
      expect(JSON.stringify(answer.body)).not.toContain(/=([^;]+)/.exec(cookie)?.[1]);
    }
  });

  test('from a page of elsewhere sets none, and gives it nothing that lasts', async () => {
    const elsewhere: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://crm.example.com' },
    ];
    for (const headers of elsewhere) {
      const answer = await call('POST', 'auth/login', shop.login, headers);
      const kept = answer.headers.getSetCookie().filter((line) => !line.startsWith('waypost_device='));
      expect([answer.status, kept, answer.body.refreshToken]).toEqual([200, [], undefined]);
      expect(answer.body.accessToken).toEqual(expect.any(String));
    }
  });

  test('with a wrong password sets none', async () => {
    const answer = await call('POST', 'auth/login', { ...shop.login, password: 'not the password' });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []]);
  });

  test('is enough for what a browser reads and, from a page of ours, for what it changes', async () => {
    const cookie = await signIn();
    const me = await call('GET', 'auth/me', undefined, { cookie: `theme=dark; ${cookie}; other=1` });
    expect([me.status, me.body.tenant.slug]).toEqual([200, 'shop']);
    const project = { name: 'Orders', endpoint: world.destinations.endpoint('orders') };
    expect((await call('POST', 'projects', project, { cookie, ...ours })).status).toBe(201);
    const host = new URL(world.url).host;
    const byOrigin = { cookie, origin: `http://${host}` };
    expect((await call('POST', 'projects', { ...project, name: 'More' }, byOrigin)).status).toBe(201);
  });
});

describe('a call that changes something with the cookie alone', () => {
  test.each<[string, Record<string, string>]>([
    ['of nobody knows which page', {}],
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['that a person typed', { 'sec-fetch-site': 'none' }],
    ['of another origin', { origin: 'https://evil.example.com' }],
    ['of an origin without a name', { origin: 'null' }],
  ])('%s is forbidden', async (_what, headers) => {
    const cookie = await signIn();
    const { status, body } = await call(
      'POST',
      'business-accounts',
      { businessId: '1', name: 'x' },
      { cookie, ...headers },
    );
    expect([status, body.code]).toEqual([403, 'forbidden']);
    expect((await call('GET', 'auth/me', undefined, { cookie, ...headers })).status).toBe(200);
  });

  test('is accepted from anywhere once it has an access token, which no other site can have', async () => {
    const { body } = await call('POST', 'auth/login', shop.login);
    const headers = { authorization: `Bearer ${body.accessToken}`, 'sec-fetch-site': 'cross-site' };
    expect(
      (await call('POST', 'business-accounts', { businessId: '77001', name: 'x' }, headers)).status,
    ).toBe(201);
  });
});

describe('the two kinds of token', () => {
  test('do not stand in for each other', async () => {
    const answer = await call('POST', 'auth/login', shop.login);
    const session = cookieOf(answer).replace('waypost_session=', '');
    const asBearer = await call('GET', 'auth/me', undefined, { authorization: `Bearer ${session}` });
    expect([asBearer.status, asBearer.body.code]).toEqual([401, 'unauthenticated']);
    const asCookie = await call('GET', 'auth/me', undefined, {
      cookie: `waypost_session=${answer.body.accessToken}`,
    });
    expect([asCookie.status, asCookie.body.code]).toEqual([401, 'unauthenticated']);
  });

  test('the header counts where both are sent', async () => {
    const cookie = await signIn();
    const headers = { cookie, authorization: 'Bearer not-a-token' };
    expect((await call('GET', 'auth/me', undefined, headers)).status).toBe(401);
  });
});

test('switching to another tenant moves the browser there', async () => {
  const north = await world.tenant('north');
  await world.root.post('/api/v1/tenants', {
    name: 'South',
    slug: 'south',
    admin: { ...north.login, name: 'Admin' },
  });
  const cookie = await signIn(north.login);
  const { tenants } = (await call('GET', 'auth/me', undefined, { cookie })).body;
  const south = tenants.find(({ slug }: Json) => slug === 'south');
  const switched = await call('POST', 'auth/switch', { tenantId: south.id }, { cookie, ...ours });
  expect(switched.status).toBe(200);
  const there = await call('GET', 'auth/me', undefined, { cookie: cookieOf(switched) });
  expect(there.body.tenant.slug).toBe('south');
});

test('signing out takes the cookie away, and another site cannot do it', async () => {
  const elsewhere = await call('POST', 'auth/logout', undefined, { 'sec-fetch-site': 'cross-site' });
  expect([elsewhere.status, elsewhere.headers.getSetCookie()]).toEqual([403, []]);
  const answer = await call('POST', 'auth/logout', undefined, { cookie: await signIn(), ...ours });
  expect([answer.status, answer.body]).toEqual([204, '']);
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^waypost_session=; Max-Age=0; Path=\/api; /),
    expect.stringMatching(/^waypost_acting=; Max-Age=0; Path=\/api\/v1\/auth; /),
    expect.stringMatching(/^waypost_refresh=; Max-Age=0; Path=\/api\/v1\/auth; /),
  ]);
});
