import { Redis } from 'ioredis';
import {
  batch,
  checkHubSignature,
  checkStandardSignature,
  textMessage,
} from '../apps/simulator/src/index.ts';
import { type Answer, type Client, type Json, ok } from './world/client.ts';
import { withDatabase } from './world/database.ts';
import { allRoutes, pathWith } from './world/routes.ts';
import { createWorld, eventually, HOUR, type Tenant, type World } from './world/world.ts';

/** Of this file's own, so that its keys in Redis can be told. */
const QUEUE_PREFIX = '{waypost-projects-spec}';

let world: World;
let shop: Tenant;
let api: Client;

beforeAll(async () => {
  // Longer sessions, since time is turned forward.
  world = await createWorld({ QUEUE_PREFIX });
  shop = await world.tenant('shop');
  api = shop.admin;
});
afterAll(() => world?.stop());

const projects = '/api/v1/projects';
const newProject = (more: Json = {}) => ({
  name: 'Orders',
  endpoint: world.destinations.endpoint('orders'),
  ...more,
});
/** Status, code and the fields that a refusal names. */
async function refusal(answer: Promise<Answer<Json>>): Promise<[number, string, string[]]> {
  const { status, body } = await answer;
  return [status, body.code, (body.errors ?? []).map(({ field }: { field: string }) => field)];
}

