import { createWorker } from '../apps/worker/src/create-worker.ts';
import { type MailRequest, type MailTemplate, Outbox } from '../libs/accounts/src/index.ts';
import { readSettings, Tenancy } from '../libs/platform/src/index.ts';
import { type Json, ok } from './world/client.ts';
import { startMailbox } from './world/mailbox.ts';
import { PNG } from './world/kinds.ts';
import { createWorld, DAY, eventually, HOUR, MINUTE, type Tenant, type World } from './world/world.ts';

const LINK = 'https://hub.example.com/app/invite#token=a-secret-that-nobody-may-read';

let mailbox: Awaited<ReturnType<typeof startMailbox>>;
let world: World;
let shop: Tenant;
let outbox: Outbox;
let tenancy: Tenancy;

beforeAll(async () => {
  mailbox = await startMailbox();
  world = await createWorld({ ...mailbox.settings, PUBLIC_URL: 'https://hub.example.com' });
  shop = await world.tenant('mail-shop');
  outbox = world.api.get(Outbox, { strict: false });
  tenancy = world.api.get(Tenancy, { strict: false });
  // What the making of the tenant was told by mail is no part of what follows.
  await allSent();
});
afterAll(async () => {
  await world?.stop();
  await mailbox?.close();
});
beforeEach(() => {
  mailbox.mails.length = 0;
  mailbox.refusing = false;
  mailbox.beforeTaking = undefined;
});

const owed = () => world.sql(`SELECT * FROM outbox WHERE state IN ('queued', 'sending')`);
const allSent = () => eventually(owed, (rows) => rows.length === 0);

async function send<T extends MailTemplate>(mail: MailRequest<T>): Promise<string[]> {
  const prepared = await outbox.prepare(mail);
  await tenancy.system((rows) => outbox.put(rows, prepared));
  outbox.wake();
  return prepared.map(({ id }) => id);
}

const invite = (to: string, more: Partial<MailRequest<'invite'>> = {}) =>
  send({
    to,
    template: 'invite',
    tenantId: shop.id,
    values: { inviterName: 'Bob', tenantName: 'Mail Shop', role: 'AGENT', link: LINK },
    ...more,
  });
const rowOf = async (id: string): Promise<Json> =>
  (await world.sql('SELECT * FROM outbox WHERE id = $1', [id]))[0];

test('a mail exists if and only if what it tells of does', async () => {
  const prepared = await outbox.prepare({
    to: 'a@x.test',
    template: 'invite',
    values: { inviterName: 'Bob', tenantName: 'X', role: 'AGENT', link: LINK },
    tenantId: shop.id,
  });
  const undone = tenancy.run({ tenantId: shop.id }, async (rows) => {
    await outbox.put(rows, prepared);
    throw new Error('Changed my mind.');
  });
  await expect(undone).rejects.toThrow('Changed my mind.');
  outbox.wake();
  await tenancy.run({ tenantId: shop.id }, (rows) => outbox.put(rows, prepared));
  outbox.wake();
  await eventually(
    () => mailbox.mails,
    (mails) => mails.length > 0,
  );
  await allSent();
  expect(mailbox.mails).toHaveLength(1);
});

test('it is HTML with plain text beside it, and its link is in both', async () => {
  await invite('ada@x.test');
  const [mail] = await eventually(
    () => mailbox.mails,
    (mails) => mails.length === 1,
  );
  expect(mail).toMatchObject({ to: ['ada@x.test'], subject: 'Bob invites you to Mail Shop' });
  expect(mail!.text).toContain(LINK);
  expect(mail!.html).toContain(`href="${LINK}"`);
});

test('neither whom it is for nor what it says can be read in the database, and both are gone once it is sent', async () => {
  await world.stopWorker();
  const [id] = await invite('ada@x.test');
  const seen = async () =>
    JSON.stringify(await world.sql(`SELECT o.*, encode(body, 'escape') AS shown FROM outbox o`));
  for (const secret of ['ada@x.test', 'a-secret-that-nobody-may-read', 'Bob'])
    expect(await seen()).not.toContain(secret);
  await world.startWorker();
  await eventually(
    () => mailbox.mails,
    (mails) => mails.length === 1,
  );
  expect(
    await eventually(
      () => rowOf(id!),
      ({ state }) => state === 'sent',
    ),
  ).toMatchObject({ body: null, last_error: null });
});

