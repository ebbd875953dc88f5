import { batch, numericId, textMessage } from '../apps/simulator/src/index.ts';
import { type Json, ok } from './world/client.ts';
import { allAre, deliveries, receiveMany, routed } from './world/deliveries.ts';
import { platformApp } from './world/arrivals.ts';
import { createWorld, eventually, HOUR, type Tenant, type World } from './world/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld({ DELIVERY_TIMEOUT_MS: '2000' });
});
afterAll(() => world?.stop());

const look = (tenant: Tenant, hours?: number): Promise<Json> =>
  ok(tenant.client.get(`/api/v1/overview${hours === undefined ? '' : `?hours=${hours}`}`));
const seen = (tenant: Tenant, good: (overview: Json) => boolean) => eventually(() => look(tenant), good);
const sum = (parts: Json[], key: string) => parts.reduce((total, part) => total + part[key], 0);
const attention = ({ attention: entries }: Json) =>
  entries.map(({ kind, severity }: Json) => [kind, severity]);
const nothing = { received: 0, delivered: 0, failed: 0, waiting: 0, p50Ms: null, p95Ms: null };

describe('the overview of a tenant', () => {
  test('that has nothing says what comes first', async () => {
    const { id } = await ok(world.root.post('/api/v1/tenants', { name: 'Blank' }));
    const overview = await ok(world.root.forTenant(id).get('/api/v1/overview'));
    expect(overview).toEqual({
      firstWebhookAt: null,
      setup: {
        account: false,
        app: false,
        verified: false,
        number: false,
        project: false,
        mapping: false,
        webhook: false,
      },
      attention: [],
      figures: { ...nothing, previous: nothing },
      hours: expect.any(Array),
      projects: [],
    });
    expect(overview.hours).toHaveLength(24);
  });

  test('ticks off the steps of the first use one by one, and a test is no webhook', async () => {
    const shop = await world.tenant('first-steps');
    const steps = {
      account: true,
      app: true,
      verified: false,
      number: false,
      project: false,
      mapping: false,
      webhook: false,
    };
    expect((await look(shop)).setup).toEqual(steps);
    expect(attention(await look(shop))).toEqual([['app_not_verified', 'warn']]);
    const { number, project } = await routed(shop, 'steps');
    await ok(shop.client.post(`/api/v1/projects/${project.id}/test`));
    await allAre(shop, project, 'delivered', 1);
    const mapped = await seen(shop, ({ figures }) => figures.delivered === 1);
    expect(mapped.setup).toEqual({ ...steps, number: true, project: true, mapping: true });
    expect([mapped.firstWebhookAt, mapped.figures.received]).toEqual([null, 0]);

    expect((await shop.receive(batch([textMessage(number)]))).status).toBe(200);
    const done = await seen(shop, ({ setup }) => setup.webhook && setup.verified);
    expect(done.firstWebhookAt).toEqual(expect.any(String));
    expect([done.figures.received, done.attention]).toEqual([1, []]);
  });

  test('needs no app of its own where the platform has one', async () => {
    const shared = await platformApp(world);
    const tenant = await world.tenant('by-platform');
    await shared.number(tenant);
    await ok(tenant.client.delete(`/api/v1/apps/${tenant.app.id}`));
    expect((await look(tenant)).setup).toMatchObject({ app: true, verified: true, number: true });
  });

  test('counts what came, went and did not, by hour and by project, as the deliveries do', async () => {
    const shop = await world.tenant('counted-shop');
    const good = await routed(shop, 'good');
    const bad = await routed(shop, 'bad');
    world.destinations.setMode('bad', { mode: 'status', status: 400 });
    await receiveMany(shop, good.number, 30);
    await receiveMany(shop, bad.number, 4);
    await allAre(shop, good.project, 'delivered', 30);
    await allAre(shop, bad.project, 'waiting', 4);
    const overview = await seen(shop, ({ figures }) => figures.delivered === 30 && figures.waiting === 4);
    expect(overview.figures).toMatchObject({
      received: 34,
      delivered: 30,
      failed: 0,
      waiting: 4,
      previous: nothing,
    });
    expect(overview.figures.p50Ms).toBeLessThanOrEqual(overview.figures.p95Ms);
    expect(overview.figures.p50Ms).toBeGreaterThanOrEqual(0);
    expect(
      overview.hours.map(({ received, delivered, troubled }: Json) => [received, delivered, troubled]),
    ).toEqual([...Array.from({ length: 23 }, () => [0, 0, 0]), [34, 30, 4]]);
    const [badly, goodly] = overview.projects;
    expect(badly).toMatchObject({
      slug: 'bad',
      status: 'enabled',
      breaker: 'closed',
      waiting: 4,
      failed: 0,
      delivered: 0,
    });
    expect(goodly).toMatchObject({ slug: 'good', waiting: 0, failed: 0, delivered: 30 });
    expect([goodly.ticks.length, sum(goodly.ticks, 'delivered'), sum(badly.ticks, 'troubled')]).toEqual([
      24, 30, 4,
    ]);
  });

  test.each([1, 7, 168])('over %i hours has as many hours and 24 ticks', async (hours) => {
    const shop = await world.tenant(`range-${hours}`);
    const { number, project } = await routed(shop, `range-${hours}`);
    await receiveMany(shop, number, 5);
    await allAre(shop, project, 'delivered', 5);
    const overview = await eventually(
      () => look(shop, hours),
      ({ figures }) => figures.delivered === 5,
    );
    expect([overview.hours.length, overview.projects[0].ticks.length]).toEqual([hours, 24]);
    for (const key of ['received', 'delivered']) expect([key, sum(overview.hours, key)]).toEqual([key, 5]);
    const [first, second] = overview.projects[0].ticks.map(({ at }: Json) => Date.parse(at));
    expect(second - first).toBe((hours * HOUR) / 24);
  });

  test('compares with the window before', async () => {
    const shop = await world.tenant('compared');
    const { number, project } = await routed(shop, 'compared');
    world.destinations.setMode('compared', { mode: 'status', status: 404 });
    await receiveMany(shop, number, 2);
    await allAre(shop, project, 'waiting', 2);
    world.destinations.setMode('compared', { mode: 'fast' });
    await receiveMany(shop, number, 6);
    await eventually(
      () => deliveries(shop, project),
      (rows) => rows.filter(({ state }) => state === 'delivered').length === 6,
    );
    await world.sql(
      `UPDATE delivery SET state = 'failed', finished_at = now() WHERE tenant_id = $1 AND state = 'waiting'`,
      [shop.id],
    );
    // Time goes on by an hour: what came is in the window before the last hour.
    const turned = await world.tenant('compared-clock');
    await look(turned);
    world.clock.advance(HOUR);
    try {
      const overview = await look(shop, 1);
      expect(overview.figures).toMatchObject({ received: 0, delivered: 0, failed: 0, p50Ms: null });
      expect(overview.figures.previous).toMatchObject({ received: 8, delivered: 6, failed: 2, waiting: 0 });
      expect(overview.figures.previous.p95Ms).toBeGreaterThanOrEqual(0);
    } finally {
      world.clock.advance(-HOUR);
    }
  });

  test.each(['0', '169', 'x', '1.5'])('refuses a range of %s hours', async (hours) => {
    const shop = await world.tenant(`refuses-${hours.replace('.', '-')}`);
    expect((await shop.client.get(`/api/v1/overview?hours=${hours}`)).status).toBe(422);
  });

  test('shows nothing of another tenant', async () => {
    const [mine, theirs] = [await world.tenant('mine-only'), await world.tenant('theirs-only')];
    const { number, project } = await routed(theirs, 'theirs-only');
    await receiveMany(theirs, number, 3);
    await allAre(theirs, project, 'delivered', 3);
    await seen(theirs, ({ figures }) => figures.delivered === 3);
    expect(await look(mine)).toMatchObject({ figures: { ...nothing, previous: nothing }, projects: [] });
  });
});

