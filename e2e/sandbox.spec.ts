import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { numericId } from '../apps/simulator/src/index.ts';
import { type Client, type Json, ok } from './world/client.ts';
import { refusal, wrongs } from './world/refusals.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;
let other: Tenant;

beforeAll(async () => {
  // Where deliveries may go says nothing about the simulator.
  world = await createWorld({ ALLOW_PRIVATE_DESTINATIONS: '0', ALLOWED_NETWORKS: '127.0.0.1' });
  shop = await world.tenant('shop');
  other = await world.tenant('other');
});
afterAll(() => world?.stop());

const sandbox = '/api/v1/sandbox';
const write = (tenant: Tenant, body: Json) =>
  tenant.admin.post(`${sandbox}/messages`, { from: '+1 202 555 0143', kind: 'text', ...body });
const arrived = async (name: string, count: number) =>
  (await world.destinations.waitFor(name, (requests) => requests.length >= count)).map(
    ({ body, signatures }) => ({
      signature: signatures.hub,
      value: JSON.parse(body.toString()).entry[0].changes[0].value,
    }),
  );

describe('the sandbox phone', () => {
  test('writes to a number that was made up by hand, and the message reaches its project', async () => {
    const number = await shop.number();
    await shop.map(number, await shop.project('orders'));
    const { messageId, sent } = await ok(
      write(shop, { phoneNumberId: number.phoneNumberId, name: 'Pia Lund', text: 'When do you open?' }),
    );
    expect(messageId).toMatch(/^wamid\./);
    expect(sent).toEqual([
      {
        webhookId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        status: 200,
        durationMs: expect.any(Number),
        checkMs: expect.any(Number),
        commitMs: expect.any(Number),
        rows: expect.any(Number),
        at: expect.stringMatching(/Z$/),
      },
    ]);
    const [{ signature, value }] = (await arrived('orders', 1)) as [Json];
    expect([signature, value]).toMatchObject([
      'valid',
      {
        metadata: { phone_number_id: number.phoneNumberId, display_phone_number: number.phoneNumber },
        contacts: [{ profile: { name: 'Pia Lund' }, wa_id: '12025550143' }],
        messages: [{ id: messageId, from: '12025550143', type: 'text', text: { body: 'When do you open?' } }],
      },
    ]);
  });

  test('sends the same webhook several times, and it is forwarded once', async () => {
    const number = await shop.number();
    await shop.map(number, await shop.project('twice'));
    const { sent } = await ok(write(shop, { phoneNumberId: number.phoneNumberId, text: 'Twice', times: 3 }));
    expect(sent.map(({ status }: Json) => status)).toEqual([200, 200, 200]);
    expect(new Set(sent.map(({ webhookId }: Json) => webhookId)).size).toBe(3);
    // What comes behind it has overtaken nothing: the two copies have had their turn.
    await ok(write(shop, { phoneNumberId: number.phoneNumberId, text: 'Last' }));
    const texts = (await arrived('twice', 2)).map(({ value }) => value.messages[0].text.body);
    expect(texts.sort()).toEqual(['Last', 'Twice']);
  });

  test('sends a picture: its hash and type are in the message, its bytes at the simulator', async () => {
    const number = await shop.number();
    await shop.map(number, await shop.project('pictures'));
    const bytes = Buffer.from('89504e470d0a1a0a', 'hex');
    const image = `data:image/png;base64,${bytes.toString('base64')}`;
    await ok(write(shop, { phoneNumberId: number.phoneNumberId, kind: 'image', image, text: 'Look' }));
    const [{ value }] = (await arrived('pictures', 1)) as [Json];
    const [{ image: media }] = value.messages;
    expect(media).toMatchObject({
      caption: 'Look',
      mime_type: 'image/png',
      sha256: createHash('sha256').update(bytes).digest('base64'),
    });
    const kept = await fetch(`${world.simulator.url}/control/media/${media.id}`);
    expect([kept.headers.get('content-type'), Buffer.from(await kept.arrayBuffer())]).toEqual([
      'image/png',
      bytes,
    ]);
  });

  test('sends a place', async () => {
    const number = await shop.number();
    await shop.map(number, await shop.project('places'));
    const place = { latitude: 52.52, longitude: 13.405 };
    await ok(write(shop, { phoneNumberId: number.phoneNumberId, kind: 'location', ...place }));
    const [{ value }] = (await arrived('places', 1)) as [Json];
    expect(value.messages[0]).toMatchObject({ type: 'location', location: place });
  });

  test('knows a secret that was changed, and an app that got its secret late', async () => {
    const number = await shop.number();
    await ok(write(shop, { phoneNumberId: number.phoneNumberId }));
    await ok(shop.client.patch(`/api/v1/apps/${shop.app.id}`, { appSecret: 'another-secret' }));
    const answer = await eventually(
      () => ok(write(shop, { phoneNumberId: number.phoneNumberId })),
      ({ sent }) => sent[0].status === 200,
    );
    expect(answer.sent[0].webhookId).not.toBeNull();
    await ok(shop.client.patch(`/api/v1/apps/${shop.app.id}`, { appSecret: shop.app.secret }));

    const app = { id: numericId(), businessId: shop.businessId, name: 'Late', verifyToken: 'late' };
    await ok(shop.client.post('/api/v1/apps', app));
    const phoneNumberId = numericId();
    const late = { phoneNumberId, appId: app.id, phoneNumber: '+1 555 010 2233', displayName: 'Late' };
    await ok(shop.client.post('/api/v1/phone-numbers', late));
    const [status, code, , words] = await refusal(write(shop, { phoneNumberId }));
    expect([status, code, words]).toEqual([409, 'wrong_state', expect.stringContaining('has no secret yet')]);
    await ok(shop.client.patch(`/api/v1/apps/${app.id}`, { appSecret: 'made-up' }));
    await eventually(
      () => ok(write(shop, { phoneNumberId })),
      ({ sent }) => sent[0].status === 200,
    );
  });

  test('tells what the hub answered when it refused, and does not try again behind it', async () => {
    const number = await other.number();
    await ok(other.client.patch(`/api/v1/apps/${other.app.id}`, { active: false }));
    const { sent } = await eventually(
      () => ok(write(other, { phoneNumberId: number.phoneNumberId })),
      (answer) => answer.sent[0].status !== 200,
    );
    expect(sent).toMatchObject([{ status: 401, webhookId: null }]);
    expect(world.simulator.poster.journal.summary().open).toBe(0);
    await ok(other.client.patch(`/api/v1/apps/${other.app.id}`, { active: true }));
  });

  test.each(
    wrongs([
      [{ kind: 'smoke' }, 'kind'],
      [{ from: 'Ada' }, 'from'],
      [{ kind: 'image', image: 'https://example.com/a.png' }, 'image'],
      [{ kind: 'image', image: `data:image/png;base64,${'A'.repeat(420_000)}` }, 'image'],
      [{ latitude: 91, longitude: 0 }, 'latitude'],
      [{ times: 6 }, 'times'],
      [{ colour: 'blue' }, 'colour'],
    ]),
  )('refuses $words', async ({ wrong, field }) => {
    const { phoneNumberId } = await shop.number();
    const [status, code, fields] = await refusal(write(shop, { phoneNumberId, ...wrong }));
    expect([status, code, fields]).toEqual([422, 'invalid_input', [field]]);
  });

  test('refuses what only calls itself a picture, in the words of the simulator', async () => {
    const { phoneNumberId } = await shop.number();
    const image = 'data:image/png;base64,not base64!';
    const [status, code, , words] = await refusal(write(shop, { phoneNumberId, kind: 'image', image }));
    expect([status, code, words]).toEqual([422, 'invalid_input', expect.stringContaining('data URL')]);
  });
});

