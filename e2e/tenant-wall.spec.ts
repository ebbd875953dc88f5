import pg from 'pg';
import { createDatabase } from './world/database.ts';

/** Tables that do not belong to one tenant, and why. */
const withoutTenant: Record<string, string> = {
  tenant: 'its own id is the tenant',
  plan: 'the operator offers the same plans to every tenant',
  tenant_tombstone: 'stays when the tenant is gone',
  app_user: 'one person may be in many tenants',
  session: 'one person may go from tenant to tenant',
  session_refresh: 'of a session',
  signing_key: 'signs for the whole installation',
  user_totp: 'of people',
  recovery_code: 'of people',
  link_token: 'of people',
  known_device: 'of people',
  registration_invite: 'whom the operator has asked, before there is a tenant',
  routing_epoch: 'one row for the installation',
  process_heartbeat: 'processes serve every tenant',
  trouble: 'counts of the installation',
  webhook_event: 'one POST may span several tenants',
  webhook_pending: 'what is owed for webhook_event',
  webhook_quarantine: 'what webhook_event could not be routed',
  webhook_unclaimed: 'what nobody holds',
  rate_limit: 'counters of addresses, keys and tenants alike, by hash',
  root_secret: 'keys of the installation',
  key_rewrap: 'renewals of keys, over all tenants',
  schema_migration: 'the migrations themselves',
};
/** Partitioned by time: the key that leads is the tenant, or the dedupe key that has the tenant in its hash. */
const otherKey: Record<string, string> = { dedupe_key: 'the key holds a hash of the tenant' };

let database: Awaited<ReturnType<typeof createDatabase>>;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  database = await createDatabase();
  owner = new pg.Client({ connectionString: database.url });
  app = new pg.Client({ connectionString: database.url, options: '-c role=waypost_app' });
  await Promise.all([owner.connect(), app.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

interface Table {
  name: string;
  rls: boolean;
  forced: boolean;
  tenant: boolean;
  partition: boolean;
  key: string[];
  policies: string[];
}

async function tables(): Promise<Table[]> {
  const { rows } = await owner.query<Table>(`
    SELECT c.relname AS name, c.relrowsecurity AS rls, c.relforcerowsecurity AS forced, c.relispartition AS partition,
      EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped) AS tenant,
      coalesce((SELECT array_agg(a.attname::text ORDER BY k.n) FROM pg_constraint p, unnest(p.conkey) WITH ORDINALITY k(att, n),
        pg_attribute a WHERE p.conrelid = c.oid AND p.contype = 'p' AND a.attrelid = c.oid AND a.attnum = k.att), '{}') AS key,
      coalesce((SELECT array_agg(p.polname || ':' || r.rolname ORDER BY p.polname)
        FROM pg_policy p, pg_roles r WHERE p.polrelid = c.oid AND r.oid = ANY(p.polroles)), '{}') AS policies
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`);
  return rows;
}

test('every table that has a tenant is behind the wall, and every other one is known by name', async () => {
  for (const table of await tables()) {
    if (table.partition || table.name === 'schema_migration') continue;
    expect([table.name, table.rls, table.forced]).toEqual([table.name, true, true]);
    expect([table.name, table.policies]).toEqual([table.name, expect.arrayContaining(['system:waypost_system'])]);
    if (table.name in withoutTenant) {
      expect([table.name, table.tenant]).toEqual([table.name, false]);
    } else if (!(table.name in otherKey)) {
      expect([table.name, table.key[0]]).toEqual([table.name, 'tenant_id']);
      expect([table.name, table.policies]).toEqual([table.name, ['system:waypost_system', 'tenant:waypost_app']]);
    }
  }
});

test('a foreign key between tenant-owned tables carries the tenant', async () => {
  const { rows } = await owner.query(`
    SELECT f.conrelid::regclass::text AS source, f.conname AS name,
      (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(f.conkey) WITH ORDINALITY k(att, n), pg_attribute a
        WHERE a.attrelid = f.conrelid AND a.attnum = k.att) AS columns
    FROM pg_constraint f JOIN pg_class s ON s.oid = f.conrelid
    WHERE f.contype = 'f' AND NOT s.relispartition AND f.confrelid NOT IN ('tenant'::regclass, 'app_user'::regclass, 'plan'::regclass, 'session'::regclass)`);
  expect(rows.length).toBeGreaterThan(5);
  for (const key of rows) expect([key.source, key.name, key.columns[0]]).toEqual([key.source, key.name, expect.stringMatching(/tenant_id$/)]);
});

test('waypost_app can touch no partition, no sequence and no system table', async () => {
  const { rows } = await owner.query(`
    SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relispartition
      AND has_table_privilege('waypost_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE')`);
  expect(rows).toEqual([]);
  for (const table of ['webhook_event', 'webhook_pending', 'dedupe_key', 'app_user']) {
    await expect(app.query(`INSERT INTO ${table} DEFAULT VALUES`)).rejects.toThrow(/permission denied/);
  }
});

test('without a tenant the application sees no row of any table', async () => {
  await owner.query(`SET ROLE waypost_system`);
  await owner.query(`INSERT INTO webhook_event (id, app_tenant_id, meta_app_id, body)
    VALUES ('01990000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000000', '01990000-0000-7000-8000-000000000002', 'x')`);
  await owner.query(`RESET ROLE`);
  for (const { name, partition } of await tables()) {
    if (partition || name === 'schema_migration') continue;
    const { rows } = await app.query(`SELECT count(*)::int AS seen FROM ${name}`);
    expect([name, rows[0].seen]).toEqual([name, 0]);
  }
});

test('only waypost_app and waypost_system may call the functions that look across tenants', async () => {
  const { rows } = await owner.query(`
    SELECT p.proname AS name, p.proconfig AS config, pg_get_userbyid(p.proowner) AS owner,
      has_function_privilege('public', p.oid, 'EXECUTE') AS everybody
    FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef`);
  expect(rows.length).toBeGreaterThan(3);
  for (const fn of rows) {
    const owner = /^(chain_audit|audit_remove)$/.test(fn.name) ? 'waypost_auditor' : 'waypost_system';
    expect(fn).toEqual({ name: fn.name, config: ['search_path=public, pg_temp'], owner, everybody: false });
  }
});

test('a row cannot be written for another tenant', async () => {
  await app.query('BEGIN');
  await app.query(`SELECT set_config('app.tenant_id', '01990000-0000-7000-8000-00000000000a', true)`);
  await expect(
    app.query(`INSERT INTO business_account (tenant_id, id, business_id, name, created_at, updated_at)
      VALUES ('01990000-0000-7000-8000-00000000000b', '01990000-0000-7000-8000-00000000000c', '1', 'x', now(), now())`),
  ).rejects.toThrow(/row-level security/);
  await app.query('ROLLBACK');
});
