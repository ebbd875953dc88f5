import {
  batch,
  type BusinessNumber,
  numericId,
  statusUpdate,
  textMessage,
} from '../apps/simulator/src/index.ts';
import { platformApp, settled } from './world/arrivals.ts';
import { type Client, type Json, ok } from './world/client.ts';
import { allAre, deliveries, detail, routed } from './world/deliveries.ts';
import { newMember, signInAs } from './world/people.ts';
import { createWorld, DAY, eventually, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let other: Tenant;

const pia = '12025550143';
const tom = '12025550199';

beforeAll(async () => {
  world = await createWorld({ EVENT_RETENTION_DAYS: '30' });
  shop = await world.tenant('private-shop');
  other = await world.tenant('other-shop');
});
afterAll(() => world?.stop());

const write = (number: BusinessNumber, from: string, text: string) => textMessage(number, { from, text });
const receive = async (tenant: Tenant, updates: Parameters<typeof batch>[0]) =>
  expect((await tenant.receive(batch(updates))).status).toBe(200);
const erase = async (client: Client, who: Json): Promise<Json> => {
  const erasure = await ok(client.post('/api/v1/privacy/erase', who));
  return eventually(
    () => ok(client.get(`/api/v1/privacy/erasures/${erasure.id}`)),
    ({ state }) => state === 'done',
  );
};
async function everythingKept(client: Client, who: Json): Promise<Json[]> {
  const kept: Json[] = [];
  for (let cursor: string | undefined; ;) {
    const part = await ok(client.post('/api/v1/privacy/export', { ...who, ...(cursor && { cursor }) }));
    kept.push(...part.data);
    if (part.nextCursor === null) return kept;
    cursor = part.nextCursor;
  }
}
/** Tables in which one of these texts stands, in clear, in bytes, or in the base64 of an id of a message. */
async function tablesWith(...texts: string[]): Promise<string[]> {
  const tables = await world.sql(`
    SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT c.relispartition AND has_table_privilege('waypost_system', c.oid, 'SELECT')`);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await world.sql(`SELECT to_jsonb(t) AS row FROM ${name} t`);
    const read = rows
      .map(({ row }) => JSON.stringify(row))
      .join('\n')
      .replace(/\\\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('utf8'))
      .replace(/wamid\.([A-Za-z0-9+/=]+)/g, (_, text: string) =>
        Buffer.from(text, 'base64').toString('latin1'),
      );
    if (texts.some((text) => read.includes(text))) found.push(name);
  }
  return found;
}

