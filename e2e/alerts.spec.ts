import { createHmac } from 'node:crypto';
import pg from 'pg';
import { v7 } from 'uuid';
import { Troubles } from '../libs/platform/src/index.ts';
import { type Json, ok } from './world/client.ts';
import { startMailbox } from './world/mailbox.ts';
import { signInAs } from './world/people.ts';
import { createWorld, eventually, HOUR, MINUTE, type Tenant, type World } from './world/world.ts';

const NOTIFICATIONS = '/api/v1/tenants/current/notifications';

let mailbox: Awaited<ReturnType<typeof startMailbox>>;
let world: World;
let shop: Tenant;
let quiet: Tenant;

beforeAll(async () => {
  mailbox = await startMailbox();
  world = await createWorld({ ...mailbox.settings, OPERATOR_EMAIL: 'operator@waypost.test' });
  shop = await world.tenant('alert-shop');
  quiet = await world.tenant('quiet-shop');
  await eventually(
    () => world.sql(`SELECT 1 FROM outbox WHERE state IN ('queued', 'sending')`),
    (rows) => rows.length === 0,
  );
});
afterAll(async () => {
  await world?.stop();
  await mailbox?.close();
});
beforeEach(() => {
  mailbox.mails.length = 0;
  world.destinations.clear('alerts');
});

const calls = () => world.destinations.requests('alerts');
const secondsPass = (ms = 1_500) => new Promise((later) => setTimeout(later, ms));
const mailsTo = (address: string) =>
  mailbox.mails.filter(({ to }) => to.includes(address)).map(({ subject }) => subject);

describe('who is told', () => {
  test('nobody named: those who administer and develop; the answer has no secret', async () => {
    expect(await ok(shop.admin.get(NOTIFICATIONS))).toEqual({
      emails: [],
      webhookUrl: null,
      projectFailing: true,
      errorSpikes: true,
    });
  });

  test('a webhook is named: its secret is shown once and stored sealed, a new address has a new one', async () => {
    const webhookUrl = world.destinations.endpoint('alerts');
    const named = await ok(
      shop.admin.patch(NOTIFICATIONS, {
        webhookUrl,
        emails: [' Ops@Alert-Shop.test ', 'ops@alert-shop.test'].map((email) => email.trim()),
      }),
    );
    expect(named).toMatchObject({
      webhookUrl,
      emails: ['ops@alert-shop.test'],
      webhookSecret: expect.stringMatching(/^whsec_.{44}$/),
    });
    expect(await ok(shop.admin.get(NOTIFICATIONS))).not.toHaveProperty('webhookSecret');
    expect(await ok(shop.admin.patch(NOTIFICATIONS, { webhookUrl }))).toMatchObject({ webhookSecret: null });
    const other = await ok(
      shop.admin.patch(NOTIFICATIONS, { webhookUrl: world.destinations.endpoint('other') }),
    );
    expect(other.webhookSecret).toMatch(/^whsec_/);
    expect(other.webhookSecret).not.toBe(named.webhookSecret);
    const stored = JSON.stringify(
      await world.sql(`SELECT encode(webhook_secret, 'escape') FROM notification_settings`),
    );
    expect(stored).not.toContain(other.webhookSecret.slice(6, 30));
    expect(await ok(shop.admin.patch(NOTIFICATIONS, { webhookUrl: null }))).toMatchObject({
      webhookUrl: null,
      webhookSecret: null,
    });
    expect(await ok(quiet.admin.get(NOTIFICATIONS))).toMatchObject({ emails: [], webhookUrl: null });
  });

  test.each([
    [{ webhookUrl: 'ftp://x.test/' }, 'destination_refused'],
    [{ webhookUrl: 'no address' }, 'destination_refused'],
    [{ emails: ['nobody'] }, 'invalid_input'],
    [{ emails: Array.from({ length: 11 }, (_, at) => `p${at}@x.test`) }, 'invalid_input'],
    [{ errorSpikes: 'yes' }, 'invalid_input'],
    [{ errorSpikes: null }, 'invalid_input'],
  ])('%j is refused', async (body, code) => {
    const { status, body: problem } = await shop.admin.patch(NOTIFICATIONS, body);
    expect([status, problem.code]).toEqual([422, code]);
  });

  test('only administrators change it, and only super-admins the platform’s', async () => {
    const developer = await signInAs(world, shop, 'DEVELOPER');
    expect((await developer.patch(NOTIFICATIONS, { errorSpikes: false })).status).toBe(403);
    expect((await shop.admin.get('/api/v1/system/notifications')).status).toBe(403);
    expect((await shop.admin.get('/api/v1/system/mail')).status).toBe(403);
  });
});

