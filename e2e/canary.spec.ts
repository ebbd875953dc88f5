import { randomBytes } from 'node:crypto';
import { generateSync } from 'otplib';
import pg from 'pg';
import { Browser } from './world/browser.ts';
import { type Client, type Json, ok } from './world/client.ts';
import { receiveMany, routed } from './world/deliveries.ts';
import { keepLogs } from './world/logs.ts';
import { startMailbox } from './world/mailbox.ts';
import { withRedis } from './world/redis.ts';
import { make } from './world/kinds.ts';
import { allRoutes, pathWith, routes } from './world/routes.ts';
import { formsOf, keysWith, tablesWith } from './world/search-for.ts';
import { type SecretRoute, secretRoutes, unmarkedFields, withField } from './world/secret-fields.ts';
import { createWorld, eventually, MINUTE, SECOND, type Tenant, type World } from './world/world.ts';

/** In every secret that somebody gives; nothing else looks like it. */
const CANARY = `Knr${randomBytes(9).toString('hex')}`;
const QUEUE_PREFIX = `{waypost-canary-${randomBytes(3).toString('hex')}}`;

interface Seen {
  call: string;
  status: number;
  text: string;
}

const logs = keepLogs();
const answers: Seen[] = [];
/** Secrets that Waypost has made and shown once, by what showed them. */
const shown = new Map<string, string>();
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
let world: World;
let shop: Tenant;
let document: Json;
const realFetch = globalThis.fetch;

beforeAll(async () => {
  mailbox = await startMailbox();
  world = await createWorld({
    ...logs.settings,
    ...mailbox.settings,
    QUEUE_PREFIX,
    REGISTRATION: 'open',
    WAYPOST_DEMO: '1',
  });
  keepAnswers();
  document = await ok(world.stranger.get('/api/openapi.json'));
  shop = await world.tenant('canary-shop');
}, 60_000);
afterAll(async () => {
  globalThis.fetch = realFetch;
  await world?.stop();
  await mailbox?.close();
  logs.remove();
});

/** From here on every answer of the API is kept, with its headers. */
function keepAnswers(): void {
  globalThis.fetch = async (input, init) => {
    const answer = await realFetch(input, init);
    const url = String(input instanceof Request ? input.url : input);
    if (!url.startsWith(world.url)) return answer;
    const text = await answer.clone().text();
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    answers.push({
      call: `${init?.method ?? 'GET'} ${new URL(url).pathname}`,
      status: answer.status,
      text: `${headers}\n${text}`,
    });
    return answer;
  };
}

