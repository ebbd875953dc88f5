import { batch, numericId, textMessage } from '../apps/simulator/src/index.ts';
import { legacyPaths } from '../apps/api/src/legacy-paths.ts';
import { type Answer, type Client, type Json, ok } from './world/client.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld();
  shop = await world.tenant('shop');
});
afterAll(() => world?.stop());

/** An answer without what differs from call to call; keys alike in both spellings, since by /admin they come in snake_case. */
const comparable = ({ status, body, headers }: Answer<Json>) => ({
  status,
  type: headers.get('content-type'),
  body:
    typeof body === 'string'
      ? body
      : JSON.stringify(body, (key, value) =>
          /^(request_?id|seen_?at|uptime)$/i.test(key) ? 0 : value,
        ).replace(/"\w+":/g, (key) => key.replaceAll('_', '').toLowerCase()),
});

describe('every row of the table', () => {
  const rows = legacyPaths.flatMap(({ from, to }) =>
    from.endsWith('/*')
      ? ['', '/x', '/x/y?limit=2'].map((tail) => ({ from: from.slice(0, -2) + tail, to: to + tail }))
      : [
          { from, to },
          { from: `${from}?limit=2`, to: `${to}?limit=2` },
        ],
  );

  test.each(rows)('$from is $to', async ({ from, to }) => {
    for (const client of [world.stranger, shop.admin]) {
      for (const method of ['GET', 'POST']) {
        const body = method === 'POST' ? {} : undefined;
        const [legacy, today] = await Promise.all([
          client.call(method, from, body),
          client.call(method, to, body),
        ]);
        expect([method, comparable(legacy)]).toEqual([method, comparable(today)]);
      }
    }
  });
});

describe('what older systems are asked without a token', () => {
  test.each([
    ['GET', '/api/health'],
    ['GET', '/api/health/ready'],
    ['GET', '/api/health/live'],
    ['GET', '/admin/health'],
  ])('%s %s answers', async (method, path) => {
    expect((await world.stranger.call(method, path)).status).toBe(200);
  });

  test.each([
    ['GET', '/admin/system/cache/stats'],
    ['POST', '/admin/system/cache/clear'],
    ['GET', '/admin/system/queue/stats'],
    ['GET', '/api/admin/queues/stats'],
    ['POST', '/admin/create-tenant'],
    ['GET', '/admin/business-accounts'],
    ['POST', '/admin/projects'],
    ['GET', '/api/projects'],
    ['DELETE', '/admin/apps/1'],
  ])('%s %s needs authority', async (method, path) => {
    const body = method === 'POST' ? {} : undefined;
    expect((await world.stranger.call(method, path, body)).status).toBe(401);
    if (/system|queues|tenant/.test(path)) {
      expect((await shop.admin.call(method, path, body)).status).toBe(403);
      if (method === 'GET') expect((await world.root.call(method, path)).status).toBe(200);
    }
  });
});