describe('verification', () => {
  test('asks the callback URL with the own token of an app', async () => {
    expect(await ok(shop.admin.post(`${sandbox}/setup/verify`, { appId: shop.app.id }))).toEqual({
      status: 200,
      ok: true,
    });
  });

  test('tells that an app is switched off', async () => {
    const app = { id: numericId(), businessId: shop.businessId, name: 'Off', verifyToken: 'a-token' };
    await ok(shop.client.post('/api/v1/apps', app));
    await ok(shop.client.patch(`/api/v1/apps/${app.id}`, { active: false }));
    const answer = await ok(shop.admin.post(`${sandbox}/setup/verify`, { appId: app.id }));
    expect(answer).toEqual({ status: 403, ok: false });
  });
});

describe('destinations', () => {
  test('are those that own projects point to, however the machine is written', async () => {
    const mine = await shop.project('of-shop', {
      endpoint: `http://localhost:${world.simulator.port}/destinations/of-shop`,
    });
    await other.project('of-other');
    await shop.project('elsewhere', { endpoint: 'https://example.com/destinations/elsewhere' });
    const state = await ok(shop.admin.get(sandbox));
    expect([state.available, state.simulatorUrl]).toEqual([true, world.simulator.url]);
    const names = state.destinations.map(({ name }: Json) => name);
    expect(names).toContain('of-shop');
    expect(names).not.toContain('of-other');
    expect(names).not.toContain('elsewhere');
    expect(state.destinations.find(({ name }: Json) => name === 'of-shop')).toEqual({
      name: 'of-shop',
      projectId: mine.id,
      mode: { mode: 'ok' },
      counts: { received: 0, unsigned: 0, answered: {} },
    });
    expect(state.numbers.every(({ businessId }: Json) => businessId === shop.businessId)).toBe(true);
  });

  test.each([
    [{ mode: 'slow', ms: 5 }, { mode: 'slow', ms: 5 }, 200],
    [{ mode: 'status', status: 503 }, { mode: 'status', status: 503 }, 503],
    [{ mode: '410' }, { mode: 'status', status: 410 }, 410],
    [{ mode: '429', retryAfter: 7 }, { mode: 'status', status: 429, retryAfter: 7 }, 429],
    [{ mode: 'ok' }, { mode: 'ok' }, 200],
  ])('told %j they answer so', async (told, shown, status) => {
    const { name } = await shop.project(`told-${numericId(6)}`);
    const view = await ok(shop.admin.call('PUT', `${sandbox}/destinations/${name}`, told));
    expect([view.name, view.mode]).toEqual([name, shown]);
    expect((await fetch(world.destinations.endpoint(name), { method: 'POST', body: '{}' })).status).toBe(
      status,
    );
  });

  test('of others, and of nobody, are not there', async () => {
    const { name } = await other.project('not-yours');
    for (const asked of [name, 'nothing', '..%2F..%2Fapps'])
      expect(
        (await shop.admin.call('PUT', `${sandbox}/destinations/${asked}`, { mode: 'hang' })).status,
      ).toBe(404);
    expect(world.destinations.view(name).mode).toEqual({ mode: 'fast' });
  });
});

