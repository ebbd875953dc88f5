import { createHash } from 'node:crypto';
import {
  accountReview,
  batch,
  echoMessage,
  numericId,
  preferenceUpdate,
  serialize,
  sign,
  statusUpdate,
  textMessage,
  type Update,
} from '../apps/simulator/src/index.ts';
import { arrived, itemsAt, keptAside, settled } from './world/arrivals.ts';
import { ok } from './world/client.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

const doors = ['/webhooks/meta', '/webhook', '/api/webhook', '/meta/webhook', '/webhook/meta'];
const MAX_BODY = 3 * 1024 * 1024;

let world: World;
let shop: Tenant;
let rival: Tenant;
let shopNumber: Awaited<ReturnType<Tenant['number']>>;
let orders: Awaited<ReturnType<Tenant['project']>>;

beforeAll(async () => {
  world = await createWorld();
  [shop, rival] = await Promise.all([world.tenant('shop'), world.tenant('rival')]);
  shopNumber = await shop.number();
  orders = await shop.project('orders');
  await shop.map(shopNumber, orders, { fields: ['*'] });
});
afterAll(() => world?.stop());

beforeEach(async () => {
  await settled(world);
  world.destinations.clear(orders.name);
});

const stored = async () => Number((await world.sql('SELECT count(*) FROM webhook_event'))[0].count);

/** Makes an app of the shop's, as told. */
async function anotherApp(body: Record<string, unknown>) {
  const id = numericId();
  const { businessId } = shop;
  await ok(
    shop.client.post('/api/v1/apps', { id, businessId, name: 'Other', verifyToken: `verify-${id}`, ...body }),
  );
  return { id, verifyToken: `verify-${id}` };
}

describe('the verification GET', () => {
  const ask = (path: string, query: Record<string, string>) =>
    world.stranger.get(
      `${path}?${new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', ...query })}`,
    );

  it('echoes the challenge as plain text to whoever knows the verify token, at every door', async () => {
    for (const path of [...doors, `/webhooks/meta/${shop.app.id}`]) {
      const answer = await ask(path, {
        'hub.verify_token': shop.app.verifyToken,
        'hub.challenge': '<b>1158</b>',
      });
      expect([path, answer.status, answer.body]).toEqual([path, 200, '<b>1158</b>']);
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    }
  });

  it('refuses everything else with 403, and does not echo', async () => {
    const own = `/webhooks/meta/${shop.app.id}`;
    const token = { 'hub.verify_token': shop.app.verifyToken };
    const sleeping = await anotherApp({ appSecret: 'asleep' });
    await ok(shop.client.patch(`/api/v1/apps/${sleeping.id}`, { active: false }));
    const refused: [string, Record<string, string>][] = [
      ['/webhooks/meta', { 'hub.verify_token': 'wrong' }],
      ['/webhooks/meta', { 'hub.verify_token': '' }],
      ['/webhooks/meta', {}],
      ['/webhooks/meta', { ...token, 'hub.mode': 'unsubscribe' }],
      ['/webhooks/meta', { ...token, 'hub.mode': '' }],
      [own, { 'hub.verify_token': rival.app.verifyToken }],
      [own, { 'hub.verify_token': `${shop.app.verifyToken} ` }],
      [`/webhooks/meta/${numericId()}`, token],
      ['/webhooks/meta/not-an-id', token],
      ['/webhooks/meta', { 'hub.verify_token': sleeping.verifyToken }],
    ];
    for (const [path, query] of refused) {
      const answer = await ask(path, query);
      expect([path, query, answer.status, answer.body.code]).toEqual([path, query, 403, 'bad_verify_token']);
      expect(JSON.stringify(answer.body)).not.toContain('1158201444');
    }
  });

  it('answers parameters that are given twice without falling over', async () => {
    const { verifyToken } = shop.app;
    const twice = await world.stranger.get(
      `/webhooks/meta?hub.mode=subscribe&hub.challenge=1&hub.challenge=2&hub.verify_token=${verifyToken}`,
    );
    expect(twice.status).toBeLessThan(500);
    const tokens = await world.stranger.get(
      `/webhooks/meta?hub.mode=subscribe&hub.challenge=1&hub.verify_token=${verifyToken}&hub.verify_token=x`,
    );
    expect(tokens.status).toBe(403);
  });
});

