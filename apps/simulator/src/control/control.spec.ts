import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import { startSimulator, type Simulator } from '../simulator.ts';
import { startDestinations, type StartedDestinations } from '../destinations/start.ts';
import { keysOf } from '../webhooks/envelope.ts';

const app = {
  id: '700',
  secret: 'app-secret',
  verifyToken: 'token',
  numbers: [
    { businessId: '100', phoneNumberId: '200', phoneNumber: '12025550101' },
    { businessId: '101', phoneNumberId: '201', phoneNumber: '12025550102' },
  ],
};
let hub: StartedDestinations;
let simulator: Simulator;

beforeEach(async () => {
  hub = await startDestinations({ secrets: { '700': app.secret } });
  simulator = await startSimulator({
    port: 0,
    target: `${hub.url}/destinations`,
    apps: [app],
    timeScale: 0.001,
  });
});
afterEach(async () => {
  await simulator.close();
  await hub.close();
});

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${simulator.url}${path}`, {
    method,
    body: text,
    headers,
    redirect: 'manual',
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}
const valuesReceived = () =>
  hub
    .requests('700')
    .flatMap(({ body }) => JSON.parse(body.toString()).entry)
    .flatMap(({ changes }) => changes);

describe('posting webhooks on request', () => {
  it('posts a text to the app it knows, and reports', async () => {
    const { status, body } = await call('POST', '/control/webhooks', {
      text: 'Grüße',
      from: '+1 202 555 0143',
    });
    expect([status, body]).toMatchObject([
      200,
      { posts: 1, updates: 1, acknowledged: 1, answers: { 200: 1 }, journal: [{ state: 'acknowledged' }] },
    ]);
    expect(hub.requests('700')).toMatchObject([{ signatures: { hub: 'valid' } }]);
    expect(valuesReceived()).toMatchObject([
      {
        value: {
          metadata: { phone_number_id: '200' },
          messages: [{ from: '12025550143', text: { body: 'Grüße' } }],
        },
      },
    ]);
  });

  it('tells of every POST what the hub answered, with its headers as they came', async () => {
    const headers = { 'x-waypost-webhook-id': '0190-a', 'server-timing': 'check;dur=0.6, commit;dur=4.1' };
    const door = createServer((_request, response) => response.writeHead(200, headers).end('{}'));
    await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening));
    try {
      const url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/`;
      await call('PUT', '/control/apps/702', { secret: 's', url });
      const { body } = await call('POST', '/control/webhooks', {
        ...{ app: '702', phoneNumberId: '209', phoneNumber: '+1 202 555 0109', businessId: '109' },
        ...{ duplicates: 1, duplicatesComing: 'apart' },
      });
      expect(body.ids).toEqual([expect.stringMatching(/^wamid\./)]);
      expect(body.sent).toHaveLength(2);
      expect(body.sent[1]).toEqual({
        ...{ at: expect.any(String), status: 200, error: null, durationMs: expect.any(Number), headers },
        ...{ bytes: body.sent[0].bytes, sha256: body.sent[0].sha256 },
      });
    } finally {
      door.close();
    }
  });

  it('builds the message of a picture and keeps its bytes', async () => {
    const image = `data:image/png;base64,${Buffer.from('abc').toString('base64')}`;
    await call('POST', '/control/webhooks', { kind: 'image', image, text: 'Look' });
    const [{ value }] = valuesReceived();
    expect(value.messages[0].image).toMatchObject({
      caption: 'Look',
      mime_type: 'image/png',
      sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
    });
    const media = await fetch(`${simulator.url}/control/media/${value.messages[0].image.id}`);
    expect([media.headers.get('content-type'), await media.text()]).toEqual(['image/png', 'abc']);
    expect((await fetch(`${simulator.url}/control/media/1`)).status).toBe(404);
  });

  it('tells a person in each of the ways Meta does, always with the same user id', async () => {
    const person = { from: '12025550143', profileName: 'Ada', username: '@ada' };
    for (const identity of ['phone', 'both', 'user', 'parent'])
      await call('POST', '/control/webhooks', { ...person, identity });
    const said = valuesReceived().map(({ value }) => value.contacts[0]);
    const profile = { name: 'Ada', username: '@ada' };
    const user_id = said[1].user_id;
    expect(said).toEqual([
      { profile: { name: 'Ada' }, wa_id: '12025550143' },
      { profile, wa_id: '12025550143', user_id },
      { profile, user_id },
      { profile, wa_id: '12025550143', user_id, parent_user_id: expect.stringMatching(/^US\.ENT\.\d+$/) },
    ]);
    expect(user_id).toMatch(/^US\.\d{20}$/);
  });

  it('tells a story of statuses backwards, losing none', async () => {
    await call('POST', '/control/webhooks', { kind: 'statuses', telling: 'reversed', messageId: 'wamid.9' });
    expect(valuesReceived().map(({ value }) => [value.statuses[0].id, value.statuses[0].status])).toEqual([
      ['wamid.9', 'read'],
      ['wamid.9', 'delivered'],
      ['wamid.9', 'sent'],
    ]);
  });

  it('packs many, of several numbers and accounts, into one POST', async () => {
    await call('POST', '/control/webhooks', { phoneNumberId: ['200', '201', '999'], count: 6, batch: 6 });
    const { body } = hub.requests('700')[0]!;
    expect(keysOf(body)).toHaveLength(6);
    expect(JSON.parse(body.toString()).entry.map(({ id }: { id: string }) => id)).toEqual(['100', '101']);
    expect(
      valuesReceived()
        .map(({ value }) => value.metadata.phone_number_id)
        .sort(),
    ).toEqual(['200', '201', '999']);
  });

  it.each([
    ['image', { messages: [{ type: 'image' }] }],
    ['status', { statuses: [{ status: 'read', id: 'wamid.1' }] }],
    ['template', { event: 'REJECTED' }],
  ])('posts a %s', async (kind, value) => {
    await call('POST', '/control/webhooks', {
      kind,
      status: 'read',
      messageId: 'wamid.1',
      event: 'REJECTED',
    });
    expect(valuesReceived()).toMatchObject([{ value }]);
  });

  it('makes disorder', async () => {
    const { body } = await call('POST', '/control/webhooks', {
      ...{ count: 4, batch: 2, duplicates: 1, repack: true, shuffle: true, seed: 3, rate: 1000 },
      ...{ escape: 'none', slashes: true, spacing: 'odd', duplicatesComing: 'apart' },
    });
    const received = hub.requests('700').map((request) => keysOf(request.body));
    expect(body.posts).toBe(received.length);
    expect(received.flat()).toHaveLength(12);
    expect(new Set(received.flat()).size).toBe(4);
  });

  it('posts a payload or the bytes of a body as they are, signed', async () => {
    await call('POST', '/control/webhooks', { payload: { object: 'page', entry: [] } });
    await call('POST', '/control/webhooks', { raw: '{"broken' });
    expect(hub.requests('700').map(({ body, signatures }) => [body.toString(), signatures.hub])).toEqual([
      ['{"object":"page","entry":[]}', 'valid'],
      ['{"broken', 'valid'],
    ]);
  });

  it('answers after the first attempt and retries behind it', async () => {
    hub.setMode('700', { mode: 'status', status: 503, first: 2 });
    const { body } = await call('POST', '/control/webhooks', { text: 'x' });
    expect(body).toMatchObject({ acknowledged: 0, answers: { 503: 1 } });
    await hub.waitFor('700', (requests) => requests.length === 3);
    while (simulator.poster.journal.summary().open > 0) await new Promise(setImmediate);
    expect((await call('GET', '/control/journal?limit=1')).body).toMatchObject({
      summary: { posts: 1, attempts: 3, acknowledged: 1 },
      data: [{ attempts: [{ status: 503 }, { status: 503 }, { status: 200 }] }],
    });
  });

  it.each([
    ['{"text"', 400, 'is not valid JSON'],
    ['[]', 400, 'must be a JSON object'],
    [{ txt: 'x' }, 400, 'Unknown key "txt"'],
    [{ kind: 'smoke' }, 400, '"kind" must be one of: text'],
    [{ count: 0 }, 400, '"count" must be a number from 1'],
    [{ count: 1.5 }, 400, '"count" must be a whole number'],
    [{ from: 'Ada' }, 400, '"from" must be a phone number'],
    [{ app: 'none' }, 400, 'There is no app none'],
    [{ shuffle: 'yes' }, 400, '"shuffle" must be true or false'],
    [{ at: 'yesterday' }, 400, '"at" must be an instant'],
    [{ identity: 'mask' }, 400, '"identity" must be one of: phone'],
    [{ latitude: 91 }, 400, '"latitude" must be a number from -90'],
    [{ image: 'abc' }, 400, '"image" must be a data URL'],
    [{ loss: 2 }, 400, '"loss" must be a number from 0'],
    [{ phoneNumberId: 12345678901234567890 }, 400, 'Write "phoneNumberId" in quotes'],
  ])('refuses %j in plain words', async (body, status, sentence) => {
    const answer = await call('POST', '/control/webhooks', body);
    expect(answer).toEqual({ status, body: { error: expect.stringContaining(sentence) } });
    expect(hub.requests('700')).toEqual([]);
  });
});