describe('a project', () => {
  test('is made, shown, changed and removed', async () => {
    const { secret, ...made } = await ok(
      api.post(
        projects,
        newProject({ name: 'Ça va?', description: 'd', headers: { 'X-Key': 'k' }, split: 'event' }),
      ),
    );
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32,}=*$/);
    expect(made).toEqual({
      id: expect.any(String),
      slug: 'ca-va',
      name: 'Ça va?',
      description: 'd',
      endpoint: world.destinations.endpoint('orders'),
      headers: { 'X-Key': '••••' },
      split: 'event',
      status: 'enabled',
      disabledReason: null,
      disabledAt: null,
      previousSecretExpiresAt: null,
      mappings: 0,
      health: {
        breaker: 'closed',
        openUntil: null,
        consecutiveFailures: 0,
        failingSince: null,
        lastSuccessAt: null,
        lastFailureAt: null,
      },
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
    });
    expect(await ok(api.get(`${projects}/${made.id}`))).toEqual(made);
    expect(await ok(api.get(`${projects}/ca-va`))).toEqual(made);
    expect(await ok(api.get(`${projects}/${made.id.toUpperCase()}`))).toEqual(made);

    const changed = await ok(
      api.patch(`${projects}/ca-va`, { headers: { 'X-Other': 'o' }, description: '', split: 'batch' }),
    );
    expect(changed).toEqual({
      ...made,
      headers: { 'X-Other': '••••' },
      description: '',
      split: 'batch',
      updatedAt: expect.any(String),
    });
    const gone = await api.delete(`${projects}/ca-va`);
    expect([gone.status, gone.body]).toEqual([204, '']);
    for (const reference of [made.id, 'ca-va'])
      expect((await api.get(`${projects}/${reference}`)).status).toBe(404);
  });

  test('has a slug of its own, which is free again when it is deleted', async () => {
    const first = await ok(api.post(projects, newProject({ name: 'Twin' })));
    const second = await ok(api.post(projects, newProject({ name: 'Twin' })));
    expect([first.slug, second.slug]).toEqual(['twin', 'twin-2']);
    expect(await refusal(api.post(projects, newProject({ slug: 'twin' })))).toEqual([
      409,
      'already_exists',
      [],
    ]);
    expect(await refusal(api.patch(`${projects}/twin-2`, { slug: 'twin' }))).toEqual([
      409,
      'already_exists',
      [],
    ]);
    expect((await ok(api.patch(`${projects}/twin`, { slug: 'twin' }))).slug).toBe('twin');
    await ok(api.delete(`${projects}/twin`));
    expect((await ok(api.patch(`${projects}/twin-2`, { slug: 'twin' }))).id).toBe(second.id);
    const other = await world.tenant('twin-owner');
    expect((await ok(other.admin.post(projects, newProject({ name: 'Twin' })))).slug).toBe('twin');
  });

  test('that two make at the same moment gets two slugs', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => ok(api.post(projects, newProject({ name: 'Rush' })))),
    );
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(8);
  });

  test('takes its mappings with it, and its deliveries stay to be seen', async () => {
    const number = await shop.number();
    const project = await shop.project('short-lived');
    await shop.map(number, project);
    await shop.receive(batch([textMessage(number)]));
    const query = `/api/v1/deliveries?projectId=${project.id}&states=delivered`;
    await eventually(
      () => ok(api.get(query)),
      (page) => page.data.length === 1,
    );
    await ok(api.delete(`${projects}/${project.id}`));
    expect((await ok(api.get(`/api/v1/phone-numbers/${number.phoneNumberId}/projects`))).data).toEqual([]);
    expect((await ok(api.get(query))).data).toHaveLength(1);
  });

  test('can be switched off and on', async () => {
    const { id } = await shop.project('switched');
    const off = await ok(api.post(`${projects}/${id}/disable`));
    expect(off).toMatchObject({
      status: 'disabled',
      disabledReason: 'manual',
      disabledAt: expect.any(String),
    });
    expect(await ok(api.post(`${projects}/${id}/disable`))).toEqual(off);
    expect(await refusal(api.post(`${projects}/${id}/test`))).toEqual([409, 'wrong_state', []]);
    expect(await ok(api.post(`${projects}/${id}/enable`))).toMatchObject({
      status: 'enabled',
      disabledReason: null,
      disabledAt: null,
    });
  });

  test('can be tried with a test message', async () => {
    const { id, name } = await shop.project('tried');
    const { deliveryId } = await ok(api.post(`${projects}/${id}/test`));
    const [request] = await eventually(
      () => world.destinations.requests(name),
      (seen) => seen.length === 1,
    );
    expect(request!.headers['webhook-id']).toBe(deliveryId);
    expect(request!.signatures).toEqual({ hub: 'valid', standard: 'valid' });
    expect(JSON.parse(request!.body.toString()).entry[0].changes[0].field).toBe('messages');
  });

  test.each<[string, Json, string]>([
    ['no name', { name: undefined }, 'name'],
    ['a name of blanks', { name: '  ' }, 'name'],
    ['no endpoint', { endpoint: undefined }, 'endpoint'],
    ['a slug that is none', { slug: 'Not A Slug' }, 'slug'],
    ['a slug like an id', { slug: '01990000-0000-7000-8000-000000000000' }, 'slug'],
    ['another split', { split: 'half' }, 'split'],
    ['headers in a list', { headers: ['a'] }, 'headers'],
    ['headers in a text', { headers: 'a: b' }, 'headers'],
    ['no headers at all, as null', { headers: null }, 'headers'],
    ['a header with a number', { headers: { 'X-Number': 1 } }, 'headers.X-Number'],
    ['a header with a line break', { headers: { 'X-A': 'a\r\nHost: elsewhere' } }, 'headers.X-A'],
    ['a header that is not ASCII', { headers: { 'X-A': 'ä' } }, 'headers.X-A'],
    ['a header name with a blank', { headers: { 'X A': 'a' } }, 'headers'],
    ['a header twice', { headers: { 'X-A': 'a', 'x-a': 'b' } }, 'headers.x-a'],
    [
      'too many headers',
      { headers: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`X-${at}`, 'a'])) },
      'headers',
    ],
    ...[
      'Host',
      'content-length',
      'Content-Type',
      'X-Hub-Signature-256',
      'webhook-id',
      'X-Waypost-Attempt',
      'Connection',
    ].map((name): [string, Json, string] => [
      `the header ${name}`,
      { headers: { [name]: 'a' } },
      `headers.${name}`,
    ]),
    ['a field that nobody knows', { status: 'disabled' }, 'status'],
  ])('with %s is refused', async (_what, wrong, field) => {
    expect(await refusal(api.post(projects, newProject(wrong)))).toEqual([422, 'invalid_input', [field]]);
  });
});