describe('a POST whose signature is not right', () => {
  it('is answered 401, and nothing of it is stored', async () => {
    const bytes = serialize(batch([textMessage(shopNumber)]));
    const right = sign(bytes, shop.app.secret);
    const bare = await anotherApp({});
    const sleeping = await anotherApp({ appSecret: 'asleep' });
    await ok(shop.client.patch(`/api/v1/apps/${sleeping.id}`, { active: false }));
    const before = await stored();

    const attempts: [string, { appId?: string; signature?: string; secret?: string; path?: string }][] = [
      ['a wrong secret', { appId: shop.app.id, secret: 'guessed' }],
      ['a wrong secret at the common door', { secret: 'guessed' }],
      ['a wrong secret at an older door', { secret: 'guessed', path: '/webhook' }],
      ["another app's secret", { appId: shop.app.id, secret: rival.app.secret }],
      ["the right secret at another app's address", { appId: rival.app.id, secret: shop.app.secret }],
      ['an app nobody knows', { appId: numericId(), secret: shop.app.secret }],
      ['an address that is no app', { appId: "1'%20OR%20true", secret: shop.app.secret }],
      ['an empty signature', { appId: shop.app.id, signature: '' }],
      ['a digest cut short', { appId: shop.app.id, signature: right.slice(0, -2) }],
      ['a digest that goes on', { appId: shop.app.id, signature: `${right}00` }],
      ['the digest alone', { appId: shop.app.id, signature: right.slice('sha256='.length) }],
      ['another algorithm', { appId: shop.app.id, signature: right.replace('sha256', 'sha1') }],
      ['a digest of something else', { appId: shop.app.id, signature: sign('{}', shop.app.secret) }],
      [
        'one bit off',
        { appId: shop.app.id, signature: right.slice(0, -1) + (right.endsWith('0') ? '1' : '0') },
      ],
      ['an app that has no secret', { appId: bare.id, secret: '' }],
      ['an app that is not active', { appId: sleeping.id, secret: 'asleep' }],
      ['an app that is not active, at the common door', { secret: 'asleep' }],
    ];
    for (const [what, options] of attempts) {
      const answer = await world.post(bytes, options);
      const { code } = (await answer.json()) as { code: string };
      expect([what, answer.status, code]).toEqual([what, 401, 'bad_signature']);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
    const unsigned = await world.stranger.call('POST', `/webhooks/meta/${shop.app.id}`, bytes.toString());
    expect(unsigned.status).toBe(401);
    const changed = Buffer.concat([bytes, Buffer.from(' ')]);
    expect((await world.post(changed, { appId: shop.app.id, signature: right })).status).toBe(401);

    expect(await stored()).toBe(before);
    await settled(world);
    expect(world.destinations.requests(orders.name)).toEqual([]);
    expect((await world.post(bytes, { appId: shop.app.id, signature: right })).status).toBe(200);
    await arrived(world, orders, 1);
  });

  it('is taken again as soon as the app has its secret, and not with the old one', async () => {
    const app = await anotherApp({});
    const message = () => serialize(batch([textMessage(shopNumber)]));
    const patch = (change: object) => ok(shop.client.patch(`/api/v1/apps/${app.id}`, change));
    expect((await world.post(message(), { appId: app.id, secret: 'first' })).status).toBe(401);
    await patch({ appSecret: 'first' });
    const status = (secret: string) =>
      world.post(message(), { appId: app.id, secret }).then((answer) => answer.status);
    await eventually(
      () => status('first'),
      (seen) => seen === 200,
    );
    await patch({ appSecret: 'second' });
    await eventually(
      () => status('first'),
      (seen) => seen === 401,
    );
    expect(await status('second')).toBe(200);
    await patch({ active: false });
    await eventually(
      () => status('second'),
      (seen) => seen === 401,
    );
  });
});

describe('the size of a body', () => {
  /** A message whose POST has exactly so many bytes. */
  const ofSize = (bytes: number): Buffer => {
    const message = (text: string) => textMessage(shopNumber, { text, id: 'wamid.size', at: new Date(0) });
    const empty = serialize(batch([message('')])).length;
    return serialize(batch([message('x'.repeat(bytes - empty))]));
  };

  it('may be the 3 MB that Meta sends at most, and every byte arrives', async () => {
    const bytes = ofSize(MAX_BODY);
    expect(bytes).toHaveLength(MAX_BODY);
    expect((await shop.receive(bytes)).status).toBe(200);
    const [request] = await arrived(world, orders, 1);
    expect(request!.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('larger than that is answered 413, and nothing is stored', async () => {
    const before = await stored();
    const bytes = ofSize(MAX_BODY + 1);
    const answer = await shop.receive(bytes);
    expect(answer.status).toBe(413);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({
      status: 413,
      code: 'body_too_large',
      requestId: expect.any(String),
    });

    // Without a Content-Length nobody knows beforehand.
    const streamed = await fetch(`${world.url}/webhooks/meta/${shop.app.id}`, {
      method: 'POST',
      headers: { 'x-hub-signature-256': sign(bytes, shop.app.secret) },
      body: new Blob([new Uint8Array(bytes)]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
    expect(await stored()).toBe(before);
  });
});

describe('a body with a right signature that is no webhook of Meta’s', () => {
  it.each([
    ['not_json', '{"object":"whatsapp_business_account","entry":['],
    ['not_json', ''],
    ['not_json', '\u0000\u0001'],
    ['not_meta', 'null'],
    ['not_meta', '[]'],
    ['not_meta', '{}'],
    ['not_meta', '{"object":"whatsapp_business_account","entry":[]}'],
    ['not_meta', '{"entry":{"0":{"id":"1"}}}'],
    ['not_meta', '{"entry":[null]}'],
    ['not_meta', '{"entry":[{"id":"10001"}]}'],
    ['not_meta', '{"entry":[{"id":"10001","changes":[{"value":{}}]}]}'],
    ['not_meta', '{"entry":[{"id":"10001","changes":[{"field":"messages","value":"text"}]}]}'],
  ])('is answered 200 and kept aside as %s: %j', async (reason, body) => {
    const known = await keptAside(world, shop.app.id);
    const answer = await shop.receive(Buffer.from(body));
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'received', message_id: null }]);
    const [entry] = await eventually(
      () => keptAside(world, shop.app.id),
      (seen) => seen.length === known.length + 1,
    );
    expect(entry).toMatchObject({ reason, size: Buffer.byteLength(body), appId: shop.app.id });
    const detail = await ok(world.root.get(`/api/v1/system/quarantine/${entry!.id}`));
    expect(detail).toEqual({ ...entry, body });
  });

  it('can be released, is tried again, and is kept aside again while nothing has changed', async () => {
    await shop.receive(Buffer.from('{"not":"Meta"}'));
    const [entry] = await eventually(
      () => keptAside(world, shop.app.id),
      ([newest]) => newest?.size === 14,
    );
    const released = await world.root.post(`/api/v1/system/quarantine/${entry!.id}/release`);
    expect([released.status, released.body.releasedAt]).toEqual([202, expect.any(String)]);
    const [again] = await eventually(
      () => keptAside(world, shop.app.id),
      ([newest]) => newest?.webhookId === entry!.webhookId && newest.id !== entry!.id,
    );
    expect(again).toMatchObject({ reason: 'not_meta' });
    const all = await ok(world.root.get('/api/v1/system/quarantine?released=true&limit=200'));
    expect(
      all.data.filter(({ webhookId }: { webhookId: string }) => webhookId === entry!.webhookId),
    ).toHaveLength(2);
  });

  it('is the operator’s to see, and nobody else’s', async () => {
    const [entry] = await keptAside(world, shop.app.id);
    for (const path of ['', `/${entry!.id}`]) {
      expect((await shop.admin.get(`/api/v1/system/quarantine${path}`)).status).toBe(403);
      expect((await world.stranger.get(`/api/v1/system/quarantine${path}`)).status).toBe(401);
    }
    expect((await shop.admin.post(`/api/v1/system/quarantine/${entry!.id}/release`)).status).toBe(403);
    const absent = '/api/v1/system/quarantine/01990000-0000-7000-8000-000000000000';
    expect((await world.root.get(absent)).status).toBe(404);
    expect((await world.root.post(`${absent}/release`)).status).toBe(404);
    expect((await world.root.get('/api/v1/system/quarantine/nonsense')).status).toBe(404);
  });
});

describe('a body that could break the reader', () => {
  const value = (rest: string) =>
    `{"object":"whatsapp_business_account","entry":[{"id":"${shop.businessId}","changes":[{"field":"messages","value":` +
    `{"metadata":{"phone_number_id":"${shopNumber.phoneNumberId}","display_phone_number":"1"},${rest}}}]}]}`;

  it.each([
    ['nested very deep', () => value(`"deep":${'['.repeat(200_000)}${']'.repeat(200_000)}`)],
    ['an id with U+0000', () => value('"messages":[{"id":"wamid.\\u0000","type":"text","timestamp":"1"}]')],
    [
      'an id of a megabyte',
      () => value(`"messages":[{"id":"${'x'.repeat(1 << 20)}","type":"text","timestamp":"1"}]`),
    ],
    [
      'elements that are no objects',
      () => value('"messages":[null,1,"text",[]],"contacts":[null,7],"statuses":[{}]'),
    ],
    ['lone surrogates', () => value('"messages":[{"id":"\\ud800","type":"\\udfff","timestamp":"1"}]')],
    [
      'keys of a prototype',
      () => value('"__proto__":{"messages":1},"constructor":{},"messages":[{"id":"wamid.proto"}]'),
    ],
    [
      'bytes that are no UTF-8',
      () => Buffer.concat([Buffer.from(value('"messages":[]').slice(0, -4)), Buffer.from([0xff, 0xfe])]),
    ],
  ])('is answered, kept or sent on, and holds up nobody: %s', async (_what, body) => {
    const [odd, good] = [body(), textMessage(shopNumber)];
    const answers = await Promise.all([shop.receive(Buffer.from(odd)), shop.receive(batch([good]))]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await settled(world);
    expect(itemsAt(world, orders).filter((key) => key.includes(String(good.item.id)))).toHaveLength(1);
    const sent = world.destinations
      .requests(orders.name)
      .some((request) => request.body.equals(Buffer.from(odd)));
    const [newest] = await keptAside(world, shop.app.id);
    const kept = newest?.size === Buffer.byteLength(odd);
    expect({ sent, kept }).toEqual({ sent: !kept, kept: !sent });
  });
});

describe('the answer to a POST', () => {
  const idOf = (update: Update) => ('item' in update ? update.item.id : undefined);

  it('names the first message or status, and null where there is none', async () => {
    const [message, status] = [textMessage(shopNumber), statusUpdate(shopNumber)];
    const answers: [Update[], unknown][] = [
      [[message], idOf(message)],
      [[status], idOf(status)],
      [[textMessage(shopNumber, { id: 'wamid.1st' }), textMessage(shopNumber)], 'wamid.1st'],
      [[accountReview(shopNumber), statusUpdate(shopNumber, { messageId: 'wamid.later' })], 'wamid.later'],
      [[accountReview(shopNumber)], null],
      [[preferenceUpdate(shopNumber)], null],
      [[echoMessage(shopNumber)], null],
    ];
    for (const [updates, id] of answers) {
      const answer = await shop.receive(batch(updates));
      expect([answer.status, await answer.json()]).toEqual([200, { status: 'received', message_id: id }]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    }
  });
});

describe('a POST at an address that names no app', () => {
  it('is checked with the app of its account, at every door', async () => {
    const rivalNumber = await rival.number();
    const support = await rival.project('support');
    await rival.map(rivalNumber, support);
    const message = () => serialize(batch([textMessage(shopNumber)]));
    for (const path of doors) {
      expect([path, (await world.post(message(), { path, secret: shop.app.secret })).status]).toEqual([
        path,
        200,
      ]);
      expect([path, (await world.post(message(), { path, secret: 'guessed' })).status]).toEqual([path, 401]);
    }
    await arrived(world, orders, doors.length);
    const theirs = serialize(batch([textMessage(rivalNumber)]));
    expect((await world.post(theirs, { secret: rival.app.secret })).status).toBe(200);
    await arrived(world, support, 1);
  });

  it('is checked with every active app where the account is not known', async () => {
    const message = textMessage({ ...shopNumber, businessId: numericId() });
    const bytes = serialize(batch([message]));
    expect((await world.post(bytes, { secret: shop.app.secret })).status).toBe(200);
    await arrived(world, orders, 1);
  });
});
