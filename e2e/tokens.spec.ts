import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { createApi } from '../apps/api/src/create-api.ts';
import { SigningKeys } from '../libs/accounts/src/index.ts';
import { Client, type Json, ok } from './world/client.ts';
import { createWorld, DAY, HOUR, MINUTE, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let keys: SigningKeys;
let session: Json;
let kid: string;
let privateKey: string;

beforeAll(async () => {
  world = await createWorld();
  shop = await world.tenant('shop');
  keys = world.api.get(SigningKeys, { strict: false });
  session = await ok(world.stranger.post('/api/v1/auth/login', shop.login));
  kid = await keys.currentId();
  privateKey = await keys.signer(kid);
});
afterAll(() => world?.stop());

const me = (token: string) => world.stranger.as(token).get('/api/v1/auth/me');
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const read = (token: string, index: number): Json =>
  JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString());
const jwks = async (url = world.url): Promise<Json[]> =>
  ((await (await fetch(`${url}/.well-known/jwks.json`)).json()) as Json).keys;

interface Forgery {
  header?: object;
  payload?: object;
  key?: KeyObject | string;
}

/** A token as the product makes it, with the product's own key, but for what is given. */
function forge({ header, payload, key = privateKey }: Forgery = {}): string {
  const now = Math.floor(world.clock.now().getTime() / 1000);
  const { sub, sid } = read(session.accessToken, 1);
  const claims = {
    sub,
    sid,
    sa: false,
    tid: shop.id,
    iat: now,
    exp: now + 60,
    iss: 'waypost',
    aud: 'waypost-api',
  };
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid, ...header })}.${part({ ...claims, ...payload })}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

