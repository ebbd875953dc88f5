import { batch, textMessage } from '../apps/simulator/src/index.ts';
import { seed } from '../apps/api/src/seed/seed.ts';
import { PLATFORM_TENANT_ID } from '../libs/contracts/src/index.ts';
import { connectAsOwner } from '../libs/platform/src/index.ts';
import { arrived, itemsAt, settled } from './world/arrivals.ts';
import { type Json, ok } from './world/client.ts';
import { mailsTo, mailTo, templatesTo, tokenFor } from './world/mails.ts';
import { signInAs } from './world/people.ts';
import { createWorld, DAY, eventually, type Tenant, type World } from './world/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld(
    { PUBLIC_URL: 'https://hub.example.com', TENANT_DELETE_GRACE_DAYS: '30' },
    { worker: false },
  );
});
afterAll(() => world?.stop());

const password = 'ocelot umbrella quartz';
const tenants = '/api/v1/tenants';
const create = (body: Json): Promise<Json> => ok(world.root.post(tenants, body));
const audited = async (tenantId: string, action: string): Promise<Json[]> =>
  (
    await world.sql(
      `SELECT content::jsonb AS entry FROM audit_entry WHERE tenant_id = $1 AND action = $2 ORDER BY sequence`,
      [tenantId, action],
    )
  ).map(({ entry }) => entry);

describe('a new tenant', () => {
  test('gets a plan and an administrator, who chooses a password by a link in a mail of their language', async () => {
    const made = await create({
      name: 'Zapatería',
      planId: 'starter',
      locale: 'es',
      admin: { email: 'Eva@Zapateria.test', name: 'Eva' },
    });
    expect(made).toMatchObject({
      slug: 'zapateria',
      status: 'active',
      locale: 'es',
      plan: { slug: 'starter', name: 'Starter' },
      use: { people: 1, numbers: 0, projects: 0 },
      admin: { email: 'eva@zapateria.test', name: 'Eva' },
    });
    const mail = await mailTo(world, 'eva@zapateria.test', 'welcome');
    expect(mail.subject).toBe('Zapatería está a su disposición');
    expect(mail.text).toContain('https://hub.example.com/app/welcome#token=');
    const login = { email: 'eva@zapateria.test', password };
    expect((await world.stranger.post('/api/v1/auth/login', login)).status).toBe(401);

    const token = await tokenFor(world, 'eva@zapateria.test', 'welcome');
    await ok(world.stranger.post('/api/v1/auth/password/reset', { token, password }));
    const { accessToken, tenant } = await ok(world.stranger.post('/api/v1/auth/login', login));
    expect(tenant).toMatchObject({ id: made.id, role: 'TENANT_ADMIN' });
    const eva = world.stranger.as(accessToken);
    expect((await ok(eva.get('/api/v1/auth/me'))).user).toMatchObject({ emailVerified: true, locale: 'es' });
    expect((await ok(eva.get('/api/v1/plans/current'))).plan.slug).toBe('starter');
  });

  test('whose administrator is known already keeps their password, and the mail leads to the sign-in page', async () => {
    const shop = await world.tenant('known-before');
    await create({ name: 'Second', admin: { email: shop.login.email, name: 'Somebody else' } });
    const mail = await mailTo(world, shop.login.email, 'welcome');
    expect(mail.text).toContain('https://hub.example.com/app');
    expect(mail.text).not.toContain('#token');
    const me = await ok(shop.admin.get('/api/v1/auth/me'));
    expect([me.user.name, me.tenants.map(({ name }: Json) => name)]).toEqual([
      'Admin',
      ['known-before', 'Second'],
    ]);
  });

  test('can still be made with a password, also at the address of older systems, and then no mail is sent', async () => {
    const admin = { email: 'old@form.test', name: 'Old', password };
    const made = await ok(world.root.post('/admin/create-tenant', { name: 'Old form', admin }));
    expect(await templatesTo(world, admin.email)).toEqual([]);
    const { tenant } = await ok(world.stranger.post('/api/v1/auth/login', { email: admin.email, password }));
    expect(tenant.id).toBe(made.id);
  });

  test('gets the plan of the setting when none is named, and none that is archived or does not exist', async () => {
    expect((await create({ name: 'Plain' })).plan.slug).toBe('enterprise');
    const { status, body } = await world.root.post(tenants, { name: 'Lost', planId: 'platinum' });
    expect([status, body.code]).toEqual([404, 'not_found']);
    expect((await ok(world.root.get(`${tenants}?search=Lost`))).data).toEqual([]);
  });

  test('that is the demo has the plan Pro, with something of everything in use', async () => {
    const owner = await connectAsOwner(world.settings);
    await seed(world.settings, owner).finally(() => owner.destroy());
    const [demo] = (await ok(world.root.get(`${tenants}?search=demo`))).data;
    expect(demo).toMatchObject({
      slug: 'demo',
      plan: { slug: 'pro' },
      use: { people: 1, numbers: 1, projects: 2 },
    });
  });

  test('is in the audit of the platform and in its own', async () => {
    const { id } = await create({ name: 'Noted' });
    for (const chain of [id, PLATFORM_TENANT_ID]) {
      const entries = (await audited(chain, 'tenant.created')).filter(({ target }) => target.id === id);
      expect(entries).toEqual([
        expect.objectContaining({
          actor: { kind: 'person', id: expect.any(String) },
          after: { slug: 'noted', plan: 'enterprise', locale: null },
        }),
      ]);
    }
  });
});

