import { batch, numericId, textMessage } from '../apps/simulator/src/index.ts';
import { Plans } from '../libs/accounts/src/index.ts';
import { arrived } from './world/arrivals.ts';
import { type Answer, type Json, ok } from './world/client.ts';
import { signInAs } from './world/people.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
});
afterAll(() => world?.stop());

const price = { priceMicros: 5_000_000, currency: 'EUR', interval: 'month' };
const newPlan = (more: Json = {}): Promise<Json> =>
  ok(world.root.post('/api/v1/plans', { name: 'Small', ...price, ...more }));
const give = ({ id }: Tenant, planId: string) =>
  ok(world.root.post(`/api/v1/tenants/${id}/plan`, { planId }));
const current = ({ admin }: Tenant) => ok(admin.get('/api/v1/plans/current'));

const addNumber = ({ client, app }: Tenant) =>
  client.post('/api/v1/phone-numbers', {
    phoneNumberId: numericId(),
    appId: app.id,
    phoneNumber: numericId().slice(0, 11),
    displayName: 'One more',
  });
const addProject = ({ client }: Tenant, name = `p${numericId()}`) =>
  client.post('/api/v1/projects', { name, endpoint: world.destinations.endpoint(name) });
const addKey = ({ client }: Tenant) =>
  client.post('/api/v1/api-keys', { name: 'One more', scopes: ['routing:read'] });
const invite = ({ client }: Tenant) =>
  client.post('/api/v1/team/invites', { email: `p${numericId()}@waypost.test`, role: 'AGENT' });

test('Starter, Pro and Enterprise are there from the start, with limits and a price', async () => {
  const shop = await world.tenant('shop');
  const { data } = await ok(shop.admin.get('/api/v1/plans'));
  expect(data.map(({ slug }: Json) => slug)).toEqual(['starter', 'pro', 'enterprise']);
  const [starter, , enterprise] = data;
  expect(starter).toMatchObject({
    name: 'Starter',
    currency: 'USD',
    interval: 'month',
    public: true,
    archivedAt: null,
  });
  expect(starter.limits).toMatchObject({ numbers: 5, messagesPerMinute: 60, retentionDays: 30 });
  expect(starter.priceMicros).toBeGreaterThan(0);
  expect(starter.tenants).toBeUndefined();
  expect(new Set(Object.values(enterprise.limits))).toEqual(new Set([null]));
  expect(await ok(shop.admin.get('/plans'))).toEqual({ data });
});

test('a super-admin makes, changes, archives, reopens and deletes plans; a plan in use can only be archived', async () => {
  const made = await newPlan({
    name: 'Café Öl',
    limits: { numbers: 3 },
    features: ['bot', 'bot'],
    public: false,
  });
  expect(made).toMatchObject({ slug: 'cafe-ol', features: ['bot'], priceMicros: 5_000_000, public: false });
  expect(made.limits).toMatchObject({ numbers: 3, projects: null });
  const twin = await newPlan({ name: 'Café Öl' });
  expect(twin.slug).toBe('cafe-ol-2');
  expect((await world.root.post('/api/v1/plans', { name: 'x', slug: 'cafe-ol', ...price })).body.code).toBe(
    'already_exists',
  );

  const path = `/api/v1/plans/${made.id}`;
  const changed = await ok(world.root.patch(path, { name: 'Oil', limits: { projects: 4 }, priceMicros: 0 }));
  expect(changed).toMatchObject({ name: 'Oil', slug: 'cafe-ol', priceMicros: 0, features: ['bot'] });
  expect(changed.limits).toMatchObject({ numbers: 3, projects: 4 });

  const user = await world.tenant('plan-user');
  await give(user, 'cafe-ol');
  const inUse = await world.root.delete(path);
  expect([inUse.status, inUse.body.code, inUse.body.detail]).toEqual([
    409,
    'in_use',
    expect.stringContaining('1 tenant has'),
  ]);
  expect((await ok(world.root.patch(path, { archived: true }))).archivedAt).toEqual(expect.any(String));
  const listed = async () =>
    (await ok(world.root.get('/api/v1/plans'))).data.find(({ id }: Json) => id === made.id);
  expect(await listed()).toMatchObject({ tenants: 1, archivedAt: expect.any(String) });
  expect((await current(user)).plan.id).toBe(made.id);
  const refused = await world.root.post('/api/v1/tenants', { name: 'Late', planId: made.id });
  expect([refused.status, refused.body.code]).toEqual([409, 'wrong_state']);
  expect((await ok(world.root.patch(path, { archived: false }))).archivedAt).toBeNull();
  await give(user, 'enterprise');
  expect((await world.root.delete(path)).status).toBe(204);
  expect(await listed()).toBeUndefined();
  expect((await world.root.delete(path)).status).toBe(404);

  const fallback = await world.root.get('/api/v1/plans');
  const enterprise = fallback.body.data.find(({ slug }: Json) => slug === 'enterprise');
  const ofNewTenants = await world.root.patch(`/api/v1/plans/${enterprise.id}`, { archived: true });
  expect([ofNewTenants.status, ofNewTenants.body.detail]).toEqual([
    409,
    expect.stringContaining('DEFAULT_PLAN'),
  ]);
});