describe('the signing secret', () => {
  test('is replaced: both sign for the overlap, then only the new one', async () => {
    const { id, name, secret: old } = await shop.project('rotating');
    const rotated = await ok(api.post(`${projects}/${id}/rotate-secret`, { overlapHours: 2 }));
    expect(rotated.secret).toMatch(/^whsec_/);
    expect(rotated.secret).not.toBe(old);
    expect(new Date(rotated.previousSecretExpiresAt).getTime()).toBeGreaterThan(
      world.clock.now().getTime() + HOUR,
    );

    const nextRequest = async (nth: number) => {
      await ok(api.post(`${projects}/${id}/test`));
      const seen = await eventually(
        () => world.destinations.requests(name),
        (requests) => requests.length === nth,
      );
      const { headers, body } = seen.at(-1)!;
      const now = world.clock.now().getTime();
      return (secret: string) => [
        checkHubSignature(headers, body, secret),
        checkStandardSignature(headers, body, secret, now),
      ];
    };
    const during = await nextRequest(1);
    expect([during(rotated.secret), during(old)]).toEqual([
      ['valid', 'valid'],
      ['invalid', 'valid'],
    ]);
    world.clock.advance(3 * HOUR);
    const after = await nextRequest(2);
    expect([after(rotated.secret), after(old)]).toEqual([
      ['valid', 'valid'],
      ['invalid', 'invalid'],
    ]);
  });

  test('can be replaced at once, and only once by two at the same moment', async () => {
    const { id } = await shop.project('at-once');
    const rotate = () => api.post(`${projects}/${id}/rotate-secret`, { overlapHours: 0 });
    expect((await ok(rotate())).previousSecretExpiresAt).toBeNull();
    const statuses = (await Promise.all([rotate(), rotate(), rotate()])).map(({ status }) => status);
    expect(statuses).toContain(200);
    for (const status of statuses) expect([200, 409]).toContain(status);
  });
});