describe('the control surface', () => {
  it('lists apps without their secrets, and takes new ones', async () => {
    const put = await call('PUT', '/control/apps/701', {
      ...{
        secret: 's2',
        verifyToken: 'v2',
        businessId: '102',
        phoneNumberId: '202',
        phoneNumber: '+1 202-555-0103',
      },
    });
    const expected = [{ businessId: '102', phoneNumberId: '202', phoneNumber: '12025550103' }];
    expect(put.body).toEqual({ id: '701', url: `${hub.url}/destinations/701`, numbers: expected });
    const { body } = await call('GET', '/control/apps');
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual(['700', '701']);
    expect(JSON.stringify(body)).not.toContain('app-secret');
    await call('POST', '/control/webhooks', { phoneNumberId: '202' });
    expect(hub.requests('701')).toHaveLength(1);
  });

  it('keeps the numbers and the URL of an app that is put again', async () => {
    const more = { businessId: '100', phoneNumberId: '203', phoneNumber: '12025550104' };
    const { body } = await call('PUT', '/control/apps/700', { secret: app.secret, numbers: [more] });
    expect(body.numbers).toEqual([...app.numbers, more]);
    const renamed = { ...more, phoneNumber: '12025550105' };
    expect((await call('PUT', '/control/apps/700', { secret: 'new', ...renamed })).body.numbers).toEqual([
      ...app.numbers,
      renamed,
    ]);
    await call('POST', '/control/webhooks', { phoneNumberId: '203' });
    expect(hub.requests('700')).toMatchObject([{ signatures: { hub: 'invalid' } }]);
  });

  it('asks the URL of an app that it does not know when the token is at hand', async () => {
    await call('POST', '/control/verify', { app: '999', verifyToken: 'theirs' });
    expect(hub.requests('999')[0]?.path).toContain('hub.verify_token=theirs');
    expect((await call('POST', '/control/verify', { app: '999' })).status).toBe(400);
  });

  it('runs the verification of the callback URL', async () => {
    const { body } = await call('POST', '/control/verify', { app: '700' });
    expect(body).toMatchObject({ ok: false, status: 200, reason: expect.stringContaining('challenge') });
    expect(hub.requests('700')[0]?.path).toContain('hub.verify_token=token');
  });

  it('sets, shows and clears destinations', async () => {
    const path = '/control/destinations/orders';
    const put = await call('PUT', path, { mode: 'status', status: 418, secret: 'whsec_AAAA' });
    expect(put.body).toMatchObject({
      name: 'orders',
      mode: { mode: 'status', status: 418 },
      hasSecret: true,
    });
    expect((await call('POST', '/destinations/orders', { a: 1 })).status).toBe(418);
    expect((await call('GET', `${path}/requests?limit=1`)).body).toMatchObject({
      counts: { received: 1 },
      data: [{ nth: 1, body: '{"a":1}', signatures: { hub: 'missing', standard: 'missing' } }],
    });
    expect((await call('GET', '/control/destinations')).body.data).toHaveLength(1);
    await call('DELETE', `${path}/requests`);
    expect((await call('GET', `${path}/requests`)).body).toMatchObject({ counts: { received: 1 }, data: [] });
  });

  it.each([
    ['GET', '/health', 200],
    ['GET', '/nowhere', 404],
    ['GET', '/control/nowhere', 404],
    ['DELETE', '/control/apps', 405],
    ['GET', '/control/destinations/..%2Fx', 400],
    ['GET', '/control/destinations/%zz', 400],
    ['GET', '/control/journal?limit=many', 400],
  ])('%s %s is %d', async (method, path, status) => {
    expect((await call(method, path)).status).toBe(status);
  });

  it('does not sign for the page of another site', async () => {
    const { status } = await call('POST', '/control/webhooks', {}, { 'sec-fetch-site': 'cross-site' });
    expect([status, hub.requests('700')]).toEqual([403, []]);
  });
});

