import { type Client, type Json, ok } from './world/client.ts';
import { conflict, refusal, wrongs } from './world/refusals.ts';
import { make } from './world/kinds.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let api: Client;
let phoneNumberId: string;
let first: Json;
let second: Json;

const mappings = '/api/v1/mappings';
const stamps = { createdAt: expect.stringMatching(/Z$/), updatedAt: expect.stringMatching(/Z$/) };

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  shop = await world.tenant('shop');
  api = shop.admin;
  phoneNumberId = await make('number', { world, tenant: shop });
  const endpoint = world.destinations.endpoint('any');
  first = await ok(api.post('/api/v1/projects', { name: 'First', endpoint }));
  second = await ok(api.post('/api/v1/projects', { name: 'Second', endpoint }));
});
afterAll(() => world?.stop());

describe('mappings', () => {
  test('are made by id or slug, shown, changed and removed', async () => {
    const made = await ok(api.post(mappings, { phoneNumberId, projectId: first.slug }));
    expect(made).toEqual({
      id: expect.any(String),
      phoneNumberId,
      projectId: first.id,
      projectSlug: 'first',
      priority: 0,
      fields: ['messages'],
      ...stamps,
    });
    expect(await ok(api.get(`${mappings}/${made.id}`))).toEqual(made);
    const changed = await ok(
      api.patch(`${mappings}/${made.id}`, { priority: 1000, fields: ['messages', 'flows', 'messages'] }),
    );
    expect(changed).toMatchObject({ priority: 1000, fields: ['messages', 'flows'] });
    expect((await ok(api.patch(`${mappings}/${made.id}`, { fields: ['messages', '*'] }))).fields).toEqual([
      '*',
    ]);
    expect((await api.delete(`${mappings}/${made.id}`)).status).toBe(204);
    expect((await api.get(`${mappings}/${made.id}`)).status).toBe(404);
  });

  test('are listed by number and by project, and a number shows its projects by priority', async () => {
    const low = await ok(api.post(mappings, { phoneNumberId, projectId: first.id, priority: 50 }));
    const high = await ok(api.post(mappings, { phoneNumberId, projectId: second.id, priority: 100 }));
    const ids = async (query: string) =>
      (await ok(api.get(`${mappings}?${query}`))).data.map((row: Json) => row.id);
    expect(await ids(`phoneNumberId=${phoneNumberId}`)).toEqual([high.id, low.id]);
    expect(await ids(`projectId=${first.id}`)).toEqual([low.id]);
    expect(await ids(`projectId=second&phoneNumberId=${phoneNumberId}`)).toEqual([high.id]);
    const { data, nextCursor } = await ok(api.get(`/api/v1/phone-numbers/${phoneNumberId}/projects`));
    expect(data.map((row: Json) => [row.slug, row.priority, row.mappingId])).toEqual([
      ['second', 100, high.id],
      ['first', 50, low.id],
    ]);
    expect(nextCursor).toBeNull();
    expect(await conflict(api.post(mappings, { phoneNumberId, projectId: first.id }))).toEqual([
      409,
      'already_exists',
    ]);
  });

  test.each(
    wrongs([
      [{ priority: -1 }, 'priority'],
      [{ priority: 1001 }, 'priority'],
      [{ priority: 1.5 }, 'priority'],
      [{ priority: '5' }, 'priority'],
      [{ fields: [] }, 'fields'],
      [{ fields: ['Messages'] }, 'fields'],
      [{ fields: [1] }, 'fields'],
      [{ fields: 'messages' }, 'fields'],
      [{ fields: Array.from({ length: 51 }, () => 'messages') }, 'fields'],
      [{ projectId: '' }, 'projectId'],
    ]),
  )('are refused with $words', async ({ wrong, field }) => {
    expect(await refusal(api.post(mappings, { phoneNumberId, projectId: first.id, ...wrong }))).toEqual([
      422,
      'invalid_input',
      expect.arrayContaining([field]),
      expect.any(String),
    ]);
  });

  test('are not moved to another number or project', async () => {
    const id = await make('mapping', { world, tenant: shop });
    expect(await refusal(api.patch(`${mappings}/${id}`, { projectId: first.id }))).toEqual([
      422,
      'invalid_input',
      ['projectId'],
      'is not a known field',
    ]);
  });
});
