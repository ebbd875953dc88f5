import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../tools/build.ts';
import { freePort } from '../tools/services/ports.ts';
import { Client, ok } from './world/client.ts';
import { createDatabase, urlOf, withDatabase } from './world/database.ts';
import { Image, type Running } from './world/image.ts';
import { eventually } from './world/world.ts';

/**
 * The containers without the engine: what the image holds, started by the image's own commands, as its user, on a
 * PostgreSQL whose login is no superuser.
 */
describe('the containers', () => {
  const owner = `owner_${randomBytes(4).toString('hex')}`;
  const redis = process.env.WAYPOST_TEST_QUEUE === 'redis' ? process.env.WAYPOST_TEST_REDIS_URL : undefined;
  const processes = new Map<string, Running>();
  let image: Image;
  let settings: Record<string, string>;
  let client: Client;
  let simulator: Client;

  beforeAll(async () => {
    await build();
    image = new Image();
    // Whoever was first in this cluster has made the three roles; later owners need them granted.
    await (await createDatabase()).drop();
    await withDatabase('postgres', async (admin) => {
      await admin.query(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD 'of the owner'`);
      await admin.query(`GRANT waypost_app, waypost_system, waypost_auditor TO ${owner} WITH ADMIN OPTION`);
      await admin.query(`CREATE DATABASE ${owner} OWNER ${owner}`);
    });
    const database = new URL(urlOf(owner));
    [database.username, database.password] = [owner, 'of the owner'];
    const [port, simulatorPort] = [await freePort(), await freePort()];
    client = new Client(`http://127.0.0.1:${port}`);
    simulator = new Client(`http://127.0.0.1:${simulatorPort}`);
    settings = {
      DATABASE_URL: database.href,
      ...(redis && { REDIS_URL: redis, QUEUE_PREFIX: `{${owner}}` }),
      HOST: '127.0.0.1',
      PORT: String(port),
      WAYPOST_DEMO: '1',
      SIMULATOR: '1',
      SIMULATOR_HOST: '127.0.0.1',
      SIMULATOR_PORT: String(simulatorPort),
      SIMULATOR_URL: simulator.url,
      SIMULATOR_TARGET: `${client.url}/webhooks/meta`,
      SIMULATOR_DEMO: join(image.data, 'demo.json'),
    };
  });

  afterAll(async () => {
    for (const each of processes.values()) each.kill();
    await Promise.all([...processes.values()].map(({ ended }) => ended));
    image?.remove();
    await withDatabase('postgres', async (admin) => {
      await admin.query(`DROP DATABASE IF EXISTS ${owner} WITH (FORCE)`);
      await admin.query(`DROP OWNED BY ${owner} CASCADE`);
      await admin.query(`DROP ROLE ${owner}`);
    });
  });

  test('migrate ends with 0, leaves the first sign-in behind, and has nothing to do the next time', async () => {
    const first = image.start('migrate', settings);
    expect([await first.ended, first.said()]).toEqual([0, expect.stringContaining('Migrated: ')]);
    expect(readdirSync(image.data).sort()).toEqual(['demo.json', 'first-login.json', 'keys']);
    const second = image.start('migrate', settings);
    expect([await second.ended, second.said()]).toEqual([0, 'The database is up to date.\n']);
  });

  test.each(['api', 'worker', 'simulator'])('%s becomes healthy by its own health check', async (target) => {
    expect(await image.isHealthy(target, settings)).toBe(false);
    const started = image.start(target, settings);
    processes.set(target, started);
    const seen = await eventually(
      async () => ({ healthy: await image.isHealthy(target, settings), said: started.said() }),
      ({ healthy }) => healthy,
      30_000,
    );
    expect(seen.healthy).toBe(true);
  });

  test('the dashboard is in the image', async () => {
    const answer = await fetch(`${client.url}/`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
  });

  test('a webhook goes in by one and comes out at the projects, validly signed', async () => {
    await ok(simulator.post('/control/webhooks', { text: 'Through all of them' }));
    const { data } = await eventually(
      () => ok(simulator.get('/control/destinations')),
      (seen) =>
        seen.data.filter((each: { counts: { received: number } }) => each.counts.received > 0).length === 2,
    );
    expect(data).toHaveLength(2);
    for (const name of ['orders', 'support']) {
      const { data: requests } = await ok(simulator.get(`/control/destinations/${name}/requests`));
      expect(JSON.stringify(requests)).toContain('Through all of them');
      expect(requests).toEqual([
        expect.objectContaining({ signatures: { hub: 'valid', standard: 'valid' } }),
      ]);
    }
  });

  test('a lost password of the first administrator is replaced by a command of the image', async () => {
    const file = join(image.data, 'first-login.json');
    const first = JSON.parse(readFileSync(file, 'utf8'));
    const { code, output } = await image.run('dist/api/admin-reset.js', ['--email', first.email], settings);
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/^New password of admin@waypost\.local: \S+\n$/),
    ]);
    const password = output.trim().split(': ')[1];
    expect((await client.post('/api/v1/auth/login', first)).status).toBe(401);
    expect((await client.post('/api/v1/auth/login', { email: first.email, password })).status).toBe(200);
    expect(readdirSync(image.data)).not.toContain('first-login.json');
  });

  test.each(['simulator', 'worker', 'api'])(
    '%s ends with 0 within ten seconds of SIGTERM',
    async (target) => {
      const asked = performance.now();
      const stopped = processes.get(target)!;
      expect([await stopped.stop(), stopped.said()]).toEqual([0, expect.not.stringMatching(/"level":[56]0/)]);
      expect(performance.now() - asked).toBeLessThan(10_000);
      expect(await image.isHealthy(target, settings)).toBe(false);
    },
  );
});
