import { join } from 'node:path';
import { readCsv } from '../libs/platform/src/index.ts';
import { root as folder, run } from '../tools/run.ts';
import { type Client, type Json, ok } from './world/client.ts';
import { withDatabase } from './world/database.ts';
import { signInAs } from './world/people.ts';
import { createWorld, DAY, HOUR, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld({ JWT_EXPIRES_IN: '600' });
  shop = await world.tenant('audited');
});
afterAll(() => world?.stop());

const entries = async (client: Client, query = ''): Promise<Json[]> =>
  (await ok(client.get(`/api/v1/audit?limit=200${query}`))).data;
const rowsOf = (tenant: Tenant): Promise<Json[]> =>
  world.sql(
    'SELECT sequence::int, prev_hash, hash, content FROM audit_entry WHERE tenant_id = $1 ORDER BY sequence',
    [tenant.id],
  );

/** As somebody who owns the whole database, with every trigger off. */
async function tamper(...statements: [sql: string, values?: unknown[]][]): Promise<void> {
  const [{ name }] = await world.sql('SELECT current_database() AS name');
  await withDatabase(name, async (owner) => {
    await owner.query('SET session_replication_role = replica');
    for (const [sql, values] of statements) await owner.query(sql, values);
  });
}

const verify = (tenant: Tenant, query = '') => ok(tenant.admin.get(`/api/v1/audit/verify${query}`));

