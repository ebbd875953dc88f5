import { connect } from 'node:net';
import { errorCodes } from '../libs/contracts/src/index.ts';
import { type Answer, type Client, type Json, ok } from './world/client.ts';
import { make } from './world/kinds.ts';
import type { RoutePlan } from './world/route-plan.ts';
import { allRoutes, pathWith } from './world/routes.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let document: Json;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  shop = await world.tenant('shop');
  document = await ok(world.stranger.get('/api/openapi.json'));
});
afterAll(() => world?.stop());

const accounts = '/api/v1/business-accounts';

/** Nothing of how it is made may show: no stack, no SQL, no name of a table, a file or a library. */
const inside =
  /\bat .+:\d+:\d+|\bnode_modules\b|\.[cm]?[jt]s\b|\bSELECT\b|\bINSERT\b|\bUPDATE\b.*\bSET\b|violates|constraint "|relation "|column "|_sealed|QueryFailed|TypeError|ENOENT|postgres(ql)?:\/\//;

/** The answer, when it is a problem as all of them are: RFC 9457, with a code that is known and words for people. */
function problem({ status, headers, body }: Answer<Json>): Json {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const known = errorCodes[body.code as keyof typeof errorCodes];
  expect(body).toEqual({
    type: `urn:waypost:problem:${body.code}`,
    title: known?.title,
    status,
    code: expect.any(String),
    detail: expect.stringMatching(/\S/),
    requestId: headers.get('x-request-id'),
    ...(body.errors && { errors: expect.anything() }),
  });
  expect(status).toBe(known.status);
  for (const error of body.errors ?? [])
    expect(error).toEqual({ field: expect.any(String), message: expect.stringMatching(/\S/) });
  expect(JSON.stringify(body)).not.toMatch(inside);
  return body;
}

const posted = async (body: string, headers: Record<string, string> = {}) =>
  problem(await shop.admin.call('POST', accounts, body, headers));

describe('a body', () => {
  test.each([
    '{',
    '{"a":}',
    'name=x',
    '{"name": "x"} and more',
    "{'name': 'x'}",
    '\u{feff}{"name"',
    '{"__proto__": {"admin": true}}',
    '{"constructor": {"prototype": {}}}',
  ])('that is no JSON is answered 400: %s', async (body) => {
    expect(await posted(body)).toMatchObject({ status: 400, code: 'invalid_body' });
  });

  test.each(['null', '[]', '[{"businessId":"123456","name":"x"}]', '"text"', '1', 'true', '', '[[[]]]'])(
    'that is no object is answered 422 or 400: %s',
    async (body) => {
      expect([400, 422]).toContain((await posted(body)).status);
    },
  );

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
    'of the type %s is told to be JSON',
    async (type) => {
      const { status, detail } = await posted('{"businessId":"123456","name":"x"}', { 'content-type': type });
      expect([status, detail]).toEqual([400, expect.stringContaining('application/json')]);
    },
  );

  test('names every field that is wrong, unknown or missing, each by its path', async () => {
    const wrong = problem(await shop.admin.post(accounts, { businessId: 5, timezone: 'Nowhere', extra: 1 }));
    expect(wrong).toMatchObject({ status: 422, code: 'invalid_input' });
    expect(wrong.errors.map(({ field }: Json) => field).sort()).toEqual([
      'businessId',
      'extra',
      'name',
      'timezone',
    ]);
    expect(wrong.errors).toContainEqual({ field: 'extra', message: 'is not a known field' });
    expect(wrong.errors).toContainEqual({ field: 'name', message: 'is required' });
    for (const { field } of wrong.errors) expect(wrong.detail).toContain(field);
    const nested = problem(
      await world.root.post('/api/v1/tenants', {
        name: 'x',
        admin: { email: 'no', name: '', password: 'short' },
      }),
    );
    expect([...new Set(nested.errors.map(({ field }: Json) => field))].sort()).toEqual([
      'admin.email',
      'admin.name',
      'admin.password',
    ]);
  });

  test('with null where a text must be is refused', async () => {
    const { errors } = problem(await shop.admin.post(accounts, { businessId: '123456', name: null }));
    expect(errors.map(({ field }: Json) => field)).toContain('name');
    expect(problem(await shop.admin.patch(`${accounts}/${shop.businessId}`, { name: null })).status).toBe(
      422,
    );
    expect(problem(await world.root.patch(`/api/v1/tenants/${shop.id}`, { name: null })).status).toBe(422);
    expect(problem(await world.root.patch(`/api/v1/tenants/${shop.id}`, { slug: null })).status).toBe(422);
  });

  test('with null for how old held deliveries may be does not cancel all of them', async () => {
    expect(
      problem(await world.root.post(`/api/v1/tenants/${shop.id}/resume`, { releaseYoungerThanHours: null }))
        .status,
    ).toBe(422);
  });

  test('with null or nothing for a filter does not mean everything', async () => {
    for (const nothing of [null, '', []]) {
      for (const field of ['phoneNumberId', 'businessId', 'since', 'projectId']) {
        expect(problem(await shop.admin.post('/api/v1/events/replay', { [field]: nothing })).status).toBe(
          422,
        );
      }
      expect(problem(await shop.admin.post('/api/v1/deliveries/retry', { states: nothing })).status).toBe(
        422,
      );
    }
  });

  test('that assigns a number twice to one project, or what is no number, makes no half of it', async () => {
    const { id, slug } = await shop.project('assigned');
    const number = { tenantId: shop.id, appId: shop.app.id, phoneNumber: '+15550109997', displayName: 'x' };
    const assign = (subject: string, given: string[]) =>
      world.root.post(`/api/v1/system/unclaimed/${subject}/assign`, { ...number, projects: given });
    expect(problem(await assign('no-number', [id])).status).toBe(404);
    expect(problem(await assign('5550109997', [id, 'not-there'])).status).toBe(404);
    expect((await shop.admin.get('/api/v1/phone-numbers/5550109997')).status).toBe(404);
    expect((await assign('5550109997', [id, slug, id])).status).toBe(202);
    expect((await ok(shop.admin.get('/api/v1/phone-numbers/5550109997/projects'))).data).toHaveLength(1);
  });

  test('with half of a character is refused in words', async () => {
    const { status, detail } = problem(
      await shop.admin.post(accounts, { businessId: '123456', name: 'a\ud83e' }),
    );
    expect([status, detail]).toEqual([422, expect.stringContaining('half of a character')]);
    expect((await ok(shop.admin.post(accounts, { businessId: '654321', name: '🦄' }))).name).toBe('🦄');
  });

  test('with a NUL character is refused in words', async () => {
    const { status, detail } = problem(
      await shop.admin.post(accounts, { businessId: '123456', name: 'a\u0000b' }),
    );
    expect([status, detail]).toEqual([422, expect.stringContaining('U+0000')]);
  });

  test('that is too large is answered 413, to Meta only from 3 MB on', async () => {
    const large = 'x'.repeat(1_048_577);
    expect(problem(await shop.admin.post(accounts, { businessId: '123456', name: large }))).toMatchObject({
      status: 413,
      code: 'body_too_large',
    });
    expect(
      (await world.post(Buffer.from(`"${large}"`), { secret: shop.app.secret, appId: shop.app.id })).status,
    ).toBe(200);
    expect(
      (await world.post(Buffer.alloc((3 << 20) + 1, 'x'), { secret: shop.app.secret, appId: shop.app.id }))
        .status,
    ).toBe(413);
  });

  test('that is nested as deep as it goes is refused like any other', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    for (const body of [`{"name":${deep}}`, deep]) expect((await posted(body)).status).toBeLessThan(500);
    const project = `{"name":"x","endpoint":"https://example.com","headers":{"X-A":${deep}}}`;
    expect(problem(await shop.admin.call('POST', '/api/v1/projects', project)).status).toBeLessThan(500);
  });
});

