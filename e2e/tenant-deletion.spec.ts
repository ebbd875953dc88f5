import { batch, type BusinessNumber, serialize, textMessage } from '../apps/simulator/src/index.ts';
import { Audit } from '../libs/accounts/src/index.ts';
import { TenantErasure } from '../libs/hub/src/index.ts';
import { Clock, Log, Tenancy } from '../libs/platform/src/index.ts';
import { arrived, platformApp, settled } from './world/arrivals.ts';
import { type Json, ok } from './world/client.ts';
import { signInAs } from './world/people.ts';
import { createWorld, DAY, eventually, type Tenant, type World } from './world/world.ts';

let world: World;
let shared: Awaited<ReturnType<typeof platformApp>>;

beforeAll(async () => {
  world = await createWorld({ TENANT_DELETE_GRACE_DAYS: '1' });
  shared = await platformApp(world);
});
afterAll(() => world?.stop());

const tenants = '/api/v1/tenants';
const PLATFORM = '00000000-0000-7000-8000-000000000000';

/** What the audit keeps when it gives entries away: hashes, and nothing of what was in them. */
const keptByAudit = ['audit_head', 'audit_removal'];
/** Empty between transactions. */
const passing = ['audit_draft'];
/** Housekeeping of a day that has passed comes to everybody's. */
const ageing = ['audit_anchor', 'idempotency_key'];

/** Every table with rows of tenants, by the catalogue. */
async function ownedTables(): Promise<string[]> {
  const found = await world.sql(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE a.attname = 'tenant_id' AND NOT a.attisdropped AND c.relnamespace = 'public'::regnamespace
       AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
  );
  return found.map(({ name }) => name).filter((name) => !passing.includes(name));
}

async function countsOf(tenantId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of await ownedTables()) {
    const [row] = await world.sql(`SELECT count(*)::int AS count FROM ${name} WHERE tenant_id = $1`, [
      tenantId,
    ]);
    counts[name] = row.count;
  }
  return counts;
}

/** Every row of every other customer, and every person there is; when things were last seen aside. */
async function others(except: string): Promise<Json> {
  const found: Json = {};
  for (const name of await ownedTables()) {
    if (ageing.includes(name)) continue;
    const [row] = await world.sql(
      `SELECT count(*)::int AS count, md5(string_agg(v, '' ORDER BY v)) AS hash FROM (
         SELECT (to_jsonb(r) - '{last_webhook_at,updated_at,last_used_at}'::text[])::text AS v
         FROM ${name} r WHERE tenant_id NOT IN ($1, $2)) s`,
      [except, PLATFORM],
    );
    found[name] = row;
  }
  return found;
}

interface Filled {
  tenant: Tenant;
  /** Of its own app, and of the platform's. */
  number: BusinessNumber;
  viaPlatform: BusinessNumber;
  project: Awaited<ReturnType<Tenant['project']>>;
}

