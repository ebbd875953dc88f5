import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsKmsProvider } from './aws-kms.provider.ts';

const credentials = { accessKeyId: 'AKIAWAYPOST', secretAccessKey: 'secret/of+waypost' };
const keyArn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const otherArn = 'arn:aws:kms:eu-central-1:111122223333:key/00000000-12ab-34cd-56ef-1234567890ab';
const bounds = { tryMs: 300, totalMs: 1_500, tries: 3 };
const tenant = { purpose: 'data-key', of: 'tenant-1' } as const;

interface Call {
  target: string;
  body: Record<string, unknown>;
}

/** AWS KMS as far as it is used: JSON 1.1 over HTTP, requests signed by Signature Version 4. */
const roots = new Map([keyArn, otherArn].map((arn) => [arn, randomBytes(32)]));
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
  const bytes = Buffer.concat(chunks);
  if (request.headers.authorization !== signatureOf(request, bytes))
    return refuse(reply, 'InvalidSignatureException');
  const call = { target: String(request.headers['x-amz-target']), body: JSON.parse(bytes.toString()) };
  calls.push(call);
  if (behave(call, reply)) return;
  const { KeyId, Plaintext, CiphertextBlob, EncryptionContext } = call.body as Record<string, string>;
  const root = roots.get(KeyId ?? '');
  if (!root) return refuse(reply, 'NotFoundException');
  const context = Buffer.from(JSON.stringify(EncryptionContext));
  if (call.target === 'TrentService.Encrypt') {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', root, nonce).setAAD(context);
    const sealed = Buffer.concat([cipher.update(Buffer.from(Plaintext ?? '', 'base64')), cipher.final()]);
    const blob = Buffer.concat([
      createHash('sha256')
        .update(KeyId ?? '')
        .digest(),
      nonce,
      sealed,
      cipher.getAuthTag(),
    ]);
    return send(reply, 200, { KeyId, CiphertextBlob: blob.toString('base64') });
  }
  const blob = Buffer.from(CiphertextBlob ?? '', 'base64');
  if (
    !blob.subarray(0, 32).equals(
      createHash('sha256')
        .update(KeyId ?? '')
        .digest(),
    )
  ) {
    return refuse(reply, 'IncorrectKeyException');
  }
  const decipher = createDecipheriv('aes-256-gcm', root, blob.subarray(32, 44), { authTagLength: 16 });
  decipher.setAAD(context).setAuthTag(blob.subarray(-16));
  const plain = decipher.update(blob.subarray(44, -16));
  try {
    decipher.final();
  } catch {
    return refuse(reply, 'InvalidCiphertextException');
  }
  send(reply, 200, { KeyId, Plaintext: plain.toString('base64') });
}

/** What the Authorization header must be, made from the request with our copy of the secret. */
function signatureOf({ method, url, headers }: IncomingMessage, body: Buffer): string {
  const [, scope = '', names = ''] =
    /Credential=AKIAWAYPOST\/(\d{8}\/eu-central-1\/kms\/aws4_request), SignedHeaders=([\w;-]+)/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const date = String(headers['x-amz-date']);
  const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const hash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
  const canonical = [method, url, '', signed.join(''), names, hash(body)].join('\n');
  const [day = '', region = '', service = '', end = ''] = scope.split('/');
  let key: Buffer | string = `AWS4${credentials.secretAccessKey}`;
  for (const part of [day, region, service, end]) key = createHmac('sha256', key).update(part).digest();
  const toSign = ['AWS4-HMAC-SHA256', date, scope, hash(canonical)].join('\n');
  const signature = createHmac('sha256', key).update(toSign).digest('hex');
  return `AWS4-HMAC-SHA256 Credential=AKIAWAYPOST/${scope}, SignedHeaders=${names}, Signature=${signature}`;
}

function send(reply: ServerResponse, status: number, body: object): void {
  reply.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}

function refuse(reply: ServerResponse, type: string, status = 400): void {
  send(reply, status, { __type: type, message: `said by the stand-in: ${type}` });
}

const provider = (more: Partial<ConstructorParameters<typeof AwsKmsProvider>[0]> = {}) =>
  new AwsKmsProvider({ keyId: keyArn, endpoint, credentials, bounds, ...more });

test('a key comes back as it was, by signed calls that name the key and what it is for', async () => {
  const key = randomBytes(32);
  const wrapped = await provider().wrap(key, tenant);
  expect(wrapped.includes(key)).toBe(false);
  expect(await provider().unwrap(wrapped, tenant)).toEqual(key);
  expect(calls.map(({ target }) => target)).toEqual(['TrentService.Encrypt', 'TrentService.Decrypt']);
  for (const { body } of calls) {
    expect(body).toMatchObject({
      KeyId: keyArn,
      EncryptionContext: { app: 'waypost', purpose: 'data-key', of: 'tenant-1' },
    });
  }
});

