import { batch, textMessage } from '../apps/simulator/src/index.ts';
import { WakeUps } from '../libs/platform/src/index.ts';
import { type Json, ok } from './world/client.ts';
import { allAre, deliveries, oneDelivery, receiveMany, routed, states } from './world/deliveries.ts';
import { startMailbox } from './world/mailbox.ts';
import {
  createWorld,
  DAY,
  eventually,
  HOUR,
  MINUTE,
  SECOND,
  type Tenant,
  type World,
} from './world/world.ts';

let world: World;
let shop: Tenant;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;

beforeAll(async () => {
  mailbox = await startMailbox();
  world = await createWorld({ ...mailbox.settings, DELIVERY_TIMEOUT_MS: '2000' });
  shop = await world.tenant('breaker-shop');
  // So much goes wrong here that its people would hear of it.
  await ok(shop.admin.patch('/api/v1/tenants/current/notifications', { errorSpikes: false }));
});
afterAll(async () => {
  await world?.stop();
  await mailbox?.close();
});

const look = async ({ id }: { id: string }) => ok(shop.client.get(`/api/v1/projects/${id}`));
const looksSo = (project: { id: string }, good: (seen: Json) => boolean) =>
  eventually(() => look(project), good);
const wake = () => world.api.get(WakeUps, { strict: false }).wake('deliver');

/** Shows that the worker has looked at every row since. */
async function workerHasLooked(): Promise<void> {
  const probe = await shop.project(`probe-${Math.random().toString(36).slice(2)}`);
  await ok(shop.client.post(`/api/v1/projects/${probe.id}/test`));
  await oneDelivery(shop, probe, 'delivered');
}