test('another tenant’s number and app are not there', async () => {
  const { phoneNumberId } = await other.number();
  expect((await write(shop, { phoneNumberId })).status).toBe(404);
  expect((await shop.admin.post(`${sandbox}/setup/verify`, { appId: other.app.id })).status).toBe(404);
});

describe('the mailbox', () => {
  const address = 'http://evil.test/"><script>alert(1)</script>';
  const send = async (to: string, subject: string) => {
    const { port }: Json = await (await fetch(`${world.simulator.url}/control/mails`)).json();
    const html = `<!doctype html><html><head></head><body><p>Hi</p><script>alert(1)</script></body></html>`;
    await createTransport({ host: '127.0.0.1', port }).sendMail({ from: 'hub@waypost.test', to, subject, html, text: address });
  };
  const subjects = async (client: Client): Promise<string[]> =>
    (await ok(client.get(`${sandbox}/mails`))).mails.map((mail: Json) => mail.subject);

  beforeAll(async () => {
    await send(shop.login.email, 'To shop');
    await send(other.login.email.toUpperCase(), 'To other');
    await send('root@waypost.test', 'To the operator');
  });

  test('shows people what was sent to themselves, and super-admins everything', async () => {
    expect(await subjects(shop.admin)).toEqual(['To shop']);
    expect(await subjects(other.admin)).toEqual(['To other']);
    expect(await subjects(world.root)).toEqual(['To the operator', 'To other', 'To shop']);
    expect((await world.stranger.get(`${sandbox}/mails`)).status).toBe(401);
  });

  test('shows a mail as a page in which nothing runs, and to nobody else', async () => {
    const { mails } = await ok(shop.admin.get(`${sandbox}/mails`));
    const [{ id, text }] = mails;
    expect(text).toBe(address);
    const { status, headers, body } = await shop.admin.get(`${sandbox}/mails/${id}/page`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = headers.get('content-security-policy');
    expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/);
    expect(policy).not.toContain('script');
    expect([policy, headers.get('x-frame-options')]).toEqual([expect.stringContaining("frame-ancestors 'self'"), 'SAMEORIGIN']);
    expect(body).toContain('<p>Hi</p>');
    expect((await other.admin.get(`${sandbox}/mails/${id}/page`)).status).toBe(404);
    expect((await world.root.get(`${sandbox}/mails/${id}/page`)).status).toBe(200);
  });
});

describe.each([
  ['that is switched off', { SIMULATOR: '0' }, 404, 'not_found'],
  ['that does not answer', { SIMULATOR_PORT: '9' }, 503, 'unavailable'],
])('with a simulator %s', (_what, settings, status, code) => {
  let without: World;
  let tenant: Tenant;
  beforeAll(async () => {
    without = await createWorld(settings, { worker: false });
    tenant = await without.tenant('without');
  });
  afterAll(() => without?.stop());

  test('it says so, and nothing can be played', async () => {
    expect(await ok(tenant.admin.get(sandbox))).toEqual({
      available: false,
      simulatorUrl: null,
      numbers: [],
      destinations: [],
    });
    expect(await ok(tenant.admin.get(`${sandbox}/mails`))).toEqual({ available: false, mails: [] });
    const { phoneNumberId } = await tenant.number();
    const answers = await Promise.all([
      write(tenant, { phoneNumberId }),
      tenant.admin.post(`${sandbox}/setup/verify`, { appId: tenant.app.id }),
    ]);
    expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual([
      [status, code],
      [status, code],
    ]);
  });
});