/** A tenant with at least one row in every table there is for tenants. */
async function fill(name: string): Promise<Filled> {
  await world.startWorker();
  const tenant = await world.tenant(name);
  const { id, client } = tenant;
  const [number, viaPlatform, project] = [
    await tenant.number(),
    await shared.number(tenant),
    await tenant.project(name),
  ];
  await tenant.map(number, project);
  await tenant.map(viaPlatform, project);
  for (let n = 0; n < 5; n += 1) await ok(tenant.receive(batch([textMessage(number)])).then(asAnswer));
  await ok(receiveShared(textMessage(viaPlatform)));
  await arrived(world, project, 6);
  await signInAs(world, tenant, 'AGENT');
  await ok(client.post('/api/v1/team/invites', { email: `guest@${name}.test`, role: 'AGENT' }));
  const key = { name: 'Backend', scopes: ['routing:read'] };
  await ok(client.call('POST', '/api/v1/api-keys', key, { 'idempotency-key': `key-of-${name}` }));
  await ok(client.post('/api/v1/deliveries/retry', { states: ['failed'] }));
  await ok(client.post('/api/v1/privacy/erase', { phone: '+1 202 555 0177' }));
  await ok(client.patch(`${tenants}/current/retention`, { eventDays: 5 }));
  await ok(client.patch(`${tenants}/current/notifications`, { emails: [`ops@${name}.test`] }));
  await world.sql(
    `INSERT INTO tenant_logo (tenant_id, token, content_type, bytes, updated_at) VALUES ($1, $2, 'image/png', '\\x00', now())`,
    [id, `logo-of-${name}`],
  );
  await world.sql(
    `INSERT INTO alert (tenant_id, kind, raised, usual, since) VALUES ($1, 'deliveries', false, 0, now())`,
    [id],
  );
  await world.sql(
    `INSERT INTO secret_alarm (tenant_id, fingerprint, table_name, column_name, row_id, problem, seen_at)
     VALUES ($1, '\\x01', 'project', 'secret', 'a-row', 'altered', now())`,
    [id],
  );
  await world.sql(
    `INSERT INTO retired_data_key (tenant_id, id, key_id, wrapped, wrapped_at, retired_at)
     VALUES ($1, gen_random_uuid(), 'former', '\\x01', now(), now() + interval '1 year')`,
    [id],
  );
  await world.sql(
    `INSERT INTO oidc_provider (tenant_id, id, issuer, client_id, client_secret, email_domains, default_role, create_people, created_at, updated_at)
     VALUES ($1, gen_random_uuid(), 'https://id.test', 'x', '\\x01', '{}', 'AGENT', false, now(), now())`,
    [id],
  );
  await world.sql(
    `INSERT INTO oidc_identity (tenant_id, id, user_id, issuer, subject, created_at)
     SELECT tenant_id, gen_random_uuid(), user_id, 'https://id.test', user_id::text, now() FROM membership WHERE tenant_id = $1`,
    [id],
  );
  await eventually(
    () => countsOf(id),
    ({ phone_number_intake, meta_app_intake, project_health }) =>
      Number(phone_number_intake) > 0 && Number(meta_app_intake) > 0 && Number(project_health) > 0,
  );
  return { tenant, number, viaPlatform, project };
}

const asAnswer = (response: Response) => ({ status: response.status, headers: response.headers, body: {} });
const receiveShared = (...messages: ReturnType<typeof textMessage>[]) =>
  world.post(serialize(batch(messages)), { appId: shared.id, secret: shared.secret }).then(asAnswer);
const rawIds = async (): Promise<string[]> =>
  (await world.sql('SELECT id FROM webhook_event ORDER BY id')).map(({ id }) => id);

const askDeletion = ({ id }: Tenant) => ok(world.root.delete(`${tenants}/${id}`));
const graceIsOver = () => world.clock.advance(DAY + 60_000);
const stoneOf = async ({ id }: Tenant): Promise<Json> =>
  (await world.sql('SELECT * FROM tenant_tombstone WHERE id = $1', [id]))[0];
const people = async (): Promise<string[]> =>
  (await world.sql('SELECT email FROM app_user ORDER BY email')).map(({ email }) => email);

/** The erasure of a process that dies in the middle of its nth transaction. */
function dyingAt(nth: number): TenantErasure {
  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    world.api.get<T>(type as never, { strict: false });
  const tenancy = get(Tenancy);
  let begun = 0;
  const mortal = Object.create(tenancy, {
    system: {
      value: (work: Parameters<Tenancy['system']>[0]) => {
        begun += 1;
        const last = begun === nth;
        return tenancy.system(async (rows) => {
          const done = await work(rows);
          if (last) throw new Error('killed');
          return done;
        });
      },
    },
  }) as Tenancy;
  return new TenantErasure(mortal, get(Audit), get(Clock), get(Log));
}