describe('the list of tenants', () => {
  let apple: Tenant;

  beforeAll(async () => {
    apple = await world.tenant('apple-store');
    await apple.number();
    await apple.project('apple-one');
    await apple.project('apple-two');
    await signInAs(world, apple, 'AGENT');
    await create({ name: '100% Pears', slug: 'pears', planId: 'starter' });
  });

  const found = async (query: string): Promise<string[]> =>
    (await ok(world.root.get(`${tenants}?${query}`))).data.map(({ slug }: Json) => slug);

  test('says of each its plan and what it uses', async () => {
    const { data } = await ok(world.root.get(`${tenants}?search=apple`));
    expect(data).toEqual([
      expect.objectContaining({
        id: apple.id,
        plan: expect.objectContaining({ slug: 'enterprise' }),
        use: { people: 2, numbers: 1, projects: 2 },
      }),
    ]);
  });

  test.each([
    ['part of the name, whatever its case', 'search=PEARS', ['pears']],
    ['a sign that means something to the database', 'search=100%25', ['pears']],
    ['one that would match anything', 'search=_ppl', []],
    ['the e-mail of a member', 'search=admin@apple-store', ['apple-store']],
    ['plan', 'search=pears&plan=starter', ['pears']],
    ['plan, of which it has another', 'search=pears&plan=pro', []],
    ['status', 'search=pears&status=suspended', []],
  ])('is searched by %s', async (_what, query, slugs) => {
    expect(await found(query)).toEqual(slugs);
  });

  test('is searched by id, and goes on page by page', async () => {
    expect(await found(`search=${apple.id}`)).toEqual(['apple-store']);
    const all = await found('limit=200');
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Json = await ok(world.root.get(`${tenants}?limit=2${cursor && `&cursor=${cursor}`}`));
      paged.push(...page.data.map(({ slug }: Json) => slug));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
  });

  test('leads to one with plan, usage, administrators and dates', async () => {
    const details = await ok(world.root.get(`${tenants}/${apple.id}`));
    expect(details).toMatchObject({
      slug: 'apple-store',
      fullPlan: { slug: 'enterprise', limits: { numbers: null } },
      administrators: [
        {
          email: 'admin@apple-store.test',
          role: 'TENANT_ADMIN',
          status: 'active',
          joinedAt: expect.any(String),
        },
      ],
      suspendedAt: null,
      eraseAfter: null,
      createdAt: expect.any(String),
    });
    expect(details.usage).toContainEqual({ name: 'projects', used: 2, max: null });
    const { data: members } = await ok(world.root.get(`${tenants}/${apple.id}/members`));
    expect(members.map(({ role }: Json) => role)).toEqual(['TENANT_ADMIN', 'AGENT']);
  });
});

