import { RateLimits } from '../libs/platform/src/index.ts';
import { type Answer, type Json, ok } from './world/client.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

const BOUNDS = { address: 40, caller: 60 };

let world: World;
let shop: Tenant;
let key: string;

beforeAll(async () => {
  world = await createWorld(
    {
      RATE_LIMITS: '1',
      RATE_LIMIT_ADDRESS: String(BOUNDS.address),
      RATE_LIMIT_CALLER: String(BOUNDS.caller),
      TRUSTED_PROXIES: '127.0.0.1',
    },
    { worker: false },
  );
  shop = await world.tenant('shop');
  await world.sql(`UPDATE plan SET limits = limits || '{"apiCallsPerMinute": 90, "apiKeys": null}'`);
  await ok(world.root.post('/api/v1/system/cache/clear'));
  key = await newKey();
});
afterAll(() => world?.stop());

const newKey = async (): Promise<string> =>
  (await ok(shop.client.post('/api/v1/api-keys', { name: 'x', scopes: ['routing:read'] }))).key;

interface Call {
  method?: string;
  path?: string;
  from?: string;
  headers?: Record<string, string>;
}

const call = ({ method = 'POST', path = '/api/v1/auth/login', from = '192.0.2.1', headers = {} }: Call) =>
  world.stranger.call(method, path, method === 'POST' ? {} : undefined, {
    'x-forwarded-for': from,
    ...headers,
  });
const projects = (headers: Record<string, string>, from?: string) =>
  call({ method: 'GET', path: '/api/v1/projects', headers, from });
const times = async (count: number, make: () => Promise<Answer<Json>>): Promise<Record<number, number>> => {
  const answers = await Promise.all(Array.from({ length: count }, make));
  const counted: Record<number, number> = {};
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
};