test("wears the tenant's name, colour and logo", async () => {
  await ok(shop.admin.patch('/api/v1/tenants/current/theme', { name: 'Söhne & Co', brandColor: '#7a0019' }));
  const { logoUrl, colors } = await ok(shop.admin.call('PUT', '/api/v1/tenants/current/theme/logo', PNG));
  await invite('ada@x.test');
  const [mail] = await eventually(
    () => mailbox.mails,
    (mails) => mails.length === 1,
  );
  expect(mail!.html).toContain(`<img src="https://hub.example.com${logoUrl}" alt="Söhne &amp; Co"`);
  expect(mail!.html).toContain(`background:${colors.light.brand}`);
  expect(mail!.text).toContain('Söhne & Co');
});

test("speaks the reader's language, else the tenant's, else English", async () => {
  const subjectIn = async (locale?: 'es' | 'ar') => {
    mailbox.mails.length = 0;
    await invite('ada@x.test', { locale });
    const [mail] = await eventually(
      () => mailbox.mails,
      (mails) => mails.length === 1,
    );
    return {
      subject: mail!.subject,
      direction: /<html lang="(..)" dir="(...)"/.exec(mail!.html ?? '')?.slice(1),
    };
  };
  expect(await subjectIn()).toEqual({ subject: 'Bob invites you to Mail Shop', direction: ['en', 'ltr'] });
  expect(await subjectIn('es')).toEqual({ subject: 'Bob le invita a Mail Shop', direction: ['es', 'ltr'] });
  await ok(shop.admin.patch('/api/v1/tenants/current/theme', { locale: 'ar' }));
  expect((await subjectIn()).direction).toEqual(['ar', 'rtl']);
  expect((await subjectIn('es')).direction).toEqual(['es', 'ltr']);
  await ok(shop.admin.patch('/api/v1/tenants/current/theme', { locale: null }));
});

test('every recipient has a mail of their own', async () => {
  await send({
    to: ['a@x.test', 'b@x.test', 'a@x.test'],
    template: 'tenant-resumed',
    values: { tenantName: 'X', link: LINK },
  });
  const mails = await eventually(
    () => mailbox.mails,
    (seen) => seen.length === 2,
  );
  await allSent();
  expect(mails.map(({ to }) => to).sort()).toEqual([['a@x.test'], ['b@x.test']]);
});

test('two workers at once send each mail once', async () => {
  const settings = readSettings({
    DATABASE_URL: world.settings.databaseUrl,
    WAYPOST_DATA_DIR: world.settings.dataDir,
    LOG_LEVEL: 'fatal',
    ...(world.settings.redisUrl && {
      REDIS_URL: world.settings.redisUrl,
      QUEUE_PREFIX: world.settings.queuePrefix,
    }),
    ...mailbox.settings,
  });
  const second = await createWorker({ settings, clock: world.clock });
  const names = Array.from({ length: 40 }, (_, at) => `p${at}@x.test`);
  await send({ to: names, template: 'tenant-resumed', values: { tenantName: 'X', link: LINK } });
  await eventually(
    () => mailbox.mails,
    (seen) => seen.length >= 40,
  );
  await allSent();
  await second.close();
  expect(mailbox.mails.map(({ to }) => to[0]).sort()).toEqual(names.sort());
});