test('what a plan cannot be is refused by field', async () => {
  const wrong = {
    limits: { numbers: -1, retentionDays: 1, nothing: 3 },
    features: ['magic'],
    priceMicros: 1.5,
    currency: 'eur',
    interval: 'week',
  };
  const { status, body } = await world.root.post('/api/v1/plans', { name: ' ', ...wrong });
  expect(status).toBe(422);
  const fields = body.errors.map(({ field }: Json) => field);
  expect(fields).toEqual(
    expect.arrayContaining([
      'name',
      'limits.numbers',
      'limits.retentionDays',
      'limits.nothing',
      'features',
      'priceMicros',
      'currency',
      'interval',
    ]),
  );
});

test('a tenant sees its plan and what it uses of it; an agent has no business with it', async () => {
  const cafe = await world.tenant('cafe');
  await give(cafe, 'starter');
  await cafe.number();
  await cafe.project('cafe');
  await ok(addKey(cafe));
  await ok(invite(cafe));
  expect(await current(cafe)).toMatchObject({
    plan: { slug: 'starter' },
    usage: [
      { name: 'numbers', used: 1, max: 5 },
      { name: 'projects', used: 1, max: 20 },
      { name: 'users', used: 2, max: 10 },
      { name: 'apiKeys', used: 1, max: 10 },
    ],
  });
  const agent = await signInAs(world, cafe, 'AGENT');
  expect((await agent.get('/api/v1/plans/current')).status).toBe(403);
});

interface Limited {
  name: string;
  add: (tenant: Tenant) => Promise<Answer<Json>>;
  /** What a new tenant has of it. */
  had: number;
}
const limited: Limited[] = [
  { name: 'numbers', add: addNumber, had: 0 },
  { name: 'projects', add: addProject, had: 0 },
  { name: 'apiKeys', add: addKey, had: 0 },
  { name: 'users', add: invite, had: 1 },
];

test.each(limited)(
  '50 who add $name at the same time get no more than the plan has room for',
  async ({ name, add, had }) => {
    const max = had + 3;
    const plan = await newPlan({ name: `Few ${name}`, limits: { [name]: max } });
    const shop = await world.tenant(`few-${name.toLowerCase()}`);
    await give(shop, plan.id);
    const answers = await Promise.all(Array.from({ length: 50 }, () => add(shop)));
    const refused = answers.filter(({ status }) => status === 403);
    expect([answers.length - refused.length, refused.length]).toEqual([3, 47]);
    for (const { body } of refused) {
      expect(body).toMatchObject({ code: 'limit_reached', details: { limit: { name, used: max, max } } });
      expect(body.detail).toContain(`Your plan Few ${name} has room for ${max}`);
    }
    const { usage } = await current(shop);
    expect(usage.find((use: Json) => use.name === name)).toEqual({ name, used: max, max });
  },
  60_000,
);

