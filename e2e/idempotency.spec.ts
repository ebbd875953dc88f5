import pg from 'pg';
import { Idempotency, Tenancy } from '../libs/platform/src/index.ts';
import { type Answer, type Client, type Json, ok } from './world/client.ts';
import { signInAs } from './world/people.ts';
import { createWorld, DAY, MINUTE, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let last = 0;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  shop = await world.tenant('shop');
  await world.sql(`UPDATE plan SET limits = limits || '{"apiKeys": null, "projects": null}'`);
});
afterAll(() => world?.stop());

const newKey = () => `order-${(last += 1)}`;
const post = (as: Client, path: string, key: string, body: Json = {}): Promise<Answer<Json>> =>
  as.call('POST', path, body, { 'idempotency-key': key });
const project = (name: string) => ({ name, endpoint: world.destinations.endpoint(name) });
const create = (name: string, key: string, as = shop.admin) =>
  post(as, '/api/v1/projects', key, project(name));
const projectsNamed = async (name: string) =>
  (await world.sql('SELECT id FROM project WHERE name = $1', [name])).length;
const replayed = ({ headers }: Answer<Json>) => headers.get('idempotency-replayed');

test('a call that is sent again has no second effect and the same answer, also what is shown once', async () => {
  const key = newKey();
  const first = await create('again', key);
  expect([first.status, replayed(first)]).toEqual([201, null]);
  expect(first.body.secret).toMatch(/^whsec_/);
  for (let time = 0; time < 3; time += 1) {
    const next = await create('again', key);
    expect([next.status, replayed(next), next.body]).toEqual([201, 'true', first.body]);
  }
  expect(await projectsNamed('again')).toBe(1);
  const [row] = await world.sql('SELECT answer FROM idempotency_key WHERE status = 201');
  expect(row.answer.includes(first.body.secret)).toBe(false);
});

