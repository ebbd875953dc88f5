import { numericId } from '../apps/simulator/src/index.ts';
import { type Client, type Json, ok } from './world/client.ts';
import { conflict, refusal, wrongs } from './world/refusals.ts';
import { PLATFORM_TENANT_ID } from '../libs/contracts/src/index.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let rival: Tenant;
let api: Client;

beforeAll(async () => {
  world = await createWorld({ PUBLIC_URL: 'https://hub.example.com/' }, { worker: false });
  shop = await world.tenant('shop');
  rival = await world.tenant('rival');
  api = shop.admin;
});
afterAll(() => world?.stop());

const accounts = '/api/v1/business-accounts';
const apps = '/api/v1/apps';
const numbers = '/api/v1/phone-numbers';
const projects = '/api/v1/projects';
const mappings = '/api/v1/mappings';

const stamps = { createdAt: expect.stringMatching(/Z$/), updatedAt: expect.stringMatching(/Z$/) };
const newAccount = () => ({ businessId: numericId(), name: 'Acme' });
const newApp = (more: Json = {}) => ({
  id: numericId(),
  businessId: shop.businessId,
  name: 'Acme app',
  verifyToken: 'verify-me',
  appSecret: 'app-secret',
  ...more,
});
const newNumber = (more: Json = {}) => ({
  phoneNumberId: numericId(),
  appId: shop.app.id,
  phoneNumber: '+1 (555) 010-9999',
  displayName: 'Support',
  ...more,
});
const newProject = (more: Json = {}) => ({
  name: 'Orders',
  endpoint: world.destinations.endpoint('orders'),
  ...more,
});

describe('business accounts', () => {
  test('are made, shown, changed and removed', async () => {
    const { businessId, name } = newAccount();
    const made = await ok(api.post(accounts, { businessId, name: `  ${name} ` }));
    expect(made).toEqual({ businessId, name, timezone: 'UTC', ...stamps });
    expect(await ok(api.get(`${accounts}/${businessId}`))).toEqual(made);
    const changed = await ok(api.patch(`${accounts}/${businessId}`, { timezone: 'America/Sao_Paulo' }));
    expect(changed).toEqual({ ...made, timezone: 'America/Sao_Paulo', updatedAt: expect.any(String) });
    const gone = await api.delete(`${accounts}/${businessId}`);
    expect([gone.status, gone.body]).toEqual([204, '']);
    expect((await api.get(`${accounts}/${businessId}`)).status).toBe(404);
    expect((await api.delete(`${accounts}/${businessId}`)).status).toBe(404);
  });

  test.each(
    wrongs([
      [{ businessId: 102290129340398 }, 'businessId'],
      [{ businessId: '1234' }, 'businessId'],
      [{ businessId: '123456789012345678901' }, 'businessId'],
      [{ businessId: '12345a' }, 'businessId'],
      [{ businessId: ' 123456' }, 'businessId'],
      [{ name: ' \t' }, 'name'],
      [{ name: 'x'.repeat(201) }, 'name'],
      [{ timezone: 'Middle/Earth' }, 'timezone'],
      [{ timezone: null }, 'timezone'],
    ]),
  )('are refused with $words', async ({ wrong, field }) => {
    expect(await refusal(api.post(accounts, { ...newAccount(), ...wrong }))).toEqual([
      422,
      'invalid_input',
      expect.arrayContaining([field]),
      expect.any(String),
    ]);
  });

  test('are in the hub once, and nobody learns with whom', async () => {
    const account = newAccount();
    await ok(api.post(accounts, account));
    expect(await refusal(api.post(accounts, account))).toEqual([
      409,
      'already_exists',
      [],
      'You have this business account already.',
    ]);
    const [status, code, , words] = await refusal(rival.admin.post(accounts, account));
    expect([status, code]).toEqual([409, 'already_exists']);
    expect(words).toMatch(/held elsewhere in this hub/);
    expect(words).not.toContain('shop');
  });

  test('stay while apps or numbers belong to them', async () => {
    const { businessId } = await ok(api.post(accounts, newAccount()));
    const { id } = await ok(api.post(`${accounts}/${businessId}/apps`, newApp({ businessId: undefined })));
    expect(await refusal(api.delete(`${accounts}/${businessId}`))).toEqual([
      409,
      'in_use',
      [],
      expect.stringMatching(/first/),
    ]);
    expect((await ok(api.get(`${accounts}/${businessId}/apps`))).data.map((app: Json) => app.id)).toEqual([
      id,
    ]);
    await ok(api.delete(`${apps}/${id}`));
    await ok(api.delete(`${accounts}/${businessId}`));
  });
});

