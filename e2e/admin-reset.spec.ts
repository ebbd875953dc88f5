import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../tools/run.ts';
import { ok } from './world/client.ts';
import { withDatabase } from './world/database.ts';
import { createWorld, type World } from './world/world.ts';

/** The super-admin that every world has. */
const email = 'root@waypost.test';

describe('admin:reset', () => {
  let world: World;
  let database: string;
  let folder: string;
  const admin = { email: 'admin@shop.test', name: 'Admin', password: 'a long enough one' };

  beforeAll(async () => {
    world = await createWorld({}, { worker: false });
    [{ name: database }] = await world.sql('SELECT current_database() AS name');
    folder = mkdtempSync(join(tmpdir(), 'waypost-reset-'));
    // Before any reset, which ends the sessions of the super-admin.
    await ok(world.root.post('/api/v1/tenants', { name: 'Shop', slug: 'shop', admin }));
  });
  afterAll(async () => {
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const url = () =>
    Object.assign(new URL(process.env.WAYPOST_TEST_DATABASE_URL!), { pathname: `/${database}` }).href;
  const reset = (...args: string[]) =>
    run(process.execPath, [join(root, 'dist', 'api', 'admin-reset.js'), ...args], {
      env: { PATH: process.env.PATH, DATABASE_URL: url(), WAYPOST_DATA_DIR: folder, WAYPOST_DEMO: '0' },
      output: 'keep',
    });
  const signIn = (password: string) => world.stranger.post('/api/v1/auth/login', { email, password });

  test('gives a super-admin a new password, prints it once, and the old one is refused', async () => {
    const { code, output } = await reset('--email', 'ROOT@waypost.test');
    expect([code, output]).toEqual([0, expect.stringMatching(/^New password of \S+: \S{20,}\n$/)]);
    expect((await signIn('correct horse battery')).status).toBe(401);
    expect((await signIn(output.trim().split(': ')[1]!)).status).toBe(200);
  });

  test('opens a disabled account again', async () => {
    await withDatabase(database, async (owner) => {
      await owner.query('SET ROLE waypost_system');
      await owner.query(`UPDATE app_user SET status = 'disabled' WHERE email = $1`, [email]);
    });
    const { output } = await reset('--email', email);
    expect((await signIn(output.trim().split(': ')[1]!)).status).toBe(200);
  });

  test('takes away the note of the first password, which is wrong from then on, and no other note', async () => {
    const file = join(folder, 'first-login.json');
    writeFileSync(file, JSON.stringify({ email: 'other@waypost.test', password: 'of another' }));
    await reset('--email', email);
    expect(readFileSync(file, 'utf8')).toContain('of another');
    writeFileSync(file, JSON.stringify({ email, password: 'the first one' }));
    await reset('--email', email);
    expect(existsSync(file)).toBe(false);
  });

  test('names the super-admins when the e-mail is of nobody, or of somebody who is none', async () => {
    for (const wrong of ['nobody@waypost.test', admin.email])
      expect(await reset('--email', wrong)).toEqual({
        code: 1,
        output: `${wrong} is not a super-admin. Super-admins are: ${email}.\n`,
      });
    const { password } = admin;
    expect((await world.stranger.post('/api/v1/auth/login', { email: admin.email, password })).status).toBe(
      200,
    );
  });

  test('says what it knows when it is asked something else', async () => {
    expect(await reset('--mail', email)).toEqual({
      code: 1,
      output: expect.stringContaining('Known: --email'),
    });
  });
});
