import {
  accountReview,
  batch,
  itemUpdate,
  keysOf,
  preferenceUpdate,
  serialize,
  statusUpdate,
  templateStatus,
  textMessage,
  type Update,
  updateKey,
  wamid,
} from '../apps/simulator/src/index.ts';
import { arrived, itemsAt, settled } from './world/arrivals.ts';
import { createWorld, DAY, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let number: Awaited<ReturnType<Tenant['number']>>;
let orders: Awaited<ReturnType<Tenant['project']>>;
let archive: Awaited<ReturnType<Tenant['project']>>;

beforeAll(async () => {
  world = await createWorld();
  shop = await world.tenant('shop');
  number = await shop.number();
  [orders, archive] = [await shop.project('orders'), await shop.project('archive')];
  for (const project of [orders, archive]) await shop.map(number, project, { fields: ['*'] });
});
afterAll(() => world?.stop());

beforeEach(async () => {
  await settled(world);
  for (const { name } of [orders, archive]) world.destinations.clear(name);
});

const all200 = async (answers: Promise<Response>[]) =>
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(answers.map(() => 200));
const keys = (updates: Update[]) => updates.map(updateKey).sort();

it('calls every project once when the same POST comes three times', async () => {
  const bytes = serialize(batch([textMessage(number), statusUpdate(number)]));
  for (let times = 0; times < 3; times += 1) await all200([shop.receive(bytes)]);
  for (const project of [orders, archive]) {
    const [request] = await arrived(world, project, 1);
    expect(request!.body.equals(bytes)).toBe(true);
  }
});

it('calls every project once when the same POST comes twenty times at once', async () => {
  const bytes = serialize(batch([textMessage(number)]));
  await all200(Array.from({ length: 20 }, () => shop.receive(bytes)));
  for (const project of [orders, archive]) await arrived(world, project, 1);
});

it('hands on every item once, in whatever batches, spacing and escapes it comes again', async () => {
  const updates = [
    textMessage(number, { text: 'Grüße/✓' }),
    textMessage(number),
    statusUpdate(number),
    // These two have no id of their own.
    preferenceUpdate(number, { from: { phone: '4915112345678', name: 'Jürgen' } }),
    templateStatus(number, { name: 'größe/✓' }),
    accountReview(number),
  ];
  const [a, b, c, d, e, f] = updates as [Update, Update, Update, Update, Update, Update];
  await all200([shop.receive(batch([a, b]))]);
  await all200([
    shop.receive(batch([b, c, a]), { spacing: 'odd' }),
    shop.receive(batch([a]), { escape: 'none', slashes: true }),
    shop.receive(batch([d, e, c]), { slashes: true }),
    shop.receive(batch([e, d]), { spacing: 'spaced', escape: 'none' }),
    shop.receive(batch(updates, { itemsPerChange: 1 }), { spacing: 'odd', escape: 'none' }),
    shop.receive(batch([f, e, d, c, b, a]), { spacing: 'spaced' }),
  ]);
  await settled(world);
  for (const project of [orders, archive]) expect(itemsAt(world, project).sort()).toEqual(keys(updates));
});

it('drops the second copy of an item within one POST', async () => {
  const message = textMessage(number);
  await all200([shop.receive(batch([message, message, statusUpdate(number), message]))]);
  for (const project of [orders, archive]) {
    const [request] = await arrived(world, project, 1);
    expect(keysOf(request!.body)).toHaveLength(2);
  }
});

it('takes sent, delivered and read of one message for what they are: three things', async () => {
  const messageId = wamid('15550001111', 'outbound');
  const at = new Date();
  const told = (['sent', 'delivered', 'read'] as const).map((status) =>
    statusUpdate(number, { messageId, status, at }),
  );
  for (const status of told) await all200([shop.receive(batch([status])), shop.receive(batch([status]))]);
  await all200([shop.receive(batch(told)), shop.receive(batch([...told].reverse()))]);
  await arrived(world, orders, 3);
  expect(itemsAt(world, orders).sort()).toEqual(keys(told));
});

it('tells recipients of a group message apart, and an edit from what it edits', async () => {
  const messageId = wamid('15550001111', 'outbound');
  const at = new Date();
  const read = ['15550001111', '15550002222'].map((to) =>
    statusUpdate(number, { messageId, status: 'read', at, to }),
  );
  const message = textMessage(number, { at });
  const edited = textMessage(number, { at, id: String(message.item.id), text: 'Hello again' });
  edited.item.type = 'edit';
  for (const update of [...read, message, edited, ...read, edited])
    await all200([shop.receive(batch([update]))]);
  await arrived(world, orders, 4);
});

describe.each([
  ['months ago', '1751328000'],
  ['before there was WhatsApp', '86400'],
  ['in ten days', String(Math.floor(Date.now() / 1000) + 10 * 86_400)],
  ['in the far future', '99999999999'],
  ['beyond every calendar', '9e300'],
  ['no number', 'yesterday'],
  ['below zero', '-5'],
  ['empty', ''],
  ['missing', undefined],
])('a timestamp of Meta’s that is %s', (_what, timestamp) => {
  it('changes nothing: every item arrives once, also when it comes again', async () => {
    const message = textMessage(number);
    const status = statusUpdate(number);
    for (const { item } of [message, status]) item.timestamp = timestamp;
    const bytes = serialize(batch([message, status]));
    await all200([shop.receive(bytes), shop.receive(bytes)]);
    await all200([shop.receive(batch([status])), shop.receive(batch([message]), { spacing: 'spaced' })]);
    await settled(world);
    expect(itemsAt(world, orders)).toHaveLength(2);
  });
});

it('knows items without an id or a time of their own by what they say', async () => {
  const one = itemUpdate(number, {
    field: 'smb_app_state_sync',
    list: 'state_sync',
    item: { type: 'contact', action: 'add' },
  });
  const other = itemUpdate(number, {
    field: 'smb_app_state_sync',
    list: 'state_sync',
    item: { type: 'contact', action: 'remove' },
  });
  for (const update of [one, other, one, other]) await all200([shop.receive(batch([update]))]);
  await arrived(world, orders, 2);
});

it('still knows items when house was kept and days have gone by', async () => {
  const now = Math.floor(Date.now() / 1000);
  const updates = [-7, 0, 3, 9].map((days) =>
    textMessage(number, { at: new Date((now + days * 86_400) * 1000) }),
  );
  await all200([shop.receive(batch(updates))]);
  await arrived(world, orders, 1);
  for (let day = 0; day < 8; day += 4) {
    world.clock.advance(4 * DAY);
    await world.stopWorker();
    await world.startWorker();
    await all200([
      shop.receive(batch([...updates].reverse())),
      ...updates.map((update) => shop.receive(batch([update]))),
    ]);
    await settled(world);
  }
  await arrived(world, orders, 1);
});
