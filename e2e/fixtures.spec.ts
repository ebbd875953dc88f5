import { createHash } from 'node:crypto';
import { settled } from './world/arrivals.ts';
import { ok } from './world/client.ts';
import { type Fixture, haveFixtures, readFixtures } from './world/fixtures.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

const suite = haveFixtures ? describe : describe.skip;
const about = haveFixtures ? '' : ' (skipped: there is no ../shared/meta/fixtures beside this checkout)';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

suite(`webhooks written by others${about}`, () => {
  let world: World;
  let tenant: Tenant;
  let project: Awaited<ReturnType<Tenant['project']>>;
  let good: Fixture[];
  let malformed: Fixture[];

  beforeAll(async () => {
    const all = readFixtures();
    good = all.filter(({ negative }) => !negative);
    malformed = all.filter(({ negative }) => negative);
    world = await createWorld();
    tenant = await world.tenant('collector');
    project = await tenant.project('collection');
    await inTurns(good, register);
  });
  afterAll(() => world?.stop());

  async function register({ accounts, numbers }: Fixture): Promise<void> {
    for (const businessId of accounts)
      await ok(tenant.client.post('/api/v1/business-accounts', { businessId, name: 'Other' }));
    for (const number of numbers) {
      await ok(
        tenant.client.post('/api/v1/phone-numbers', {
          ...number,
          appId: tenant.app.id,
          displayName: 'Other',
        }),
      );
      await tenant.map(number, project, { fields: ['*'] });
    }
  }
  /** A few at a time. */
  async function inTurns<T>(list: T[], work: (each: T) => Promise<void>): Promise<void> {
    const left = [...list];
    const hand = async () => {
      for (let each = left.shift(); each !== undefined; each = left.shift()) await work(each);
    };
    await Promise.all(Array.from({ length: 8 }, hand));
  }
  const arrivals = () => {
    const counts = new Map<string, number>();
    for (const { sha256: sum } of world.destinations.requests(project.name))
      counts.set(sum, (counts.get(sum) ?? 0) + 1);
    return counts;
  };

  it('are accepted, stored under their field, routed and forwarded byte for byte, each once', async () => {
    const answers: [string, number][] = [];
    await inTurns(
      good,
      async ({ file, body }) => void answers.push([file, (await tenant.receive(body)).status]),
    );
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    await settled(world);

    const seen = arrivals();
    expect(good.map(({ file, body }) => [file, seen.get(sha256(body))])).toEqual(
      good.map(({ file }) => [file, 1]),
    );
    expect(world.destinations.requests(project.name)).toHaveLength(good.length);
    expect((await ok(world.root.get('/api/v1/system/quarantine'))).data).toEqual([]);
    expect((await ok(world.root.get('/api/v1/system/unclaimed'))).data).toEqual([]);

    const { data } = await ok(tenant.client.get('/api/v1/events?limit=200'));
    const fieldsOf = new Map<string, string[]>(
      data.map((event: { businessId: string; fields: string[] }) => [event.businessId, event.fields]),
    );
    expect(good.map(({ file, accounts }) => [file, fieldsOf.get(accounts[0]!)])).toEqual(
      good.map(({ file, field }) => [file, [field]]),
    );
  }, 60_000);

  it('change nothing when they come again in other spacing', async () => {
    const before = world.destinations.requests(project.name).length;
    await inTurns(good, async ({ body }) => {
      const again = Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 3));
      expect((await tenant.receive(again)).status).toBe(200);
    });
    await settled(world);
    expect(world.destinations.requests(project.name)).toHaveLength(before);
  });

  it('do no harm where they are malformed', async () => {
    const before = arrivals();
    for (const { file, body } of malformed)
      expect([file, (await tenant.receive(body)).status]).toEqual([file, 200]);
    await settled(world);
    const allowed = new Set([...before.keys(), ...malformed.map(({ body }) => sha256(body))]);
    expect([...arrivals().keys()].filter((sum) => !allowed.has(sum))).toEqual([]);
    expect((await world.stranger.get('/api/v1/system/health/ready')).status).toBe(200);
  });
});
