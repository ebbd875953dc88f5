import { createHash } from 'node:crypto';
import {
  accountReview,
  batch,
  type BusinessNumber,
  keysOf,
  numberQuality,
  serialize,
  type SerializeOptions,
  statusUpdate,
  textMessage,
  type Update,
  updateKey,
} from '../apps/simulator/src/index.ts';
import { arrived, itemsAt, platformApp, settled } from './world/arrivals.ts';
import { createWorld, eventually, MINUTE, type Tenant, type World } from './world/world.ts';

const MANY = 1_000;

let world: World;
let shared: Awaited<ReturnType<typeof platformApp>>;
let shop: Tenant;
let bank: Tenant;
let shopNumber: BusinessNumber;
let bankNumber: BusinessNumber;
let orders: Awaited<ReturnType<Tenant['project']>>;
let desk: Awaited<ReturnType<Tenant['project']>>;

beforeAll(async () => {
  world = await createWorld();
  shared = await platformApp(world);
  [shop, bank] = await Promise.all([world.tenant('shop'), world.tenant('bank')]);
  [shopNumber, bankNumber] = await Promise.all([shared.number(shop), shared.number(bank)]);
  [orders, desk] = await Promise.all([shop.project('orders'), bank.project('desk')]);
  await Promise.all([shop.map(shopNumber, orders), bank.map(bankNumber, desk)]);
});
afterAll(() => world?.stop());

beforeEach(async () => {
  await settled(world);
  for (const { name } of [orders, desk]) world.destinations.clear(name);
});

const post = (updates: Update[], options: { itemsPerChange?: number } & SerializeOptions = {}) =>
  postBytes(serialize(batch(updates, options), options));
async function postBytes(bytes: Buffer): Promise<Buffer> {
  expect((await world.post(bytes, { appId: shared.id, secret: shared.secret })).status).toBe(200);
  return bytes;
}
const keys = (updates: Update[]) => updates.map(updateKey).sort();
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Every trace that a tenant's business would leave in a body. */
const traces = ({ businessId, phoneNumberId, phoneNumber }: BusinessNumber, secret: string) => [
  businessId,
  phoneNumberId,
  phoneNumber,
  secret,
];

describe('one POST with numbers of two tenants', () => {
  it('gives each project the items of its own number, and not a trace of the other', async () => {
    const from = (name: string) => ({
      phone: name === 'shop' ? '15550001111' : '15550002222',
      name: `customer of ${name}`,
    });
    const of = (number: BusinessNumber, name: string) => [
      textMessage(number, { text: `order for ${name}`, from: from(name) }),
      statusUpdate(number, { to: from(name), callbackData: `callback of ${name}` }),
      textMessage(number, { text: `again for ${name}`, from: from(name) }),
    ];
    const [shops, banks] = [of(shopNumber, 'shop'), of(bankNumber, 'bank')];
    await post([shops[0]!, banks[0]!, shops[1]!, banks[1]!, shops[2]!, banks[2]!]);
    const [toShop] = await arrived(world, orders, 1);
    const [toBank] = await arrived(world, desk, 1);
    expect(keysOf(toShop!.body).sort()).toEqual(keys(shops));
    expect(keysOf(toBank!.body).sort()).toEqual(keys(banks));
    for (const trace of [...traces(bankNumber, 'bank'), '15550002222'])
      expect(toShop!.body.toString()).not.toContain(trace);
    for (const trace of [...traces(shopNumber, 'shop'), '15550001111'])
      expect(toBank!.body.toString()).not.toContain(trace);
    // What is left is what was sent: the same values under the same keys.
    expect(JSON.parse(toShop!.body.toString())).toEqual(JSON.parse(serialize(batch(shops)).toString()));
  });

  it('keeps them apart however often they take turns, entry by entry and change by change', async () => {
    const [a, b] = [textMessage(shopNumber), textMessage(bankNumber)];
    const more = [textMessage(shopNumber), textMessage(bankNumber)];
    const envelope = batch([a, b, ...more], { itemsPerChange: 1 });
    await postBytes(serialize({ ...envelope, entry: [...envelope.entry, ...batch([a, b]).entry].reverse() }));
    await settled(world);
    expect(itemsAt(world, orders).sort()).toEqual(keys([a, more[0]!]));
    expect(itemsAt(world, desk).sort()).toEqual(keys([b, more[1]!]));
  });

  it('shows each tenant its own event, with the body that its project got', async () => {
    const [a, b] = [textMessage(shopNumber), textMessage(bankNumber)];
    await post([a, b]);
    await arrived(world, orders, 1);
    for (const [tenant, mine, other] of [
      [shop, a, bankNumber],
      [bank, b, shopNumber],
    ] as const) {
      const { data } = (
        await tenant.client.get(`/api/v1/events?messageId=${encodeURIComponent(String(mine.item.id))}`)
      ).body;
      expect(data).toHaveLength(1);
      const event = (await tenant.client.get(`/api/v1/events/${data[0].id}`)).body;
      expect(keysOf(event.payload)).toEqual([updateKey(mine)]);
      expect(JSON.stringify(event)).not.toContain(other.phoneNumberId);
    }
  });
});

