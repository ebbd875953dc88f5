import { batch, numericId, sign, textMessage } from '../apps/simulator/src/index.ts';
import { ok } from './world/client.ts';
import { platformApp } from './world/arrivals.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld();
  shop = await world.tenant('setup-shop');
});
afterAll(() => world?.stop());

const setup = (tenant: Tenant, appId = tenant.app.id) => ok(tenant.client.get(`/api/v1/apps/${appId}/setup`));
const number = (tenant: Tenant, id: string) => ok(tenant.client.get(`/api/v1/phone-numbers/${id}`));
const verify = (token: string, appId?: string) => {
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': '42',
    'hub.verify_token': token,
  });
  return fetch(`${world.url}/webhooks/meta${appId ? `/${appId}` : ''}?${query.toString()}`);
};
const refusal = { status: 401 };

describe('the connection of an app with Meta', () => {
  test('is nothing at first', async () => {
    expect(await setup(shop)).toEqual({
      webhookUrl: expect.stringMatching(`/webhooks/meta/${shop.app.id}$`),
      https: false,
      hasAppSecret: true,
      active: true,
      verifiedAt: null,
      lastWebhookAt: null,
      lastRefusedAt: null,
      lastRefusedReason: null,
      numbers: 0,
    });
  });

  test.each(['with', 'without'])(
    'is verified when Meta calls with the right token, %s the app in the address',
    async (how) => {
      const tenant = await world.tenant(`verify-${how}`);
      expect((await verify('a wrong one', tenant.app.id)).status).toBe(403);
      const before = world.clock.now().getTime();
      expect((await verify(tenant.app.verifyToken, how === 'with' ? tenant.app.id : undefined)).status).toBe(
        200,
      );
      const { verifiedAt } = await eventually(
        () => setup(tenant),
        (seen) => seen.verifiedAt !== null,
      );
      expect(Date.parse(verifiedAt)).toBeGreaterThanOrEqual(before);
    },
  );

  test('shows the last webhook, of the app and of each number', async () => {
    const [first, second] = [await shop.number(), await shop.number()];
    const project = await shop.project('setup-orders');
    await shop.map(first, project);
    expect(await number(shop, first.phoneNumberId)).toMatchObject({ lastWebhookAt: null, mappings: 1 });
    expect((await shop.receive(batch([textMessage(first)]))).status).toBe(200);
    const seen = await eventually(
      () => setup(shop),
      ({ lastWebhookAt }) => lastWebhookAt !== null,
    );
    expect(seen).toMatchObject({ numbers: 2, lastRefusedAt: null });
    const { data } = await ok(shop.client.get('/api/v1/phone-numbers'));
    expect(data).toEqual([
      expect.objectContaining({ phoneNumberId: second.phoneNumberId, lastWebhookAt: null, mappings: 0 }),
      expect.objectContaining({
        phoneNumberId: first.phoneNumberId,
        lastWebhookAt: expect.any(String),
        mappings: 1,
      }),
    ]);
    const ofApp = await ok(shop.client.get(`/api/v1/apps/${shop.app.id}/phone-numbers`));
    expect(ofApp.data).toEqual(data);
  });

  test('of a platform app counts for the numbers that are connected through it, and for nobody else', async () => {
    const shared = await platformApp(world);
    const tenant = await world.tenant('shared-number');
    const [mine, theirs] = [await shared.number(tenant), await shop.number()];
    const body = Buffer.from(JSON.stringify(batch([textMessage(mine), textMessage(theirs)])));
    expect((await world.post(body, { secret: shared.secret, appId: shared.id })).status).toBe(200);
    await eventually(
      () => number(tenant, mine.phoneNumberId),
      ({ lastWebhookAt }) => lastWebhookAt !== null,
    );
    expect((await number(shop, theirs.phoneNumberId)).lastWebhookAt).toBeNull();
    expect((await setup(tenant)).lastWebhookAt).toBeNull();
  });
});

describe('a webhook that is refused', () => {
  test.each([
    ['a wrong signature', { secret: 'a wrong one' }, 'does not match the app secret'],
    ['no signature', { signature: '' }, 'carried no X-Hub-Signature-256'],
  ])('for %s is shown with its reason', async (what, how, reason) => {
    const tenant = await world.tenant(`refused-${what.replaceAll(' ', '-')}`);
    expect(await world.post(Buffer.from('{}'), { ...how, appId: tenant.app.id })).toMatchObject(refusal);
    const seen = await eventually(
      () => setup(tenant),
      ({ lastRefusedAt }) => lastRefusedAt !== null,
    );
    expect(seen).toMatchObject({
      lastRefusedReason: expect.stringContaining(reason),
      lastWebhookAt: null,
      verifiedAt: null,
    });
  });

  test('is told to the app of the account in the body, when the address names none', async () => {
    const tenant = await world.tenant('refused-by-account');
    const body = Buffer.from(JSON.stringify(batch([textMessage(await tenant.number())])));
    expect(await world.post(body, { secret: 'a wrong one' })).toMatchObject(refusal);
    await eventually(
      () => setup(tenant),
      ({ lastRefusedReason }) => lastRefusedReason?.includes('does not match') === true,
    );
  });

  test('because the app has no secret, or is switched off, says so', async () => {
    const tenant = await world.tenant('refused-no-secret');
    const id = numericId();
    await ok(
      tenant.client.post('/api/v1/apps', {
        id,
        businessId: tenant.businessId,
        name: 'Bare',
        verifyToken: 'bare-token',
      }),
    );
    await world.post(Buffer.from('{}'), { secret: 'x', appId: id });
    await ok(tenant.client.patch(`/api/v1/apps/${tenant.app.id}`, { active: false }));
    await world.post(Buffer.from('{}'), { secret: tenant.app.secret, appId: tenant.app.id });
    await eventually(
      () => setup(tenant, id),
      ({ lastRefusedReason }) => lastRefusedReason?.includes('has no secret here') === true,
    );
    await eventually(
      () => setup(tenant),
      ({ lastRefusedReason }) => lastRefusedReason?.includes('is switched off') === true,
    );
  });

  test('costs no statement each: a flood of them is written at most once in ten seconds', async () => {
    const tenant = await world.tenant('flooded');
    const body = Buffer.from('{}');
    const flood = () =>
      Promise.all(
        Array.from({ length: 200 }, () =>
          world.post(body, { signature: sign(body, 'forged'), appId: tenant.app.id }),
        ),
      );
    await flood();
    const first = await eventually(
      () => setup(tenant),
      ({ lastRefusedAt }) => lastRefusedAt !== null,
    );
    await new Promise((next) => setTimeout(next, 1_500));
    await flood();
    await new Promise((next) => setTimeout(next, 2_500));
    expect((await setup(tenant)).lastRefusedAt).toBe(first.lastRefusedAt);
  });
});
