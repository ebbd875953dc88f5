import fc from 'fast-check';
import {
  batch,
  buildUpdate,
  type BusinessNumber,
  type Envelope,
  isItem,
  kindNames,
  keysOf,
  planPosts,
  serialize,
  type SerializeOptions,
  updateKey,
} from '../apps/simulator/src/index.ts';
import { arrived, itemsAt, platformApp, settled } from './world/arrivals.ts';
import { ok } from './world/client.ts';
import { createWorld, HOUR, type Tenant, type World } from './world/world.ts';

interface Business {
  tenant: Tenant;
  numbers: BusinessNumber[];
  project: Awaited<ReturnType<Tenant['project']>>;
}

let world: World;
let shared: Awaited<ReturnType<typeof platformApp>>;
let businesses: Business[];

beforeAll(async () => {
  world = await createWorld();
  shared = await platformApp(world);
  businesses = await Promise.all(['shop', 'bank', 'cafe'].map(business));
});
afterAll(() => world?.stop());

async function business(name: string, at: number): Promise<Business> {
  const tenant = await world.tenant(name);
  const [one, two] = [await shared.number(tenant), await shared.number(tenant)];
  const project = await tenant.project(`all-of-${name}`, { split: at === 2 ? 'event' : 'batch' });
  for (const number of [one, two]) await tenant.map(number, project, { fields: ['*'] });
  return { tenant, numbers: [one, two], project };
}
async function post(envelope: Envelope, options?: SerializeOptions): Promise<Buffer> {
  const bytes = serialize(envelope, options);
  expect((await world.post(bytes, { appId: shared.id, secret: shared.secret })).status).toBe(200);
  return bytes;
}

describe('every kind of webhook that Meta sends', () => {
  it.each(kindNames)('is accepted, stored, routed and forwarded as it came: %s', async (kind) => {
    const { tenant, numbers, project } = businesses[0]!;
    world.destinations.clear(project.name);
    const update = buildUpdate(kind, numbers[0]!);
    const bytes = await post(batch([update]), { spacing: 'spaced' });
    const [request] = await arrived(world, project, 1);
    expect(request!.body.equals(bytes)).toBe(true);
    expect(keysOf(request!.body)).toEqual([updateKey(update)]);

    const { data } = await ok(tenant.client.get('/api/v1/events?limit=1'));
    expect(data[0]).toMatchObject({ businessId: tenant.businessId, fields: [update.field], items: 1 });
    const [delivery] = (await ok(tenant.client.get(`/api/v1/events/${data[0].id}`))).deliveries;
    expect(delivery).toMatchObject({
      projectId: project.id,
      state: 'delivered',
      attempts: 1,
      lastStatus: 200,
    });
    if (isItem(update) && typeof update.item.id === 'string') {
      expect(data[0].itemIds).toEqual([update.item.id]);
      const found = await ok(
        tenant.client.get(`/api/v1/events?messageId=${encodeURIComponent(update.item.id)}`),
      );
      expect(found.data.map(({ id }: { id: string }) => id)).toEqual([data[0].id]);
    }
  });

  it('arrives once when all of them come in one POST, and then again one by one', async () => {
    const { numbers, project } = businesses[1]!;
    const updates = kindNames.map((kind) => buildUpdate(kind, numbers[1]!));
    await post(batch(updates));
    for (const update of updates) await post(batch([update]), { spacing: 'odd' });
    await settled(world);
    expect(itemsAt(world, project).sort()).toEqual(updates.map(updateKey).sort());
  });
});

describe('whatever three tenants are told', () => {
  const start = Date.now() - HOUR;
  let told = 0;
  // A refusal to share the past has nothing of its own: told again it is the same one.
  const own = kindNames.filter((kind) => kind !== 'history_declined');
  /** No two are the same, though some kinds have no id: each has a time and an error code of its own. */
  const anything = fc
    .record({ who: fc.nat(2), which: fc.nat(1), kind: fc.constantFrom(...own) })
    .map(({ who, which, kind }) => {
      told += 1;
      const own = { at: new Date(start - told * 1_000), errorCode: told };
      return { who, update: buildUpdate(kind, businesses[who]!.numbers[which]!, own) };
    });
  const disorder = fc.record({
    perPost: fc.integer({ min: 1, max: 12 }),
    itemsPerChange: fc.constantFrom(undefined, 1, 2),
    shuffle: fc.constant(true),
    duplicates: fc.nat(2),
    duplicatesComing: fc.constantFrom('together' as const, 'apart' as const),
    repack: fc.nat(2),
    seed: fc.integer(),
  });
  const writing = fc.record<SerializeOptions>({
    spacing: fc.constantFrom('compact' as const, 'spaced' as const, 'odd' as const),
    slashes: fc.boolean(),
    escape: fc.constantFrom('unicode' as const, 'none' as const),
  });

  it('in whatever batches, order, copies and spacing, each project gets exactly its items, once', async () => {
    const batchOfAnything = fc.array(anything, { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(batchOfAnything, disorder, writing, async (all, plan, options) => {
        for (const { project } of businesses) world.destinations.clear(project.name);
        const updates = all.map(({ update }) => update);
        for (const wave of planPosts(updates, plan))
          await Promise.all(wave.map((envelope) => post(envelope, options)));
        await settled(world);
        for (const [at, { project }] of businesses.entries()) {
          const own = all.filter(({ who }) => who === at).map(({ update }) => updateKey(update));
          expect(itemsAt(world, project).sort()).toEqual(own.sort());
        }
      }),
      // Updates told once are not new when told again, so there is nothing to shrink.
      { numRuns: 25, endOnFailure: true },
    );
  });
});
