import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApi } from '../apps/api/src/create-api.ts';
import {
  dataKeyOf,
  DataKeys,
  KeyRewraps,
  Log,
  Resealing,
  RetiredKeys,
  RETIRED_FOR_MS,
  RewrapRunner,
  RootKeys,
  SecretBox,
  Tenancy,
  WrappedKeys,
} from '../libs/platform/src/index.ts';
import { arrived, settled } from './world/arrivals.ts';
import { Client, type Json, ok } from './world/client.ts';
import { receiveMany, routed } from './world/deliveries.ts';
import { startVault, type Vault } from './world/vault.ts';
import { createWorld, eventually, HOUR, MINUTE, type Tenant, type World } from './world/world.ts';

/** 100,000 were tried too: docs/operations.md has the figures. */
const SECRETS = Number(process.env.WAYPOST_TEST_SECRETS ?? 2_000);

const keys = '/api/v1/system/keys';
let world: World;
let shops: Tenant[];
let box: SecretBox;
/** What each stored secret must open to. */
const expected: { tenantId: string; id: string; column: 'secret' | 'headers'; plain: string }[] = [];

beforeAll(async () => {
  world = await createWorld();
  box = world.api.get(SecretBox, { strict: false });
  shops = [await world.tenant('rewrap-one'), await world.tenant('rewrap-two')];
}, 60_000);
afterAll(() => world?.stop());

/** Projects by the thousand, as the product stores them. */
async function storeSecrets(count: number): Promise<void> {
  const rows: { tenant: string; id: string; secret: Buffer; headers: Buffer }[] = [];
  for (let n = 0; n < count / 2; n++) {
    const tenantId = shops[n % 2]!.id;
    const id = randomUUID();
    const place = (column: 'secret' | 'headers', plain: string) => {
      expected.push({ tenantId, id, column, plain });
      return box.seal({ tenantId, table: 'project', column, rowId: id }, plain);
    };
    const secret = await place('secret', `whsec_${n}`);
    const headers = await place('headers', JSON.stringify({ 'X-Key': `header ${n}` }));
    rows.push({ tenant: tenantId, id, secret, headers });
  }
  for (let at = 0; at < rows.length; at += 1_000) {
    const some = rows.slice(at, at + 1_000);
    await world.sql(
      `INSERT INTO project (tenant_id, id, slug, name, endpoint, status, secret_sealed, headers_sealed, created_at, updated_at)
       SELECT tenant, id, id::text, 'Stored', 'https://example.com', 'disabled', secret, headers, now(), now()
       FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[]) AS u(tenant, id, secret, headers)`,
      [
        some.map((row) => row.tenant),
        some.map((row) => row.id),
        some.map((row) => row.secret),
        some.map((row) => row.headers),
      ],
    );
  }
}

/** Opens every stored secret with a box that remembers nothing; answers how many did not open to what they must. */
async function wrongSecrets(): Promise<number> {
  const fresh = new SecretBox(
    world.api.get(RootKeys, { strict: false }),
    world.api.get(DataKeys, { strict: false }),
  );
  const stored = new Map<string, Json>();
  for (const row of await world.sql(
    `SELECT id, secret_sealed AS secret, headers_sealed AS headers FROM project`,
  )) {
    stored.set(row.id, row);
  }
  let wrong = 0;
  for (const { tenantId, id, column, plain } of expected) {
    const opened = await fresh.open(
      { tenantId, table: 'project', column, rowId: id },
      stored.get(id)[column],
    );
    if (opened !== plain) wrong += 1;
  }
  return wrong;
}

const renewed = (client: Client = world.root) =>
  eventually(
    () => ok(client.get(keys)),
    ({ latest }) => latest.state !== 'running',
    600_000,
  );

/** The oldest first, the current one last. */
const dataKeysOf = (tenant: Tenant): Promise<Json[]> =>
  world.sql(
    `SELECT id, key_id, retired_at FROM retired_data_key WHERE tenant_id = $1
     UNION ALL SELECT id, key_id, NULL FROM data_key WHERE tenant_id = $1 ORDER BY id`,
    [tenant.id],
  );

