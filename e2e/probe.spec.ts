import { WakeUps } from '../libs/platform/src/index.ts';
import { type Json, ok } from './world/client.ts';
import { allAre, receiveMany, routed, states } from './world/deliveries.ts';
import { createWorld, DAY, eventually, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld({ DELIVERY_TIMEOUT_MS: '2000' });
  shop = await world.tenant('probe-shop');
});
afterAll(() => world?.stop());

const health = async ({ id }: { id: string }): Promise<Json> =>
  (await ok(shop.client.get(`/api/v1/projects/${id}`))).health;
const probe = ({ id }: { id: string }) => ok(shop.client.post(`/api/v1/projects/${id}/probe`));

/** A project whose circuit is open, for long: many pauses have come before. */
async function down(name: string) {
  const { number, project } = await routed(shop, name);
  world.destinations.setMode(name, { mode: 'status', status: 503 });
  await receiveMany(shop, number, 12);
  await eventually(
    () => health(project),
    ({ breaker }) => breaker === 'open',
  );
  return { number, project };
}

describe('a probe', () => {
  test('of a project that is still down calls it once and changes nothing', async () => {
    const { project } = await down('still-down');
    const before = world.destinations.requests('still-down').length;
    expect(await probe(project)).toEqual({
      status: 503,
      durationMs: expect.any(Number),
      error: expect.stringContaining('503'),
      healthy: false,
    });
    expect(world.destinations.requests('still-down').length).toBe(before + 1);
    expect((await health(project)).breaker).not.toBe('closed');
  });

  test('of a project that is back closes the circuit within a second, and what waited goes out', async () => {
    const { number, project } = await down('back-again');
    // Whatever the pause is: it does not end by itself in this test.
    await receiveMany(shop, number, 3);
    world.destinations.setMode('back-again', { mode: 'fast' });
    const before = world.destinations.requests('back-again').length;
    expect(await probe(project)).toMatchObject({ status: 200, error: null, healthy: true });
    const probed = Date.now();
    const [request] = world.destinations.requests('back-again').slice(before);
    expect(request?.signatures).toMatchObject({ hub: 'valid' });
    expect(await health(project)).toMatchObject({
      breaker: 'closed',
      openUntil: null,
      consecutiveFailures: 0,
      failingSince: null,
    });

    await world.destinations.waitFor('back-again', (seen) => seen.length > before + 1);
    expect(Date.now() - probed).toBeLessThan(2_000);
    await allAre(shop, project, 'delivered', 15);
    expect((await health(project)).breaker).toBe('closed');
  });

  test('closes it once: a project that fails again is spared again', async () => {
    const { number, project } = await down('flapping');
    world.destinations.setMode('flapping', { mode: 'fast' });
    await probe(project);
    await allAre(shop, project, 'delivered', 12);
    world.destinations.setMode('flapping', { mode: 'status', status: 500 });
    await receiveMany(shop, number, 12);
    await eventually(
      () => health(project),
      ({ breaker }) => breaker === 'open',
    );
    const calls = world.destinations.requests('flapping').length;
    world.api.get(WakeUps, { strict: false }).wake('deliver');
    await new Promise((next) => setTimeout(next, 1_500));
    expect(world.destinations.requests('flapping')).toHaveLength(calls);
  });

  test('leaves alone what the project did not like', async () => {
    const { number, project } = await routed(shop, 'picky-probe');
    world.destinations.setMode('picky-probe', { mode: 'status', status: 400 });
    await receiveMany(shop, number, 2);
    await allAre(shop, project, 'waiting', 2);
    world.destinations.setMode('picky-probe', { mode: 'fast' });
    expect((await probe(project)).healthy).toBe(true);
    await new Promise((next) => setTimeout(next, 1_000));
    expect(await states(shop, project)).toEqual({ waiting: 2 });
  });

  test('is one call for all who ask at the same time, and of an unreachable project a sentence', async () => {
    const project = await shop.project('asked-by-many');
    world.destinations.setMode('asked-by-many', { mode: 'slow', ms: 500 });
    const answers = await Promise.all([probe(project), probe(project), probe(project)]);
    expect(answers.map(({ healthy }) => healthy)).toEqual([true, true, true]);
    expect(world.destinations.requests('asked-by-many')).toHaveLength(1);
    await ok(shop.client.patch(`/api/v1/projects/${project.id}`, { endpoint: 'http://127.0.0.1:9/nobody' }));
    expect(await probe(project)).toEqual({
      status: null,
      durationMs: expect.any(Number),
      error: expect.stringMatching(/\S/),
      healthy: false,
    });
  });

  test('of a disabled project is refused, and leaves no delivery behind', async () => {
    const project = await shop.project('switched-off');
    await probe(project);
    await ok(shop.client.post(`/api/v1/projects/${project.id}/disable`));
    expect(await shop.client.post(`/api/v1/projects/${project.id}/probe`)).toMatchObject({
      status: 409,
      body: { code: 'wrong_state', detail: 'The project is disabled. Enable it, then probe it.' },
    });
    expect(await states(shop, project)).toEqual({});
  });
});

test('enabling a project closes its circuit too', async () => {
  const { project } = await down('enabled-again');
  await ok(shop.client.post(`/api/v1/projects/${project.id}/disable`));
  world.destinations.setMode('enabled-again', { mode: 'fast' });
  world.clock.advance(DAY);
  await ok(shop.client.post(`/api/v1/projects/${project.id}/enable`));
  expect(await health(project)).toMatchObject({ breaker: 'closed', consecutiveFailures: 0 });
});