describe('what is secret', () => {
  const hidden = {
    verifyToken: 'verify-token-KJH87sdf',
    appSecret: 'app-secret-8Hdf63kq',
    header: 'Bearer header-value-Lw83Jd',
    password: 'a password that is Qp84nZ',
  };
  let secrets: string[];
  /** As they are, in hex and in base64. */
  let forms: string[];
  let keeper: Tenant;
  let admin: Client;

  beforeAll(async () => {
    keeper = await world.tenant('keeper');
    const person = { email: 'person@keeper.test', name: 'Person', password: hidden.password };
    await ok(world.root.post('/api/v1/tenants', { name: 'Of the person', admin: person }));
    admin = keeper.admin;
    const app = {
      businessId: keeper.businessId,
      name: 'App',
      verifyToken: hidden.verifyToken,
      appSecret: hidden.appSecret,
    };
    await ok(admin.post('/api/v1/apps', { id: '9876543210', ...app }));
    const project = await ok(admin.post(projects, newProject({ headers: { Authorization: hidden.header } })));
    const rotated = await ok(admin.post(`${projects}/${project.id}/rotate-secret`));
    const number = await keeper.number();
    await keeper.map(number, project);
    await keeper.receive(batch([textMessage(number)]));
    await eventually(
      () => ok(admin.get('/api/v1/deliveries?states=delivered')),
      (page) => page.data.length === 1,
    );
    secrets = [...Object.values(hidden), project.secret, rotated.secret];
    forms = [...secrets, secrets[4]!.slice('whsec_'.length)].flatMap((secret) => {
      const bytes = Buffer.from(secret);
      return [secret, bytes.toString('hex'), bytes.toString('base64').slice(0, -4)];
    });
  });

  test('is told once and stands in no answer after that', async () => {
    const answers: string[] = [];
    const keep = (answer: Answer<Json>) => answers.push(JSON.stringify(answer.body));
    for (const { method, path, id, needs, answers: what } of allRoutes) {
      // A stream does not end.
      if (method !== 'GET' || id || what === 'a stream') continue;
      keep(await (needs === 'platform:admin' ? world.root : admin).get(pathWith(path, undefined)));
    }
    for (const list of ['apps', 'projects', 'events', 'deliveries', 'mappings']) {
      const { data } = await ok(admin.get(`/api/v1/${list}`));
      for (const { id } of data) keep(await admin.get(`/api/v1/${list}/${id}`));
    }
    keep(await admin.patch('/api/v1/apps/9876543210', { name: 'Renamed' }));
    keep(await admin.patch('/api/v1/apps/9876543210', { appSecret: `${hidden.appSecret} ` }));
    keep(await admin.patch(`${projects}/orders`, { headers: { 'X-A': 1, Authorization: hidden.header } }));
    for (const secret of secrets) expect(answers.filter((answer) => answer.includes(secret))).toEqual([]);
    expect(answers.length).toBeGreaterThan(20);
  });

  test('stands in no table in the clear, nor in hex or base64', async () => {
    const tables = await world.sql(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
         AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')`,
    );
    expect(tables.length).toBeGreaterThan(15);
    const found: string[] = [];
    for (const { name } of tables) {
      // A row as text shows bytes in hex.
      const rows = await world.sql(
        `SELECT f FROM unnest($1::text[]) AS f WHERE EXISTS (SELECT FROM ${name} AS t WHERE position(f IN t::text) > 0)`,
        [forms],
      );
      found.push(...rows.map(({ f }) => `${name}: ${f}`));
    }
    expect(found).toEqual([]);
    // The search does find what is there in the clear.
    expect(
      await world.sql(`SELECT FROM webhook_event AS t WHERE position($1 IN t::text) > 0`, [
        Buffer.from(keeper.businessId).toString('hex'),
      ]),
    ).not.toEqual([]);
  });

  test('stands nowhere in the queue', async () => {
    const kept = process.env.WAYPOST_TEST_QUEUE === 'redis' ? await keysOfRedis() : await tablesOfQueue();
    expect(kept.length).toBeGreaterThan(0);
    for (const [name, content] of kept) {
      expect([name, forms.filter((form) => content.includes(form))]).toEqual([name, []]);
    }
  });
});

async function keysOfRedis(): Promise<[key: string, content: string][]> {
  const redis = new Redis(process.env.WAYPOST_TEST_REDIS_URL!);
  const reads: Record<string, (key: string) => Promise<unknown>> = {
    string: (key) => redis.get(key),
    hash: (key) => redis.hgetall(key),
    list: (key) => redis.lrange(key, 0, -1),
    set: (key) => redis.smembers(key),
    zset: (key) => redis.zrange(key, 0, -1),
    stream: (key) => redis.xrange(key, '-', '+'),
  };
  try {
    const kept: [string, string][] = [];
    for (const key of await redis.keys(`${QUEUE_PREFIX}*`)) {
      kept.push([key, JSON.stringify(await reads[await redis.type(key)]?.(key)) ?? '']);
    }
    return kept;
  } finally {
    redis.disconnect();
  }
}

async function tablesOfQueue(): Promise<[table: string, content: string][]> {
  const [{ name }] = await world.sql('SELECT current_database() AS name');
  return withDatabase(name, async (owner) => {
    const tables = await owner.query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'bullmq'`);
    const kept: [string, string][] = [];
    for (const { name: table } of tables.rows) {
      const { rows } = await owner.query(`SELECT t::text AS row FROM bullmq.${table} AS t`);
      kept.push([table, rows.map(({ row }) => row).join('\n')]);
    }
    return kept;
  });
}