describe('the breaker of a project', () => {
  test('opens after ten failures in a row, probes with one request, and closes with all that waited delivered', async () => {
    const { number, project } = await routed(shop, 'down');
    world.destinations.setMode('down', { mode: 'status', status: 503 });
    await receiveMany(shop, number, 9);
    await looksSo(project, ({ health }) => health.consecutiveFailures === 9 && health.breaker === 'closed');
    await receiveMany(shop, number, 1);
    const opened = await looksSo(project, ({ health }) => health.breaker === 'open');
    expect(opened.health).toMatchObject({
      consecutiveFailures: 10,
      lastSuccessAt: null,
      failingSince: expect.any(String),
    });
    const pause = Date.parse(opened.health.openUntil) - world.clock.now().getTime();
    expect(pause).toBeLessThanOrEqual(5 * SECOND);

    await receiveMany(shop, number, 5);
    await workerHasLooked();
    expect(world.destinations.requests('down')).toHaveLength(10);
    expect(await states(shop, project)).toEqual({ waiting: 10, pending: 5 });

    world.clock.advance(10 * SECOND);
    expect((await look(project)).health.breaker).toBe('half_open');
    wake();
    const reopened = await looksSo(
      project,
      ({ health }) => health.consecutiveFailures === 11 && health.breaker === 'open',
    );
    expect(Date.parse(reopened.health.openUntil) - Date.parse(reopened.health.lastFailureAt)).toBeGreaterThan(
      9 * SECOND,
    );
    await workerHasLooked();
    expect(world.destinations.requests('down')).toHaveLength(11);

    world.destinations.setMode('down', { mode: 'fast' });
    world.clock.advance(MINUTE);
    await allAre(shop, project, 'delivered', 15);
    const ids = world.destinations
      .requests('down')
      .slice(11)
      .map(({ headers }) => headers['webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([15, 15]);
    await looksSo(project, ({ health }) => {
      const { breaker, consecutiveFailures, failingSince, openUntil } = health;
      return breaker === 'closed' && consecutiveFailures === 0 && failingSince === null && openUntil === null;
    });
  });

  test('stays closed for a project that answers, but does not like the messages', async () => {
    const { number, project } = await routed(shop, 'picky');
    world.destinations.setMode('picky', { mode: 'status', status: 400 });
    await receiveMany(shop, number, 15);
    await allAre(shop, project, 'waiting', 15);
    expect(world.destinations.requests('picky')).toHaveLength(15);
    const { health } = await looksSo(project, (seen) => seen.health.lastFailureAt !== null);
    expect(health).toMatchObject({
      breaker: 'closed',
      consecutiveFailures: 0,
      lastSuccessAt: null,
      failingSince: expect.any(String),
    });
  });
});

describe('nothing but failures for days', () => {
  const mailsOn = (name: string) => mailbox.mails.filter(({ subject }) => subject.includes(`"${name}"`));
  /** Retries what waits now and has it fail. */
  const failAgain = async (project: { id: string; name: string }) => {
    const before = world.destinations.requests(project.name).length;
    const [{ id }] = await deliveries(shop, project);
    await shop.client.post(`/api/v1/deliveries/${id}/retry`);
    await world.destinations.waitFor(project.name, (seen) => seen.length > before);
    await allAre(shop, project, 'waiting', (await deliveries(shop, project)).length);
  };

  test('a project is written about after three days and disabled after five, whatever the failures are', async () => {
    const number = await shop.number();
    const projects = [await shop.project('failing-500'), await shop.project('failing-404')];
    for (const project of projects) {
      await shop.map(number, project);
      world.destinations.setMode(project.name, { mode: 'status', status: Number(project.name.slice(-3)) });
    }
    const each = (work: (project: (typeof projects)[number]) => Promise<unknown>) =>
      Promise.all(projects.map(work));
    await receiveMany(shop, number, 1);
    await each((project) => looksSo(project, ({ health }) => health.failingSince !== null));

    world.clock.advance(3 * DAY - HOUR);
    await each(failAgain);
    await world.keepHouse();
    expect(mailbox.mails).toEqual([]);

    world.clock.advance(2 * HOUR);
    await each(failAgain);
    mailbox.refusing = true;
    await world.keepHouse();
    await eventually(
      () => world.sql(`SELECT last_error AS why FROM outbox WHERE state = 'queued' AND attempts > 0`),
      (rows) => rows.length >= 2 && rows.every(({ why }) => why.includes('Not today.')),
    );
    mailbox.refusing = false;
    expect(mailbox.mails).toEqual([]);
    world.clock.advance(MINUTE);
    for (let minutes = 0; minutes < 3; minutes += 1) await world.keepHouse();
    await eventually(() => projects.flatMap(({ name }) => mailsOn(name)), (mails) => mails.length === 2);
    await each(async (project) => {
      expect(mailsOn(project.name)).toEqual([
        expect.objectContaining({
          to: ['admin@breaker-shop.test'],
          subject: expect.stringMatching(/has failed since \w+ \d+, \d{4}$/),
          text: expect.stringContaining(world.destinations.endpoint(project.name)),
        }),
      ]);
      expect(await look(project)).toMatchObject({ status: 'enabled' });
    });

    world.clock.advance(2 * DAY);
    await each(failAgain);
    await world.keepHouse();
    await each(async (project) => {
      const disabled = { status: 'disabled', disabledReason: 'failing', disabledAt: expect.any(String) };
      expect(await look(project)).toMatchObject(disabled);
    });
    await receiveMany(shop, number, 1);
    await each(async (project) => {
      const [later] = await eventually(
        () => deliveries(shop, project),
        (rows) => rows.length === 2,
      );
      expect(later).toMatchObject({ state: 'cancelled', cause: 'project_disabled', attempts: 0 });

      world.destinations.setMode(project.name, { mode: 'fast' });
      const { health } = await ok(shop.client.post(`/api/v1/projects/${project.id}/enable`));
      expect(health).toMatchObject({ failingSince: null, consecutiveFailures: 0 });
      const since = new Date(Date.now() - HOUR).toISOString();
      await ok(shop.client.post(`/api/v1/projects/${project.id}/recover`, { since }));
    });
    await world.keepHouse();
    await each((project) => allAre(shop, project, 'delivered', 2));
    await each(async (project) => expect(await look(project)).toMatchObject({ status: 'enabled' }));
    const disabled = projects.flatMap(({ name }) => mailsOn(name).filter(({ subject }) => subject.endsWith('was disabled')));
    expect(disabled).toHaveLength(2);
    expect(projects.flatMap(({ name }) => mailsOn(name))).toHaveLength(4);
  });

  test('one success between the failures begins the count anew, however short it was', async () => {
    const { number, project } = await routed(shop, 'flapping');
    world.destinations.setMode('flapping', { mode: 'status', status: 500 });
    await receiveMany(shop, number, 1);
    await oneDelivery(shop, project, 'waiting');
    await looksSo(project, ({ health }) => health.failingSince !== null);
    world.clock.advance(4 * DAY);
    const returned = world.clock.now();
    world.destinations.setMode('flapping', { mode: 'status', status: 200, first: 1 });
    await shop.receive(batch([textMessage(number)]));
    await world.destinations.waitFor('flapping', (seen) => seen.length >= 2);
    world.destinations.setMode('flapping', { mode: 'status', status: 500 });
    await shop.receive(batch([textMessage(number)]));
    await looksSo(project, ({ health }) => Date.parse(health.failingSince) > returned.getTime());
    world.clock.advance(2 * DAY);
    await world.keepHouse();
    expect(await look(project)).toMatchObject({ status: 'enabled' });
  });

  test('a project that failed once and was then left in peace is not disabled for it', async () => {
    const { number, project } = await routed(shop, 'quiet');
    world.destinations.setMode('quiet', { mode: 'status', status: 500, first: 1 });
    await receiveMany(shop, number, 1);
    await oneDelivery(shop, project, 'waiting');
    await looksSo(project, ({ health }) => health.failingSince !== null);
    await world.stopWorker();
    world.clock.advance(6 * DAY);
    await world.startWorker();
    await oneDelivery(shop, project, 'delivered');
    expect(await look(project)).toMatchObject({ status: 'enabled', disabledReason: null });
  });
});
