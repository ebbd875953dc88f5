import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asJson } from './received.ts';
import { behaviourFor, parseMode } from './modes.ts';
import { checkHubSignature, checkStandardSignature } from './signatures.ts';
import { startDestinations, type StartedDestinations } from './start.ts';

const secret = `whsec_${Buffer.from('a key of some length').toString('base64')}`;
let destinations: StartedDestinations;

beforeEach(async () => {
  destinations = await startDestinations({ secrets: { orders: secret }, keep: 3 });
});
afterEach(() => destinations.close());

const post = (name: string, body = '{}', headers: Record<string, string> = {}) =>
  fetch(destinations.endpoint(name), { method: 'POST', body, headers, redirect: 'manual' });

function signed(body: string, now = Date.now()): Record<string, string> {
  const [id, timestamp] = ['delivery-1', String(Math.floor(now / 1000))];
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return {
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
    'x-waypost-event-id': 'event-1',
    'x-waypost-attempt': '2',
  };
}

describe('a destination', () => {
  it('answers 200 and notes what it got', async () => {
    const response = await post('orders', '{"a":1}', signed('{"a":1}'));
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    expect(destinations.requests('orders')).toMatchObject([
      {
        nth: 1,
        name: 'orders',
        method: 'POST',
        path: '/destinations/orders',
        headers: { 'webhook-id': 'delivery-1', 'x-waypost-event-id': 'event-1', 'x-waypost-attempt': '2' },
        signatures: { hub: 'valid', standard: 'valid' },
        answered: 'fast',
        body: Buffer.from('{"a":1}'),
      },
    ]);
    expect(destinations.view('orders')).toEqual({
      name: 'orders',
      mode: { mode: 'fast' },
      hasSecret: true,
      counts: { received: 1, unsigned: 0, answered: { fast: 1 } },
    });
  });

  it('notices a body that was changed on the way', async () => {
    await post('orders', '{"a":2}', signed('{"a":1}'));
    expect(destinations.requests('orders')[0]?.signatures).toEqual({ hub: 'invalid', standard: 'invalid' });
    expect(destinations.view('orders').counts.unsigned).toBe(1);
  });

  it('keeps the newest requests and counts all', async () => {
    for (const body of ['1', '2', '3', '4', '5']) await post('orders', body);
    expect(destinations.requests('orders').map(({ body }) => body.toString())).toEqual(['3', '4', '5']);
    expect(destinations.requests('orders', 1).map(({ nth }) => nth)).toEqual([5]);
    destinations.clear('orders');
    expect(destinations.requests('orders')).toEqual([]);
    expect(destinations.view('orders').counts.received).toBe(5);
  });

  it('needs no announcement, but a sensible name', async () => {
    expect((await post('new-one')).status).toBe(200);
    expect((await post('..%2Fetc')).status).toBe(404);
    expect((await fetch(`${destinations.url}/destinations/`)).status).toBe(404);
  });

  it('writes its journal before it answers', async () => {
    const journalDir = mkdtempSync(join(tmpdir(), 'simulator-'));
    const journaled = await startDestinations({ journalDir });
    await fetch(journaled.endpoint('a'), { method: 'POST', body: 'é' });
    await fetch(journaled.endpoint('a'), { method: 'POST', body: Buffer.from([0xff]) });
    const lines = readFileSync(join(journalDir, 'destination-a.jsonl'), 'utf8').trim().split('\n');
    await journaled.close();
    rmSync(journalDir, { recursive: true });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { nth: 1, body: 'é', encoding: 'utf8', signatures: { hub: 'missing' } },
      { nth: 2, body: '/w==', encoding: 'base64' },
    ]);
  });

  it('lets a test wait for what has to come', async () => {
    const three = destinations.waitFor('orders', (requests) => requests.length === 3);
    for (const body of ['1', '2', '3']) await post('orders', body);
    expect(await three).toHaveLength(3);
    await expect(destinations.waitFor('orders', () => false, 20)).rejects.toThrow(
      'has 3 request(s) after 20 ms',
    );
  });

  it('cuts a large body in JSON only', async () => {
    await post('orders', 'x'.repeat(100));
    expect(asJson(destinations.requests('orders')[0]!, 10)).toMatchObject({
      bytes: 100,
      truncated: true,
      body: 'x'.repeat(10),
    });
  });
});

