import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { VaultTransitProvider, type VaultTransitOptions } from './vault-transit.provider.ts';

const bounds = { tryMs: 300, totalMs: 2_000, tries: 3 };
const tenant = { purpose: 'data-key', of: 'tenant-1' } as const;

interface Call {
  method: string;
  path: string;
  token: string | undefined;
  namespace: string | undefined;
  body: Record<string, string>;
}

/** Vault's HTTP API as far as it is used: transit encrypt and decrypt with associated data, AppRole sign-in. */
const keys = new Map([['waypost', [randomBytes(32)]]]);
const tokens = new Set(['root-token']);
const powerless = 'powerless-token';
let calls: Call[] = [];
let behave: (call: Call, reply: ServerResponse) => boolean = () => false;
let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, reply) => void answer(request, reply));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  calls = [];
  behave = () => false;
});

async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const call: Call = {
    method: request.method ?? '',
    path: request.url ?? '',
    token: request.headers['x-vault-token'] as string | undefined,
    namespace: request.headers['x-vault-namespace'] as string | undefined,
    body: JSON.parse(Buffer.concat(chunks).toString() || '{}'),
  };
  calls.push(call);
  if (behave(call, reply)) return;
  if (call.path === '/v1/auth/approle/login') {
    if (call.body.role_id !== 'role' || call.body.secret_id !== 'secret')
      return refuse(reply, 400, 'invalid role or secret ID');
    const token = `approle-${randomBytes(4).toString('hex')}`;
    tokens.add(token);
    return send(reply, 200, { auth: { client_token: token, lease_duration: 3_600, renewable: true } });
  }
  if (call.token === powerless) return refuse(reply, 403, '1 error occurred:\n\t* permission denied\n\n');
  if (!tokens.has(call.token ?? '')) return refuse(reply, 403, 'permission denied');
  const [, action = '', name = ''] = /^\/v1\/transit\/(encrypt|decrypt)\/([\w-]+)$/.exec(call.path) ?? [];
  if (!action)
    return refuse(reply, 404, `no handler for route "${call.path.slice(4)}". route entry not found.`);
  const versions = keys.get(name);
  if (!versions) return refuse(reply, 400, 'encryption key not found');
  const bound = Buffer.from(call.body.associated_data ?? '', 'base64');
  if (action === 'encrypt') {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', versions.at(-1)!, nonce).setAAD(bound);
    const sealed = [
      nonce,
      cipher.update(Buffer.from(call.body.plaintext ?? '', 'base64')),
      cipher.final(),
      cipher.getAuthTag(),
    ];
    const ciphertext = `vault:v${versions.length}:${Buffer.concat(sealed).toString('base64')}`;
    return send(reply, 200, { data: { ciphertext, key_version: versions.length } });
  }
  const [, version = '', text = ''] = /^vault:v(\d+):(.+)$/.exec(call.body.ciphertext ?? '') ?? [];
  const key = versions[Number(version) - 1];
  if (!key) return refuse(reply, 400, 'invalid ciphertext: no prefix');
  const blob = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, blob.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(bound).setAuthTag(blob.subarray(-16));
  const plain = decipher.update(blob.subarray(12, -16));
  try {
    decipher.final();
  } catch {
    return refuse(reply, 400, 'cipher: message authentication failed');
  }
  send(reply, 200, { data: { plaintext: plain.toString('base64') } });
}