describe('what needs a person', () => {
  test('an open circuit stands there with what waits, until it is closed', async () => {
    const shop = await world.tenant('attention-circuit');
    const { number, project } = await routed(shop, 'attention-circuit');
    world.destinations.setMode('attention-circuit', { mode: 'status', status: 503 });
    await receiveMany(shop, number, 14);
    const overview = await seen(shop, (all) =>
      all.attention.some(({ kind, count }: Json) => kind === 'circuit_open' && count === 14),
    );
    expect(overview.attention).toEqual([
      {
        kind: 'circuit_open',
        severity: 'bad',
        subject: { type: 'project', id: project.id, name: 'attention-circuit' },
        since: expect.any(String),
        count: 14,
        until: expect.any(String),
        detail: null,
      },
    ]);
    expect(overview.projects[0]).toMatchObject({ breaker: expect.stringMatching('open'), waiting: 14 });
    world.destinations.setMode('attention-circuit', { mode: 'fast' });
    await ok(shop.client.post(`/api/v1/projects/${project.id}/probe`));
    await allAre(shop, project, 'delivered', 14);
    expect((await seen(shop, ({ attention: entries }) => entries.length === 0)).figures.delivered).toBe(14);
  });

  test('projects that are disabled or fail, and deliveries that were given up', async () => {
    const shop = await world.tenant('attention-projects');
    const { number, project } = await routed(shop, 'attention-gone');
    world.destinations.setMode('attention-gone', { mode: 'status', status: 410 });
    await receiveMany(shop, number, 1);
    await allAre(shop, project, 'failed', 1);
    const gone = await seen(shop, (all) => all.attention.length === 2);
    expect(attention(gone)).toEqual([
      ['project_disabled', 'bad'],
      ['deliveries_failed', 'bad'],
    ]);
    expect(gone.attention[0].detail).toBe('gone');
    expect(gone.attention[1]).toMatchObject({ count: 1, since: expect.any(String) });

    const failing = await routed(shop, 'attention-failing');
    world.destinations.setMode('attention-failing', { mode: 'status', status: 500 });
    await receiveMany(shop, failing.number, 3);
    const both = await seen(shop, (all) => all.attention.length === 3);
    expect(both.attention[2]).toMatchObject({ kind: 'project_failing', severity: 'warn', count: 3 });
  });

  test('apps that are refused, or cannot check a signature', async () => {
    const shop = await world.tenant('attention-apps');
    const number = await shop.number();
    const id = numericId();
    await ok(
      shop.client.post('/api/v1/apps', {
        id,
        businessId: shop.businessId,
        name: 'Bare',
        verifyToken: 'bare',
      }),
    );
    const body = Buffer.from(JSON.stringify(batch([textMessage(number)])));
    await world.post(body, { secret: 'a wrong one', appId: shop.app.id });
    const overview = await seen(shop, (all) => all.attention.length === 3);
    expect(attention(overview)).toEqual([
      ['app_refused', 'bad'],
      ['app_without_secret', 'bad'],
      ['app_not_verified', 'warn'],
    ]);
    expect(overview.attention[0]).toMatchObject({
      subject: { type: 'app', id: shop.app.id, name: 'attention-apps app' },
      detail: expect.stringContaining('app secret'),
    });
  });
});

