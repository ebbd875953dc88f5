import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { JwtService } from '@nestjs/jwt';
import { AppError, Clock } from '@waypost/platform';
import { AccessTokens } from './access-tokens.ts';
import { tokenOptions } from './token-options.ts';

const [userId, sessionId] = ['01990000-0000-7000-8000-00000000000a', '01990000-0000-7000-8000-00000000000b'];
const subject = { userId, sessionId, superAdmin: false, tenantId: 't', role: 'DEVELOPER' as const };
const kid = '01990000-0000-7000-8000-000000000001';

class Hand extends Clock {
  at = new Date('2030-01-01T00:00:00Z');
  now(): Date {
    return this.at;
  }
}

const ours = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const theirs = generateKeyPairSync('rsa', { modulusLength: 2_048 });

function make({ publicKey, privateKey } = ours) {
  const clock = new Hand();
  const keys = {
    currentId: () => Promise.resolve(kid),
    signer: () => Promise.resolve(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()),
    verifier: (id: string) => Promise.resolve(id === kid ? publicKey : undefined),
  };
  const jwt = new JwtService(tokenOptions({ jwtExpiresIn: 600 }, keys));
  return { clock, keys, tokens: new AccessTokens(jwt, keys, clock) };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const iat = Math.floor(Date.parse('2030-01-01T00:00:00Z') / 1000);
const claims = {
  sub: userId,
  sid: sessionId,
  sa: false,
  iat,
  exp: iat + 600,
  iss: 'waypost',
  aud: 'waypost-api',
};
const headers = { alg: 'RS256', typ: 'JWT', kid };

interface Forgery {
  header?: object;
  payload?: object;
  key?: KeyObject;
  hash?: string;
}

/** A token as the product makes it, but for what is given. */
function forge({ header, payload, key = ours.privateKey, hash = 'sha256' }: Forgery = {}): string {
  const signed = `${part({ ...headers, ...header })}.${part({ ...claims, ...payload })}`;
  return `${signed}.${sign(hash, Buffer.from(signed), key).toString('base64url')}`;
}

function forgeHmac(header: object, key: string): string {
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

const pem = (format: 'spki' | 'pkcs1') => ours.publicKey.export({ format: 'pem', type: format }).toString();

describe('AccessTokens', () => {
  it('names the person, the session, the tenant and the role', async () => {
    const { tokens } = make();
    const { accessToken, expiresIn } = await tokens.issue(subject);
    expect(expiresIn).toBe(600);
    expect(await tokens.verify(accessToken)).toEqual(subject);
  });

  it('ends a token when its time is over', async () => {
    const { tokens, clock } = make();
    const { accessToken } = await tokens.issue(subject);
    clock.at = new Date(clock.at.getTime() + 599_000);
    await tokens.verify(accessToken);
    clock.at = new Date(clock.at.getTime() + 1_000);
    await expect(tokens.verify(accessToken)).rejects.toMatchObject({
      code: 'unauthenticated',
      message: expect.stringContaining('its time is over') as string,
    });
  });

  it('accepts what is right in everything', async () => {
    expect(await make().tokens.verify(forge())).toEqual({ userId, sessionId, superAdmin: false });
  });

  it.each<[string, string]>([
    ['claims that were changed', forge().replace(/\.[^.]+\./, `.${part({ ...claims, sa: true })}.`)],
    ['no signature', forge().replace(/[^.]+$/, '')],
    ['alg none', `${part({ ...headers, alg: 'none' })}.${part(claims)}.`],
    ['alg None with a signature', forge({ header: { alg: 'None' } })],
    ['the public key as an HMAC secret', forgeHmac({ ...headers, alg: 'HS256' }, pem('spki'))],
    [
      'the public key as an HMAC secret, in the older form',
      forgeHmac({ ...headers, alg: 'HS256' }, pem('pkcs1')),
    ],
    ['an HMAC that calls itself RS256', forgeHmac(headers, pem('spki'))],
    ['a stronger hash of the same key', forge({ header: { alg: 'RS512' }, hash: 'sha512' })],
    ['another key under our id', forge({ key: theirs.privateKey })],
    [
      'another key and where to find it',
      forge({ key: theirs.privateKey, header: { jku: 'https://evil.test/jwks' } }),
    ],
    [
      'another key in the header',
      forge({ key: theirs.privateKey, header: { jwk: theirs.publicKey.export({ format: 'jwk' }) } }),
    ],
    [
      'a certificate chain',
      forge({ key: theirs.privateKey, header: { x5u: 'https://evil.test/chain.pem' } }),
    ],
    ['our key and where to find it', forge({ header: { jku: 'https://evil.test/jwks' } })],
    ['an extension that must be understood', forge({ header: { crit: ['exp'] } })],
    ['no key id', forge({ header: { kid: undefined } })],
    ['an unknown key id', forge({ header: { kid: '01990000-0000-7000-8000-000000000002' } })],
    ['a path as key id', forge({ header: { kid: '../../../dev/null' } })],
    ['SQL as key id', forge({ header: { kid: `${kid}' OR '1'='1` } })],
    ['a list as key id', forge({ header: { kid: [kid] } })],
    ['another audience', forge({ payload: { aud: 'waypost-browser' } })],
    ['no audience', forge({ payload: { aud: undefined } })],
    ['another issuer', forge({ payload: { iss: 'somebody' } })],
    ['a time that has not come', forge({ payload: { nbf: iat + 60 } })],
    ['no session', forge({ payload: { sid: undefined } })],
    ['a session that is no id', forge({ payload: { sid: `' OR true --` } })],
    ['no person', forge({ payload: { sub: undefined } })],
    ['claims that are no JSON', `${part(headers)}.${Buffer.from('{').toString('base64url')}.x`],
    ['nothing', ''],
    ['nonsense', 'nonsense'],
    ['dots', '..'],
  ])('refuses %s', async (_what, token) => {
    await expect(make().tokens.verify(token)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('keeps the tokens of programs and of browsers apart', async () => {
    const { tokens } = make();
    const { accessToken } = await tokens.issue(subject, 'browser');
    expect(await tokens.verify(accessToken, 'browser')).toEqual(subject);
    await expect(tokens.verify(accessToken, 'bearer')).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(tokens.verify(forge(), 'browser')).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('does not call a token bad because the keys cannot be read', async () => {
    const { tokens, keys } = make();
    keys.verifier = () => Promise.reject(new AppError('unavailable', 'The database is away.'));
    await expect(tokens.verify(forge())).rejects.toMatchObject({ code: 'unavailable' });
  });
});