describe('an entry', () => {
  test('says who did what with what, before and after, and from where', async () => {
    const number = await shop.number();
    await ok(
      shop.admin.call(
        'PATCH',
        `/api/v1/phone-numbers/${number.phoneNumberId}`,
        { displayName: 'Front desk' },
        {
          'user-agent': 'A browser of tests',
        },
      ),
    );
    const [entry] = await entries(shop.admin, '&action=phone-number.updated');
    expect(entry).toMatchObject({
      action: 'phone-number.updated',
      actor: { kind: 'person', name: 'Admin', email: 'admin@audited.test', impersonator: null },
      target: { type: 'phone-number', id: number.phoneNumberId, name: 'audited' },
      before: { displayName: 'audited' },
      after: { displayName: 'Front desk' },
      address: '127.0.0.1',
      userAgent: 'A browser of tests',
      requestId: expect.any(String),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(Math.abs(Date.parse(entry.at) - Date.now())).toBeLessThan(60_000);
  });

  test('holds no secret, neither given, made nor replaced', async () => {
    const canary = 'canary-f00dfeed';
    await ok(
      shop.admin.patch(`/api/v1/apps/${shop.app.id}`, {
        name: 'Renamed',
        verifyToken: `v-${canary}`,
        appSecret: `s-${canary}`,
      }),
    );
    const headers = { Authorization: `Bearer ${canary}` };
    const endpoint = `${world.destinations.endpoint('hidden')}?token=${canary}`;
    const project = await ok(shop.admin.post('/api/v1/projects', { name: 'Hidden', endpoint, headers }));
    await ok(shop.admin.patch(`/api/v1/projects/${project.id}`, { headers: { 'X-Other': canary } }));
    const rotated = await ok(shop.admin.post(`/api/v1/projects/${project.id}/rotate-secret`));
    const text = JSON.stringify(await rowsOf(shop));
    for (const secret of [canary, project.secret, rotated.secret]) expect(text.includes(secret)).toBe(false);
    const [app] = await entries(shop.admin, '&action=app.updated');
    expect(app.after).toMatchObject({ name: 'Renamed', appSecret: '[hidden]', verifyToken: '[hidden]' });
    const [changed] = await entries(shop.admin, '&action=project.updated');
    expect(changed.after).toEqual({ headerNames: ['X-Other'], headers: '[hidden]' });
  });

  test('is not there when what it tells did not happen', async () => {
    const before = (await rowsOf(shop)).length;
    expect(
      (await shop.admin.post('/api/v1/business-accounts', { businessId: shop.businessId, name: 'x' })).status,
    ).toBe(409);
    expect((await shop.admin.delete(`/api/v1/business-accounts/${shop.businessId}`)).status).toBe(409);
    expect((await rowsOf(shop)).length).toBe(before);
  });

  test('of the platform stands in a chain of its own, which only super-admins see', async () => {
    await ok(world.root.post('/api/v1/system/cache/clear'));
    const { data } = await ok(world.root.get('/api/v1/system/audit?action=cache.cleared'));
    expect(data[0]).toMatchObject({ actor: { kind: 'person', email: 'root@waypost.test' } });
    expect(await entries(shop.admin, '&action=cache.cleared')).toEqual([]);
    expect((await shop.admin.get('/api/v1/system/audit')).status).toBe(403);
    expect(await ok(world.root.get('/api/v1/system/audit/verify'))).toMatchObject({
      complete: true,
      broken: null,
    });
  });
});

describe('the list', () => {
  test('is found by action, by kind of thing, by thing, by person and by time, page by page', async () => {
    const [first] = await entries(shop.admin, '&action=project.created');
    const found = async (query: string) =>
      new Set((await entries(shop.admin, query)).map(({ action }) => action));
    expect([...(await found('&action=project'))].every((action) => action.startsWith('project.'))).toBe(true);
    expect([...(await found(`&targetType=project&targetId=${first.target.id}`))].sort()).toEqual([
      'project-secret.rotated',
      'project.created',
      'project.updated',
    ]);
    for (const actor of [first.actor.id, 'ADMIN@audited.test'])
      expect((await entries(shop.admin, `&actor=${actor}`)).map(({ id }) => id)).toContain(first.id);
    expect(await entries(shop.admin, '&actor=nobody@audited.test')).toEqual([]);
    expect(await entries(shop.admin, `&until=${first.at}&action=project.created`)).toEqual([]);
    expect((await entries(shop.admin, `&since=${first.at}&action=project.created`)).length).toBe(1);

    const all = await entries(shop.admin);
    const pages: Json[] = [];
    for (let cursor = ''; ;) {
      const page = await ok(shop.admin.get(`/api/v1/audit?limit=3${cursor}`));
      pages.push(...page.data);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(pages.map(({ sequence }) => sequence)).toEqual(all.map(({ sequence }) => sequence));
  });

  test('is for administrators alone', async () => {
    for (const role of ['DEVELOPER', 'AGENT', 'BILLING_ADMIN'] as const) {
      const client = await signInAs(world, shop, role);
      for (const path of ['', '/export', '/verify'])
        expect((await client.get(`/api/v1/audit${path}`)).status).toBe(403);
    }
  });

  test('comes as a CSV that no spreadsheet takes for formulas, and that reads back as it was', async () => {
    const name = '=HYPERLINK("http://evil.test","+55")';
    await ok(shop.admin.post('/api/v1/projects', { name, endpoint: world.destinations.endpoint('formula') }));
    const answer = await shop.admin.get('/api/v1/audit/export?action=project.created');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"');
    const text: string = answer.body as unknown as string;
    expect(text).not.toMatch(/(^|,)"[=+@-]/m);
    const [columns = [], ...lines] = readCsv(text);
    const targets = lines.map((line) => line[columns.indexOf('target name')]);
    expect(targets[0]).toBe(name);
    expect(lines).toHaveLength((await entries(shop.admin, '&action=project.created')).length);
    expect((await entries(shop.admin, '&action=audit.exported'))[0].after).toEqual({
      action: 'project.created',
    });
  });
});

describe('the chain', () => {
  test('has no gap and no fork when 50 write at once, in one tenant and across two', async () => {
    const other = await world.tenant('written-at-once');
    const before = (await rowsOf(shop)).length;
    const one = async (tenant: Tenant, at: number) =>
      ok(
        tenant.client.post('/api/v1/projects', {
          name: `Once ${at}`,
          endpoint: world.destinations.endpoint('once'),
        }),
      );
    await Promise.all(Array.from({ length: 50 }, (_, at) => one(at % 5 === 4 ? other : shop, at)));
    const rows = await rowsOf(shop);
    expect(rows.length).toBe(before + 40);
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, at) => at + 1));
    expect(new Set(rows.map(({ hash }) => hash.toString('hex'))).size).toBe(rows.length);
    for (const [at, row] of rows.entries())
      if (at > 0) expect(row.prev_hash.equals(rows[at - 1].hash)).toBe(true);
    for (const tenant of [shop, other])
      expect(await verify(tenant)).toMatchObject({
        broken: null,
        complete: true,
        upTo: (await rowsOf(tenant)).length,
      });
    expect(await world.sql('SELECT FROM audit_draft')).toEqual([]);
  });

  test('can be added to and nothing else, whoever asks', async () => {
    await world.keepHouse();
    const [{ name }] = await world.sql('SELECT current_database() AS name');
    const statements = [
      `UPDATE audit_entry SET content = '{}'`,
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
      'DELETE FROM audit_anchor',
    ];
    await withDatabase(name, async (owner) => {
      for (const role of ['waypost_app', 'waypost_system', 'waypost_auditor', undefined]) {
        await owner.query(role ? `SET ROLE ${role}` : 'RESET ROLE');
        for (const statement of statements)
          await expect(owner.query(statement)).rejects.toThrow(/permission denied|only added to/);
      }
    });
    for (const statement of [
      `INSERT INTO audit_entry (tenant_id, sequence, prev_hash, hash, content) VALUES ($1, 1, '', '', '{}')`,
      'UPDATE audit_head SET sequence = 1 WHERE tenant_id = $1',
      'UPDATE audit_draft SET id = id WHERE tenant_id = $1',
    ])
      await expect(world.sql(statement, [shop.id])).rejects.toThrow(/permission denied/);
  });

  test('is checked part by part, and goes on where it stopped', async () => {
    const { length } = await rowsOf(shop);
    const rest = await verify(shop, '?after=5');
    expect(rest).toEqual({ checked: length - 5, upTo: length, complete: true, broken: null });
  });
});

describe('tampering', () => {
  /** A tenant with ten projects more, so that there is something in the middle. */
  async function chain(name: string): Promise<Tenant> {
    const tenant = await world.tenant(name);
    for (let at = 0; at < 10; at += 1) await tenant.project(`${name}-${at}`);
    return tenant;
  }
  const verifyWhole = (tenant: Tenant) => ok(tenant.client.get('/api/v1/audit/verify'));
  const at = (tenant: Tenant, sequence: number) => `tenant_id = '${tenant.id}' AND sequence = ${sequence}`;

  test.each<[what: string, sequence: number, problem: RegExp, statements: (tenant: Tenant) => [string][]]>([
    [
      'one word',
      5,
      /not that of its content/,
      (t) => [[`UPDATE audit_entry SET content = replace(content, 'project', 'projekt') WHERE ${at(t, 5)}`]],
    ],
    [
      'one word and its hash',
      6,
      /does not follow/,
      (t) => [
        [`UPDATE audit_entry SET content = replace(content, 'project', 'projekt') WHERE ${at(t, 5)}`],
        [
          `UPDATE audit_entry SET hash = sha256(convert_to(concat_ws(E'\\n', 'waypost-audit-1', tenant_id, sequence, encode(prev_hash, 'hex'), content), 'UTF8')) WHERE ${at(t, 5)}`,
        ],
      ],
    ],
    [
      'the hash before',
      5,
      /does not follow/,
      (t) => [[`UPDATE audit_entry SET prev_hash = hash WHERE ${at(t, 5)}`]],
    ],
    [
      'an entry in the middle',
      5,
      /the entry is missing/,
      (t) => [[`DELETE FROM audit_entry WHERE ${at(t, 5)}`]],
    ],
    ['the first entry', 1, /the entry is missing/, (t) => [[`DELETE FROM audit_entry WHERE ${at(t, 1)}`]]],
    [
      'the tail',
      11,
      /the last \d entries up to \d+ are missing/,
      (t) => [[`DELETE FROM audit_entry WHERE tenant_id = '${t.id}' AND sequence > 10`]],
    ],
    [
      'the order of two',
      5,
      /not that of its content|does not follow/,
      (t) => [
        [`UPDATE audit_entry SET sequence = -1 WHERE ${at(t, 5)}`],
        [`UPDATE audit_entry SET sequence = 5 WHERE ${at(t, 6)}`],
        [`UPDATE audit_entry SET sequence = 6 WHERE ${at(t, -1)}`],
      ],
    ],
    [
      'a forged one',
      0,
      /the head of the chain ends at \d+/,
      (t) => [
        [
          `INSERT INTO audit_entry (tenant_id, sequence, prev_hash, hash, content) SELECT tenant_id, sequence + 1, hash,
        sha256(convert_to(concat_ws(E'\\n', 'waypost-audit-1', tenant_id, sequence + 1, encode(hash, 'hex'), content), 'UTF8')), content
        FROM audit_entry WHERE tenant_id = '${t.id}' ORDER BY sequence DESC LIMIT 1`,
        ],
      ],
    ],
  ])('with %s is found (entry %i)', async (what, sequence, problem, statements) => {
    const tenant = await chain(`t-${what.replaceAll(' ', '-')}`);
    const { length } = await rowsOf(tenant);
    expect(length).toBeGreaterThan(12);
    expect((await verifyWhole(tenant)).broken).toBeNull();
    await tamper(...statements(tenant));
    const { broken } = await verifyWhole(tenant);
    expect(broken).toEqual({ sequence: sequence || length + 1, problem: expect.stringMatching(problem) });
  });

  test('with the tail and the head together is found by the anchor, in the database or in the log', async () => {
    const tenant = await chain('anchored');
    world.clock.advance(2 * HOUR);
    await world.keepHouse();
    const [anchor] = await world.sql('SELECT sequence::int, hash FROM audit_anchor WHERE tenant_id = $1', [
      tenant.id,
    ]);
    expect(anchor.sequence).toBe((await rowsOf(tenant)).length);
    await tamper(
      [`DELETE FROM audit_entry WHERE tenant_id = $1 AND sequence > 10`, [tenant.id]],
      [
        `UPDATE audit_head SET sequence = 10, hash = (SELECT hash FROM audit_entry WHERE tenant_id = $1 AND sequence = 10) WHERE tenant_id = $1`,
        [tenant.id],
      ],
    );
    expect((await verifyWhole(tenant)).broken).toEqual({
      sequence: 11,
      problem: `entries up to ${anchor.sequence} were anchored and are missing`,
    });
    await tamper([
      `UPDATE audit_anchor SET sequence = 10, hash = (SELECT hash FROM audit_head WHERE tenant_id = $1) WHERE tenant_id = $1`,
      [tenant.id],
    ]);
    expect((await verifyWhole(tenant)).broken).toEqual({ sequence: 10, problem: 'its anchor is forged' });
  });

  test('is named by npm run audit:verify, which then ends with 1', async () => {
    const [{ name }] = await world.sql('SELECT current_database() AS name');
    const database = Object.assign(new URL(process.env.WAYPOST_TEST_DATABASE_URL!), {
      pathname: `/${name}`,
    }).href;
    const check = (...args: string[]) =>
      run(process.execPath, [join(folder, 'dist', 'api', 'audit-verify.js'), ...args], {
        env: {
          PATH: process.env.PATH,
          DATABASE_URL: database,
          WAYPOST_DATA_DIR: world.settings.dataDir,
          WAYPOST_DEMO: '0',
        },
        output: 'keep',
      });
    const good = await check('--tenant', 'audited');
    expect(good).toEqual({
      code: 0,
      output: expect.stringMatching(/^holds {3}audited \(\S+\), \d+ entries\n$/),
    });
    const all = await check();
    expect(all.code).toBe(1);
    expect(all.output).toContain('BROKEN  t-one-word (');
    expect(all.output).toMatch(
      /BROKEN {2}t-the-tail \(\S+\), entry 11: entries up to \d+ were anchored and are missing/,
    );
    expect(all.output).toMatch(/holds {3}platform/);
    expect(await check('--tenant', 'nowhere')).toEqual({
      code: 1,
      output: expect.stringContaining('no tenant "nowhere"'),
    });
    expect(await check('--what')).toEqual({ code: 1, output: expect.stringContaining('Known: --tenant') });
  }, 60_000);
});

test('entries leave by their age alone, on record, and the rest of the chain holds', async () => {
  const tenant = await world.tenant('aged');
  await tenant.project('early');
  const early = (await rowsOf(tenant)).length;
  world.clock.advance(731 * DAY);
  await ok(
    world.root
      .forTenant(tenant.id)
      .post('/api/v1/projects', { name: 'Late', endpoint: world.destinations.endpoint('late') }),
  );
  await world.keepHouse();
  const rows = await rowsOf(tenant);
  expect(rows.map(({ sequence }) => sequence)).toEqual([early + 1]);
  expect(
    await world.sql('SELECT up_to::int, reason FROM audit_removal WHERE tenant_id = $1', [tenant.id]),
  ).toEqual([{ up_to: early, reason: 'age' }]);
  const checked = await ok(world.root.forTenant(tenant.id).get('/api/v1/audit/verify'));
  expect(checked).toEqual({ checked: 1, upTo: early + 1, complete: true, broken: null });
}, 60_000);