describe('the page', () => {
  const read = async (path = '/') => (await fetch(`${simulator.url}${path}`)).text();

  it('shows destinations and escapes what they received', async () => {
    await fetch(`${simulator.url}/destinations/orders`, {
      method: 'POST',
      body: '<script>alert(1)</script>',
    });
    const text = await read(`/?notice=${encodeURIComponent('<b>x</b>')}`);
    expect(text).toContain('/destinations/orders');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toMatch(/<script|<b>/);
  });

  it('posts a text by its form and says how it went', async () => {
    const response = await fetch(`${simulator.url}/`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ phoneNumberId: '201', from: '12025550143', text: 'Hi' }),
    });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/?notice=${encodeURIComponent('Posted. The hub answered: 200.')}#posted`,
    ]);
    expect(valuesReceived()).toMatchObject([{ value: { metadata: { phone_number_id: '201' } } }]);
  });

  const submit = async (form: Record<string, string>) => {
    const body = new URLSearchParams(form);
    const response = await fetch(`${simulator.url}/`, { method: 'POST', redirect: 'manual', body });
    return decodeURIComponent(response.headers.get('location') ?? '');
  };

  it('lets a person choose how a destination answers, and forget what it received', async () => {
    await fetch(`${simulator.url}/destinations/orders`, { method: 'POST', body: '{}' });
    expect(await submit({ act: 'mode', name: 'orders', preset: 'answers 500' })).toBe(
      '/?notice=orders answers 500 from now on.#destinations',
    );
    expect(simulator.destinations.view('orders').mode).toEqual({ mode: 'status', status: 500 });
    expect(await read()).toContain('<option selected>answers 500</option>');
    await submit({ act: 'clear', name: 'orders' });
    expect(simulator.destinations.requests('orders')).toEqual([]);
  });

  it.each([
    [{ act: 'mode', name: 'orders', preset: 'answers 500' }, 'There is no destination "orders".'],
    [{ act: 'toString' }, 'The page has no such form.'],
    [{ act: 'post', text: 'x', times: '9' }, 'It can be sent 1 to 5 times.'],
    [{ act: 'post', kind: 'smoke' }, '"kind" must be one of'],
  ])('says why %j was not done', async (form, sentence) => {
    expect(await submit(form)).toContain(`Not done. ${sentence}`);
  });

  it('says whether a signature was right', async () => {
    simulator.destinations.setSecret('orders', 'the-secret');
    const headers = { 'x-hub-signature-256': 'sha256=00' };
    await fetch(`${simulator.url}/destinations/orders`, { method: 'POST', body: '{}', headers });
    expect(await read()).toContain('<span class="bad">wrong</span>');
  });
});