describe('several items of one number', () => {
  it.each([
    ['two messages in one change', () => batch([textMessage(shopNumber), textMessage(shopNumber)])],
    ['two changes', () => batch([textMessage(shopNumber), textMessage(shopNumber)], { itemsPerChange: 1 })],
    [
      'messages and statuses',
      () => batch([textMessage(shopNumber), statusUpdate(shopNumber), textMessage(shopNumber)]),
    ],
    [
      'two entries of one account',
      () => {
        const [one, two] = [batch([textMessage(shopNumber)]), batch([textMessage(shopNumber)])];
        return { ...one, entry: [...one.entry, ...two.entry] };
      },
    ],
  ])('arrive as they came: %s', async (_what, envelope) => {
    const bytes = await postBytes(serialize(envelope()));
    const [request] = await arrived(world, orders, 1);
    expect(request!.sha256).toBe(sha256(bytes));
    expect(keysOf(request!.body)).toHaveLength(keysOf(bytes).length);
  });

  it('arrive as they came when there are a thousand', async () => {
    const bytes = await post(
      Array.from({ length: MANY }, (_, n) => textMessage(shopNumber, { text: `No. ${n}` })),
    );
    const [request] = await arrived(world, orders, 1);
    expect(request!.sha256).toBe(sha256(bytes));
    expect(new Set(keysOf(request!.body)).size).toBe(MANY);
  });

  it('all arrive when there are a thousand of two tenants, half of them seen before', async () => {
    const of = (number: BusinessNumber) => Array.from({ length: MANY / 2 }, () => textMessage(number));
    const [shops, banks] = [of(shopNumber), of(bankNumber)];
    const mixed = shops.flatMap((update, n) => [update, banks[n]!]);
    await post(mixed.filter((_, n) => n % 4 < 2));
    await post(mixed);
    await settled(world);
    expect(itemsAt(world, orders).sort()).toEqual(keys(shops));
    expect(itemsAt(world, desk).sort()).toEqual(keys(banks));
  });
});

it.each<SerializeOptions>([
  { spacing: 'odd' },
  { spacing: 'spaced', slashes: true },
  { escape: 'none' },
  { escape: 'none', spacing: 'odd', slashes: true },
  {},
])('a body arrives with the same SHA-256 however it is written: %j', async (options) => {
  const from = { phone: '15550001111', name: 'Zoë 👩‍👩‍👧 </b>' };
  const bytes = await post([textMessage(shopNumber, { text: '"Grüße"/✓\u2028\\ 𝄞 \t', from })], options);
  const [request] = await arrived(world, orders, 1);
  expect([request!.sha256, request!.headers['content-type']]).toEqual([sha256(bytes), 'application/json']);
});

it('numbers that JavaScript cannot hold arrive as they came, also in a body that is taken apart', async () => {
  const text = (number: BusinessNumber, id: string) =>
    `{"id":"${number.businessId}","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"${number.phoneNumberId}"},` +
    `"messages":[{"id":"wamid.${id}","type":"order","timestamp":"1700000000","order":{"catalog_id":98765432109876543210,"price":1.10}}]}}]}`;
  await postBytes(
    Buffer.from(
      `{"object":"whatsapp_business_account","entry":[${text(shopNumber, 'big1')},${text(bankNumber, 'big2')}]}`,
    ),
  );
  for (const project of [orders, desk]) {
    const [request] = await arrived(world, project, 1);
    expect(request!.body.toString()).toContain('98765432109876543210');
  }
});