test('after the grace nothing of a tenant is left in any table, and nothing of anybody else is touched', async () => {
  const [gone, stays] = [await fill('gone'), await fill('stays')];
  const both = { email: 'both@waypost.test', name: 'Both', password: 'ocelot umbrella quartz' };
  const second = await ok(world.root.post(tenants, { name: 'Second of both', admin: both }));
  const join = (userWhere: string) =>
    world.sql(
      `INSERT INTO membership (tenant_id, id, user_id, role, created_at)
       SELECT $1, gen_random_uuid(), id, 'AGENT', now() FROM app_user WHERE ${userWhere}`,
      [gone.tenant.id],
    );
  await join(`email = 'both@waypost.test'`);
  await join(`email = 'root@waypost.test'`);
  await world.sql(`UPDATE app_user SET last_tenant_id = $1 WHERE email = 'both@waypost.test'`, [
    gone.tenant.id,
  ]);
  await world.sql(`UPDATE delivery SET state = 'failed' WHERE tenant_id = $1`, [gone.tenant.id]);
  // One POST with items of both, one of a number that only they had, twice.
  const mixed = [textMessage(gone.viaPlatform), textMessage(stays.viaPlatform)];
  await ok(receiveShared(...mixed));
  const repeated = textMessage(gone.viaPlatform);
  await ok(receiveShared(repeated));
  await ok(receiveShared(repeated));
  await settled(world);
  await world.stopWorker();

  const before = await countsOf(gone.tenant.id);
  // A table that is empty here proves nothing: give it a row in `fill`.
  const unproven = Object.entries(before).filter(
    ([name, count]) => count === 0 && !['audit_anchor', 'audit_removal'].includes(name),
  );
  expect(unproven).toEqual([]);
  const untouched = await others(gone.tenant.id);
  const raw = await rawIds();
  await askDeletion(gone.tenant);
  const entries = (await countsOf(gone.tenant.id)).audit_entry ?? 0;

  await world.startWorker();
  await world.keepHouse();
  expect(await stoneOf(gone.tenant)).toBeUndefined();
  graceIsOver();
  await world.keepHouse();
  await world.stopWorker();

  const after = await countsOf(gone.tenant.id);
  expect(Object.entries(after).filter(([name, count]) => count > 0 && !keptByAudit.includes(name))).toEqual(
    [],
  );
  expect(await world.sql('SELECT id FROM tenant WHERE id = $1', [gone.tenant.id])).toEqual([]);
  expect(await others(gone.tenant.id)).toEqual(untouched);
  const left = await people();
  expect(left).toEqual(
    expect.arrayContaining(['admin@stays.test', 'both@waypost.test', 'root@waypost.test']),
  );
  expect(left.filter((email) => email.includes('gone') || email.includes(gone.tenant.id))).toEqual([]);
  expect(
    (await world.sql(`SELECT last_tenant_id FROM app_user WHERE email = 'both@waypost.test'`))[0]
      .last_tenant_id,
  ).toBeNull();
  expect(
    (await ok(world.stranger.post('/api/v1/auth/login', { email: both.email, password: both.password })))
      .tenant.id,
  ).toBe(second.id);

  // Six of its own and the repeated one twice are gone; the mixed one also belongs to the other.
  expect(raw.length - (await rawIds()).length).toBe(8);
  const bodies = await world.sql(`SELECT convert_from(body, 'UTF8') AS body FROM webhook_event`);
  expect(bodies.filter(({ body }) => body.includes(gone.number.phoneNumberId))).toEqual([]);
  expect(bodies.filter(({ body }) => body.includes(gone.viaPlatform.phoneNumberId))).toHaveLength(1);

  const stone = await stoneOf(gone.tenant);
  expect(stone).toMatchObject({ deleted_at: expect.any(Date), progress: null });
  const counted = { ...before, audit_entry: entries, webhook_event: 8, app_user: 2 };
  // What goes with what it points to is counted there, or not at all where it aged away before.
  const cascaded = ['phone_number_intake', 'meta_app_intake', 'project_health', 'mapping'];
  for (const name of [...keptByAudit, ...ageing, ...cascaded]) delete counted[name as keyof typeof counted];
  expect(stone.counts).toMatchObject(counted);
  expect(JSON.stringify(stone)).not.toContain('gone');
  const { data: erased } = await ok(world.root.get(`${tenants}/erased`));
  expect(erased).toEqual([expect.objectContaining({ id: gone.tenant.id, deletedAt: expect.any(String) })]);
  const { data: noted } = await ok(world.root.get(`/api/v1/system/audit?action=tenant.erased`));
  expect(noted).toHaveLength(1);
  expect((await ok(world.root.get('/api/v1/system/audit/verify'))).ok ?? true).toBe(true);
}, 120_000);