describe('a path', () => {
  test.each([
    '/nothing',
    '/api/v1/nothing',
    '/api/v1',
    '/webhooks',
    '/webhooks/meta/1/2',
    '/api/v1/projects/1/nothing',
    '/api/docs/nothing.js',
    '/api/docs/../../package.json',
    '/api/docs/%2e%2e/%2e%2e/package.json',
    '//',
    '/api/v1//projects',
  ])('that leads nowhere is answered 404: %s', async (path) => {
    expect(problem(await shop.admin.get(path))).toMatchObject({ status: 404, code: 'not_found' });
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('has no method %s where none is described', async (method) => {
    expect(problem(await shop.admin.call(method, accounts, '{}')).status).toBe(404);
  });

  test.each(['/%', '/api/v1/projects/%', '/api/v1/projects/%ff', '/api/v1/projects/%E0%A4%A'])(
    'that cannot be decoded is answered in words: %s',
    async (path) => {
      expect([400, 404]).toContain(problem(await shop.admin.get(path)).status);
    },
  );

  test('takes no odd id for a mistake of its own', async () => {
    const odd = [
      '%00',
      'a%00b',
      '..',
      '%2e%2e%2f',
      '%2F',
      "'%20OR%201=1",
      '-1',
      '0',
      '9'.repeat(90),
      'x'.repeat(3_000),
      '%F0%9F%A6%84',
      '*',
      'null',
      '[object%20Object]',
    ];
    for (const { route, method, path, id, needs } of allRoutes) {
      if (!id) continue;
      const client = needs === 'platform:admin' ? world.root : shop.admin;
      for (const text of odd) {
        const answer = await client.call(
          method,
          path.replace(/\{\w+\}/, text),
          method === 'POST' || method === 'PATCH' ? {} : undefined,
        );
        expect([route, text, answer.status < 500]).toEqual([route, text, true]);
        if (answer.status >= 400) problem(answer);
      }
    }
  }, 30_000);
});

describe('the id of a request', () => {
  const idOf = async (given?: string) =>
    (
      await world.stranger.call(
        'GET',
        '/api/v1/auth/me',
        undefined,
        given === undefined ? {} : { 'x-request-id': given },
      )
    ).headers.get('x-request-id');

  test('is kept when it is fit for logs, and made otherwise', async () => {
    expect(await idOf('trace-1.2:3_4')).toBe('trace-1.2:3_4');
    for (const unfit of [undefined, '', 'with blanks', 'x'.repeat(129), '<script>', '"']) {
      expect(await idOf(unfit)).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect((await world.stranger.get('/api/v1/system/health')).headers.get('x-request-id')).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });
});

/** What is not HTTP must not show more than that either. */
test('a request that is none is answered 400 and nothing else', async () => {
  const { hostname, port } = new URL(world.url);
  const answer = await new Promise<string>((resolve, reject) => {
    let seen = '';
    const socket = connect(Number(port), hostname, () => socket.write('NONSENSE\r\n\r\n'));
    socket
      .on('data', (bytes) => (seen += bytes))
      .on('close', () => resolve(seen))
      .on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).not.toMatch(inside);
});

/** Of every type and of no use anywhere. */
const oddValues: Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '🦄'.repeat(100),
  'x'.repeat(70_000),
  "'; DROP TABLE tenant; --",
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2026-W01',
  '2026-02-30T00:00:00Z',
  [],
  [null],
  [[]],
  ['x', 5],
  {},
  { length: 3, toString: 1 },
];
const shown = (value: Json) => JSON.stringify(value).slice(0, 40);

async function neverBreaks(
  plan: RoutePlan & { route: string },
  said: Json,
  call: (client: Client) => Promise<Answer<Json>>,
) {
  const client =
    plan.needs === 'platform:admin' ? world.root : plan.needs === 'public' ? world.stranger : shop.admin;
  const answer = await call(client);
  // Shown together, so that a failure says what was sent.
  expect([plan.route, said, answer.status < 500 || answer.body]).toEqual([plan.route, said, true]);
  if (answer.status >= 400) problem(answer);
  else expect(JSON.stringify(answer.body)).not.toMatch(/QueryFailed|TypeError/);
}

describe('whatever stands in a body, the answer is a word about it and never a failure', () => {
  const withBody = allRoutes.flatMap((route) => (route.body ? [{ ...route, body: route.body }] : []));

  test.each(withBody)('$route', async ({ method, path, id, body, ...plan }) => {
    const place = { world, tenant: shop };
    const sample = await body(place);
    for (const field of Object.keys(sample)) {
      const address = pathWith(path, id && (await make(id, place)));
      await Promise.all(
        oddValues.map(async (value) => {
          const fresh = plan.refs ? sample : await body(place);
          await neverBreaks(plan, `${field}: ${shown(value)}`, (client) =>
            client.call(method, address, { ...fresh, [field]: value }),
          );
        }),
      );
    }
  });

  test('nor is anything but an object taken for a body without fields', async () => {
    for (const { route, method, path, id, needs } of allRoutes) {
      if (method === 'GET' || method === 'DELETE' || needs === 'public') continue;
      const place = { world, tenant: shop };
      const client = needs === 'platform:admin' ? world.root : shop.admin;
      if (!document.paths[path][method.toLowerCase()].requestBody) continue;
      const address = pathWith(path, id && (await make(id, place)));
      for (const body of ['[]', '[{}]', '["states"]', '"text"', '7', 'true', 'false']) {
        const answer = await client.call(method, address, body);
        expect([route, body, answer.status === 400 || answer.status === 422 || answer.status]).toEqual([
          route,
          body,
          true,
        ]);
        problem(answer);
      }
    }
  });

  test('and the table of bodies knows every field of the document', async () => {
    for (const { route, method, path, body } of withBody) {
      const json = document.paths[path][method.toLowerCase()].requestBody.content['application/json'];
      // A picture has no fields.
      if (!json) continue;
      const { $ref } = json.schema;
      const { properties } = document.components.schemas[$ref.split('/').pop()];
      const sample = Object.keys(await body({ world, tenant: shop }));
      const missing = Object.keys(properties).filter(
        (property) => !sample.includes(property) && property !== 'appId' && property !== 'businessId',
      );
      expect([route, missing]).toEqual([route, []]);
    }
  });
});

test('nor whatever stands in a query', async () => {
  for (const { method, path, ...plan } of allRoutes) {
    if (method !== 'GET' || plan.id) continue;
    const parameters: Json[] = document.paths[path].get.parameters ?? [];
    for (const { name } of parameters.filter((parameter) => parameter.in === 'query')) {
      const texts = [
        ...oddValues.map((value) =>
          typeof value === 'string' ? value.slice(0, 5_000).replace('\ud800', '') : JSON.stringify(value),
        ),
        '1,2',
        'a&x[b]=c',
      ];
      await Promise.all(
        texts.flatMap((text) =>
          [
            `${name}=${encodeURIComponent(text)}`,
            `${name}[]=${encodeURIComponent(text)}`,
            `${name}=a&${name}=${encodeURIComponent(text)}`,
          ].map((query) => neverBreaks(plan, query.slice(0, 60), (client) => client.get(`${path}?${query}`))),
        ),
      );
    }
  }
}, 120_000);
