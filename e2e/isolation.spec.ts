import { type Answer, type Client, type Json, ok } from './world/client.ts';
import { absent, allRoutes, documentedRoutes, type Kind, make, pathWith, routes } from './world/routes.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

let world: World;
let ours: Tenant;
let theirs: Tenant;
/** One thing of each kind that belongs to the other tenant. */
const foreign = new Map<Kind, string>();
/** Everything that is theirs, as they see it. */
let theirsBefore: Json;

const ofTenants = allRoutes.filter(({ needs }) => needs !== 'public' && needs !== 'platform:admin');
const lists = ofTenants.filter(
  ({ method, path, id, answers }) => method === 'GET' && !id && !answers && !path.includes('/auth/'),
);
const withId = ofTenants.flatMap((route) => (route.id ? [{ ...route, id: route.id }] : []));
const withReference = allRoutes.flatMap((route) =>
  Object.entries(route.refs ?? {}).map(([field, kind]) => ({ ...route, field, kind })),
);

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  ours = await world.tenant('ours');
  theirs = await world.tenant('theirs');
  const kindsOfTenants = new Set([...withId.map(({ id }) => id), ...withReference.map(({ kind }) => kind)]);
  for (const kind of kindsOfTenants) {
    await make(kind, { world, tenant: ours });
    foreign.set(kind, await make(kind, { world, tenant: theirs }));
  }
  theirsBefore = await everythingOf(theirs);
});
afterAll(() => world?.stop());

async function everythingOf(tenant: Tenant): Promise<Record<string, Json[]>> {
  const pages = await Promise.all(lists.map(({ path }) => ok(tenant.admin.get(`${path}?limit=200`))));
  return Object.fromEntries(lists.map(({ path }, at) => [path, pages[at].data]));
}

/** An answer without what differs from call to call, and with the id that was asked for named alike. */
function comparable({ status, body, headers }: Answer<Json>, asked: string): Json {
  const text = JSON.stringify(body)
    .replaceAll(asked, '<asked>')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>');
  return { status, type: headers.get('content-type'), text };
}

const call = (client: Client, method: string, path: string, body?: Json) =>
  client.call(method, path, body ?? (method === 'POST' || method === 'PATCH' ? {} : undefined));

test('there is a plan for every route of the OpenAPI document, and for no other', async () => {
  const { body: document } = await world.stranger.get('/api/openapi.json');
  expect(Object.keys(routes).sort()).toEqual(documentedRoutes(document).sort());
  for (const { route, path, id } of allRoutes)
    expect([route, id !== undefined]).toEqual([route, path.includes('{')]);
});

test('without a token only signing in and health probes answer', async () => {
  const open: string[] = [];
  for (const { route, method, path, id } of allRoutes) {
    const { status, body } = await call(world.stranger, method, pathWith(path, id && absent(id)));
    if (status !== 401 || body.code !== 'unauthenticated') open.push(route);
  }
  expect(open).toEqual([
    'POST /api/v1/auth/login',
    'POST /api/v1/auth/logout',
    'GET /api/v1/system/health',
    'GET /api/v1/system/health/live',
    'GET /api/v1/system/health/ready',
  ]);
});

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

test.each(withId)(
  '$route answers an id of another tenant like one of nothing',
  async ({ method, path, id, body }) => {
    const place = { world, tenant: ours };
    const mine = await body?.(place);
    const [foreignId, nothing] = [foreign.get(id)!, absent(id)];
    const missing = await call(ours.admin, method, pathWith(path, nothing), mine);
    expect([missing.status, missing.body.code]).toEqual([404, 'not_found']);
    const answer = await call(ours.admin, method, pathWith(path, foreignId), mine);
    expect(comparable(answer, foreignId)).toEqual(comparable(missing, nothing));

    const own = await call(ours.admin, method, pathWith(path, await make(id, place)), mine);
    expect({ status: own.status, body: own.status < 300 || own.body }).toEqual({
      status: own.status,
      body: true,
    });
  },
);

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
