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
      `/?notice=${encodeURIComponent('Posted. The hub answered: 200.')}`,
    ]);
    expect(valuesReceived()).toMatchObject([{ value: { metadata: { phone_number_id: '201' } } }]);
  });
});