describe('when something breaks', () => {
  const TIMES = [
    MINUTE,
    3 * MINUTE,
    11 * MINUTE,
    31 * MINUTE,
    61 * MINUTE,
    2.1 * HOUR,
    4.1 * HOUR,
    8.1 * HOUR,
    12.1 * HOUR,
    20.1 * HOUR,
  ];

  test('while the mail server is away it is tried again, and goes out once it is back', async () => {
    mailbox.refusing = true;
    const [id] = await invite('ada@x.test');
    const waiting = await eventually(
      () => rowOf(id!),
      ({ state, attempts }) => state === 'queued' && attempts === 1,
    );
    expect(waiting.last_error).toContain('Not today.');
    expect(await ok(world.root.get('/api/v1/system/mail'))).toMatchObject({
      configured: true,
      waiting: 1,
      lastError: expect.stringContaining('Not today.'),
    });
    world.clock.advance(MINUTE);
    await eventually(
      () => rowOf(id!),
      ({ state, attempts }) => state === 'queued' && attempts === 2,
    );
    mailbox.refusing = false;
    world.clock.advance(3 * MINUTE);
    await eventually(
      () => mailbox.mails,
      (mails) => mails.length === 1,
    );
    await allSent();
  });

  test('after two days of nothing but refusals it is given up, and its content erased', async () => {
    mailbox.refusing = true;
    const [id] = await invite('ada@x.test');
    for (const [at, ms] of TIMES.entries()) {
      await eventually(
        () => rowOf(id!),
        ({ state, attempts }) => state === 'queued' && attempts === at + 1,
      );
      world.clock.advance(ms);
    }
    expect(
      await eventually(
        () => rowOf(id!),
        ({ state }) => state === 'failed',
      ),
    ).toMatchObject({ attempts: 11, body: null });
    expect(await ok(world.root.get('/api/v1/system/mail'))).toMatchObject({ failed24h: 1 });
  });

  test('a recipient whom the server does not know is given up at once, and not named', async () => {
    const [id] = await invite('nobody@x.test');
    const row = await eventually(
      () => rowOf(id!),
      ({ state }) => state === 'failed',
    );
    expect(row).toMatchObject({ attempts: 1, body: null });
    expect(row.last_error).toContain('(address)');
    expect(row.last_error).not.toContain('nobody@x.test');
  });

  test('what a dead worker had begun is sent by another when its time is over', async () => {
    await world.stopWorker();
    const [id] = await invite('ada@x.test');
    // As a worker leaves it that dies before it has reached the mail server.
    await world.sql(`UPDATE outbox SET state = 'sending', attempts = 1, next_at = $2 WHERE id = $1`, [
      id,
      new Date(world.clock.now().getTime() + 3 * MINUTE),
    ]);
    await world.startWorker();
    await new Promise((later) => setTimeout(later, 1_500));
    expect(mailbox.mails).toEqual([]);
    world.clock.advance(3 * MINUTE);
    await eventually(
      () => mailbox.mails,
      (mails) => mails.length === 1,
    );
    expect(
      await eventually(
        () => rowOf(id!),
        ({ state }) => state === 'sent',
      ),
    ).toMatchObject({ attempts: 2 });
  });

  test('where a worker dies between sending and writing it down, the second copy bears the same id', async () => {
    let dead = false;
    mailbox.beforeTaking = async () => {
      if (dead) return;
      dead = true;
      // While the mail is under way its row passes on to somebody else: its lease was over.
      await world.sql(`UPDATE outbox SET attempts = attempts + 1, next_at = $1 WHERE state = 'sending'`, [
        world.clock.now(),
      ]);
    };
    const [id] = await invite('ada@x.test');
    const mails = await eventually(
      () => mailbox.mails,
      (seen) => seen.length === 2,
    );
    await allSent();
    const ids = mails.map(({ messageId }) => messageId);
    expect(ids).toEqual([`<${id}@localhost>`, `<${id}@localhost>`]);
    expect(mailbox.mails).toHaveLength(2);
  });

  test('without a mail server mails wait, the operator sees it, and they go out once there is one', async () => {
    await world.stopWorker();
    await world.startWorker({ SMTP_HOST: '' });
    const [id] = await invite('ada@x.test');
    await new Promise((later) => setTimeout(later, 1_500));
    expect(await rowOf(id!)).toMatchObject({ state: 'queued', attempts: 0 });
    expect(await ok(world.root.get('/api/v1/system/mail'))).toMatchObject({ waiting: 1 });
    await world.stopWorker();
    await world.startWorker();
    await eventually(
      () => mailbox.mails,
      (mails) => mails.length === 1,
    );
    await allSent();
  });
});

test('what nobody could send for a week is given up, and its content erased', async () => {
  await world.stopWorker();
  await world.startWorker({ SMTP_HOST: '' });
  const [id] = await invite('ada@x.test');
  await world.sql(`UPDATE outbox SET created_at = now() - interval '8 days' WHERE id = $1`, [id]);
  await world.keepHouse();
  expect(await rowOf(id!)).toMatchObject({
    state: 'failed',
    body: null,
    last_error: 'There was no mail server for a week.',
  });
  await world.stopWorker();
  await world.startWorker();
});

test('what is done is forgotten after a month', async () => {
  await invite('ada@x.test');
  await allSent();
  await world.sql(`UPDATE outbox SET finished_at = now() - interval '31 days'`);
  await world.keepHouse();
  expect(await world.sql('SELECT * FROM outbox')).toEqual([]);
  world.clock.advance(DAY);
});