describe('a customer', () => {
  let number: BusinessNumber;
  let project: Awaited<ReturnType<Tenant['project']>>;

  beforeAll(async () => {
    ({ number, project } = await routed(shop, 'inbox', { split: 'event' }));
    const down = await shop.project('down');
    await shop.map(number, down);
    world.destinations.setMode('down', { mode: 'status', status: 503 });
    const theirs = await routed(other, 'their-inbox');

    await receive(shop, [write(number, pia, 'a secret of Pia'), write(number, tom, 'hello from Tom')]);
    const alone = batch([write(number, pia, 'only Pia here')]);
    for (const _twice of [1, 2]) expect((await shop.receive(alone)).status).toBe(200);
    await receive(shop, [statusUpdate(number, { status: 'read', to: pia })]);
    await receive(other, [write(theirs.number, pia, 'what Pia told the others')]);
    await settled(world);
    await allAre(shop, project, 'delivered', 4);
  });

  test('is handed out all that is kept about them, and nothing of anybody else', async () => {
    const kept = await everythingKept(shop.admin, { phone: '+1 (202) 555-0143' });
    const events = kept.filter(({ kind }) => kind === 'event');
    expect([events.length, kept.length - events.length]).toEqual([3, 4]);
    const text = JSON.stringify(kept);
    for (const own of ['a secret of Pia', 'only Pia here', '"read"']) expect(text).toContain(own);
    for (const none of [tom, 'hello from Tom', 'told the others']) expect(text).not.toContain(none);
    const [first] = events;
    expect(first.deliveries.map(({ project: name, state }: Json) => [name, state]).sort()).toEqual([
      ['down', 'waiting'],
      ['inbox', 'delivered'],
      ['inbox', 'delivered'],
    ]);
    expect(await everythingKept(shop.admin, { phone: '+1 202 555 0100' })).toEqual([]);
  });

  test('is erased from everything that the tenant keeps, and from nothing of another', async () => {
    const before = await deliveries(shop);
    const waiting = before.filter(({ state }) => state === 'waiting');
    expect(waiting.length).toBe(3);
    const done = await erase(shop.admin, { phone: '+12025550143' });
    expect(done).toMatchObject({
      state: 'done',
      events: 3,
      items: 3,
      webhooks: 1,
      finishedAt: expect.any(String),
    });
    expect(done.cancelled).toBe(2);

    expect(await everythingKept(shop.admin, { phone: pia })).toEqual([]);
    expect(await tablesWith('a secret of Pia', 'only Pia here')).toEqual([]);
    // The other tenant's still stands; of this one nothing does, also not in the audit or in the erasure itself.
    expect((await tablesWith(pia)).sort()).toEqual(['event', 'webhook_event']);
    expect(JSON.stringify(await everythingKept(other.admin, { phone: pia }))).toContain('told the others');
    const mine = await world.sql(
      'SELECT e.item_ids, coalesce(e.body, w.body) AS body FROM event e LEFT JOIN webhook_event w ON w.id = e.webhook_id WHERE e.tenant_id = $1',
      [shop.id],
    );
    for (const { item_ids, body } of mine)
      expect([body.includes(pia), JSON.stringify(item_ids).includes(pia)]).toEqual([false, false]);
  });

  test('leaves the figures, and what others wrote in the same webhook', async () => {
    expect((await everythingKept(shop.admin, { phone: tom })).length).toBe(2);
    const rows = await deliveries(shop, project);
    expect(rows.map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered', 'delivered']);
    for (const { id } of rows) {
      const shown = await detail(shop, id);
      expect(JSON.stringify(shown)).not.toContain(pia);
      expect(shown.log.map(({ status }: Json) => status)).toEqual([200]);
    }
  });

  test('does not go out again, by retry, by replay, or with those beside them', async () => {
    world.destinations.setMode('down', { mode: 'fast' });
    const [mixed] = await deliveries(shop, undefined, '&states=waiting');
    expect(await ok(shop.admin.post('/api/v1/projects/down/probe'))).toMatchObject({ healthy: true });
    const inVain = await deliveries(shop, undefined, '&states=cancelled');
    expect(inVain.map(({ cause }) => cause)).toEqual(['erased', 'erased']);
    for (const { id } of inVain) await ok(shop.admin.post(`/api/v1/deliveries/${id}/retry`));
    await eventually(
      () => deliveries(shop, undefined, '&states=cancelled'),
      (rows) => rows.length === 2,
    );
    await eventually(
      () => detail(shop, mixed.id),
      ({ state }) => state === 'delivered',
    );
    const sent = world.destinations.requests('down').at(-1)!.body.toString();
    expect([sent.includes('hello from Tom'), sent.includes(pia), sent.includes('erased')]).toEqual([
      true,
      false,
      false,
    ]);
    const events = (await ok(shop.admin.get('/api/v1/events?limit=200'))).data;
    const count = world.destinations.requests('inbox').length;
    for (const { id } of events)
      await ok(shop.admin.post(`/api/v1/events/${id}/replay`, { projectId: project.id }));
    await settled(world);
    const again = world.destinations
      .requests('inbox')
      .slice(count)
      .map(({ body }) => body.toString());
    expect(again).toHaveLength(1);
    expect(again[0]).toContain('hello from Tom');
  });

  test('is in the audit by a hash alone', async () => {
    const { data } = await ok(shop.admin.get('/api/v1/audit?action=customer'));
    const started = (await ok(shop.admin.get('/api/v1/audit?action=customer-erasure.started'))).data[0];
    const erased = data.find(({ action }: Json) => action === 'customer.erased');
    expect(erased).toMatchObject({ actor: { kind: 'system' }, after: { events: 3, items: 3, cancelled: 2 } });
    expect(erased.target.id).toBe(started.target.id);
    expect(JSON.stringify([data, started])).not.toContain(pia);
    expect(started.actor.email).toBe(shop.login.email);
  });
});

test('somebody is found by number in the form that Meta writes, and by the user id that came with it', async () => {
  const { number, project } = await routed(shop, 'abroad');
  await receive(shop, [
    textMessage(number, { from: { phone: '551187654321', userId: 'BR.77' }, text: 'olá' }),
  ]);
  await receive(shop, [textMessage(number, { from: { userId: 'BR.77' }, text: 'sem número' })]);
  await allAre(shop, project, 'delivered', 2);
  const done = await erase(shop.admin, { phone: '+55 11 98765-4321' });
  expect(done).toMatchObject({ events: 2, items: 2 });
  expect(await tablesWith('551187654321', 'BR.77', 'sem número')).toEqual([]);
});

test('of a webhook that several tenants share only what is theirs is erased', async () => {
  const app = await platformApp(world);
  const [one, two] = [await app.number(shop), await app.number(other)];
  const body = batch([write(one, pia, 'shared with the shop'), write(two, pia, 'shared with the other')]);
  const { serialize } = await import('../apps/simulator/src/index.ts');
  expect((await world.post(serialize(body), { secret: app.secret, appId: app.id })).status).toBe(200);
  await settled(world);
  await erase(shop.admin, { phone: pia });
  expect(await tablesWith('shared with the shop')).toEqual([]);
  expect((await tablesWith('shared with the other')).sort()).toEqual(['event', 'webhook_event']);
});

test('nobody, a number that is none and a number of our own are refused', async () => {
  const { phoneNumber } = await shop.number();
  for (const who of [{}, { phone: 'Pia' }, { phone: phoneNumber }, { userId: '%' }]) {
    for (const path of ['export', 'erase']) {
      const { status, body } = await shop.admin.post(`/api/v1/privacy/${path}`, who);
      expect([who, path, status, body.code]).toEqual([who, path, 422, 'invalid_input']);
    }
  }
  expect((await shop.admin.post('/api/v1/privacy/export', { phone: pia, cursor: 'x' })).status).toBe(422);
});

describe('somebody who works here', () => {
  test('is handed out what is kept about them', async () => {
    const client = await signInAs(world, shop, 'DEVELOPER');
    await ok(client.patch('/api/v1/auth/me', { locale: 'es' }));
    const own = await ok(client.get('/api/v1/auth/me/export'));
    expect(own).toMatchObject({
      person: { email: `developer.${shop.id}@waypost.test`, name: 'DEVELOPER', locale: 'es' },
      memberships: [{ tenant: 'private-shop', role: 'DEVELOPER' }],
      sessions: [{ address: '127.0.0.1' }],
    });
    expect(own.audit.map(({ action }: Json) => action)).toContain('person.changed');
    expect(JSON.stringify(own)).not.toMatch(/hash|scrypt|argon/i);
  });

  test('is erased with their password, signed out at once, and nameless in the audit', async () => {
    const login = await newMember(world, shop, 'AGENT', 'leaves@waypost.test');
    const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', login));
    const client = world.stranger.as(accessToken);
    const { id } = (await ok(client.get('/api/v1/auth/me'))).user;
    const call = (password: string) => client.call('DELETE', '/api/v1/auth/me', { password });
    expect((await call('wrong-password')).status).toBe(401);
    expect((await call(login.password)).status).toBe(204);
    expect((await client.get('/api/v1/auth/me')).status).toBe(401);
    expect((await world.stranger.post('/api/v1/auth/login', login)).status).toBe(401);
    expect(await tablesWith('leaves@waypost.test')).toEqual([]);
    for (const table of ['session', 'membership', 'known_device'])
      expect(await world.sql(`SELECT FROM ${table} WHERE user_id = $1`, [id])).toEqual([]);
    const { data } = await ok(shop.admin.get(`/api/v1/audit?actor=${id}`));
    expect(data[0]).toMatchObject({
      action: 'member.removed',
      actor: { kind: 'person', id, email: null, name: null },
    });
  });

  test('cannot leave a tenant without an administrator, nor the platform without a super-admin', async () => {
    const refused = await shop.admin.call('DELETE', '/api/v1/auth/me', { password: shop.login.password });
    expect([refused.status, refused.body.code]).toEqual([409, 'wrong_state']);
    expect(
      (await world.root.call('DELETE', '/api/v1/auth/me', { password: 'correct horse battery' })).status,
    ).toBe(409);
    expect((await shop.admin.get('/api/v1/auth/me')).status).toBe(200);
  });
});

describe('retention', () => {
  test('is chosen within what the installation keeps', async () => {
    expect(await ok(shop.admin.get('/api/v1/tenants/current/retention'))).toEqual({
      eventDays: 30,
      maxEventDays: 30,
    });
    expect(await ok(shop.admin.patch('/api/v1/tenants/current/retention', { eventDays: 3 }))).toEqual({
      eventDays: 3,
      maxEventDays: 30,
    });
    for (const eventDays of [1, 31, 0, 2.5, '3'])
      expect((await shop.admin.patch('/api/v1/tenants/current/retention', { eventDays })).status).toBe(422);
    const [entry] = (await ok(shop.admin.get('/api/v1/audit?action=retention.updated'))).data;
    expect(entry).toMatchObject({ before: { eventDays: 30 }, after: { eventDays: 3 } });
  });

  test('deletes what is older of this tenant and of no other, and nothing that is still owed', async () => {
    world.destinations.setMode('slow', { mode: 'status', status: 503 });
    const { number, project } = await routed(shop, 'slow');
    await receive(shop, [write(number, tom, 'still owed')]);
    await eventually(
      () => deliveries(shop, project),
      ([row]) => row?.state === 'waiting' && row.attempts > 0,
    );
    // Long waits: the schedule ends before the tenant's days do, else.
    await world.sql(`UPDATE delivery SET next_at = now() + interval '100 days' WHERE project_id = $1`, [
      project.id,
    ]);
    const count = async (table: string, tenant: Tenant, column = 'tenant_id') =>
      Number((await world.sql(`SELECT count(*) AS n FROM ${table} WHERE ${column} = $1`, [tenant.id]))[0].n);
    const theirs = await count('event', other);
    const theirRaw = await count('webhook_event', other, 'app_tenant_id');
    expect(theirs).toBeGreaterThan(1);
    world.clock.advance(4 * DAY);
    await world.keepHouse();
    expect(
      await world.sql('SELECT state, count(*)::int AS n FROM delivery WHERE tenant_id = $1 GROUP BY 1', [
        shop.id,
      ]),
    ).toEqual([{ state: 'waiting', n: 1 }]);
    expect([await count('attempt', shop), await count('webhook_event', shop, 'app_tenant_id')]).toEqual([
      0, 0,
    ]);
    expect([await count('event', other), await count('webhook_event', other, 'app_tenant_id')]).toEqual([
      theirs,
      theirRaw,
    ]);
  });
});

test('an export of much goes part by part', async () => {
  const { number, project } = await routed(other, 'busy');
  const from = `1202555${numericId(4)}`;
  for (let at = 0; at < 130; at += 1) await receive(other, [write(number, from, `message ${at}`)]);
  await eventually(
    () => ok(other.client.get(`/api/v1/deliveries/count?projectId=${project.id}&states=delivered`)),
    ({ count }) => count === 130,
    30_000,
  );
  const first = await ok(other.client.post('/api/v1/privacy/export', { phone: from }));
  expect(first.data.length).toBeGreaterThanOrEqual(100);
  expect(first.nextCursor).toEqual(expect.any(String));
  expect((await everythingKept(other.client, { phone: from })).length).toBe(260);
}, 60_000);
