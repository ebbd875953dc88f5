import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** What the provider says in a token, and what of it is wrong. */
export interface Said {
  sub: string;
  email?: string;
  email_verified?: boolean | string;
  name?: string;
  /** Claims that the provider would set right by itself. */
  wrong?: { nonce?: string; aud?: string; iss?: string; iat?: number; exp?: number };
  /** Signed by a key that is not among its own. */
  foreignKey?: boolean;
  /** Without a signature. */
  unsigned?: boolean;
  /** E-mail and name only when asked for. */
  onRequest?: boolean;
}

interface Grant {
  said: Said;
  nonce: string;
  challenge: string;
  redirectUri: string;
}

export interface StandInProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Somebody signs in there, at the address that they were sent to; answers where the browser is sent back to. */
  signIn(url: string, said: Said): URL;
  /** Calls of each path. */
  calls: Map<string, number>;
  /** Replaces what the provider says of itself. */
  metadata: Record<string, unknown>;
  stop(): Promise<void>;
}

const ofWorlds = new WeakMap<object, Promise<StandInProvider>>();

/** One for whoever merely needs that there is one; nobody waits for its end. */
export async function providerFor(world: { clock: { now(): Date } }): Promise<Record<string, unknown>> {
  const known = ofWorlds.get(world) ?? startOidcProvider(() => world.clock.now());
  ofWorlds.set(world, known);
  const { issuer, clientId, clientSecret } = await known;
  return {
    issuer,
    clientId,
    clientSecret,
    emailDomains: ['acme.test'],
    defaultRole: 'AGENT',
    createPeople: true,
  };
}

/** An OpenID Connect provider as far as a client can see: metadata, keys, tokens for codes, and what it knows of people. */
export async function startOidcProvider(now: () => Date): Promise<StandInProvider> {
  const own = await keys('own');
  const foreign = await keys('own');
  const grants = new Map<string, Grant>();
  const people = new Map<string, Said>();
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: StandInProvider = {
    issuer,
    clientId: 'waypost',
    clientSecret: randomBytes(24).toString('base64url'),
    calls: new Map(),
    metadata: {},
    signIn: (url, said) => {
      const asked = new URL(url).searchParams;
      const code = randomBytes(16).toString('hex');
      const redirectUri = asked.get('redirect_uri') ?? '';
      grants.set(code, {
        said,
        redirectUri,
        nonce: asked.get('nonce') ?? '',
        challenge: asked.get('code_challenge') ?? '',
      });
      const back = new URL(redirectUri);
      back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
      return back;
    },
    stop: () => new Promise((done) => server.close(() => done()).closeAllConnections()),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    provider.calls.set(path, (provider.calls.get(path) ?? 0) + 1);
    if (path === '/.well-known/openid-configuration') return json(response, describe(provider));
    if (path === '/jwks') return json(response, { keys: [own.jwk] });
    if (path === '/userinfo') return json(response, userInfo(request));
    if (path === '/token') return token(request, response);
    response.writeHead(404).end();
  }

  function userInfo(request: IncomingMessage): object {
    const { sub, email, email_verified, name } =
      people.get(request.headers.authorization?.slice(7) ?? '') ?? {};
    return { sub, email, email_verified, name };
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await bodyOf(request));
    const basic = Buffer.from(request.headers.authorization?.slice(6) ?? '', 'base64').toString();
    const expected = [provider.clientId, provider.clientSecret].join(':');
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    // RFC 6749 2.3.1: both are encoded as in a form before they are joined.
    if (basic.split(':').map(decodeURIComponent).join(':') !== expected)
      return json(response, { error: 'invalid_client' }, 401);
    if (!grant || challenge !== grant.challenge || form.get('redirect_uri') !== grant.redirectUri) {
      return json(response, { error: 'invalid_grant' }, 400);
    }
    const accessToken = randomBytes(16).toString('hex');
    people.set(accessToken, grant.said);
    json(response, {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: 60,
      id_token: await idToken(grant),
    });
  }

  async function idToken({ said, nonce }: Grant): Promise<string> {
    const at = Math.floor(now().getTime() / 1_000);
    const { sub, email, email_verified, name, wrong, foreignKey, unsigned, onRequest } = said;
    const person = onRequest ? {} : { email, email_verified, name };
    const claims = {
      iss: issuer,
      aud: provider.clientId,
      nonce,
      iat: at,
      exp: at + 300,
      sub,
      ...person,
      ...wrong,
    };
    if (unsigned) {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none' })}.${part(claims)}.`;
    }
    const { key } = foreignKey ? foreign : own;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(key);
  }
  return provider;
}

function describe({ issuer, metadata }: StandInProvider): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    ...metadata,
  };
}

async function keys(kid: string): Promise<{ key: CryptoKey; jwk: JWK }> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return { key: privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
