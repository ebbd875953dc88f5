import {
  createCipheriv,
  createDecipheriv,
  createVerify,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32c } from './crc32c.ts';
import { GcpKmsProvider, type GcpKmsOptions } from './gcp-kms.provider.ts';

const keyName = 'projects/waypost/locations/europe-west3/keyRings/hub/cryptoKeys/root';
const otherName = `${keyName}-2`;
const bounds = { tryMs: 300, totalMs: 1_500, tries: 3 };
const tenant = { purpose: 'data-key', of: 'tenant-1' } as const;
const email = 'waypost@waypost.iam.gserviceaccount.com';
const account = generateKeyPairSync('rsa', { modulusLength: 2048 });
const folder = mkdtempSync(join(tmpdir(), 'waypost-gcp-'));

/** A file as Google's console hands it out, named where its programs look for it. */
function credentialsOf(key: KeyObject): void {
  const path = join(folder, `${randomBytes(4).toString('hex')}.json`);
  const privateKey = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  const content = {
    type: 'service_account',
    project_id: 'waypost',
    client_email: email,
    private_key: privateKey,
  };
  writeFileSync(path, JSON.stringify(content), { mode: 0o600 });
  process.env.GOOGLE_APPLICATION_CREDENTIALS = path;
}

interface Call {
  path: string;
  body: Record<string, string>;
}

/** Google Cloud KMS as far as it is used: REST, with tokens that the service account signs itself, and checksums. */
const roots = new Map([keyName, otherName].map((name) => [name, randomBytes(32)]));
let calls: Call[] = [];
let behave: (call: Call, reply: ServerResponse) => boolean = () => false;
let server: Server;
let endpoint: string;

beforeAll(async () => {
  server = createServer((request, reply) => void answer(request, reply));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  delete process.env.GOOGLE_APPLICATION_CREDENTIALS;
  rmSync(folder, { recursive: true });
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  credentialsOf(account.privateKey);
  calls = [];
  behave = () => false;
});