describe('modes', () => {
  it('answers a status with Retry-After in seconds or as a date', async () => {
    destinations.setMode('orders', { mode: 'status', status: 429, retryAfter: 7 });
    const inSeconds = await post('orders');
    expect([inSeconds.status, inSeconds.headers.get('retry-after')]).toEqual([429, '7']);
    destinations.setMode('orders', { mode: 'status', status: 503, retryAfterDate: 60 });
    const date = (await post('orders')).headers.get('retry-after');
    expect(date).toMatch(/GMT$/);
    expect(Date.parse(date!) - Date.now()).toBeGreaterThan(55_000);
  });

  it('answers without a body where the status allows none', async () => {
    destinations.setMode('orders', { mode: 'status', status: 204 });
    const response = await post('orders');
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it('is slow', async () => {
    destinations.setMode('orders', { mode: 'slow', ms: 60 });
    const begin = performance.now();
    await post('orders');
    expect(performance.now() - begin).toBeGreaterThan(55);
  });

  it.each([{ mode: 'reset' }, { mode: 'drop', bytes: 3 }] as const)(
    'breaks the connection: %j',
    async (mode) => {
      destinations.setMode('orders', mode);
      await expect(post('orders').then((response) => response.text())).rejects.toThrow();
      expect(destinations.requests('orders')).toMatchObject([{ answered: mode.mode }]);
    },
  );

  it('hangs', async () => {
    destinations.setMode('orders', { mode: 'hang' });
    const signal = AbortSignal.timeout(50);
    await expect(fetch(destinations.endpoint('orders'), { signal })).rejects.toThrow('timeout');
  });

  it('redirects', async () => {
    destinations.setMode('orders', { mode: 'redirect', location: '/elsewhere', status: 307 });
    const response = await post('orders');
    expect([response.status, response.headers.get('location')]).toEqual([307, '/elsewhere']);
  });

  it('answers with as large a body as wanted', async () => {
    destinations.setMode('orders', { mode: 'huge', bytes: 3_000_001 });
    expect((await (await post('orders')).arrayBuffer()).byteLength).toBe(3_000_001);
  });

  it('behaves for the first requests only, counted since the mode was set', async () => {
    await post('orders');
    destinations.setMode('orders', { mode: 'status', status: 500, first: 2 });
    const statuses = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await post('orders')).status);
    expect(statuses).toEqual([500, 500, 200, 200]);
  });

  it.each([
    [0.2, 'reset'],
    [0.3, 'fast'],
  ])('behaves with its probability (dice %d)', (dice, mode) => {
    expect(behaviourFor({ mode: 'reset', probability: 0.25 }, 1, () => dice).mode).toBe(mode);
  });

  it.each([
    [{ mode: 'slow' }, { mode: 'slow', ms: 1000 }],
    [
      { mode: 'status', status: 410, first: 1 },
      { mode: 'status', status: 410, first: 1 },
    ],
    [
      { mode: 'status', probability: 0.5 },
      { mode: 'status', status: 500, probability: 0.5 },
    ],
    [{ mode: 'fast' }, { mode: 'fast' }],
  ])('reads %j', (given, mode) => expect(parseMode(given)).toEqual(mode));

  it.each([
    [{}, '"mode" is missing'],
    [{ mode: 'sleepy' }, '"mode" must be one of'],
    [{ mode: 'slow', mss: 5 }, 'Unknown key "mss"'],
    [{ mode: 'status', status: 99 }, '"status" must be a number from 200 to 599'],
    [{ mode: 'fast', probability: 2 }, '"probability" must be a number from 0 to 1'],
    ['fast', 'must be a JSON object'],
  ])('refuses %j', (given, sentence) => expect(() => parseMode(given)).toThrow(sentence));
});

describe('signatures', () => {
  // The example of the Standard Webhooks specification.
  const example = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const body = Buffer.from('{"test": 2432232314}');
  const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const then = 1614265330_000;

  it.each([
    ['the example of the specification', example, key, then, 'valid'],
    [
      'one valid signature among others',
      { ...example, 'webhook-signature': `v1,x v2,y ${example['webhook-signature']}` },
      key,
      then,
      'valid',
    ],
    ['a timestamp that is too old', example, key, then + 301_000, 'invalid'],
    ['another id', { ...example, 'webhook-id': 'msg_x' }, key, then, 'invalid'],
    ['another secret', example, 'whsec_AAAA', then, 'invalid'],
    ['no secret to check with', example, undefined, then, 'unknown'],
    ['no signature', {}, key, then, 'missing'],
  ] as const)('judges %s (Standard Webhooks)', (_what, headers, secretGiven, now, verdict) => {
    expect(checkStandardSignature(headers, body, secretGiven, now)).toBe(verdict);
  });

  it.each([
    ['sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'Jefe', 'valid'],
    ['sha256=5bdcc146', 'Jefe', 'invalid'],
    ['sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', undefined, 'unknown'],
    [undefined, 'Jefe', 'missing'],
  ])('judges %s with %s (X-Hub-Signature-256)', (header, secretGiven, verdict) => {
    const text = Buffer.from('what do ya want for nothing?');
    expect(checkHubSignature({ 'x-hub-signature-256': header }, text, secretGiven)).toBe(verdict);
  });
});