describe("an older router's way in, by /admin and in snake_case", () => {
  const businessId = numericId();
  const [appId, phoneNumberId] = [numericId(), numericId()];
  const answers: Record<string, Json> = {};
  let admin: Client;
  let tenant: Tenant;

  /** As curl would: the body as it is written, with the header of its type. */
  const curl = (method: string, path: string, body?: Json) =>
    ok(admin.call(method, path, body === undefined ? undefined : JSON.stringify(body)));
  const stamps = { created_at: expect.stringMatching(/Z$/), updated_at: expect.stringMatching(/Z$/) };

  beforeAll(async () => {
    tenant = await world.tenant('older');
    admin = tenant.admin;
  });

  test('an account, an app and a number are made', async () => {
    expect(
      await curl('POST', '/admin/business-accounts', {
        business_id: businessId,
        name: 'Acme',
        timezone: 'UTC',
      }),
    ).toEqual({
      business_id: businessId,
      name: 'Acme',
      timezone: 'UTC',
      ...stamps,
    });
    const app = {
      id: appId,
      business_id: businessId,
      name: 'App',
      verify_token: 'older-token',
      app_secret: 'older-secret',
    };
    expect(await curl('POST', '/admin/apps', app)).toEqual({
      id: appId,
      business_id: businessId,
      name: 'App',
      webhook_url: expect.stringContaining(`/webhooks/meta/${appId}`),
      has_app_secret: true,
      active: true,
      ...stamps,
    });
    const number = {
      phone_number_id: phoneNumberId,
      app_id: appId,
      phone_number: '15550783881',
      display_name: 'Acme',
    };
    expect(await curl('POST', '/admin/phone-numbers', number)).toEqual({
      ...number,
      business_id: businessId,
      last_webhook_at: null,
      mappings: 0,
      ...stamps,
    });
    expect((await curl('GET', `/admin/apps/${appId}/phone-numbers`)).data).toHaveLength(1);
    expect((await curl('GET', `/admin/business-accounts/${businessId}/apps`)).data).toEqual([
      expect.objectContaining({ webhook_url: expect.any(String) }),
    ]);
  });

  test('projects and mappings with their priorities are made, and read by number', async () => {
    for (const [name, priority] of [
      ['orders', 100],
      ['support', 50],
    ] as const) {
      const endpoint = world.destinations.endpoint(`older-${name}`);
      // Header names are no keys of ours and stay as they are.
      const project = await curl('POST', '/admin/projects', {
        name,
        endpoint,
        headers: { X_Api_Key: 'abc', someKey: 'd' },
      });
      world.destinations.setSecret(`older-${name}`, project.secret);
      expect(project).toMatchObject({
        slug: name,
        disabled_reason: null,
        headers: { X_Api_Key: '••••', someKey: '••••' },
      });
      answers[name] = project;
      const mapping = await curl('POST', '/admin/mappings', {
        phone_number_id: phoneNumberId,
        project_id: project.id,
        priority,
      });
      expect(mapping).toEqual({
        id: expect.any(String),
        phone_number_id: phoneNumberId,
        project_id: project.id,
        project_slug: name,
        priority,
        fields: ['messages'],
        ...stamps,
      });
    }
    const mapped = await curl('GET', `/admin/phone-numbers/${phoneNumberId}/projects`);
    expect(mapped.data.map(({ slug, priority }: Json) => [slug, priority])).toEqual([
      ['orders', 100],
      ['support', 50],
    ]);
    expect(mapped).toHaveProperty('next_cursor', null);
    expect(
      (await curl('GET', `/admin/mappings?phone_number_id=${phoneNumberId}&limit=1`)).next_cursor,
    ).toEqual(expect.any(String));
  });

  test('Meta verifies the old address, and a webhook there arrives at both projects', async () => {
    const query = 'hub.mode=subscribe&hub.verify_token=older-token&hub.challenge=1158201444';
    for (const path of ['/meta/webhook', '/webhook', '/webhook/meta', '/api/webhook']) {
      expect(await world.stranger.get(`${path}?${query}`)).toMatchObject({ status: 200, body: '1158201444' });
      expect(
        (await world.stranger.get(`${path}?${query.replace('older-token', 'other-token')}`)).status,
      ).toBe(403);
    }
    const number = { businessId, phoneNumberId, phoneNumber: '15550783881' };
    const message = textMessage(number, { text: 'Hello from before' });
    const bytes = Buffer.from(JSON.stringify(batch([message])));
    const received = await world.post(bytes, { secret: 'older-secret', path: '/meta/webhook' });
    expect([received.status, await received.json()]).toEqual([
      200,
      { status: 'received', message_id: message.item.id },
    ]);
    for (const name of ['older-orders', 'older-support']) {
      const [request] = await eventually(
        () => world.destinations.requests(name),
        (seen) => seen.length === 1,
      );
      expect([request!.body.equals(bytes), request!.signatures.hub]).toEqual([true, 'valid']);
      expect(request!.headers).toMatchObject({ x_api_key: 'abc', somekey: 'd' });
    }
    expect((await world.post(bytes, { secret: 'wrong', path: '/meta/webhook' })).status).toBe(401);
  });

  test('things are changed and removed', async () => {
    const changed = await curl('PATCH', `/admin/phone-numbers/${phoneNumberId}`, { display_name: 'Renamed' });
    expect(changed.display_name).toBe('Renamed');
    const rotated = await curl('POST', `/admin/projects/${answers.orders.id}/rotate-secret`, {
      overlap_hours: 1,
    });
    expect(rotated).toMatchObject({
      secret: expect.stringMatching(/^whsec_/),
      previous_secret_expires_at: expect.any(String),
    });
    expect((await admin.delete(`/admin/projects/${answers.orders.id}`)).status).toBe(204);
    expect((await curl('GET', '/admin/projects')).data).toHaveLength(1);
  });

  test('errors name the fields as they were written; camelCase is understood, too', async () => {
    const { status, body } = await admin.post('/admin/phone-numbers', {
      phone_number_id: '1',
      app_id: appId,
      phone_number: '1',
    });
    expect([status, body.request_id]).toEqual([422, expect.any(String)]);
    expect(body.errors.map(({ field }: Json) => field)).toEqual(['phone_number_id', 'display_name']);
    expect(
      (await curl('POST', '/admin/business-accounts', { businessId: numericId(), name: 'x' })).business_id,
    ).toEqual(expect.any(String));
  });

  test('elsewhere snake_case is not a language', async () => {
    for (const path of ['/api/v1/business-accounts', '/api/business-accounts']) {
      const { status, body } = await admin.post(path, { business_id: numericId(), name: 'x' });
      expect([status, body.requestId]).toEqual([422, expect.any(String)]);
    }
  });

  test('a tenant is made by its old address, and signs in by its own', async () => {
    const made = await ok(
      world.root.post('/admin/create-tenant', {
        name: 'Made before',
        admin: { email: 'before@older.test', name: 'Before', password: 'long enough to be one' },
      }),
    );
    expect(made).toMatchObject({
      slug: 'made-before',
      created_at: expect.any(String),
      admin: { email: 'before@older.test' },
    });
    const session = await ok(
      world.stranger.post('/auth/login', { email: 'before@older.test', password: 'long enough to be one' }),
    );
    expect(session).toMatchObject({ accessToken: expect.any(String), tenant: { slug: 'made-before' } });
    expect((await world.stranger.as(session.accessToken).get('/auth/me')).status).toBe(200);
  });
});

test('all of it can be switched off', async () => {
  const strict = await createWorld({ LEGACY_PATHS: '0' }, { worker: false });
  try {
    for (const path of ['/admin/health', '/api/health', '/webhook', '/api-docs', '/auth/login']) {
      expect([path, (await strict.stranger.get(path)).status]).toEqual([path, 404]);
    }
    expect((await strict.stranger.get('/api/v1/system/health')).status).toBe(200);
  } finally {
    await strict.stop();
  }
});