describe('Meta apps', () => {
  test('are made, shown, changed and removed, without ever telling a secret', async () => {
    const app = newApp();
    const made = await ok(api.post(apps, app));
    expect(made).toEqual({
      id: app.id,
      businessId: shop.businessId,
      name: 'Acme app',
      webhookUrl: `https://hub.example.com/webhooks/meta/${app.id}`,
      hasAppSecret: true,
      active: true,
      ...stamps,
    });
    expect(await ok(api.get(`${apps}/${app.id}`))).toEqual(made);
    const changed = await ok(api.patch(`${apps}/${app.id}`, { name: 'Renamed', active: false }));
    expect(changed).toMatchObject({ name: 'Renamed', active: false, hasAppSecret: true });
    expect((await api.delete(`${apps}/${app.id}`)).status).toBe(204);
    expect((await api.get(`${apps}/${app.id}`)).status).toBe(404);
  });

  test('verify with their token, the newest one, and only while active', async () => {
    const app = newApp({ verifyToken: 'first-token' });
    await ok(api.post(apps, app));
    const verify = (token: string, id = `/${app.id}`) =>
      world.stranger.get(`/webhooks/meta${id}?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${token}`);
    expect(await verify('first-token')).toMatchObject({ status: 200, body: '42' });
    expect(await verify('first-token', '')).toMatchObject({ status: 200, body: '42' });
    await ok(api.patch(`${apps}/${app.id}`, { verifyToken: 'second-token' }));
    expect((await verify('first-token')).status).toBe(403);
    expect((await verify('second-token')).status).toBe(200);
    await ok(api.patch(`${apps}/${app.id}`, { active: false }));
    expect((await verify('second-token')).status).toBe(403);
  });

  test('take webhooks by the newest secret, and only while active', async () => {
    const app = newApp({ appSecret: undefined });
    expect((await ok(api.post(apps, app))).hasAppSecret).toBe(false);
    const receive = async (secret: string) =>
      (await world.post(Buffer.from('{}'), { secret, appId: app.id })).status;
    // A change is announced to the processes, which takes some milliseconds.
    const answers = (secret: string, status: number) =>
      eventually(
        () => receive(secret),
        (seen) => seen === status,
        2_000,
      );
    await answers('', 401);
    expect((await ok(api.patch(`${apps}/${app.id}`, { appSecret: 'one' }))).hasAppSecret).toBe(true);
    await answers('one', 200);
    await ok(api.patch(`${apps}/${app.id}`, { appSecret: 'two' }));
    await answers('two', 200);
    expect(await receive('one')).toBe(401);
    await ok(api.patch(`${apps}/${app.id}`, { active: false }));
    await answers('two', 401);
  });

  test.each(
    wrongs([
      [{ id: 'abc' }, 'id'],
      [{ businessId: undefined }, 'businessId'],
      [{ verifyToken: 'two words' }, 'verifyToken'],
      [{ verifyToken: '' }, 'verifyToken'],
      [{ appSecret: null }, 'appSecret'],
      [{ appSecret: 'x'.repeat(257) }, 'appSecret'],
      [{ surprise: 1 }, 'surprise'],
    ]),
  )('are refused with $words', async ({ wrong, field }) => {
    expect(await refusal(api.post(apps, newApp(wrong)))).toEqual([
      422,
      'invalid_input',
      expect.arrayContaining([field]),
      expect.any(String),
    ]);
  });

  test('are in the hub once, and belong to an account of their tenant', async () => {
    const app = newApp();
    await ok(api.post(apps, app));
    expect(await refusal(api.post(apps, app))).toEqual([
      409,
      'already_exists',
      [],
      'You have this app already.',
    ]);
    expect(await refusal(rival.admin.post(apps, { ...app, businessId: rival.businessId }))).toEqual([
      409,
      'already_exists',
      [],
      expect.stringMatching(/elsewhere/),
    ]);
    expect((await rival.admin.post(apps, newApp())).status).toBe(404);
    expect(
      await refusal(api.post(`${accounts}/${shop.businessId}/apps`, newApp({ businessId: numericId() }))),
    ).toEqual([422, 'invalid_input', ['businessId'], expect.stringContaining(shop.businessId)]);
  });

  test('stay while numbers are connected through them', async () => {
    const { id } = await ok(api.post(apps, newApp()));
    const { phoneNumberId } = await ok(
      api.post(`${apps}/${id}/phone-numbers`, newNumber({ appId: undefined })),
    );
    expect(await refusal(api.delete(`${apps}/${id}`))).toEqual([
      409,
      'in_use',
      [],
      expect.stringMatching(/move them first/),
    ]);
    expect((await ok(api.get(`${apps}/${id}/phone-numbers`))).data).toHaveLength(1);
    await ok(api.patch(`${numbers}/${phoneNumberId}`, { appId: shop.app.id }));
    expect((await api.delete(`${apps}/${id}`)).status).toBe(204);
  });
});