const canary = (what: string) => `${CANARY}-${what}-Ocelot9`;
/** Notes what an answer showed once; `showed` says which call. */
function noteShown(showed: string, ...secrets: string[]): void {
  for (const secret of secrets) shown.set(secret, showed);
}
const tokenMailed = async (email: string, nth = 1): Promise<string> => {
  const mails = await eventually(
    () => mailbox.mails.filter(({ to, text }) => to.includes(email) && /#token=/.test(text)),
    (found) => found.length >= nth,
  );
  const [, token = ''] = /#token=([\w-]+)/.exec(mails[nth - 1]!.text) ?? [];
  noteShown('a mail', token);
  return token;
};
async function signedIn(login: Json): Promise<Client> {
  const session = await ok(world.stranger.post('/api/v1/auth/login', login));
  noteShown('POST /api/v1/auth/login', session.accessToken, session.refreshToken);
  return world.stranger.as(session.accessToken);
}
const keyed = (client: Client, path: string, body: Json = {}) =>
  client.call('POST', path, body, { 'idempotency-key': randomBytes(8).toString('hex') });

/** Bodies that hold the canary in one field: well-formed, of another type, too long, broken JSON, no JSON. */
async function provoke({ route, method, path, fields }: SecretRoute): Promise<number[]> {
  const plan = routes[route]!;
  const place = { world, tenant: shop };
  const client =
    plan.needs === 'public' ? world.stranger : plan.needs === 'platform:admin' ? world.root : shop.admin;
  const statuses: number[] = [];
  for (const field of fields) {
    const body = (await plan.body?.(place)) ?? {};
    const isHeaders = field === 'headers';
    const value = isHeaders
      ? { Authorization: `Bearer ${canary('header')}`, 'X-Key': canary('key') }
      : canary(field);
    const address = pathWith(path, plan.id && (await make(plan.id, place)));
    const key = { 'idempotency-key': randomBytes(8).toString('hex') };
    const full = JSON.stringify(withField(body, field, value));
    for (const [sent, headers] of [
      [full, key],
      [JSON.stringify(withField(body, field, [{ nested: canary(field) }])), {}],
      // Names of headers are shown to everybody who sees the project.
      [
        JSON.stringify(
          withField(body, field, { [isHeaders ? 'X-Key' : canary('name')]: { nested: canary(field) } }),
        ),
        {},
      ],
      [JSON.stringify(withField(body, field, canary('long').repeat(2_000))), {}],
      [full.slice(0, -3), {}],
      [full.replaceAll(`"${canary(field)}"`, canary(field)), {}],
      [full, { 'content-type': 'text/plain' }],
    ] as [string, Record<string, string>][]) {
      const answer = await client.call(method, address, sent, headers);
      statuses.push(answer.status);
    }
  }
  return statuses;
}

describe('fields that hold secrets', () => {
  test('are marked in the OpenAPI document, and each can be called', () => {
    expect(unmarkedFields(document)).toEqual([]);
    const found = secretRoutes(document);
    expect(found.length).toBeGreaterThan(15);
    for (const { route } of found) expect([route, routes[route] !== undefined]).toEqual([route, true]);
  });
});

describe('a secret', () => {
  test('is given wherever one can be, and refused wherever it is malformed', async () => {
    const statuses = new Set<number>();
    for (const route of secretRoutes(document))
      for (const status of await provoke(route)) statuses.add(status);
    // Some went through, some were refused, and nothing broke.
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
    expect(statuses).toEqual(expect.objectContaining(new Set([400, 422])));
    expect(statuses.has(200) || statuses.has(201)).toBe(true);
  }, 120_000);

  test('breaks things in the middle of the work', async () => {
    const tables = ['project', 'meta_app', 'app_user', 'link_token', 'user_totp', 'session', 'audit_draft'];
    const other = await world.tenant('canary-broken');
    // The tokens are there before everything is refused.
    await Promise.all([world.root.get('/api/v1/auth/me'), other.admin.get('/api/v1/auth/me')]);
    const bodies = await Promise.all(
      secretRoutes(document).map(async (route) => ({
        ...route,
        body: await routes[route.route]!.body?.({ world, tenant: other }),
      })),
    );
    const ids = new Map<string, string>();
    for (const { id } of bodies.map(({ route }) => routes[route]!)) {
      if (id && !ids.has(id)) ids.set(id, await make(id, { world, tenant: other }));
    }
    const broken: number[] = [];
    const owner = new pg.Client({ connectionString: world.settings.databaseUrl });
    await owner.connect();
    // PostgreSQL tells whole rows in the detail of such an error.
    for (const table of tables)
      await owner.query(`ALTER TABLE ${table} ADD CONSTRAINT broken CHECK (false) NOT VALID`);
    try {
      for (const { route, method, path, fields, body } of bodies) {
        const plan = routes[route]!;
        const client =
          plan.needs === 'public'
            ? world.stranger
            : plan.needs === 'platform:admin'
              ? world.root
              : other.admin;
        const id = plan.id && ids.get(plan.id);
        let sent: Json = body ?? {};
        for (const field of fields) {
          sent = withField(
            sent,
            field,
            field === 'headers' ? { 'X-Key': canary('broken') } : canary('broken'),
          );
        }
        broken.push((await client.call(method, pathWith(path, id), sent)).status);
      }
      broken.push((await world.stranger.post('/api/v1/auth/login', other.login)).status);
    } finally {
      for (const table of tables) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT broken`);
      await owner.end();
    }
    expect(broken.filter((status) => status === 500).length).toBeGreaterThan(3);
  }, 60_000);

  test('lives its whole life: of people', async () => {
    const email = 'canary@people.test';
    const password = canary('password');
    const registered = await ok(
      world.stranger.post('/api/v1/auth/register', {
        tenantName: 'Canary',
        slug: 'canary-people',
        name: 'Ada Lovelace',
        email,
        password,
      }),
    );
    noteShown('POST /api/v1/auth/register', registered.accessToken, registered.refreshToken);
    await ok(world.stranger.post('/api/v1/auth/verify', { token: await tokenMailed(email) }));
    // Within a second an access token with the same claims is the same one.
    world.clock.advance(2 * SECOND);
    const refreshed = await ok(
      world.stranger.post('/api/v1/auth/refresh', { refreshToken: registered.refreshToken }),
    );
    noteShown('POST /api/v1/auth/refresh', refreshed.accessToken, refreshed.refreshToken);

    let me = await signedIn({ email, password });
    await ok(
      keyed(me, '/api/v1/auth/password/change', {
        currentPassword: password,
        newPassword: canary('changed'),
      }),
    );
    me = await signedIn({ email, password: canary('changed') });
    await world.stranger.post('/api/v1/auth/password/forgot', { email });
    const reset = await tokenMailed(email, 2);
    expect(
      (await world.stranger.post('/api/v1/auth/password/reset', { token: reset, password: canary('reset') }))
        .status,
    ).toBeLessThan(300);
    me = await signedIn({ email, password: canary('reset') });

    const { secret, uri } = await ok(keyed(me, '/api/v1/auth/totp/setup', { password: canary('reset') }));
    expect(uri).toContain(secret);
    noteShown('POST /api/v1/auth/totp/setup', secret);
    const seconds = Math.floor(world.clock.now().getTime() / 1_000);
    const { recoveryCodes } = await ok(
      keyed(me, '/api/v1/auth/totp/enable', { code: generateSync({ secret, epoch: seconds }) }),
    );
    noteShown('POST /api/v1/auth/totp/enable', ...recoveryCodes);
    await signedIn({ email, password: canary('reset'), code: recoveryCodes[0] });

    const guest = 'guest@people.test';
    await ok(shop.admin.post('/api/v1/team/invites', { email: guest, role: 'DEVELOPER' }));
    const token = await tokenMailed(guest);
    await ok(world.stranger.post('/api/v1/auth/invites/look', { token }));
    const joined = await ok(
      world.stranger.post('/api/v1/auth/invites/accept', { token, name: 'Guest', password: canary('guest') }),
    );
    noteShown('POST /api/v1/auth/invites/accept', joined.accessToken, joined.refreshToken);

    const browser = new Browser(world.stranger);
    await browser.post('/api/v1/auth/login', { email: guest, password: canary('guest') });
    for (const { value } of browser.cookies.values()) noteShown('POST /api/v1/auth/login', value);
    await browser.get('/api/v1/auth/me');
    await browser.post('/api/v1/auth/logout');
  }, 60_000);

  test('lives its whole life: of projects, apps, keys and notifications', async () => {
    const { admin } = shop;
    const header = { Authorization: `Bearer ${canary('header')}` };
    const made = await ok(
      keyed(admin, '/api/v1/projects', {
        name: 'Direct',
        endpoint: world.destinations.endpoint('direct'),
        headers: header,
      }),
    );
    noteShown('POST /api/v1/projects', made.secret);
    const rotated = await ok(keyed(admin, `/api/v1/projects/${made.id}/rotate-secret`, { overlapHours: 1 }));
    noteShown('POST /api/v1/projects/rotate-secret', rotated.secret);
    const { number, project } = await routed(shop, 'with-header', { headers: header });
    noteShown('POST /api/v1/projects', project.secret);
    await receiveMany(shop, number, 3);
    // Some that fail: what went wrong is kept and shown.
    world.destinations.setMode('with-header', { mode: 'status', status: 500, first: 1 });
    await receiveMany(shop, number, 2);
    const gone = await routed(shop, 'gone', { headers: header, endpoint: 'http://127.0.0.1:9/nobody' });
    noteShown('POST /api/v1/projects', gone.project.secret);
    await receiveMany(shop, gone.number, 1);
    await eventually(
      () => ok(admin.get('/api/v1/deliveries?states=waiting')),
      ({ data }) => data.length > 0,
    );

    const verifyToken = canary('verify');
    await ok(admin.patch(`/api/v1/apps/${shop.app.id}`, { verifyToken }));
    for (const token of [verifyToken, canary('wrong')]) {
      const query = `?hub.mode=subscribe&hub.challenge=1&hub.verify_token=${token}`;
      for (const door of ['/webhooks/meta', `/webhooks/meta/${shop.app.id}`, '/webhook', '/meta/webhook']) {
        await world.stranger.get(door + query);
      }
    }
    await ok(admin.patch(`/api/v1/apps/${shop.app.id}`, { appSecret: canary('app-secret') }));
    await world.post(Buffer.from('{}'), { secret: canary('app-secret'), appId: shop.app.id });
    await world.post(Buffer.from('{}'), { signature: `sha256=${canary('signature')}`, appId: shop.app.id });

    const key = await ok(keyed(admin, '/api/v1/api-keys', { name: 'Canary', scopes: ['routing:read'] }));
    noteShown('POST /api/v1/api-keys', key.key);
    await ok(world.stranger.as(key.key).get('/api/v1/projects'));
    const rekeyed = await ok(keyed(admin, `/api/v1/api-keys/${key.id}/rotate`, { overlapHours: 1 }));
    noteShown('POST /api/v1/api-keys/rotate', rekeyed.key);
    await world.stranger.call('GET', '/api/v1/projects', undefined, { 'x-api-key': rekeyed.key });

    for (const [client, at] of [
      [admin, 'tenants/current'],
      [world.root, 'system'],
    ] as const) {
      const { webhookSecret } = await ok(
        client.patch(`/api/v1/${at}/notifications`, { webhookUrl: world.destinations.endpoint('alerts') }),
      );
      noteShown(`PATCH /api/v1/${at}/notifications`, webhookSecret);
    }
    const { data } = await ok(world.root.get(`/api/v1/tenants/${shop.id}/members`));
    const acting = await ok(
      world.root.post(`/api/v1/tenants/${shop.id}/impersonate`, { userId: data[0].userId, reason: 'To see' }),
    );
    noteShown('POST /api/v1/tenants/impersonate', acting.accessToken, acting.refreshToken);
  }, 60_000);

  test('is tried where it does not belong: in headers, cookies and queries', async () => {
    for (const path of [
      '/api/v1/projects',
      '/api/v1/auth/me',
      '/metrics',
      '/graph/messages',
      '/nowhere',
      '/api/v1/stream',
    ]) {
      await world.stranger
        .as(canary('bearer'))
        .get(`${path}?token=${canary('query')}&access_token=${canary('query')}`);
      await world.stranger.call('GET', path, undefined, { 'x-api-key': canary('api-key') });
      await world.stranger.call('GET', path, undefined, {
        cookie: `waypost_session=${canary('cookie')}; waypost_refresh=${canary('cookie')}`,
      });
    }
    await world.stranger.as(`wp_live_${CANARY}_${CANARY}`).get('/api/v1/projects');
    await shop.admin.call(
      'POST',
      '/api/v1/projects',
      { name: 'x' },
      { 'idempotency-key': canary('idempotency') },
    );
    await shop.admin.get(`/api/v1/projects?cursor=${canary('cursor')}`);
  });

  test('has passed: everything is read once more, while the worker works on', async () => {
    world.clock.advance(2 * MINUTE);
    await world.keepHouse();
    for (const { method, path, id, needs, answers: what } of allRoutes) {
      if (method !== 'GET' || id || what === 'a stream') continue;
      await (needs === 'platform:admin' ? world.root : shop.admin).get(pathWith(path, undefined));
    }
    for (const list of ['apps', 'projects', 'events', 'deliveries', 'mappings', 'phone-numbers']) {
      const { data } = await ok(shop.admin.get(`/api/v1/${list}`));
      for (const { id } of data) await shop.admin.get(`/api/v1/${list}/${id}`);
    }
    expect(answers.length).toBeGreaterThan(300);
  }, 60_000);
});

describe('afterwards it stands', () => {
  /** What somebody gave, and what Waypost made. */
  const everySecret = () => [CANARY, ...shown.keys()].filter(Boolean);
  const every = () => everySecret().flatMap(formsOf);

  test('in no answer but the one that showed it first', () => {
    const given = formsOf(CANARY);
    expect(
      answers
        .filter(({ text }) => given.some((form) => text.includes(form)))
        .map(({ call, status }) => `${status} ${call}`),
    ).toEqual([]);
    const repeated = [...shown].flatMap(([secret, by]) => {
      const places = answers.filter(({ text }) => text.includes(secret));
      const most = by === 'a mail' ? 0 : 1;
      return places.length > most ? places.map(({ call, status }) => `${by}: ${status} ${call}`) : [];
    });
    expect(repeated).toEqual([]);
    expect(shown.size).toBeGreaterThan(30);
  });

  test('in no line of the log of api and worker', () => {
    const text = logs.text();
    expect(text.split('\n').length).toBeGreaterThan(50);
    expect(text).toContain('"name":"worker"');
    expect(text).toContain('request failed');
    const lines = text.split('\n');
    expect(every().flatMap((form) => lines.filter((line) => line.includes(form)).slice(0, 2))).toEqual([]);
  });

  test('in no table, whatever the form', async () => {
    expect(await tablesWith(world, every())).toEqual([]);
    // The search does find what is there.
    expect(await tablesWith(world, [Buffer.from(shop.businessId).toString('hex')])).not.toEqual([]);
    expect(await tablesWith(world, ['canary@people.test'])).not.toEqual([]);
  }, 60_000);

  test('in no key of the queue', async () => {
    // On PostgreSQL the queue is a schema of the database, which was searched.
    if (!withRedis) return;
    const { keys, found } = await keysWith(QUEUE_PREFIX, every());
    expect(keys).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});