test('the refusal says what is used, of how much, and the way out', async () => {
  const shop = await world.tenant('small-shop');
  await give(shop, 'starter');
  for (let n = 0; n < 5; n += 1) await shop.number();
  const { status, body } = await addNumber(shop);
  expect([status, body.detail]).toEqual([
    403,
    'Your plan Starter has room for 5 numbers, and 5 are in use. Delete one, or ask the operator of this Waypost for Pro.',
  ]);
  expect(body.details).toEqual({ limit: { name: 'numbers', used: 5, max: 5 } });
  const [first] = (await ok(shop.client.get('/api/v1/phone-numbers'))).data;
  expect((await shop.client.delete(`/api/v1/phone-numbers/${first.phoneNumberId}`)).status).toBe(204);
  expect((await addNumber(shop)).status).toBe(201);
});

test('one tenant at its limit does not hold up another one', async () => {
  const [full, free] = [await world.tenant('full'), await world.tenant('free')];
  const plan = await newPlan({ name: 'One project', limits: { projects: 1 } });
  await give(full, plan.id);
  await full.project('only');
  expect((await addProject(full)).status).toBe(403);
  expect((await addProject(free)).status).toBe(201);
});

test('a project that was deleted makes room, also its slug', async () => {
  const shop = await world.tenant('replacing');
  const plan = await newPlan({ name: 'Single', limits: { projects: 1 } });
  await give(shop, plan.id);
  const { id } = await shop.project('first');
  expect((await addProject(shop, 'first')).status).toBe(403);
  await shop.client.delete(`/api/v1/projects/${id}`);
  expect((await addProject(shop, 'first')).status).toBe(201);
});

test('webhooks are forwarded whatever the plan', async () => {
  const shop = await world.tenant('none-left');
  const [number, project] = [await shop.number(), await shop.project('none-left')];
  await shop.map(number, project);
  const plan = await newPlan({
    name: 'Nothing',
    limits: { numbers: 0, projects: 0, messagesPerMonth: 0, contacts: 0 },
  });
  await give(shop, plan.id);
  await world.startWorker();
  expect((await shop.receive(batch([textMessage(number)]))).status).toBe(200);
  await arrived(world, project, 1);
  await world.stopWorker();
});

test('the limits that processes keep in memory follow every change of the plan', async () => {
  const shop = await world.tenant('cached');
  const plans = world.api.get(Plans, { strict: false });
  const plan = await newPlan({ name: 'Slow', limits: { messagesPerMinute: 7 } });
  expect((await plans.limitsOf(shop.id)).messagesPerMinute).toBeNull();
  await give(shop, plan.id);
  await eventually(
    () => plans.limitsOf(shop.id),
    ({ messagesPerMinute }) => messagesPerMinute === 7,
  );
  await ok(world.root.patch(`/api/v1/plans/${plan.id}`, { limits: { messagesPerMinute: 8 } }));
  await eventually(
    () => plans.limitsOf(shop.id),
    ({ messagesPerMinute }) => messagesPerMinute === 8,
  );
});

test('what a plan does not include is refused with the name of one that does', async () => {
  const shop = await world.tenant('plain');
  const plan = await newPlan({ name: 'Plain', features: [], position: 1 });
  await give(shop, plan.id);
  const theme = '/api/v1/tenants/current/theme';
  const asks: [string, () => Promise<Answer<Json>>][] = [
    ['a brand of its own', () => shop.admin.patch(theme, { brandColor: '#112233' })],
    ['the export of the audit', () => shop.admin.get('/api/v1/audit/export')],
  ];
  for (const [what, ask] of asks) {
    const { status, body } = await eventually(ask, (answer) => answer.status !== 200);
    expect([status, body.code, body.detail]).toEqual([
      403,
      'limit_reached',
      `Your plan Plain does not include ${what}. Ask the operator of this Waypost for the plan Pro.`,
    ]);
  }
  expect((await shop.admin.patch(theme, { locale: 'es' })).status).toBe(200);
  await give(shop, 'starter');
  await eventually(
    () => shop.admin.patch(theme, { brandColor: '#112233' }),
    ({ status }) => status === 200,
  );
});