describe('phone numbers', () => {
  test('are connected, shown, changed and removed with their mappings', async () => {
    const number = newNumber();
    const made = await ok(api.post(numbers, number));
    expect(made).toEqual({
      phoneNumberId: number.phoneNumberId,
      appId: shop.app.id,
      businessId: shop.businessId,
      phoneNumber: '15550109999',
      displayName: 'Support',
      lastWebhookAt: null,
      mappings: 0,
      ...stamps,
    });
    expect(await ok(api.get(`${numbers}/${number.phoneNumberId}`))).toEqual(made);
    const changed = await ok(
      api.patch(`${numbers}/${number.phoneNumberId}`, {
        phoneNumber: '0049 30 1234567',
        displayName: 'Berlin',
      }),
    );
    expect(changed).toMatchObject({ phoneNumber: '49301234567', displayName: 'Berlin' });
    const { id: projectId } = await ok(api.post(projects, newProject()));
    const { id } = await ok(api.post(mappings, { phoneNumberId: number.phoneNumberId, projectId }));
    expect((await api.delete(`${numbers}/${number.phoneNumberId}`)).status).toBe(204);
    expect((await api.get(`${mappings}/${id}`)).status).toBe(404);
    expect((await ok(api.get(`${projects}/${projectId}`))).mappings).toBe(0);
  });

  test.each(
    wrongs([
      [{ phoneNumberId: '12' }, 'phoneNumberId'],
      [{ phoneNumberId: 106540352242922 }, 'phoneNumberId'],
      [{ phoneNumber: 'call me' }, 'phoneNumber'],
      [{ phoneNumber: '12345' }, 'phoneNumber'],
      [{ phoneNumber: '1234567890123456' }, 'phoneNumber'],
      [{ displayName: '' }, 'displayName'],
      [{ appId: undefined }, 'appId'],
    ]),
  )('are refused with $words', async ({ wrong, field }) => {
    expect(await refusal(api.post(numbers, newNumber(wrong)))).toEqual([
      422,
      'invalid_input',
      expect.arrayContaining([field]),
      expect.any(String),
    ]);
  });

  test('are held by one tenant of the hub', async () => {
    const number = newNumber();
    await ok(api.post(numbers, number));
    expect(await refusal(api.post(numbers, number))).toEqual([
      409,
      'already_exists',
      [],
      expect.stringMatching(/^You have/),
    ]);
    expect(await refusal(rival.admin.post(numbers, { ...number, appId: rival.app.id }))).toEqual([
      409,
      'number_taken',
      [],
      expect.stringMatching(/^Another tenant/),
    ]);
    expect((await rival.admin.post(numbers, newNumber())).status).toBe(404);
  });

  test("connect through an app of the platform by a super-admin's hand only", async () => {
    const platform = world.root.forTenant(PLATFORM_TENANT_ID);
    const app = await ok(platform.post(apps, newApp({ businessId: undefined })));
    expect(app.businessId).toBeNull();
    const number = newNumber({ appId: app.id });
    expect((await api.post(numbers, number)).status).toBe(404);
    const made = await ok(shop.client.post(numbers, number));
    expect(made).toMatchObject({ appId: app.id, businessId: null });
    expect(await ok(api.get(`${numbers}/${number.phoneNumberId}`))).toEqual(made);
    expect((await api.get(`${apps}/${app.id}`)).status).toBe(404);
    expect(await conflict(platform.delete(`${apps}/${app.id}`))).toEqual([409, 'in_use']);
  });
});

describe('tenants', () => {
  test('are made, shown, changed; slugs are theirs alone', async () => {
    const made = await ok(world.root.post('/api/v1/tenants', { name: 'Café de l’Opéra' }));
    expect(made).toEqual({
      id: expect.any(String),
      slug: 'cafe-de-l-opera',
      name: 'Café de l’Opéra',
      status: 'active',
      locale: null,
      plan: expect.objectContaining({ slug: 'enterprise' }),
      use: { people: 0, numbers: 0, projects: 0 },
      suspendedAt: null,
      suspendedReason: null,
      deletionAskedAt: null,
      eraseAfter: null,
      erasingSince: null,
      ...stamps,
    });
    expect((await ok(world.root.post('/api/v1/tenants', { name: 'Café de l’Opéra' }))).slug).toBe(
      'cafe-de-l-opera-2',
    );
    expect(await ok(world.root.get(`/api/v1/tenants/${made.id}`))).toMatchObject(made);
    expect(await ok(world.root.patch(`/api/v1/tenants/${made.id}`, { slug: 'opera' }))).toMatchObject({
      slug: 'opera',
      name: made.name,
    });
    expect(await conflict(world.root.post('/api/v1/tenants', { name: 'x', slug: 'opera' }))).toEqual([
      409,
      'already_exists',
    ]);
    expect(await conflict(world.root.patch(`/api/v1/tenants/${made.id}`, { slug: 'shop' }))).toEqual([
      409,
      'already_exists',
    ]);
    expect((await ok(world.root.patch(`/api/v1/tenants/${made.id}`, { slug: 'opera' }))).slug).toBe('opera');
  });

  test("the platform's own is not among them", async () => {
    const { data } = await ok(world.root.get('/api/v1/tenants?limit=200'));
    expect(data.map((tenant: Json) => tenant.slug)).not.toContain('platform');
    expect((await world.root.post(`/api/v1/tenants/${PLATFORM_TENANT_ID}/suspend`)).status).toBe(404);
    expect((await world.root.post('/api/v1/tenants', { name: 'x', slug: 'platform' })).status).toBe(409);
  });
});