it('a POST of which one item was seen before arrives with the new one alone, and only its contact', async () => {
  const known = textMessage(shopNumber, { from: { phone: '15550001111', name: 'Known' } });
  const fresh = textMessage(shopNumber, { from: { phone: '15550003333', name: 'Fresh' } });
  await post([known]);
  await arrived(world, orders, 1);
  world.destinations.clear(orders.name);
  await post([known, fresh], { spacing: 'odd' });
  const [request] = await arrived(world, orders, 1);
  expect(JSON.parse(request!.body.toString())).toEqual(JSON.parse(serialize(batch([fresh])).toString()));
  expect(request!.signatures).toEqual({ hub: 'valid', standard: 'valid' });
});

it('projects of one number get what they asked for: messages here, the account’s affairs there', async () => {
  const office = await shop.project('office');
  await shop.map(shopNumber, office, { fields: ['account_review_update', 'phone_number_quality_update'] });
  const [message, review, quality] = [
    textMessage(shopNumber),
    accountReview(shopNumber),
    numberQuality(shopNumber),
  ];
  await post([message, review, quality]);
  await settled(world);
  expect(itemsAt(world, orders)).toEqual(keys([message]));
  expect(itemsAt(world, office).sort()).toEqual(keys([review, quality]));
});

describe('a project that wants one item per request', () => {
  let single: Awaited<ReturnType<Tenant['project']>>;
  let number: BusinessNumber;
  let whole: Awaited<ReturnType<Tenant['project']>>;

  beforeAll(async () => {
    number = await shared.number(shop);
    [single, whole] = await Promise.all([shop.project('single', { split: 'event' }), shop.project('whole')]);
    for (const project of [single, whole]) await shop.map(number, project);
  });
  beforeEach(() => [single, whole].forEach(({ name }) => world.destinations.clear(name)));

  const items = () => [
    textMessage(number, { from: { phone: '15550001111', name: 'One' } }),
    textMessage(number, { from: { phone: '15550002222', name: 'Two' } }),
    statusUpdate(number, { to: { phone: '15550003333', name: 'Three' } }),
  ];

  it('gets each as Meta would have sent it alone, while others get the batch', async () => {
    const updates = items();
    const bytes = await post(updates, { spacing: 'odd' });
    const requests = await arrived(world, single, updates.length);
    const [batched] = await arrived(world, whole, 1);
    expect(batched!.sha256).toBe(sha256(bytes));
    const alone = updates.map((update) => JSON.parse(serialize(batch([update])).toString()));
    const got = requests.map(({ body }) => JSON.parse(body.toString()));
    expect(got).toEqual(expect.arrayContaining(alone));
    expect(new Set(requests.map(({ headers }) => headers['webhook-id'])).size).toBe(updates.length);
  });

  it('gets a lone item as it came, byte for byte', async () => {
    const bytes = await post([items()[0]!], { spacing: 'odd', slashes: true });
    const [request] = await arrived(world, single, 1);
    expect(request!.sha256).toBe(sha256(bytes));
  });

  it('gets the very same bytes when a request is made again', async () => {
    // One item seen before and one of another tenant, so that the body was taken apart to begin with.
    const [seen, ...updates] = [...items(), ...items()];
    await post([seen!]);
    await arrived(world, single, 1);
    world.destinations.clear(single.name);
    world.destinations.setMode(single.name, { mode: 'status', status: 500, first: updates.length });
    await post([seen!, textMessage(bankNumber), ...updates]);
    const firsts = await arrived(world, single, updates.length);
    world.clock.advance(MINUTE);
    const all = await eventually(
      () => world.destinations.requests(single.name),
      (requests) => requests.length === 2 * updates.length,
    );
    const byId = (requests: typeof all) =>
      requests.map(({ headers, sha256: sum }) => [headers['webhook-id'], sum].join()).sort();
    expect(byId(all.slice(updates.length))).toEqual(byId(firsts));
    expect(new Set(firsts.map((request) => request.sha256)).size).toBe(updates.length);
  });

  it('gets every one of three hundred', async () => {
    const updates = Array.from({ length: 300 }, () => textMessage(number));
    await post(updates);
    await arrived(world, single, updates.length);
    expect(itemsAt(world, single).sort()).toEqual(keys(updates));
  });
});