describe('new data keys', () => {
  test(`${SECRETS} secrets are sealed anew while deliveries are signed and secrets rotated, and none is lost`, async () => {
    const one = shops[0]!;
    const busy = await routed(one, 'busy', { headers: { Authorization: 'Bearer of-the-busy' } });
    const turning = await one.project('turning');
    await storeSecrets(SECRETS);
    const before = await dataKeysOf(one);
    expect(before).toHaveLength(1);

    const began = performance.now();
    const started = await world.root.post(`${keys}/rewrap`, { newDataKeys: true });
    expect([started.status, started.body.state]).toEqual([202, 'running']);
    expect((await world.root.post(`${keys}/rewrap`, {})).status).toBe(409);
    let working = true;
    let messages = 0;
    let rotations = 0;
    let latestSecret = '';
    const deliver = async () => {
      while (working) {
        await receiveMany(one, busy.number, 20);
        messages += 20;
      }
    };
    const rotate = async () => {
      while (working) {
        latestSecret = (
          await ok(one.client.post(`/api/v1/projects/${turning.id}/rotate-secret`, { overlapHours: 1 }))
        ).secret;
        await ok(one.client.patch(`/api/v1/apps/${one.app.id}`, { verifyToken: `token-${++rotations}` }));
      }
    };
    const load = [deliver(), rotate()];
    const { latest } = await renewed();
    const seconds = (performance.now() - began) / 1_000;
    working = false;
    await Promise.all(load);

    expect(latest).toMatchObject({ state: 'done', phase: 'secrets', error: null, secretsUnreadable: 0 });
    expect(latest.secretsDone).toBeGreaterThanOrEqual(SECRETS);
    expect(await wrongSecrets()).toBe(0);
    expect(messages).toBeGreaterThan(0);
    // One delivery per message, each signed by the secret that the destination knows; it keeps the latest thousand.
    await eventually(
      () =>
        world.sql(`SELECT count(*)::int AS n FROM delivery WHERE project_id = $1 AND state = 'delivered'`, [
          busy.project.id,
        ]),
      ([delivered]) => delivered.n === messages,
      60_000,
    );
    for (const { headers, signatures } of world.destinations.requests('busy')) {
      expect([signatures.hub, headers.authorization]).toEqual(['valid', 'Bearer of-the-busy']);
    }
    world.destinations.setSecret('turning', latestSecret);
    await ok(one.client.post(`/api/v1/projects/${turning.id}/test`));
    await arrived(world, turning, 1);
    const verify = `?hub.mode=subscribe&hub.challenge=42&hub.verify_token=token-${rotations}`;
    expect((await world.stranger.get(`/webhooks/meta/${one.app.id}${verify}`)).status).toBe(200);
    if (process.env.WAYPOST_TEST_SECRETS) {
      console.log(
        JSON.stringify({
          secrets: latest.secretsDone,
          seconds,
          messages,
          rotations,
          unreadable: latest.secretsUnreadable,
        }),
      );
    }

    const after = await dataKeysOf(one);
    expect(after.map(({ id }) => id)[0]).toBe(before[0].id);
    expect(after.map(({ retired_at }) => retired_at !== null)).toEqual([true, false]);
  }, 900_000);

  test('a renewal that was broken off is carried on by another process where it was', async () => {
    await world.stopWorker();
    const part = <T>(type: abstract new (...args: never[]) => T): T =>
      world.api.get<T>(type as never, { strict: false });
    const rewraps = part(KeyRewraps);
    const { id } = await rewraps.start({ newDataKeys: true });
    const runner = new RewrapRunner(
      part(Tenancy),
      part(WrappedKeys),
      part(Resealing),
      part(RootKeys),
      part(Log),
    );
    const running = runner.drain();
    await eventually(
      () => rewraps.latest(),
      (latest) => (latest?.secretsDone ?? 0) > 0 || latest?.state === 'done',
      60_000,
    );
    await runner.stop();
    await running;
    const broken = await rewraps.latest();
    expect(broken).toMatchObject({ id, state: 'running' });
    expect(broken!.secretsDone).toBeLessThan(SECRETS);

    await world.startWorker();
    const { latest } = await renewed();
    expect(latest).toMatchObject({ id, state: 'done', secretsUnreadable: 0 });
    // Not begun anew: each secret was sealed once.
    expect(latest.secretsDone).toBe(latest.secretsTotal);
    expect(await wrongSecrets()).toBe(0);
  }, 120_000);

  test('of one tenant leave the others as they are', async () => {
    const [one, two] = await Promise.all(shops.map(dataKeysOf));
    await ok(world.root.post(`${keys}/rewrap`, { newDataKeys: true, tenantId: shops[1]!.id }));
    expect((await renewed()).latest).toMatchObject({ state: 'done', onlyTenant: shops[1]!.id });
    expect(await dataKeysOf(shops[0]!)).toEqual(one);
    expect(await dataKeysOf(shops[1]!)).toHaveLength(two!.length + 1);
    const unknown = await world.root.post(`${keys}/rewrap`, { tenantId: randomUUID() });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not_found']);
  });

  test('the former ones are deleted after an hour, and only when nothing names them', async () => {
    const retired = world.api.get(RetiredKeys, { strict: false });
    const two = shops[1]!;
    await retired.sweep();
    expect((await dataKeysOf(two)).length).toBeGreaterThan(1);

    // What somebody sealed in the last moment under a key that has been retired meanwhile.
    const project = await two.project('last-moment');
    const place = { tenantId: two.id, table: 'project', column: 'secret', rowId: project.id };
    const lastMoment = await box.seal(place, 'whsec_last');
    await ok(world.root.post(`${keys}/rewrap`, { newDataKeys: true, tenantId: two.id }));
    await renewed();
    await world.sql('UPDATE project SET secret_sealed = $2 WHERE id = $1', [project.id, lastMoment]);

    world.clock.advance(RETIRED_FOR_MS + MINUTE);
    await retired.sweep();
    expect((await dataKeysOf(two)).map(({ id }) => id)).toContain(dataKeyOf(lastMoment));
    await retired.sweep();
    expect(await dataKeysOf(two)).toHaveLength(1);
    const [row] = await world.sql('SELECT secret_sealed FROM project WHERE id = $1', [project.id]);
    expect(await box.open(place, row.secret_sealed)).toBe('whsec_last');
    expect(await wrongSecrets()).toBe(0);
  });

  test('a secret that does not open stays as it is, is counted, and keeps nothing from being done', async () => {
    const one = shops[0]!;
    const project = await one.project('garbled');
    await world.sql(`UPDATE project SET headers_sealed = '\\x0102'::bytea WHERE id = $1`, [project.id]);
    await ok(world.root.post(`${keys}/rewrap`, { newDataKeys: true, tenantId: one.id }));
    expect((await renewed()).latest).toMatchObject({ state: 'done', secretsUnreadable: 1 });
    await world.sql(`UPDATE project SET headers_sealed = NULL WHERE id = $1`, [project.id]);
    expect(await wrongSecrets()).toBe(0);
  });
});

