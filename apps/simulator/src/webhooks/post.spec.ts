import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDestinations, type StartedDestinations } from '../destinations/start.ts';
import { batch, keysOf, updateKey } from './envelope.ts';
import { textMessage } from './messages.ts';
import { Poster, type PosterOptions } from './post.ts';
import { verifySubscription } from './verify.ts';

const number = { businessId: '100', phoneNumberId: '200', phoneNumber: '12025550101' };
const secret = 'app-secret';
const texts = (count: number) =>
  Array.from({ length: count }, (_, at) => textMessage(number, { text: `שלום ${at}` }));

let hub: StartedDestinations;
let poster: Poster;
const posterWith = (options: PosterOptions = {}) => (poster = new Poster({ timeScale: 0.0005, ...options }));
const target = () => ({ url: hub.endpoint('hub'), secret });

beforeEach(async () => {
  hub = await startDestinations({ secrets: { hub: secret } });
});
afterEach(async () => {
  poster.close();
  await hub.close();
});

describe('posting', () => {
  it('holds POSTs back by a moment each, so that they overtake each other, and loses none', async () => {
    const updates = texts(40);
    await posterWith().postUpdates(target(), updates, { delay: 30 });
    const received = hub.requests('hub').flatMap(({ body }) => keysOf(body));
    expect(received).not.toEqual(updates.map(updateKey));
    expect(received.sort()).toEqual(updates.map(updateKey).sort());
  });

  it('signs the very bytes it sends', async () => {
    const record = await posterWith().post(target(), batch(texts(1)), { slashes: true, spacing: 'odd' });
    const [received] = hub.requests('hub');
    expect(received).toMatchObject({
      method: 'POST',
      sha256: record.sha256,
      signatures: { hub: 'valid' },
      headers: { 'content-type': 'application/json' },
    });
    expect(received!.body.toString()).toContain('\\u05e9\\u05dc\\u05d5\\u05dd');
    expect(record).toMatchObject({ state: 'acknowledged', answer: '{"status":"ok"}' });
  });

  it('sends bytes that are no JSON at all as they are', async () => {
    const record = await posterWith().post(target(), Buffer.from('{"broken'));
    expect(record.keys).toEqual([]);
    expect(hub.requests('hub')[0]).toMatchObject({
      signatures: { hub: 'valid' },
      body: Buffer.from('{"broken'),
    });
  });

  it('retries the same bytes until it is answered with 200', async () => {
    hub.setMode('hub', { mode: 'status', status: 503, first: 3 });
    const record = await posterWith().post(target(), batch(texts(1)));
    expect(record.attempts.map(({ status }) => status)).toEqual([503, 503, 503, 200]);
    expect(new Set(hub.requests('hub').map(({ sha256 }) => sha256))).toEqual(new Set([record.sha256]));
  });

  it.each([
    ['a 201', { mode: 'status', status: 201 }],
    [
      'a redirect, which it does not follow',
      { mode: 'redirect', location: '/destinations/other', status: 302 },
    ],
    ['a connection that is reset', { mode: 'reset' }],
    ['an answer that breaks off', { mode: 'drop', bytes: 5 }],
    ['no answer', { mode: 'hang' }],
  ] as const)('takes nothing but 200 for an acknowledgement: %s', async (_what, mode) => {
    hub.setMode('hub', { ...mode, first: 1 });
    const record = await posterWith({ timeoutMs: 100 }).post(target(), batch(texts(1)));
    expect(record.attempts).toHaveLength(2);
    expect(record.attempts[1]?.status).toBe(200);
    expect(hub.requests('other')).toEqual([]);
  });

  it('says in words why there was no answer', async () => {
    hub.setMode('hub', { mode: 'hang' });
    const hung = await posterWith({ timeoutMs: 50 }).post(target(), batch(texts(1)), { retry: false });
    const refused = await poster.post({ url: 'http://127.0.0.1:1/', secret }, batch(texts(1)), {
      retry: false,
    });
    expect(hung).toMatchObject({
      state: 'given_up',
      attempts: [{ status: null, error: 'No answer within 0.05 s' }],
    });
    expect(refused.attempts).toMatchObject([{ status: null, error: 'Connection refused' }]);
  });

  it('gives up when the schedule ends', async () => {
    hub.setMode('hub', { mode: 'status', status: 500 });
    const schedule = { first: 10_000, factor: 2, cap: 20_000, horizon: 60_000 };
    const record = await posterWith({ schedule }).post(target(), batch(texts(1)));
    expect(record).toMatchObject({ state: 'given_up' });
    expect(record.attempts).toHaveLength(4 + 1);
  });

  it('tries what waits at once when told', async () => {
    hub.setMode('hub', { mode: 'status', status: 500, first: 2 });
    const { settled, record } = posterWith({ timeScale: 1 }).start(target(), batch(texts(1)));
    await hub.waitFor('hub', (requests) => requests.length === 2);
    while (record.state !== 'waiting' || record.attempts.length < 2) await new Promise(setImmediate);
    poster.retryNow();
    await expect(settled).resolves.toMatchObject({ state: 'acknowledged' });
  });

  it('gives up what is open when it is closed', async () => {
    hub.setMode('hub', { mode: 'hang' });
    const { settled } = posterWith().start(target(), batch(texts(1)));
    await hub.waitFor('hub', (requests) => requests.length === 1);
    poster.close();
    await expect(settled).resolves.toMatchObject({ state: 'given_up' });
    expect(() => poster.start(target(), batch(texts(1)))).toThrow('closed');
  });
});