test('of many deliveries the times are told from a sample that is close, and all who ask get one answer', async () => {
  const shop = await world.tenant('a-million');
  const { project } = await routed(shop, 'a-million');
  await world.stopWorker();
  const now = Date.now();
  // Half of them in the range, half in the one before, 4.3 s apart; ids as the hub makes them, from the time.
  const id = `encode(substring(int8send($2::bigint - i * 4320) FROM 3), 'hex') || '7' || lpad(to_hex(i % 4096), 3, '0') || '8' || lpad(to_hex(i), 15, '0')`;
  for (const [from, to] of [
    [1, 20_000],
    [20_001, 40_000],
  ]) {
    await world.sql(
      `WITH ids AS (SELECT (${id})::uuid AS id, i FROM generate_series($4::int, $5::int) i),
       events AS (
         INSERT INTO event (tenant_id, id, webhook_id, business_id, fields, kinds, item_ids, items)
         SELECT $1, id, id, '1', '{messages}', '{text}', '{}', 1 FROM ids)
       INSERT INTO delivery (tenant_id, id, event_id, project_id, priority, state, attempts, next_at, finished_at)
       SELECT $1, id, id, $3, 0, CASE WHEN i % 50 = 0 THEN 'failed' ELSE 'delivered' END, 1, now(),
              to_timestamp(($2::bigint - i * 4320 + 20 + i % 100) / 1000.0) FROM ids`,
      [shop.id, now, project.id, from, to],
    );
  }
  await world.sql('VACUUM (ANALYZE) delivery');
  await world.sql('VACUUM (ANALYZE) event');
  const answers: Json[] = await Promise.all(Array.from({ length: 20 }, () => look(shop)));
  const [{ figures }] = answers;
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(figures.delivered + figures.failed).toBeGreaterThan(19_900);
  expect(figures.received).toBe(figures.delivered + figures.failed);
  expect(figures.previous.delivered).toBeGreaterThan(19_000);
  for (const part of [figures, figures.previous]) {
    expect(Math.abs(part.p50Ms - 70)).toBeLessThanOrEqual(10);
    expect(Math.abs(part.p95Ms - 115)).toBeLessThanOrEqual(10);
  }
  await world.sql('TRUNCATE delivery, event');
});