test('fifty at once have one effect', async () => {
  const key = newKey();
  const answers = await Promise.all(Array.from({ length: 50 }, () => create('crowd', key)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(answers.filter((answer) => replayed(answer) === null)).toHaveLength(1);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(await projectsNamed('crowd')).toBe(1);
});

test('an answer without a body is repeated too', async () => {
  const { id } = await ok(shop.admin.post('/api/v1/projects', project('plain')));
  const key = newKey();
  const [first, next] = [
    await post(shop.admin, `/api/v1/projects/${id}/disable`, key),
    await post(shop.admin, `/api/v1/projects/${id}/disable`, key),
  ];
  expect([next.status, next.body, replayed(next)]).toEqual([first.status, first.body, 'true']);
});

test('the key of another call is a conflict: another body, another path', async () => {
  const key = newKey();
  await create('one', key);
  for (const answer of [await create('two', key), await post(shop.admin, '/api/v1/deliveries/retry', key)]) {
    expect([answer.status, answer.body.code]).toEqual([409, 'idempotency_conflict']);
  }
  expect(await projectsNamed('two')).toBe(0);
});

test('the same body in another order, or by the path of an older system, is the same call', async () => {
  const key = newKey();
  const { name, endpoint } = project('ordered');
  const first = await post(shop.admin, '/api/v1/projects', key, { name, endpoint });
  const next = await post(shop.admin, '/admin/projects', key, { endpoint, name });
  expect([next.body.id, replayed(next)]).toEqual([first.body.id, 'true']);
});

test('everybody has keys of their own', async () => {
  const key = newKey();
  const developer = await signInAs(world, shop, 'DEVELOPER');
  const other = await world.tenant('other');
  const program = world.stranger.as(
    (await ok(shop.admin.post('/api/v1/api-keys', { name: 'x', scopes: ['routing:read', 'routing:write'] })))
      .key,
  );
  const answers = [shop.admin, developer, program, other.admin].map((as) => create('own', key, as));
  expect((await Promise.all(answers)).map((answer) => [answer.status, replayed(answer)])).toEqual(
    Array.from({ length: 4 }, () => [201, null]),
  );
});

test('a refusal is repeated, and a call that was never let in is not remembered', async () => {
  const key = newKey();
  const wrong = () => post(shop.admin, '/api/v1/projects', key, { name: '' });
  const [first, next] = [await wrong(), await wrong()];
  expect([first.status, replayed(first)]).toEqual([422, null]);
  expect([next.status, replayed(next), next.body]).toEqual([422, 'true', first.body]);
  expect(next.headers.get('content-type')).toContain('application/problem+json');

  const agent = await signInAs(world, shop, 'AGENT');
  expect((await create('let in', 'agents', agent)).status).toBe(403);
  expect(replayed(await create('let in', 'agents', agent))).toBeNull();
});

test('a failure of ours is forgotten, so that the call can be made after all', async () => {
  const key = newKey();
  const owner = new pg.Client({ connectionString: world.settings.databaseUrl });
  await owner.connect();
  await owner.query('ALTER TABLE project RENAME TO project_away');
  expect((await create('later', key)).status).toBe(500);
  await owner.query('ALTER TABLE project_away RENAME TO project');
  await owner.end();
  const next = await create('later', key);
  expect([next.status, replayed(next)]).toEqual([201, null]);
});

test('an answer that opens a session is not given twice', async () => {
  const key = newKey();
  const go = () => post(shop.admin, '/api/v1/auth/switch', key, { tenantId: shop.id });
  const [first, next] = [await go(), await go()];
  expect([first.status, next.status, replayed(next)]).toEqual([200, 200, null]);
  expect((await world.sql('SELECT id FROM idempotency_key WHERE status IS NULL')).length).toBe(0);
});

test.each(['', 'x'.repeat(256), 'umlaut \u00fc'])('%p is no key', async (key) => {
  const { status, body } = await create('none', key);
  expect([status, body.code]).toEqual([422, 'invalid_input']);
});

test('without a key, and for what only reads, everything is as ever', async () => {
  const [first, next] = [
    await ok(shop.admin.post('/api/v1/projects', project('free'))),
    await ok(shop.admin.post('/api/v1/projects', project('free'))),
  ];
  expect(first.id).not.toBe(next.id);
  const read = () => shop.admin.call('GET', '/api/v1/projects', undefined, { 'idempotency-key': 'reading' });
  await read();
  expect(replayed(await read())).toBeNull();
});

describe('when the process that makes the call dies', () => {
  const call = () => ({ tenantId: shop.id, id: crypto.randomUUID(), fingerprint: Buffer.alloc(32) });
  const parts = () => ({
    idempotency: world.api.get(Idempotency, { strict: false }),
    tenancy: world.api.get(Tenancy, { strict: false }),
  });

  test('before anything was committed, a repetition makes it when the lease is over, and the dead cannot commit', async () => {
    const { idempotency, tenancy } = parts();
    const mine = call();
    const dead = await idempotency.begin(mine);
    if (!('mine' in dead)) throw new Error('It was not the first.');
    await expect(idempotency.begin(mine)).rejects.toMatchObject({ code: 'idempotency_running' });
    world.clock.advance(2 * MINUTE);
    expect(await idempotency.begin(mine)).toHaveProperty('mine');
    const late = tenancy.once(dead.mine, () =>
      tenancy.run({ tenantId: shop.id }, (rows) => rows.query(`UPDATE tenant SET name = 'late'`)),
    );
    await expect(late).rejects.toMatchObject({ code: 'idempotency_running' });
    expect((await world.sql('SELECT name FROM tenant WHERE id = $1', [shop.id]))[0].name).toBe('shop');
  });

  test('after something was committed, a repetition learns that the answer is lost and changes nothing', async () => {
    const { idempotency, tenancy } = parts();
    const mine = call();
    const dead = await idempotency.begin(mine);
    if (!('mine' in dead)) throw new Error('It was not the first.');
    await tenancy.once(dead.mine, () =>
      tenancy.run({ tenantId: shop.id }, (rows) => rows.query(`UPDATE tenant SET name = 'shop'`)),
    );
    expect(await idempotency.forget(dead.mine)).toBe(false);
    world.clock.advance(2 * MINUTE);
    await expect(idempotency.begin(mine)).rejects.toMatchObject({ code: 'idempotency_unknown' });
  });
});

test('after a day a key is free again, and its row is gone', async () => {
  const key = newKey();
  await create('day', key);
  await world.startWorker();
  world.clock.advance(DAY + MINUTE);
  await world.keepHouse();
  expect(
    await world.sql('SELECT id FROM idempotency_key WHERE expires_at < $1', [world.clock.now()]),
  ).toEqual([]);
  const next = await create('day', key);
  expect([next.status, replayed(next)]).toEqual([201, null]);
});