describe('the mailbox', () => {
  it('takes mails where it has a port, shows them and empties', async () => {
    expect((await call('GET', '/control/mails')).body).toEqual({ port: null, data: [] });
    const taking = await startSimulator({ port: 0, mailPort: 0, target: hub.url });
    try {
      const port = taking.mailPort ?? 0;
      const mail = {
        from: 'hub@waypost.test',
        to: 'ada@waypost.test',
        subject: '<b>Late</b>',
        text: 'Since noon',
      };
      await createTransport({ host: '127.0.0.1', port }).sendMail(mail);
      expect(await (await fetch(`${taking.url}/control/mails`)).json()).toMatchObject({
        data: [{ to: ['ada@waypost.test'], subject: '<b>Late</b>', text: 'Since noon' }],
      });
      const page = await (await fetch(taking.url)).text();
      expect(page).toContain('&lt;b&gt;Late&lt;/b&gt;');
      const html = '<html><head></head><body onload="alert(1)"><p>Since noon</p></body></html>';
      await createTransport({ host: '127.0.0.1', port }).sendMail({ ...mail, html });
      const framed = await (await fetch(taking.url)).text();
      expect(framed).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
      expect(framed).toContain(
        'srcdoc="&lt;html&gt;&lt;head&gt;&lt;base target=&quot;_blank&quot;&gt;&lt;/head&gt;&lt;body onload=&quot;alert(1)&quot;&gt;',
      );
      const emptied = await fetch(`${taking.url}/control/mails`, { method: 'DELETE' });
      expect(await emptied.json()).toEqual({ port, data: [] });
    } finally {
      await taking.close();
    }
  });
});
