import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandOfPackage, root, run } from '../tools/run.ts';
import { freePort } from '../tools/services/ports.ts';
import { Client, ok } from './world/client.ts';
import { createDatabase, urlOf, withDatabase } from './world/database.ts';

type Entry = 'api/api' | 'api/migrate' | 'worker/worker';

let database: Awaited<ReturnType<typeof createDatabase>>;
let folder: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  const entries = ['api/api', 'api/migrate', 'worker/worker'].map((entry) =>
    join(root, 'dist', `${entry}.js`),
  );
  if (!entries.every(existsSync))
    await run(process.execPath, [commandOfPackage('rolldown'), '-c', 'rolldown.config.mjs'], {
      output: 'keep',
    });
  database = await createDatabase();
  folder = mkdtempSync(join(tmpdir(), 'waypost-start-'));
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const redis = process.env.WAYPOST_TEST_QUEUE === 'redis' ? process.env.WAYPOST_TEST_REDIS_URL : undefined;

/** Only what the process needs, so that nothing of this machine's own settings gets in. */
const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  DATABASE_URL: database.url,
  ...(redis && { REDIS_URL: redis, QUEUE_PREFIX: `{${database.name}}` }),
  WAYPOST_DATA_DIR: join(folder, 'data'),
  WAYPOST_DEMO: '0',
  LOG_LEVEL: 'info',
  ...more,
});

interface Process {
  child: ChildProcess;
  said: { stdout: string; stderr: string };
  /** The code; null when it was killed. */
  ended: Promise<number | null>;
}

function start(entry: Entry, more: Record<string, string> = {}, { ipc = true } = {}): Process {
  const child = spawn(process.execPath, [join(root, 'dist', `${entry}.js`)], {
    cwd: folder,
    env: environment(more),
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])],
  });
  running.push(child);
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream]!.on('data', (bytes: Buffer) => (said[stream] += bytes.toString()));
  // Not "close", which never comes once the channel was cut from this side.
  const ended = Promise.all([
    once(child, 'exit'),
    once(child.stdout!, 'end'),
    once(child.stderr!, 'end'),
  ]).then(([[code]]) => code as number | null);
  return { child, said, ended };
}

async function ready(process: Process): Promise<void> {
  const first = await Promise.race([once(process.child, 'message'), process.ended]);
  if (!Array.isArray(first) || first[0] !== 'ready')
    throw new Error(`Not ready: ${JSON.stringify([first, process.said])}`);
}

/** How a process ends that cannot start: within bounds, with code 1, and with one sentence. */
async function refusal(entry: Entry, more: Record<string, string> = {}): Promise<string> {
  const process = start(entry, more);
  const late = setTimeout(() => process.child.kill('SIGKILL'), 20_000);
  const code = await process.ended;
  clearTimeout(late);
  expect([process.said, code]).toEqual([process.said, 1]);
  expect(process.said.stderr).not.toMatch(/^\s+at /m);
  expect(process.said.stderr.trimEnd()).toMatch(/^[A-Z][^\n]*\.$/);
  expect(process.said.stdout).not.toMatch(/"stack"|\\n\s+at /);
  return process.said.stderr.trimEnd();
}

const entries: Entry[] = ['api/api', 'worker/worker', 'api/migrate'];
const serving: Entry[] = ['api/api', 'worker/worker'];

describe('a process that cannot start says why in one sentence and ends with 1', () => {
  test.each(entries)('%s: the database is down', async (entry) => {
    const url = `postgres://nobody:secret-of-the-database@127.0.0.1:${await freePort()}/none`;
    const words = await refusal(entry, { DATABASE_URL: url });
    expect(words).toMatch(/database of DATABASE_URL cannot be (reached|used).*ECONNREFUSED/);
    expect(words).not.toContain('secret-of-the-database');
  });

  test('migrate: there is no such database', async () => {
    expect(await refusal('api/migrate', { DATABASE_URL: urlOf('there_is_none') })).toMatch(
      /DATABASE_URL.*"there_is_none" does not exist/,
    );
  });

  test('migrate: the password is wrong', async () => {
    const url = new URL(database.url);
    url.password = 'not-the-password';
    const words = await refusal('api/migrate', { DATABASE_URL: url.href });
    expect(words).toMatch(/DATABASE_URL.*password/);
    expect(words).not.toContain('not-the-password');
  });

  test.each(serving)('%s: the database was never migrated', async (entry) => {
    const empty = `${database.name}_empty`;
    await withDatabase('postgres', (admin) => admin.query(`CREATE DATABASE ${empty}`));
    try {
      expect(await refusal(entry, { DATABASE_URL: urlOf(empty) })).toMatch(/migrate step/);
    } finally {
      await withDatabase('postgres', (admin) => admin.query(`DROP DATABASE ${empty} WITH (FORCE)`));
    }
  });

  test.each(serving)('%s: the database lacks the newest migration', async (entry) => {
    const older = await createDatabase();
    try {
      await withDatabase(older.name, (owner) =>
        owner.query(`DELETE FROM schema_migration WHERE name LIKE 'Router%'`),
      );
      expect(await refusal(entry, { DATABASE_URL: older.url })).toMatch(
        /lacks 1 migration\(s\); run the migrate step/,
      );
    } finally {
      await older.drop();
    }
  });

  test.each(entries)('%s: a setting is wrong', async (entry) => {
    expect(await refusal(entry, { PORT: 'eighty' })).toMatch(/^PORT must be .*, not "eighty"/);
  });

  test('migrate: a secret setting is wrong, and is not shown', async () => {
    const words = await refusal('api/migrate', { WAYPOST_ADMIN_PASSWORD: 'too short' });
    expect(words).toMatch(/^WAYPOST_ADMIN_PASSWORD must be /);
    expect(words).not.toContain('too short');
  });

  test.each(entries)('%s: the key file is damaged', async (entry) => {
    const dataDir = join(folder, `damaged-${entry.replace('/', '-')}`);
    mkdirSync(join(dataDir, 'keys'), { recursive: true });
    writeFileSync(join(dataDir, 'keys', 'local.key'), 'half a k');
    expect(await refusal(entry, { WAYPOST_DATA_DIR: dataDir })).toMatch(/key file .*local\.key is damaged/);
    expect(readFileSync(join(dataDir, 'keys', 'local.key'), 'utf8')).toBe('half a k');
  });

  test.each(entries)('%s: the data folder cannot be written', async (entry) => {
    // A file in the way stops root, too, whom no right stops.
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(await refusal(entry, { WAYPOST_DATA_DIR: join(file, 'data') })).toMatch(
      /WAYPOST_DATA_DIR|data folder/,
    );
    if (process.getuid?.() === 0) return;
    const closed = join(folder, `closed-${entry.replace('/', '-')}`);
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    expect(await refusal(entry, { WAYPOST_DATA_DIR: closed })).toMatch(/WAYPOST_DATA_DIR|data folder/);
  });

  describe('when the port is in use', () => {
    let other: Server;
    beforeAll(async () => {
      other = createServer();
      await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    });
    afterAll(() => new Promise((closed) => other.close(closed)));

    test('api/api names it', async () => {
      const { port } = other.address() as { port: number };
      expect(await refusal('api/api', { PORT: String(port) })).toBe(
        `Port ${port} is in use. Stop what listens there, or set PORT to another one.`,
      );
    });
  });
});