async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const call = {
    path: new URL(request.url ?? '', endpoint).pathname,
    body: JSON.parse(Buffer.concat(chunks).toString()),
  };
  calls.push(call);
  if (behave(call, reply)) return;
  if (!isSignedByAccount(request.headers.authorization ?? '')) return refuse(reply, 401, 'UNAUTHENTICATED');
  const [, name = '', action = ''] = /^\/v1\/(.+):(encrypt|decrypt)$/.exec(call.path) ?? [];
  const root = roots.get(name);
  if (!root) return refuse(reply, 404, 'NOT_FOUND');
  const bytes = (field: string) => Buffer.from(call.body[field] ?? '', 'base64');
  const bound = bytes('additionalAuthenticatedData');
  const sumFits = (field: string) => Number(call.body[`${field}Crc32c`]) === crc32c(bytes(field));
  const input = action === 'encrypt' ? 'plaintext' : 'ciphertext';
  if (!sumFits(input) || !sumFits('additionalAuthenticatedData'))
    return refuse(reply, 400, 'INVALID_ARGUMENT');
  if (action === 'encrypt') {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', root, nonce).setAAD(bound);
    const sealed = Buffer.concat([
      nonce,
      cipher.update(bytes('plaintext')),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    return send(reply, 200, {
      name: `${name}/cryptoKeyVersions/1`,
      ciphertext: sealed.toString('base64'),
      ciphertextCrc32c: String(crc32c(sealed)),
      verifiedPlaintextCrc32c: true,
      verifiedAdditionalAuthenticatedDataCrc32c: true,
    });
  }
  const sealed = bytes('ciphertext');
  const decipher = createDecipheriv('aes-256-gcm', root, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(bound).setAuthTag(sealed.subarray(-16));
  const plain = decipher.update(sealed.subarray(12, -16));
  try {
    decipher.final();
  } catch {
    return refuse(reply, 400, 'INVALID_ARGUMENT');
  }
  send(reply, 200, { plaintext: plain.toString('base64'), plaintextCrc32c: String(crc32c(plain)) });
}

function isSignedByAccount(authorization: string): boolean {
  const [head, claims, signature] = authorization.replace(/^Bearer /, '').split('.');
  if (!signature) return false;
  const { iss } = JSON.parse(Buffer.from(claims!, 'base64url').toString());
  const verify = createVerify('RSA-SHA256').update(`${head}.${claims}`);
  return iss === email && verify.verify(account.publicKey, Buffer.from(signature, 'base64url'));
}

function send(reply: ServerResponse, status: number, body: object): void {
  reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function refuse(reply: ServerResponse, code: number, status: string): void {
  send(reply, code, { error: { code, status, message: `said by the stand-in: ${status}` } });
}

const provider = (more: Partial<GcpKmsOptions> = {}) =>
  new GcpKmsProvider({ keyId: keyName, endpoint, bounds, ...more });

test('the checksum is that of RFC 3720', () => {
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
  expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa);
});

test('a key comes back as it was, bound to what it is for', async () => {
  const key = randomBytes(32);
  const wrapped = await provider().wrap(key, tenant);
  expect(wrapped.includes(key)).toBe(false);
  expect(await provider().unwrap(wrapped, tenant)).toEqual(key);
  expect(calls.map(({ path }) => path)).toEqual([`/v1/${keyName}:encrypt`, `/v1/${keyName}:decrypt`]);
  const bound = Buffer.from('["waypost","data-key","tenant-1"]').toString('base64');
  for (const { body } of calls) expect(body.additionalAuthenticatedData).toBe(bound);
  expect(provider().id).toBe(`gcp:${keyName}`);
});

test('neither another tenant nor another root key opens it', async () => {
  const wrapped = await provider().wrap(randomBytes(32), tenant);
  await expect(provider().unwrap(wrapped, { ...tenant, of: 'tenant-2' })).rejects.toThrow(
    'did not wrap this data key',
  );
  const opening = provider({ keyId: otherName }).unwrap(wrapped, tenant);
  await expect(opening).rejects.toMatchObject({ name: 'SecretError', problem: 'key' });
  await expect(opening).rejects.toThrow(`The root key ${otherName} of Google Cloud KMS at ${endpoint}`);
});

test.each([
  [403, 'PERMISSION_DENIED', 'allow cloudkms.cryptoKeyVersions.useToEncrypt'],
  [400, 'FAILED_PRECONDITION', 'enable it again'],
  [404, 'NOT_FOUND', 'correct KEY_ID'],
])('HTTP %i %s is said in words, after one call', async (code, status, words) => {
  behave = (_, reply) => {
    refuse(reply, code, status);
    return true;
  };
  const wrapping = provider().wrap(randomBytes(32), tenant);
  await expect(wrapping).rejects.toMatchObject({ problem: 'key' });
  await expect(wrapping).rejects.toThrow(words);
  expect(calls).toHaveLength(1);
});

test('credentials of somebody else are told from a missing right', async () => {
  credentialsOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
  await expect(provider().wrap(randomBytes(32), tenant)).rejects.toThrow(
    'does not accept the credentials that Waypost runs with (UNAUTHENTICATED)',
  );
});

test('a service that fails twice is asked a third time', async () => {
  behave = (_, reply) => {
    if (calls.length > 2) return false;
    refuse(reply, 503, 'UNAVAILABLE');
    return true;
  };
  await provider().wrap(randomBytes(32), tenant);
  expect(calls).toHaveLength(3);
});

test('a service that goes on failing, hangs or is not there is said to be away, in bounded time', async () => {
  const began = Date.now();
  behave = (_, reply) => {
    refuse(reply, 503, 'UNAVAILABLE');
    return true;
  };
  await expect(provider().wrap(randomBytes(32), tenant)).rejects.toMatchObject({ problem: 'unavailable' });
  behave = () => true;
  const hanging = provider().wrap(randomBytes(32), tenant);
  await expect(hanging).rejects.toMatchObject({ problem: 'unavailable' });
  await expect(hanging).rejects.toThrow(
    `Google Cloud KMS at ${endpoint} did not answer for the root key ${keyName}`,
  );
  const nobody = provider({ endpoint: 'http://127.0.0.1:9' }).wrap(randomBytes(32), tenant);
  await expect(nobody).rejects.toMatchObject({ problem: 'unavailable' });
  expect(Date.now() - began).toBeLessThan(8_000);
});

test('an answer that was damaged on its way is not believed', async () => {
  const wrapped = await provider().wrap(randomBytes(32), tenant);
  behave = (_, reply) => {
    send(reply, 200, { plaintext: randomBytes(32).toString('base64'), plaintextCrc32c: '1' });
    return true;
  };
  await expect(provider().unwrap(wrapped, tenant)).rejects.toThrow('damaged on its way');
});

test('the name of a key is checked before anything is called', () => {
  expect(() => provider({ keyId: 'root' })).toThrow('KEY_ID must be the name of a key in Google Cloud KMS');
});
