import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Vault {
  address: string;
  token: string;
  /** Calls so far, such as `decrypt waypost`. */
  calls: string[];
  /** While sealed it refuses everything, as after a restart of its own. */
  sealed: boolean;
  stop(): Promise<void>;
}

/** Vault's transit engine with one key, `waypost`, as far as Waypost uses it. */
export async function startVault(): Promise<Vault> {
  const root = randomBytes(32);
  const token = randomBytes(16).toString('hex');
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    const answer = (status: number, body: object) =>
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [, action = '', key = ''] =
        /^\/v1\/transit\/(encrypt|decrypt)\/(\w+)$/.exec(request.url ?? '') ?? [];
      vault.calls.push(`${action} ${key}`);
      if (vault.sealed) return answer(503, { errors: ['Vault is sealed'] });
      if (request.headers['x-vault-token'] !== token) return answer(403, { errors: ['permission denied'] });
      if (key !== 'waypost') return answer(400, { errors: ['encryption key not found'] });
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
      const bound = Buffer.from(body.associated_data ?? '', 'base64');
      if (action === 'encrypt') {
        const nonce = randomBytes(12);
        const cipher = createCipheriv('aes-256-gcm', root, nonce).setAAD(bound);
        const text = Buffer.from(body.plaintext ?? '', 'base64');
        const sealed = Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
        return answer(200, { data: { ciphertext: `vault:v1:${sealed.toString('base64')}` } });
      }
      const sealed = Buffer.from((body.ciphertext ?? '').replace('vault:v1:', ''), 'base64');
      const decipher = createDecipheriv('aes-256-gcm', root, sealed.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(bound).setAuthTag(sealed.subarray(-16));
      try {
        const plain = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
        return answer(200, { data: { plaintext: plain.toString('base64') } });
      } catch {
        return answer(400, { errors: ['cipher: message authentication failed'] });
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const vault: Vault = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    calls: [],
    sealed: false,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return vault;
}