describe('a new root key', () => {
  let vault: Vault;
  let second: NestFastifyApplication | undefined;
  let admin: Client;
  const inVault = () => ({
    KEY_PROVIDER: 'vault',
    KEY_ID: 'waypost',
    VAULT_ADDR: vault.address,
    VAULT_TOKEN: vault.token,
  });

  beforeAll(async () => {
    vault = await startVault();
  });
  afterAll(async () => {
    await second?.close();
    await vault?.stop();
  });

  test('is another provider: Vault wraps all data keys, without the former root key nothing is missing', async () => {
    const [one] = shops as [Tenant];
    const busy = await routed(one, 'moving');
    await world.startWorker();
    await world.stopWorker();
    await world.startWorker({ ...inVault(), PREVIOUS_KEY_PROVIDER: 'local' });
    second = await createApi({
      settings: {
        ...world.settings,
        keyProvider: 'vault',
        keyId: 'waypost',
        vaultAddr: vault.address,
        vaultToken: vault.token,
        previousKeyProvider: 'local',
      },
      clock: world.clock,
    });
    await second.listen(0, '127.0.0.1');
    const url = (await second.getUrl()).replace('[::1]', '127.0.0.1');
    admin = await signedInAt(url);

    const before = await ok(admin.get(keys));
    expect(before).toMatchObject({
      rootKey: 'vault:transit/waypost',
      previousRootKeys: [expect.stringMatching(/^local:/)],
    });
    await ok(admin.post(`${keys}/rewrap`, {}));
    await receiveMany(one, busy.number, 20);
    const { latest, dataKeys } = await renewed(admin);
    expect(latest).toMatchObject({ state: 'done', phase: 'keys', rootKey: 'vault:transit/waypost' });
    expect(latest.keysDone).toBe(latest.keysTotal);
    expect(dataKeys).toEqual([{ rootKey: 'vault:transit/waypost', dataKeys: latest.keysTotal }]);

    await world.stopWorker();
    await world.startWorker(inVault());
    await receiveMany(one, busy.number, 20);
    await arrived(world, busy.project, 40);
  });

  test('leaves look-ups by hash as they were', async () => {
    const { verifyToken } = await tokenOf(shops[0]!);
    const verify = `?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${verifyToken}`;
    expect((await new Client(admin.url).get(`/webhooks/meta${verify}`)).status).toBe(200);
  });

  test('a Vault that is sealed stops nobody whose keys are in memory', async () => {
    const [one] = shops as [Tenant];
    const busy = await routed(one, 'through');
    await receiveMany(one, busy.number, 2);
    await arrived(world, busy.project, 2);
    vault.sealed = true;
    world.clock.advance(20 * MINUTE);
    await receiveMany(one, busy.number, 2);
    await settled(world);
    vault.sealed = false;
    await arrived(world, busy.project, 4);
  });

  test('a process that still has the former one says which key it lacks', async () => {
    world.clock.advance(2 * HOUR);
    const answer = await world.root.post(`${keys}/rewrap`, {});
    expect(answer.status).toBe(202);
    await world.sql(`UPDATE key_rewrap SET root_key = $1 WHERE state = 'running'`, [
      world.api.get(RootKeys, { strict: false }).current.id,
    ]);
    await world.api.get(RewrapRunner, { strict: false }).drain();
    const { latest } = await ok(world.root.get(keys));
    expect(latest.state).toBe('failed');
    expect(latest.error).toContain('Stored secrets were sealed under the root key vault:transit/waypost');
    expect(latest.error).toContain('PREVIOUS_KEY_PROVIDER');
  });

  async function signedInAt(url: string): Promise<Client> {
    const token = await ok(
      world.stranger.call('POST', '/api/v1/auth/login', {
        email: 'root@waypost.test',
        password: 'correct horse battery',
      }),
    );
    return new Client(url, token.accessToken);
  }

  async function tokenOf(tenant: Tenant): Promise<{ verifyToken: string }> {
    const verifyToken = `known-${randomUUID()}`;
    await ok(admin.forTenant(tenant.id).patch(`/api/v1/apps/${tenant.app.id}`, { verifyToken }));
    return { verifyToken };
  }
});