describe('posting many', () => {
  it('accounts for every update', async () => {
    hub.setMode('hub', { mode: 'status', status: 503, probability: 0.4 });
    const updates = texts(40);
    await posterWith().postUpdates(target(), updates, {
      perPost: 7,
      shuffle: true,
      duplicates: 1,
      repack: 1,
    });
    const keys = new Set(updates.map(updateKey));
    expect(poster.journal.acknowledgedKeys()).toEqual(keys);
    expect(new Set(hub.requests('hub').flatMap(({ body }) => keysOf(body)))).toEqual(keys);
    expect(poster.journal.summary()).toMatchObject({ givenUp: 0, open: 0 });
  });

  it('sends duplicates while their original is still unanswered', async () => {
    hub.setMode('hub', { mode: 'slow', ms: 50 });
    const posting = posterWith().postUpdates(target(), texts(1), { duplicates: 4 });
    await hub.waitFor('hub', (requests) => requests.length === 5);
    expect(poster.journal.summary().acknowledged).toBe(0);
    const records = await posting;
    expect(new Set(records.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  it('sends duplicates after the answer when they come apart', async () => {
    hub.setMode('hub', { mode: 'hang', first: 1 });
    const records = await posterWith({ timeoutMs: 50 }).postUpdates(target(), texts(1), {
      duplicates: 1,
      duplicatesComing: 'apart',
    });
    expect(Date.parse(records[1]!.at)).toBeGreaterThanOrEqual(Date.parse(records[0]!.at) + 45);
  });

  it('keeps to the rate', async () => {
    const begin = performance.now();
    await posterWith().postUpdates(target(), texts(11), { rate: 100 });
    expect(performance.now() - begin).toBeGreaterThan(95);
  });

  it('can answer for the first attempts and leave the retries behind', async () => {
    hub.setMode('hub', { mode: 'status', status: 503 });
    const records = await posterWith({ timeScale: 1 }).postUpdates(target(), texts(3), { until: 'answered' });
    expect(records.map(({ attempts }) => attempts[0]?.status)).toEqual([503, 503, 503]);
    expect(poster.journal.summary()).toMatchObject({ posts: 3, open: 3 });
  });
});

describe('the journal', () => {
  it('writes a line per attempt', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    const journalFile = join(folder, 'deep', 'webhooks.jsonl');
    hub.setMode('hub', { mode: 'status', status: 503, first: 1 });
    const record = await posterWith({ journalFile }).post(target(), batch(texts(2)));
    const lines = readFileSync(journalFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    rmSync(folder, { recursive: true });
    expect(lines).toMatchObject([
      { id: record.id, attempt: 1, status: 503, keys: record.keys },
      { id: record.id, attempt: 2, status: 200, keys: record.keys, sha256: record.sha256 },
    ]);
  });

  it('keeps the newest and counts all', async () => {
    await posterWith({ keep: 5 }).postUpdates(target(), texts(60), { concurrency: 4 });
    expect(poster.journal.records()).toHaveLength(5);
    expect(poster.journal.records(2)).toEqual(poster.journal.records().slice(-2));
    expect(poster.journal.summary()).toMatchObject({ posts: 60, acknowledged: 60 });
  });
});

describe('verifying a callback URL', () => {
  beforeEach(() => posterWith());

  it('asks as Meta asks and reports a receiver that does not give the challenge back', async () => {
    const verification = await verifySubscription(`${hub.endpoint('hub')}?own=1`, 'a token&');
    expect(verification).toMatchObject({
      ok: false,
      status: 200,
      reason: expect.stringContaining('challenge'),
    });
    const { searchParams } = new URL(hub.requests('hub')[0]!.path, hub.url);
    expect(Object.fromEntries(searchParams)).toEqual({
      own: '1',
      'hub.mode': 'subscribe',
      'hub.challenge': verification.challenge,
      'hub.verify_token': 'a token&',
    });
  });

  it('is content with 200 and the bare challenge', async () => {
    hub.setMode('hub', { mode: 'status', status: 200, body: '1158201444' });
    expect(await verifySubscription(hub.endpoint('hub'), 'token', '1158201444')).toMatchObject({
      ok: true,
      reason: null,
    });
  });

  it('says when nobody answers', async () => {
    const { ok, reason } = await verifySubscription('http://127.0.0.1:1/', 'token');
    expect([ok, reason]).toEqual([false, 'The receiver did not answer: Connection refused.']);
  });
});