test('its name, numbers and Meta app are free for others then, and nobody of it comes in any more', async () => {
  const left = await fill('left');
  const { refreshToken } = await ok(world.stranger.post('/api/v1/auth/login', left.tenant.login));
  await askDeletion(left.tenant);
  graceIsOver();
  await world.startWorker();
  await world.keepHouse();
  expect((await world.stranger.post('/api/v1/auth/login', left.tenant.login)).status).toBe(401);
  expect((await world.stranger.post('/api/v1/auth/refresh', { refreshToken })).status).toBe(401);
  expect((await left.tenant.admin.get('/api/v1/auth/me')).status).toBe(401);
  expect((await world.root.get(`${tenants}/${left.tenant.id}`)).status).toBe(404);
  await eventually(
    () => left.tenant.receive(batch([textMessage(left.number)])),
    ({ status }) => status === 401,
  );
  expect((await ok(world.root.post(tenants, { name: 'Left', slug: 'left' }))).slug).toBe('left');
  const heir = await world.tenant('heir');
  const { phoneNumberId, phoneNumber } = left.number;
  await ok(
    heir.client.post('/api/v1/phone-numbers', {
      phoneNumberId,
      phoneNumber,
      appId: heir.app.id,
      displayName: 'Moved',
    }),
  );
  await world.stopWorker();
}, 120_000);

test('an erasure that is killed anywhere goes on where it was, and counts each row once', async () => {
  const [victim, neighbour] = [await fill('victim'), await fill('neighbour')];
  await settled(world);
  await world.stopWorker();
  const before = await countsOf(victim.tenant.id);
  const untouched = await others(victim.tenant.id);
  await askDeletion(victim.tenant);
  graceIsOver();
  let killed = 0;
  for (let nth = 1; !(await stoneOf(victim.tenant))?.deleted_at; nth += 1) {
    if (nth > 400) throw new Error('It does not come to an end.');
    await dyingAt(nth)
      .run({ batch: 2 })
      .catch((error: Error) => {
        if (error.message !== 'killed') throw error;
        killed += 1;
      });
    const erasing = await world.sql('SELECT erasing_since FROM tenant WHERE id = $1', [victim.tenant.id]);
    if (nth === 5) {
      expect(erasing[0].erasing_since).not.toBeNull();
      const { status, body } = await world.root.post(`${tenants}/${victim.tenant.id}/restore`);
      expect([status, body.code, body.detail]).toEqual([
        409,
        'wrong_state',
        expect.stringContaining('no way back'),
      ]);
    }
  }
  expect(killed).toBeGreaterThan(30);
  const after = await countsOf(victim.tenant.id);
  expect(Object.entries(after).filter(([name, count]) => count > 0 && !keptByAudit.includes(name))).toEqual(
    [],
  );
  expect(await others(victim.tenant.id)).toEqual(untouched);
  const { counts } = await stoneOf(victim.tenant);
  const { event, delivery, attempt, dedupe_key, phone_number, outbox, membership, api_key } = before;
  expect(counts).toMatchObject({
    event,
    delivery,
    attempt,
    dedupe_key,
    phone_number,
    outbox,
    membership,
    api_key,
  });
  expect(counts.webhook_event).toBe(6);
  expect((await ok(neighbour.tenant.client.get('/api/v1/events'))).data).toHaveLength(6);
}, 180_000);
