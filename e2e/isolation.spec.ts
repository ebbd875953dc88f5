import { type Client, type Json, ok } from './world/client.ts';
import { comparable } from './world/comparable.ts';
import { everythingOf } from './world/everything.ts';
import { absent, type Kind, make } from './world/kinds.ts';
import { allRoutes, pathWith } from './world/routes.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

let world: World;
let ours: Tenant;
let theirs: Tenant;
/** One thing of each kind that belongs to the other tenant. */
const foreign = new Map<Kind, string>();
/** Everything that is theirs, as they see it. */
let theirsBefore: Json;

const ofTenants = allRoutes.filter(({ needs }) => needs !== 'public' && needs !== 'platform:admin');
const withReference = allRoutes.flatMap((route) =>
  Object.entries(route.refs ?? {}).map(([field, kind]) => ({ ...route, field, kind })),
);

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  ours = await world.tenant('ours');
  theirs = await world.tenant('theirs');
  const named = ofTenants.flatMap(({ id }) => id ?? []);
  const kindsOfTenants = new Set([...named, ...withReference.map(({ kind }) => kind)]);
  for (const kind of kindsOfTenants) {
    await make(kind, { world, tenant: ours });
    foreign.set(kind, await make(kind, { world, tenant: theirs }));
  }
  theirsBefore = await everythingOf(theirs);
});
afterAll(() => world?.stop());

const call = (client: Client, method: string, path: string, body?: Json) =>
  client.call(method, path, body ?? (method === 'POST' || method === 'PATCH' ? {} : undefined));

test('lists hold what is ours and no id of theirs', async () => {
  const listed = await everythingOf(ours);
  for (const [path, data] of Object.entries(listed)) expect([path, data.length > 0]).toEqual([path, true]);
  const text = JSON.stringify(listed);
  for (const [kind, id] of foreign) expect([kind, text.includes(id)]).toEqual([kind, false]);
});

const onlyOne = ofTenants.filter(({ method, id, answers }) => method === 'GET' && !id && answers === 'one thing');

test.each(onlyOne)('$route shows no id of theirs', async ({ path }) => {
  const text = JSON.stringify(await ok(ours.admin.get(pathWith(path, undefined))));
  for (const [kind, id] of foreign) expect([kind, text.includes(id)]).toEqual([kind, false]);
});

test.each(withReference)(
  '$route takes the $field of another tenant for one of nothing',
  async ({ method, path, id, needs, body, answers, field, kind }) => {
    const place = { world, tenant: ours };
    const caller = needs === 'platform:admin' ? world.root : ours.admin;
    const address = pathWith(path, id && (await make(id, place)));
    const mine = await body?.(place);
    const ask = async (reference: string) => {
      const answer =
        method === 'GET'
          ? await caller.get(`${address}?${field}=${reference}`)
          : await call(caller, method, address, { ...mine, [field]: reference });
      return comparable(answer, reference);
    };
    const missing = await ask(absent(kind));
    expect(await ask(foreign.get(kind)!)).toEqual(missing);
    if (method === 'GET' && !answers) expect(JSON.parse(missing.text)).toEqual({ data: [], nextCursor: null });
  },
);

test('through all of this nothing of theirs has changed', async () => {
  expect(await everythingOf(theirs)).toEqual(theirsBefore);
});