function send(reply: ServerResponse, status: number, body: object): void {
  reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function refuse(reply: ServerResponse, status: number, ...errors: string[]): void {
  send(reply, status, { errors });
}

const provider = (more: Partial<VaultTransitOptions> = {}) =>
  new VaultTransitProvider({
    keyId: 'waypost',
    address,
    mount: 'transit',
    token: 'root-token',
    bounds,
    ...more,
  });

test('a key comes back as it was, bound to what it is for', async () => {
  const key = randomBytes(32);
  const wrapped = await provider().wrap(key, tenant);
  expect(wrapped.toString()).toMatch(/^vault:v1:/);
  expect(await provider().unwrap(wrapped, tenant)).toEqual(key);
  expect(calls.map(({ method, path, token }) => [method, path, token])).toEqual([
    ['POST', '/v1/transit/encrypt/waypost', 'root-token'],
    ['POST', '/v1/transit/decrypt/waypost', 'root-token'],
  ]);
  const bound = Buffer.from('["waypost","data-key","tenant-1"]').toString('base64');
  for (const { body } of calls) expect(body.associated_data).toBe(bound);
  expect(provider().id).toBe('vault:transit/waypost');
});

test('a key wrapped for one tenant does not open for another', async () => {
  const wrapped = await provider().wrap(randomBytes(32), tenant);
  const opening = provider().unwrap(wrapped, { ...tenant, of: 'tenant-2' });
  await expect(opening).rejects.toMatchObject({ problem: 'key' });
  await expect(opening).rejects.toThrow('The root key transit/waypost of Vault');
});

test('after the key was rotated in Vault what was wrapped before still opens', async () => {
  const key = randomBytes(32);
  const wrapped = await provider().wrap(key, tenant);
  keys.get('waypost')!.push(randomBytes(32));
  expect((await provider().wrap(key, tenant)).toString()).toMatch(/^vault:v2:/);
  expect(await provider().unwrap(wrapped, tenant)).toEqual(key);
});

test('an AppRole signs in by itself, in its namespace, and again when its token has ended', async () => {
  const byRole = provider({
    token: undefined,
    appRole: { roleId: 'role', secretId: 'secret' },
    namespace: 'team/',
  });
  const key = randomBytes(32);
  const wrapped = await byRole.wrap(key, tenant);
  for (const token of tokens) if (token.startsWith('approle-')) tokens.delete(token);
  expect(await byRole.unwrap(wrapped, tenant)).toEqual(key);
  expect(calls.map(({ path }) => path.split('/').slice(-2).join('/'))).toEqual([
    'approle/login',
    'encrypt/waypost',
    'decrypt/waypost',
    'approle/login',
    'decrypt/waypost',
  ]);
  expect(new Set(calls.map(({ namespace }) => namespace))).toEqual(new Set(['team/']));
});

test('each refusal is said in words', async () => {
  const refused = (more: Partial<VaultTransitOptions>) => provider(more).wrap(randomBytes(32), tenant);
  await expect(refused({ token: powerless })).rejects.toThrow(
    `Vault at ${address} does not let Waypost use the root key transit/waypost (HTTP 403): allow update on transit/encrypt/waypost`,
  );
  await expect(refused({ keyId: 'nobody' })).rejects.toThrow('has no key transit/nobody');
  await expect(refused({ mount: 'elsewhere' })).rejects.toThrow('has no key elsewhere/waypost (HTTP 404)');
  await expect(refused({ token: undefined, appRole: { roleId: 'role', secretId: 'wrong' } })).rejects.toThrow(
    'mend VAULT_ROLE_ID and VAULT_SECRET_ID',
  );
  await expect(refused({ token: powerless })).rejects.toMatchObject({ name: 'SecretError', problem: 'key' });
});

test('a sealed Vault is asked three times, then said to be away; once it is open it answers', async () => {
  behave = (_, reply) => {
    refuse(reply, 503, 'Vault is sealed');
    return true;
  };
  const sealedVault = provider();
  const wrapping = sealedVault.wrap(randomBytes(32), tenant);
  await expect(wrapping).rejects.toMatchObject({ problem: 'unavailable' });
  await expect(wrapping).rejects.toThrow('(HTTP 503)');
  expect(calls).toHaveLength(3);
  behave = () => false;
  await sealedVault.wrap(randomBytes(32), tenant);
});

test('a Vault that hangs, is not there or is something else is said to be away, in bounded time', async () => {
  const began = Date.now();
  behave = () => true;
  await expect(provider().wrap(randomBytes(32), tenant)).rejects.toMatchObject({ problem: 'unavailable' });
  const nobody = provider({ address: 'http://127.0.0.1:9' }).wrap(randomBytes(32), tenant);
  await expect(nobody).rejects.toThrow('ECONNREFUSED');
  behave = (_, reply) => {
    reply.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
    return true;
  };
  await expect(provider().wrap(randomBytes(32), tenant)).rejects.toThrow('correct VAULT_ADDR');
  expect(Date.now() - began).toBeLessThan(6_000);
});

test('no error repeats a key or the token', async () => {
  const key = randomBytes(32);
  const error: Error = await provider({ token: powerless })
    .wrap(key, tenant)
    .then(
      () => new Error('went through'),
      (refused: Error) => refused,
    );
  for (const secret of [powerless, key.toString('base64')])
    expect(`${error.message} ${error.stack}`).not.toContain(secret);
});