/** Deliveries as the router leaves them, that came just now by the world's clock. */
async function came(
  project: Json,
  { failed = 0, delivered = 0 }: { failed?: number; delivered?: number },
): Promise<void> {
  const now = world.clock.now();
  const states = [...Array<string>(failed).fill('failed'), ...Array<string>(delivered).fill('delivered')];
  await world.sql(
    `INSERT INTO delivery (tenant_id, id, event_id, project_id, priority, state, attempts, next_at, finished_at)
     SELECT $1, u.id, u.id, $2, 0, u.state, 1, $3, $3 FROM unnest($4::uuid[], $5::text[]) AS u(id, state)`,
    [shop.id, project.id, now, states.map(() => v7({ msecs: now.getTime() - MINUTE })), states],
  );
}

describe('deliveries of a tenant fail', () => {
  let secret: string;
  let project: Json;

  beforeAll(async () => {
    project = await shop.project('spiking');
    const body = { emails: ['ops@alert-shop.test'], webhookUrl: world.destinations.endpoint('alerts') };
    ({ webhookSecret: secret } = await ok(shop.admin.patch(NOTIFICATIONS, body)));
  });

  test('few failures are no news, nor is what has been so for an hour', async () => {
    await came(project, { failed: 8, delivered: 2 });
    await world.keepHouse();
    await secondsPass();
    expect([mailbox.mails, calls()]).toEqual([[], []]);
  });

  test('many are told once, by mail and by a signed call, and to nobody else', async () => {
    await came(project, { failed: 20, delivered: 10 });
    for (let minutes = 0; minutes < 3; minutes += 1) await world.keepHouse();
    await eventually(calls, (seen) => seen.length === 1);
    await eventually(
      () => mailbox.mails,
      (mails) => mails.length === 1,
    );
    await secondsPass();
    expect(mailbox.mails).toEqual([
      expect.objectContaining({
        to: ['ops@alert-shop.test'],
        subject: expect.stringContaining('More errors than usual'),
        text: expect.stringContaining('28 of 40'),
      }),
    ]);
    const [call, ...more] = calls();
    expect(more).toEqual([]);
    const body = call!.body.toString();
    const data = { kind: 'deliveries', count: 28, total: 40, expected: 0, minutes: 5 };
    expect(JSON.parse(body)).toMatchObject({ type: 'alert.raised', data });
    const {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    } = call!.headers;
    const key = Buffer.from(secret.slice(6), 'base64');
    expect(signature).toBe(
      `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
    );
  });

  test('what goes on is told again after an hour, although it has become usual, and then its end', async () => {
    for (let minutes = 0; minutes < 55; minutes += 5) {
      world.clock.advance(5 * MINUTE);
      await came(project, { failed: 20 });
      await world.keepHouse();
    }
    await secondsPass();
    expect([mailbox.mails, calls()]).toEqual([[], []]);

    world.clock.advance(5 * MINUTE);
    await came(project, { failed: 20 });
    await world.keepHouse();
    await eventually(calls, (seen) => seen.length === 1);
    await eventually(
      () => mailbox.mails,
      (mails) => mails.length === 1,
    );
    expect(mailbox.mails[0]!.subject).toContain('More errors than usual');

    world.clock.advance(6 * MINUTE);
    await came(project, { delivered: 20 });
    for (let minutes = 0; minutes < 3; minutes += 1) await world.keepHouse();
    await eventually(calls, (seen) => seen.length === 2);
    await secondsPass();
    expect(mailbox.mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('More errors than usual'),
      expect.stringContaining('Back to normal'),
    ]);
    expect(JSON.parse(calls()[1]!.body.toString())).toMatchObject({
      type: 'alert.over',
      data: { kind: 'deliveries' },
    });
  });

  test('who wants to hear nothing hears nothing', async () => {
    await ok(shop.admin.patch(NOTIFICATIONS, { errorSpikes: false }));
    world.clock.advance(3 * HOUR);
    await came(project, { failed: 50 });
    await world.keepHouse();
    await secondsPass();
    expect([mailbox.mails, calls()]).toEqual([[], []]);
  });

  test('a webhook that does not answer is called again, with the same id, and holds up no mail', async () => {
    await ok(shop.admin.patch(NOTIFICATIONS, { errorSpikes: true }));
    world.destinations.setMode('alerts', { mode: 'status', status: 503 });
    world.clock.advance(3 * HOUR);
    // The end of what nobody was told of is no news either.
    await world.keepHouse();
    await came(project, { failed: 50 });
    await world.keepHouse();
    await eventually(
      () => mailbox.mails,
      (mails) => mails.length === 1,
    );
    await eventually(calls, (seen) => seen.length === 1);
    world.destinations.setMode('alerts', { mode: 'fast' });
    world.clock.advance(MINUTE);
    const [first, second] = await eventually(calls, (seen) => seen.length === 2);
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    const waiting = () => world.sql(`SELECT 1 FROM outbox WHERE channel = 'webhook' AND state <> 'sent'`);
    await eventually(waiting, (rows) => rows.length === 0);
  });
});

describe('the platform is in trouble', () => {
  const trouble = (what: string, count: number) =>
    world.sql(
      `INSERT INTO trouble (minute, what, count) VALUES (date_trunc('minute', $1::timestamptz), $2, $3)
       ON CONFLICT (minute, what) DO UPDATE SET count = trouble.count + $3`,
      [world.clock.now(), what, count],
    );

  test('errors of the server are told to the operator, and their end', async () => {
    await trouble('server-errors', 40);
    await world.keepHouse();
    await eventually(
      () => mailsTo('operator@waypost.test'),
      (subjects) => subjects.some((subject) => subject.includes('error of the server')),
    );
    world.clock.advance(10 * MINUTE);
    await world.keepHouse();
    await eventually(
      () => mailsTo('operator@waypost.test'),
      (subjects) => subjects.some((subject) => subject.includes('requests are answered again')),
    );
    expect(mailsTo('ops@alert-shop.test')).toEqual([]);
  });

  test('work that nobody takes up is told, to whom the operator names', async () => {
    const named = { emails: ['night@waypost.test'], webhookUrl: world.destinations.endpoint('alerts') };
    await ok(world.root.patch('/api/v1/system/notifications', named));
    // Held by somebody for good, as by a process that hangs.
    const holder = new pg.Client({
      connectionString: world.settings.databaseUrl,
      options: '-c role=waypost_system',
    });
    await holder.connect();
    const operation = v7();
    await holder.query('BEGIN');
    await world.stopWorker();
    await world.sql(
      `INSERT INTO bulk_operation (tenant_id, id, kind, state, filter, total, created_at, updated_at)
       VALUES ($1, $2, 'retry', 'running', '{}', 0, $3, $3)`,
      [shop.id, operation, new Date(world.clock.now().getTime() - 10 * MINUTE)],
    );
    await holder.query('SELECT 1 FROM bulk_operation WHERE id = $1 FOR UPDATE', [operation]);
    await world.startWorker();
    await world.keepHouse();
    const told = () =>
      mailsTo('night@waypost.test').filter((subject) => subject.includes('work waits longer'));
    await eventually(told, (subjects) => subjects.length === 1);
    await eventually(calls, (seen) => seen.some(({ body }) => body.toString().includes('waiting-work')));
    expect(mailsTo('operator@waypost.test')).toEqual([]);
    await holder.query('ROLLBACK');
    await holder.end();
  });

  test('a process counts its answers of 500 and the errors in its log, and says them once', async () => {
    const troubles = world.api.get(Troubles, { strict: false });
    await troubles.write();
    await world.sql('TRUNCATE trouble');
    troubles.noteServerError();
    troubles.noteServerError();
    await troubles.write();
    await troubles.write();
    expect(await world.sql(`SELECT what, count FROM trouble`)).toEqual([{ what: 'server-errors', count: 2 }]);
  });
});
