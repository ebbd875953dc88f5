import { lookup } from 'node:dns/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { type Client, ok } from './world/client.ts';
import { createWorld, eventually, type World } from './world/world.ts';

let world: World;
let api: Client;

beforeAll(async () => {
  world = await createWorld({ ALLOW_PRIVATE_DESTINATIONS: '0', ALLOWED_NETWORKS: '10.20.0.0/16' });
  api = (await world.tenant('shop')).admin;
});
afterAll(() => world?.stop());

const create = (endpoint: string) => api.post('/api/v1/projects', { name: 'Orders', endpoint });

test.each([
  'http://127.0.0.1/',
  'http://127.1:8080/hook',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://0/',
  'http://localhost:4000/',
  'http://LOCALHOST./',
  'http://tenant.localhost/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fd12:3456::1]/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://169.254.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/latest/meta-data/',
  'http://[fd00:ec2::254]/',
  'http://100.100.100.200/',
  'http://168.63.129.16/',
  'http://255.255.255.255/',
  'http://224.0.0.1/',
  'http://１２７.０.０.１/',
  'http://127。0。0。1/',
])('a project cannot be made for %s', async (endpoint) => {
  const { status, body } = await create(endpoint);
  expect([status, body.code, body.errors]).toEqual([
    422,
    'destination_refused',
    [{ field: 'endpoint', message: expect.stringMatching(/^Waypost does not call /) }],
  ]);
});

test.each([
  ['file:///etc/passwd', /complete URL/],
  ['file://host/etc/passwd', /not file:/],
  ['gopher://example.com/', /not gopher:/],
  ['javascript:alert(1)', /complete URL|not javascript:/],
  ['https://', /complete URL/],
  ['orders.example.com', /complete URL/],
  ['https://user:password@example.com/', /user name or a password/],
  ['https://exa mple.com/', /complete URL/],
])('nor for %s', async (endpoint, words) => {
  const { status, body } = await create(endpoint);
  expect([status, body.code, body.detail]).toEqual([
    422,
    'destination_refused',
    expect.stringMatching(words),
  ]);
});

test.each([
  'https://orders.example.com/hook?x=1',
  'http://8.8.8.8:8080/',
  'https://[2606:4700::1111]/',
  'http://10.20.3.4/',
])('it can be for %s', async (endpoint) => {
  expect((await ok(create(endpoint))).endpoint).toBe(endpoint);
});

test('an endpoint is not changed to a private address either', async () => {
  const { id } = await ok(create('https://orders.example.com/'));
  expect((await api.patch(`/api/v1/projects/${id}`, { endpoint: 'http://127.0.0.1/' })).body.code).toBe(
    'destination_refused',
  );
  expect((await ok(api.get(`/api/v1/projects/${id}`))).endpoint).toBe('https://orders.example.com/');
});

describe('a name that leads to a private address', () => {
  let name: string;
  let server: Server;
  let calls = 0;

  beforeAll(async () => {
    // The machine's own name is the one that leads inside without a name server of the test's own.
    for (const candidate of [hostname(), 'ip6-localhost', 'ip6-loopback']) {
      const found = await lookup(candidate).catch(() => undefined);
      if (
        found &&
        /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|100\.|f|::1)/.test(found.address)
      )
        name ??= candidate;
    }
    if (!name)
      throw new Error('No name on this machine leads to a private address; add one to the hosts file.');
    server = createServer((_request, response) => {
      calls += 1;
      response.end();
    });
    await new Promise<void>((listening) => server.listen(0, () => listening()));
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  test('is taken, never called, and every attempt says why', async () => {
    const endpoint = `http://${name}:${(server.address() as AddressInfo).port}/hook`;
    const { id } = await ok(create(endpoint));
    const { deliveryId } = await ok(api.post(`/api/v1/projects/${id}/test`));
    const delivery = await eventually(
      () => ok(api.get(`/api/v1/deliveries/${deliveryId}`)),
      (seen) => seen.attempts === 1 && seen.state !== 'delivering',
    );
    expect(delivery.lastError).toMatch(new RegExp(`^Waypost does not call ${name}.* \\(.+\\): it is `));
    expect(delivery).toMatchObject({
      lastStatus: null,
      log: [{ number: 1, status: null, error: delivery.lastError }],
    });
    expect(calls).toBe(0);
  });
});
