import { type Client, type Json, ok } from './world/client.ts';
import { type Kind, make } from './world/kinds.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

let world: World;
let reader: Tenant;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  reader = await world.tenant('reader');
});
afterAll(() => world?.stop());

const lists: [what: string, path: string, key: string, kind: Kind][] = [
  ['business accounts', '/api/v1/business-accounts', 'businessId', 'business account'],
  ['apps', '/api/v1/apps', 'id', 'app'],
  ['phone numbers', '/api/v1/phone-numbers', 'phoneNumberId', 'number'],
  ['projects', '/api/v1/projects', 'id', 'project'],
  ['mappings', '/api/v1/mappings', 'id', 'mapping'],
  ['events', '/api/v1/events', 'id', 'event'],
  ['deliveries', '/api/v1/deliveries', 'id', 'delivery'],
  ['bulk operations', '/api/v1/bulk-operations', 'id', 'bulk operation'],
];

/** Reads a list page by page, and does something after the first of them. */
async function walk(
  client: Client,
  path: string,
  limit: number,
  meanwhile: () => Promise<unknown>,
): Promise<Json[]> {
  const seen: Json[] = [];
  let cursor = '';
  for (let pages = 1; ; pages += 1) {
    const page = await ok(client.get(`${path}?limit=${limit}${cursor}`));
    expect(page.data.length).toBeLessThanOrEqual(limit);
    seen.push(...page.data);
    if (page.nextCursor === null) return seen;
    expect(page.data).toHaveLength(limit);
    if (pages === 1) await meanwhile();
    cursor = `&cursor=${page.nextCursor}`;
  }
}

test.each(lists)(
  '%s are read page by page, newest first, nothing twice or left out',
  async (_what, path, key, kind) => {
    const tenant = await world.tenant(`paging-${path.split('/').pop()}`);
    const place = { world, tenant };
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) made.unshift(await make(kind, place));
    const all = (await ok(tenant.admin.get(path))).data.map((row: Json) => row[key]);
    expect(all.slice(0, 5)).toEqual(made);
    // What comes in while somebody turns the pages does not move them.
    const seen = await walk(tenant.admin, path, 2, () => make(kind, place));
    expect(seen.map((row) => row[key])).toEqual(all);
  },
);

test('tenants are read page by page', async () => {
  for (const name of ['One', 'Two', 'Three']) await ok(world.root.post('/api/v1/tenants', { name }));
  const all = (await ok(world.root.get('/api/v1/tenants'))).data;
  expect(all.slice(0, 3).map(({ name }: Json) => name)).toEqual(['Three', 'Two', 'One']);
  expect(await walk(world.root, '/api/v1/tenants', 1, async () => undefined)).toEqual(all);
});

test.each([
  'limit=0',
  'limit=201',
  'limit=x',
  'limit=1.5',
  'limit=2&limit=3',
  'cursor=',
  'cursor=%00',
  'cursor=bm9wZQ',
  'surprise=1',
])('?%s is refused by every list', async (query) => {
  for (const [, path] of lists) {
    const { status, body } = await reader.admin.get(`${path}?${query}`);
    expect([path, status, body.code]).toEqual([path, 422, 'invalid_input']);
  }
});