function forgeHmac(header: object, secret: string): string {
  const [, claims] = forge().split('.');
  const signed = `${part(header)}.${claims}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

async function publicPem(format: 'spki' | 'pkcs1'): Promise<string> {
  const jwk = (await jwks()).find((one) => one.kid === kid);
  return createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'pem', type: format }).toString();
}

describe('an access token', () => {
  test('is signed with RS256 and the key that its id names, for ten minutes', async () => {
    expect(read(session.accessToken, 0)).toEqual({ alg: 'RS256', typ: 'JWT', kid });
    const { iat, exp, aud, iss } = read(session.accessToken, 1);
    expect([exp - iat, aud, iss]).toEqual([600, 'waypost-api', 'waypost']);
  });

  test('is accepted when everything about it is right', async () => {
    expect((await me(forge())).status).toBe(200);
  });

  const theirs = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const jku = 'https://evil.test/jwks.json';

  test.each<[string, () => string | Promise<string>]>([
    ['alg none', () => `${part({ alg: 'none', typ: 'JWT', kid })}.${forge().split('.')[1]}.`],
    [
      'HS256, signed with the public key',
      async () => forgeHmac({ alg: 'HS256', kid }, await publicPem('spki')),
    ],
    [
      'HS256, with the other form of it',
      async () => forgeHmac({ alg: 'HS256', kid }, await publicPem('pkcs1')),
    ],
    [
      'an HMAC that calls itself RS256',
      async () => forgeHmac({ alg: 'RS256', kid }, await publicPem('spki')),
    ],
    ['a foreign key under our id', () => forge({ key: theirs.privateKey })],
    ['a foreign key and where to find it', () => forge({ key: theirs.privateKey, header: { jku } })],
    [
      'a foreign key in its header',
      () => forge({ key: theirs.privateKey, header: { jwk: theirs.publicKey.export({ format: 'jwk' }) } }),
    ],
    ['a foreign chain of certificates', () => forge({ key: theirs.privateKey, header: { x5u: jku } })],
    ['our key, and a place to find others', () => forge({ header: { jku } })],
    ['a foreign key id', () => forge({ header: { kid: '01990000-0000-7000-8000-000000000002' } })],
    ['no key id', () => forge({ header: { kid: undefined } })],
    ['a path as key id', () => forge({ header: { kid: '../../../../dev/null' } })],
    ['SQL as key id', () => forge({ header: { kid: `' UNION SELECT '${kid}` } })],
    ['the audience of browsers', () => forge({ payload: { aud: 'waypost-browser' } })],
    ['both audiences but not ours', () => forge({ payload: { aud: ['waypost-browser', 'elsewhere'] } })],
    ['another issuer', () => forge({ payload: { iss: 'https://evil.test' } })],
    ['no issuer', () => forge({ payload: { iss: undefined } })],
    ['a time that is over', () => forge({ payload: { iat: 1_700_000_000, exp: 1_700_000_600 } })],
    ['a time that has not come', () => forge({ payload: { nbf: Math.floor(Date.now() / 1000) + 900 } })],
    [
      'a session that does not exist',
      () => forge({ payload: { sid: '01990000-0000-7000-8000-000000000003' } }),
    ],
    [
      'the session of somebody else',
      () => forge({ payload: { sub: '01990000-0000-7000-8000-000000000003' } }),
    ],
    ['a session that is no id', () => forge({ payload: { sid: `' OR true --` } })],
    ['no session', () => forge({ payload: { sid: undefined } })],
  ])('with %s is refused', async (_what, token) => {
    const { status, body, headers } = await me(await token());
    expect([status, body.code, headers.get('www-authenticate')]).toEqual([401, 'unauthenticated', 'Bearer']);
  });

  test('of a browser is not accepted as a bearer, nor the other way', async () => {
    const cookie = `waypost_session=${forge()}`;
    expect((await world.stranger.call('GET', '/api/v1/auth/me', undefined, { cookie })).status).toBe(401);
    const browser = forge({ payload: { aud: 'waypost-browser' } });
    const good = { cookie: `waypost_session=${browser}` };
    expect((await world.stranger.call('GET', '/api/v1/auth/me', undefined, good)).status).toBe(200);
    expect((await me(browser)).status).toBe(401);
  });

  test('gives no more than the session has, whatever it claims', async () => {
    const other = await world.tenant('other');
    const client = world.stranger.as(forge({ payload: { sa: true, tid: other.id, role: 'TENANT_ADMIN' } }));
    expect((await client.get('/api/v1/tenants')).status).toBe(403);
    expect((await client.get('/api/v1/projects')).status).toBe(403);
    expect((await client.forTenant(other.id).get('/api/v1/projects')).status).toBe(404);
  });

  test('of a disabled person is refused at once, and so is one of an ended session', async () => {
    const leaver = await world.tenant('leaver');
    const first = await ok(world.stranger.post('/api/v1/auth/login', leaver.login));
    const second = await ok(world.stranger.post('/api/v1/auth/login', leaver.login));
    expect((await world.stranger.as(first.accessToken).post('/api/v1/auth/logout')).status).toBe(204);
    expect((await me(first.accessToken)).status).toBe(401);
    expect((await me(second.accessToken)).status).toBe(200);
    await world.sql(`UPDATE app_user SET status = 'disabled' WHERE email = $1`, [leaver.login.email]);
    expect((await me(second.accessToken)).status).toBe(401);
  });
});

