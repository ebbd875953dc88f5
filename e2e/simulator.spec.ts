import {
  buildUpdates,
  customerToldBy,
  identities,
  kindNames,
  statusEndings,
  statusStory,
  storyNames,
  tellings,
  textMessage,
  type Update,
  updateKey,
} from '../apps/simulator/src/index.ts';
import { itemsAt, keptAside, settled } from './world/arrivals.ts';
import { ok } from './world/client.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let number: Awaited<ReturnType<Tenant['number']>>;
let everything: Awaited<ReturnType<Tenant['project']>>;

beforeAll(async () => {
  world = await createWorld();
  shop = await world.tenant('shop');
  number = await shop.number();
  everything = await shop.project('everything');
  await shop.map(number, everything, { fields: ['*'] });
});
afterAll(() => world?.stop());
beforeEach(async () => {
  await settled(world);
  world.destinations.clear(everything.name);
});

const target = () => ({ url: `${world.url}/webhooks/meta/${shop.app.id}`, secret: shop.app.secret });
const keys = (updates: Update[]) => updates.map(updateKey).sort();

/** Posts them through the simulator and waits until each has arrived, once. */
async function arriveOnce(updates: Update[], disorder: object = {}): Promise<void> {
  const posts = await world.simulator.poster.postUpdates(target(), updates, disorder);
  expect(new Set(posts.map(({ state }) => state))).toEqual(new Set(['acknowledged']));
  const wanted = keys(updates);
  await eventually(
    () => itemsAt(world, everything).length,
    (count) => count >= wanted.length,
    30_000,
  );
  await settled(world);
  expect(itemsAt(world, everything).sort()).toEqual(wanted);
}

test('whatever kind of webhook Meta has, it reaches the project, and nothing is kept aside', async () => {
  await arriveOnce([...kindNames, ...storyNames].flatMap((name) => buildUpdates(name, number)));
  expect(await keptAside(world, shop.app.id)).toEqual([]);
  const { data } = await ok(shop.client.get('/api/v1/events?limit=200'));
  expect(data.length).toBeGreaterThan(kindNames.length);
});

test('people come by phone, by user id or by both', async () => {
  const person = { phone: '12025550143', name: 'Ada', username: 'ada' };
  await arriveOnce(
    identities.map((identity) => textMessage(number, { from: customerToldBy(identity, person, number) })),
  );
});

test('statuses arrive each once, however they end and in whatever order they are told', async () => {
  const stories = statusEndings.flatMap((ending) =>
    tellings.flatMap((telling) => statusStory(number, { ending, telling })),
  );
  await arriveOnce(stories, { perPost: 4 });
});

test('of an account’s disorder every update arrives once: repeated, packed anew, late, overtaking', async () => {
  const updates = Array.from({ length: 300 }, (_, at) => textMessage(number, { text: `Number ${at}` }));
  await arriveOnce([...updates, ...statusStory(number, { telling: 'reversed' })], {
    ...{ perPost: 25, itemsPerChange: 7, shuffle: true, seed: 7 },
    ...{ duplicates: 2, duplicatesComing: 'together', repack: 2, delay: 20 },
  });
});

test('a thousand long messages of another script come in POSTs of 3 MB at most', async () => {
  const updates = Array.from({ length: 1_000 }, () => textMessage(number, { text: 'ש'.repeat(1_000) }));
  await arriveOnce(updates, { perPost: 1_000 });
  const sizes = world.simulator.poster.journal.records(3).map(({ bytes }) => bytes);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(3 * 1024 * 1024);
  expect(Math.max(...sizes)).toBeGreaterThan(2 * 1024 * 1024);
});