describe('a process that serves', () => {
  test('migrate makes the first super-admin, who can sign in; a second run changes nothing', async () => {
    const first = start('api/migrate');
    expect([await first.ended, first.said.stderr]).toEqual([0, '']);
    const file = join(folder, 'data', 'first-login.json');
    const written = readFileSync(file, 'utf8');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    const second = start('api/migrate');
    expect([await second.ended, second.said.stdout.trim()]).toEqual([0, 'The database is up to date.']);
    expect(readFileSync(file, 'utf8')).toBe(written);

    const port = await freePort();
    const api = start('api/api', { PORT: String(port) });
    await ready(api);
    const client = new Client(`http://127.0.0.1:${port}`);
    expect((await client.post('/api/v1/auth/login', JSON.parse(written))).status).toBe(200);
    expect((await client.get('/api/v1/system/health/ready')).body).toEqual({
      // No worker was started here.
      status: 'degraded',
      checks: { database: 'ok', queue: 'ok', workers: 'down' },
    });
    api.child.kill('SIGTERM');
    expect(await api.ended).toBe(0);
  });

  test.each(serving)('%s ends with 0 within 10 seconds of SIGTERM', async (entry) => {
    const process = start(entry, { PORT: String(await freePort()) });
    await ready(process);
    const asked = performance.now();
    process.child.kill('SIGTERM');
    expect([await process.ended, process.said.stderr]).toEqual([0, '']);
    expect(performance.now() - asked).toBeLessThan(10_000);
  });

  test.each(serving)('%s ends when whoever started it is gone', async (entry) => {
    const process = start(entry, { PORT: String(await freePort()) });
    await ready(process);
    process.child.disconnect();
    expect(await process.ended).toBe(0);
  });

  test('api/api ends on SIGTERM although connections are open', async () => {
    const port = await freePort();
    const api = start('api/api', { PORT: String(port) });
    await ready(api);
    // Kept alive by the client.
    await (await fetch(`http://127.0.0.1:${port}/api/v1/system/health/live`)).text();
    api.child.kill('SIGTERM');
    const asked = performance.now();
    expect(await api.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
  });

  test('says nothing secret in its log, however much it logs', async () => {
    const port = await freePort();
    const api = start('api/api', { PORT: String(port), LOG_LEVEL: 'trace' });
    await ready(api);
    const login = JSON.parse(readFileSync(join(folder, 'data', 'first-login.json'), 'utf8')) as {
      email: string;
      password: string;
    };
    const client = new Client(`http://127.0.0.1:${port}`);
    const { accessToken } = await ok(client.post('/api/v1/auth/login', login));
    const tenant = await ok(client.as(accessToken).post('/api/v1/tenants', { name: 'Quiet' }));
    const quiet = client.as(accessToken, tenant.id);
    const secrets = { appSecret: 'app-secret-Kq83nd', verifyToken: 'verify-token-Kd83' };
    await ok(quiet.post('/api/v1/business-accounts', { businessId: '102290129340398', name: 'x' }));
    await ok(
      quiet.post('/api/v1/apps', {
        id: '670843887433847',
        businessId: '102290129340398',
        name: 'x',
        ...secrets,
      }),
    );
    await quiet.patch('/api/v1/apps/670843887433847', { appSecret: `${secrets.appSecret} with blanks` });
    const project = await ok(
      quiet.post('/api/v1/projects', {
        name: 'x',
        endpoint: 'https://example.com',
        headers: { 'X-A': 'header-value-Hq8' },
      }),
    );
    await client.get(
      `/webhooks/meta?hub.mode=subscribe&hub.challenge=1&hub.verify_token=${secrets.verifyToken}`,
    );
    await client.post('/api/v1/auth/login', { ...login, password: `${login.password}x` });
    api.child.kill('SIGTERM');
    await api.ended;
    const log = api.said.stdout + api.said.stderr;
    expect(log.length).toBeGreaterThan(500);
    for (const secret of [
      ...Object.values(secrets),
      'header-value-Hq8',
      project.secret,
      login.password,
      accessToken,
      new URL(database.url).password,
    ]) {
      expect(log).not.toContain(secret);
    }
  });
});