describe('a root key that is gone for good', () => {
  test('costs what it sealed and nothing else, by the statements of the handbook', async () => {
    const handbook = readFileSync(new URL('../docs/operations.md', import.meta.url), 'utf8');
    const [, statements = ''] = /<!-- lost-root-key:start -->\s*```sql\n([\s\S]*?)```/.exec(handbook) ?? [];
    expect(statements).toContain('DELETE FROM data_key');
    const [one] = shops as [Tenant];
    const busy = await routed(await world.tenant('rewrap-lost'), 'lost');
    await world.stopWorker();
    const owner = new pg.Client({ connectionString: world.settings.databaseUrl });
    await owner.connect();
    await owner.query(statements);
    await owner.end();

    const ENCRYPTION_KEY = randomBytes(32).toString('base64');
    const api = await createApi({
      settings: { ...world.settings, encryptionKey: Buffer.from(ENCRYPTION_KEY, 'base64') },
      clock: world.clock,
    });
    await api.listen(0, '127.0.0.1');
    try {
      const stranger = new Client((await api.getUrl()).replace('[::1]', '127.0.0.1'));
      const { accessToken } = await ok(
        stranger.post('/api/v1/auth/login', {
          email: 'root@waypost.test',
          password: 'correct horse battery',
        }),
      );
      const [{ tenant_id: tenantId }] = await world.sql('SELECT tenant_id FROM project WHERE id = $1', [
        busy.project.id,
      ]);
      const admin = stranger.as(accessToken, tenantId);
      const { secret } = await ok(
        admin.post(`/api/v1/projects/${busy.project.id}/rotate-secret`, { overlapHours: 0 }),
      );
      await ok(admin.patch(`/api/v1/projects/${busy.project.id}`, { headers: { 'X-Key': 'anew' } }));
      const { data } = await ok(admin.get('/api/v1/apps'));
      const verifyToken = `anew-${randomUUID()}`;
      await ok(admin.patch(`/api/v1/apps/${data[0].id}`, { appSecret: 'anew', verifyToken }));
      const verify = `?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${verifyToken}`;
      expect((await stranger.get(`/webhooks/meta${verify}`)).status).toBe(200);

      world.destinations.setSecret('lost', secret);
      await world.startWorker({ ENCRYPTION_KEY });
      await ok(admin.post(`/api/v1/projects/${busy.project.id}/test`));
      const [request] = await arrived(world, busy.project, 1);
      expect(request!.headers['x-key']).toBe('anew');
    } finally {
      await api.close();
    }
    expect((await ok(one.client.get('/api/v1/system/health/ready'))).status).toBe('ok');
  }, 60_000);
});