test('an address may call what needs no sign-in so often, and is told when it may again', async () => {
  const from = '192.0.2.10';
  expect(await times(BOUNDS.address, () => call({ from }))).toEqual({ 422: BOUNDS.address });
  const { status, body, headers } = await call({ from });
  expect([status, body.code]).toEqual([429, 'too_many_requests']);
  const wait = Number(headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect(headers.get('ratelimit-policy')).toBe(`"address";q=${BOUNDS.address};w=60`);
  expect(headers.get('ratelimit')).toBe(`"address";r=0;t=${wait}`);
  expect((await call({ from: '192.0.2.11' })).status).toBe(422);
});

test('every answer says what is left', async () => {
  const from = '192.0.2.20';
  const left = [];
  for (let at = 0; at < 3; at += 1) left.push((await call({ from })).headers.get('ratelimit'));
  expect(left.map((text) => text?.replace(/t=\d+/, 't='))).toEqual(
    [1, 2, 3].map((used) => `"address";r=${BOUNDS.address - used};t=`),
  );
});

test('of IPv6 a network counts as one address', async () => {
  let last = 0;
  const any = () => call({ from: `2001:db8:0:1::${(last += 1).toString(16)}` });
  expect(await times(BOUNDS.address + 5, any)).toEqual({ 422: BOUNDS.address, 429: 5 });
  expect((await call({ from: '2001:db8:0:2::1' })).status).toBe(422);
});

test('what only claims to come from elsewhere counts for the proxy that nobody trusts', async () => {
  const other = await createWorld({ RATE_LIMITS: '1', RATE_LIMIT_ADDRESS: '40' }, { worker: false });
  try {
    let last = 0;
    const spoofed = () =>
      other.stranger.call('POST', '/api/v1/auth/login', {}, { 'x-forwarded-for': `192.0.2.${(last += 1)}` });
    // The world itself has signed in from here.
    const counted = await times(60, spoofed);
    expect(counted[429]).toBeGreaterThanOrEqual(20);
  } finally {
    await other.stop();
  }
});

test('tokens and keys that are not accepted are counted, and do not keep the address from signing in', async () => {
  const from = '192.0.2.30';
  const guess = () => projects({ authorization: `Bearer wp_live_${'0'.repeat(22)}_${'0'.repeat(43)}` }, from);
  expect(await times(BOUNDS.address + 10, guess)).toEqual({ 401: BOUNDS.address, 429: 10 });
  expect((await call({ from })).status).toBe(422);
});

test.each(['/api/openapi.json', '/api/docs', '/.well-known/jwks.json'])('%s is limited too', async (path) => {
  const { status, headers } = await call({ method: 'GET', path, from: '192.0.2.50' });
  expect([status, headers.get('ratelimit-policy')]).toEqual([200, `"pages";q=${BOUNDS.address * 10};w=60`]);
});

test('more pages than an address may have are refused like any call', async () => {
  const page = () => call({ method: 'GET', path: '/.well-known/jwks.json', from: '192.0.2.51' });
  expect(await times(BOUNDS.address * 10 + 5, page)).toEqual({ 200: BOUNDS.address * 10, 429: 5 });
  const { headers, body } = await page();
  expect([body.code, Number(headers.get('retry-after')) > 0]).toEqual(['too_many_requests', true]);
});

test('health probes and webhooks are never limited', async () => {
  const probe = () => call({ method: 'GET', path: '/api/v1/system/health/live', from: '192.0.2.40' });
  expect(await times(BOUNDS.address * 2, probe)).toEqual({ 200: BOUNDS.address * 2 });
  const webhook = () => world.post(Buffer.from('{}'), { secret: shop.app.secret, appId: shop.app.id });
  const answers = await Promise.all(Array.from({ length: BOUNDS.address * 2 }, webhook));
  expect(answers.filter(({ status }) => status === 429)).toEqual([]);
  expect(answers.filter(({ headers }) => headers.has('ratelimit'))).toEqual([]);
});

test('a key may call so often, and all programs of a tenant so often together', async () => {
  expect(await times(BOUNDS.caller + 10, () => projects({ 'x-api-key': key }))).toEqual({
    200: BOUNDS.caller,
    429: 10,
  });
  const second = await newKey();
  // Sixty of the ninety are gone; what was refused for the key itself did not count.
  const together = await times(BOUNDS.caller, () => projects({ 'x-api-key': second }));
  expect(together).toEqual({ 200: 30, 429: 30 });
  const { headers, body } = await projects({ 'x-api-key': await newKey() });
  expect(headers.get('ratelimit-policy')).toBe(`"caller";q=${BOUNDS.caller};w=60, "tenant";q=90;w=60`);
  expect(body.detail).toContain('plan');
});

test('a large limit is shared out without being overdrawn, whatever the number of processes', async () => {
  const one = world.api.get(RateLimits, { strict: false });
  const limit = { name: 'test', key: 'large', points: 1_000, perSeconds: 60 };
  const verdicts = await Promise.all(Array.from({ length: 1_500 }, () => one.take(limit)));
  expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(1_000);
  const small = { name: 'test', key: 'small', points: 5, perSeconds: 60 };
  const few = await Promise.all(Array.from({ length: 20 }, () => one.take(small)));
  expect(few.filter(({ allowed }) => allowed)).toHaveLength(5);
});

test('whoever is limited stands nowhere in clear', async () => {
  const rows = await world.sql('SELECT key FROM rate_limit');
  for (const secret of ['192.0.2', '2001:db8', shop.id]) expect(JSON.stringify(rows)).not.toContain(secret);
});

test('counting begins anew when the time is over', async () => {
  const limits = world.api.get(RateLimits, { strict: false });
  const limit = { name: 'test', key: 'short', points: 2, perSeconds: 1 };
  const three = async () => {
    const verdicts = [await limits.take(limit), await limits.take(limit), await limits.take(limit)];
    return verdicts.map(({ allowed }) => allowed);
  };
  expect(await three()).toEqual([true, true, false]);
  await new Promise((over) => setTimeout(over, 1_200));
  expect(await three()).toEqual([true, true, false]);
});