describe('another plan', () => {
  test('shows what comes of it first; what is over stays, and no more can be added', async () => {
    const shop = await world.tenant('shrinking');
    for (let n = 0; n < 6; n += 1) await shop.number();
    const preview = await ok(world.root.get(`${tenants}/${shop.id}/plan-change?planId=starter`));
    expect([preview.planNow.slug, preview.planThen.slug]).toEqual(['enterprise', 'starter']);
    const of = (name: string) => preview.limits.find((limit: Json) => limit.name === name);
    expect(of('numbers')).toEqual({
      name: 'numbers',
      used: 6,
      maxNow: null,
      maxThen: 5,
      over: true,
      words:
        '6 numbers are in use and the plan has room for 5. All are kept, and no more can be added until fewer than 5 are left.',
    });
    expect(of('users')).toMatchObject({ used: 1, maxThen: 10, over: false });
    expect(of('messagesPerMinute')).toMatchObject({ used: null, over: false });
    expect(of('retentionDays').words).toContain('kept for 30 days');
    expect(preview.featuresLost).toContain('single-sign-on');
    expect((await ok(world.root.get(`${tenants}/${shop.id}`))).plan.slug).toBe('enterprise');

    expect((await ok(world.root.post(`${tenants}/${shop.id}/plan`, { planId: 'starter' }))).plan.slug).toBe(
      'starter',
    );
    expect((await ok(shop.client.get('/api/v1/phone-numbers'))).data).toHaveLength(6);
    await expect(shop.number()).rejects.toThrow('limit_reached');
    expect((await audited(shop.id, 'tenant.plan-changed'))[0]).toMatchObject({
      before: { plan: 'enterprise' },
      after: { plan: 'starter' },
    });
  });

  test('that does not exist is not found, and the present one changes nothing', async () => {
    const { id } = await create({ name: 'Steady' });
    for (const answer of [
      await world.root.get(`${tenants}/${id}/plan-change?planId=none`),
      await world.root.post(`${tenants}/${id}/plan`, { planId: 'none' }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
    await ok(world.root.post(`${tenants}/${id}/plan`, { planId: 'enterprise' }));
    expect(await audited(id, 'tenant.plan-changed')).toEqual([]);
  });
});

describe('a tenant that is suspended', () => {
  test('learns the reason in every refusal and by mail, and hears of it when it goes on', async () => {
    const shop = await world.tenant('unpaid');
    const act = (what: string, body: Json = {}) => ok(world.root.post(`${tenants}/${shop.id}/${what}`, body));
    expect(await act('suspend', { reason: 'The bill of May is open' })).toMatchObject({
      status: 'suspended',
      suspendedReason: 'The bill of May is open',
      suspendedAt: expect.any(String),
    });
    expect((await world.root.call('POST', `${tenants}/${shop.id}/suspend`)).status).toBe(200);
    const { status, body } = await shop.admin.get('/api/v1/projects');
    expect([status, body.code, body.detail]).toEqual([
      403,
      'forbidden',
      'This tenant is suspended: The bill of May is open. Ask the operator of this Waypost to resume it.',
    ]);
    expect(await ok(shop.admin.get(`${tenants}/current/standing`))).toEqual({
      status: 'suspended',
      since: expect.any(String),
      reason: 'The bill of May is open',
      eraseAfter: null,
    });
    expect((await mailTo(world, shop.login.email, 'tenant-suspended')).text).toContain(
      'The bill of May is open',
    );

    await act('resume');
    await act('resume');
    expect((await shop.admin.get('/api/v1/projects')).status).toBe(200);
    expect(await templatesTo(world, shop.login.email)).toEqual(['tenant-suspended', 'tenant-resumed']);
    expect(
      (await audited(PLATFORM_TENANT_ID, 'tenant.resumed')).filter(({ target }) => target.id === shop.id),
    ).toHaveLength(1);
  });
});

describe('a tenant that is deleted', () => {
  test('stands still for the grace: webhooks are held, its administrators still look, and restoring brings it back', async () => {
    const shop = await world.tenant('closing');
    const [number, project] = [await shop.number(), await shop.project('closing')];
    await shop.map(number, project);
    const agent = await signInAs(world, shop, 'AGENT');

    const answer = await world.root.delete(`${tenants}/${shop.id}`);
    expect([answer.status, answer.body.status]).toEqual([202, 'deleting']);
    const until = new Date(answer.body.eraseAfter);
    expect(until.getTime() - world.clock.now().getTime()).toBeGreaterThan(29.9 * DAY);
    expect((await ok(world.root.delete(`${tenants}/${shop.id}`))).eraseAfter).toBe(answer.body.eraseAfter);
    expect(await templatesTo(world, shop.login.email)).toEqual(['tenant-deletion']);

    expect((await shop.admin.get('/api/v1/projects')).status).toBe(200);
    expect((await ok(shop.admin.get('/api/v1/auth/me'))).tenant.status).toBe('deleting');
    expect(await ok(shop.admin.get(`${tenants}/current/standing`))).toMatchObject({
      status: 'deleting',
      eraseAfter: answer.body.eraseAfter,
    });
    for (const refused of [
      await shop.admin.post('/api/v1/projects', {}),
      await agent.get('/api/v1/phone-numbers'),
    ]) {
      expect([refused.status, refused.body.detail]).toEqual([
        403,
        `This tenant is being deleted. Everything of it is erased after ${answer.body.eraseAfter.slice(0, 10)}; until then the operator of this Waypost can restore it.`,
      ]);
    }
    for (const what of ['suspend', 'resume']) {
      const { status, body } = await world.root.post(`${tenants}/${shop.id}/${what}`);
      expect([what, status, body.code]).toEqual([what, 409, 'wrong_state']);
    }

    await world.startWorker();
    const message = textMessage(number);
    expect((await shop.receive(batch([message]))).status).toBe(200);
    await settled(world);
    expect(itemsAt(world, project)).toEqual([]);

    const restored = await ok(world.root.post(`${tenants}/${shop.id}/restore`));
    expect(restored).toMatchObject({
      status: 'active',
      eraseAfter: null,
      held: { released: 1, cancelled: 0 },
    });
    await arrived(world, project, 1);
    await eventually(
      () => shop.admin.post('/api/v1/business-accounts', {}),
      ({ status }) => status === 422,
    );
    await world.stopWorker();
  });

  test('and was suspended before is suspended again when it is restored, and what is held stays held', async () => {
    const { id } = await create({
      name: 'Twice',
      admin: { email: 'twice@waypost.test', name: 'Twice', password },
    });
    await ok(world.root.post(`${tenants}/${id}/suspend`, { reason: 'Unpaid' }));
    await ok(world.root.delete(`${tenants}/${id}`));
    expect(await ok(world.root.post(`${tenants}/${id}/restore`))).toMatchObject({
      status: 'suspended',
      suspendedReason: 'Unpaid',
      held: { released: 0, cancelled: 0 },
    });
    const told = (await mailsTo(world, 'twice@waypost.test')).map(({ template }) => template);
    expect(told).toEqual(['tenant-suspended', 'tenant-deletion']);
  });
});