test('the id names the root key', () => {
  expect(provider().id).toBe(`aws:${keyArn}`);
});

test('a key wrapped for one tenant does not open for another', async () => {
  const wrapped = await provider().wrap(randomBytes(32), tenant);
  const opening = provider().unwrap(wrapped, { ...tenant, of: 'tenant-2' });
  await expect(opening).rejects.toMatchObject({ problem: 'key' });
  await expect(opening).rejects.toThrow('did not wrap this data key (InvalidCiphertextException)');
});

test('another root key is told from a damaged one', async () => {
  const wrapped = await provider().wrap(randomBytes(32), tenant);
  const opening = provider({ keyId: otherArn }).unwrap(wrapped, tenant);
  await expect(opening).rejects.toThrow(
    `The root key ${otherArn} of AWS KMS at ${endpoint} did not wrap this data key`,
  );
  await expect(opening).rejects.toThrow('Put the former KEY_ID back');
});

test.each([
  ['AccessDeniedException', 'allow kms:Encrypt and kms:Decrypt on it'],
  ['DisabledException', 'enable it again'],
  ['KMSInvalidStateException', 'cancel its deletion'],
  ['UnrecognizedClientException', 'does not accept the credentials'],
  ['ExpiredTokenException', 'does not accept the credentials'],
])('%s is said in words, after one call', async (type, words) => {
  behave = (_, reply) => {
    refuse(reply, type);
    return true;
  };
  const wrapping = provider().wrap(randomBytes(32), tenant);
  await expect(wrapping).rejects.toMatchObject({ name: 'SecretError', problem: 'key' });
  await expect(wrapping).rejects.toThrow(words);
  await expect(wrapping).rejects.toThrow(type);
  // The SDK asks again once where it may have had old credentials or a wrong clock.
  expect(calls.length).toBeLessThanOrEqual(3);
});

test('a key that does not exist and wrong credentials are told apart', async () => {
  await expect(
    provider({ keyId: 'alias/nobody', region: 'eu-central-1' }).wrap(randomBytes(32), tenant),
  ).rejects.toThrow('has no key alias/nobody (NotFoundException): correct KEY_ID');
  const stranger = provider({ credentials: { ...credentials, secretAccessKey: 'another' } });
  await expect(stranger.wrap(randomBytes(32), tenant)).rejects.toThrow('InvalidSignatureException');
});

test('a service that fails twice is asked a third time', async () => {
  const key = randomBytes(32);
  const wrapped = await provider().wrap(key, tenant);
  calls = [];
  behave = (_, reply) => {
    if (calls.length > 2) return false;
    refuse(reply, 'KMSInternalException', 500);
    return true;
  };
  expect(await provider().unwrap(wrapped, tenant)).toEqual(key);
  expect(calls).toHaveLength(3);
});

test('a service that goes on failing, hangs or is not there is said to be away, in bounded time', async () => {
  const began = Date.now();
  behave = (_, reply) => {
    refuse(reply, 'KMSInternalException', 500);
    return true;
  };
  await expect(provider().wrap(randomBytes(32), tenant)).rejects.toMatchObject({ problem: 'unavailable' });
  behave = () => true;
  const hanging = provider().wrap(randomBytes(32), tenant);
  await expect(hanging).rejects.toMatchObject({ problem: 'unavailable' });
  await expect(hanging).rejects.toThrow(`AWS KMS at ${endpoint} did not answer for the root key ${keyArn}`);
  const nobody = provider({ endpoint: 'http://127.0.0.1:9' }).wrap(randomBytes(32), tenant);
  await expect(nobody).rejects.toThrow('ECONNREFUSED');
  await expect(nobody).rejects.toMatchObject({ problem: 'unavailable' });
  expect(Date.now() - began).toBeLessThan(6_000);
});

test('no error repeats a key or the credentials', async () => {
  const key = randomBytes(32);
  behave = (_, reply) => {
    refuse(reply, 'AccessDeniedException');
    return true;
  };
  const error: Error = await provider()
    .wrap(key, tenant)
    .then(
      () => new Error('went through'),
      (refused: Error) => refused,
    );
  const said = `${error.message} ${error.stack}`;
  for (const secret of [credentials.secretAccessKey, key.toString('base64'), key.toString('hex')])
    expect(said).not.toContain(secret);
});