describe('the published keys', () => {
  test('are public, cacheable and enough for a stranger to check a token', async () => {
    const answer = await fetch(`${world.url}/.well-known/jwks.json`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=300']);
    const [key] = ((await answer.json()) as Json).keys;
    expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', shop.login));
    const set = createRemoteJWKSet(new URL(`${world.url}/.well-known/jwks.json`));
    const { payload } = await jwtVerify(accessToken, set, {
      issuer: 'waypost',
      audience: 'waypost-api',
      algorithms: ['RS256'],
      currentDate: world.clock.now(),
    });
    expect(payload['tid']).toBe(shop.id);
  });

  test('and the private ones are nowhere in the clear', async () => {
    const [row] = await world.sql(`SELECT signing_key::text AS row FROM signing_key WHERE id = $1`, [kid]);
    expect(row.row).not.toContain('PRIVATE KEY');
    expect(row.row).not.toContain(Buffer.from('PRIVATE KEY').toString('hex'));
  });
});

describe('a rotation', () => {
  test('signs with a new key at once, and ends nothing that the former one signed', async () => {
    const before = await ok(world.stranger.post('/api/v1/auth/login', shop.login));
    const { keyId } = await ok(world.root.post('/api/v1/system/signing-keys/rotate'));
    expect(keyId).not.toBe(kid);
    const after = await ok(world.stranger.post('/api/v1/auth/login', shop.login));
    expect([read(before.accessToken, 0).kid, read(after.accessToken, 0).kid]).toEqual([kid, keyId]);
    expect([(await me(before.accessToken)).status, (await me(after.accessToken)).status]).toEqual([200, 200]);
    expect((await jwks()).map((key) => key.kid)).toEqual([keyId, kid]);
  });

  test('is for super-admins', async () => {
    expect((await shop.admin.post('/api/v1/system/signing-keys/rotate')).status).toBe(403);
  });

  test('reaches other processes: they accept the new key at once and sign with it soon', async () => {
    const second = await createApi({ settings: world.settings, clock: world.clock });
    try {
      await second.listen(0, '127.0.0.1');
      const url = (await second.getUrl()).replace('[::1]', '127.0.0.1');
      const elsewhere = new Client(url);
      await ok(elsewhere.post('/api/v1/auth/login', shop.login));
      const { keyId } = await ok(world.root.post('/api/v1/system/signing-keys/rotate'));
      const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', shop.login));
      expect(read(accessToken, 0).kid).toBe(keyId);
      expect((await elsewhere.as(accessToken).get('/api/v1/auth/me')).status).toBe(200);
      const made = await ok(elsewhere.post('/api/v1/auth/login', shop.login));
      expect(read(made.accessToken, 0).kid).toBe(keyId);
    } finally {
      await second.close();
    }
  });

  test('of ten at the same moment leaves one key that signs', async () => {
    await Promise.all(
      Array.from({ length: 10 }, () => ok(world.root.post('/api/v1/system/signing-keys/rotate'))),
    );
    const current = await world.sql('SELECT id FROM signing_key WHERE retired_at IS NULL');
    expect(current).toHaveLength(1);
    const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', shop.login));
    expect((await me(accessToken)).status).toBe(200);
  });

  test('comes by itself after a month, and the former keys go when their tokens are over', async () => {
    const [current] = await world.sql('SELECT id FROM signing_key WHERE retired_at IS NULL');
    world.clock.advance(29 * DAY);
    await world.keepHouse();
    expect(await world.sql('SELECT id FROM signing_key')).toEqual([current]);
    world.clock.advance(2 * DAY);
    await world.keepHouse();
    const renewed = await world.sql('SELECT id FROM signing_key WHERE retired_at IS NULL');
    expect(renewed).not.toEqual([current]);
    world.clock.advance(30 * MINUTE);
    await world.keepHouse();
    expect(await world.sql('SELECT id FROM signing_key')).toHaveLength(2);
    world.clock.advance(HOUR);
    await world.keepHouse();
    expect(await world.sql('SELECT id FROM signing_key')).toEqual(renewed);
  });

  test('is written down', async () => {
    const seen: Json[] = [];
    for (const action of ['signing-key.created', 'signing-key.rotated']) {
      seen.push(...(await ok(world.root.get(`/api/v1/system/audit?action=${action}`))).data);
    }
    expect(seen.map(({ action, actor }) => [action, actor.kind])).toEqual(
      expect.arrayContaining([
        ['signing-key.created', 'system'],
        ['signing-key.rotated', 'person'],
        ['signing-key.rotated', 'system'],
      ]),
    );
  });
});
