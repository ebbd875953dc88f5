import { JwtService } from '@nestjs/jwt';
import { Clock } from '@waypost/platform';
import { AccessTokens } from './access-tokens.ts';
import { tokenOptions } from './token-options.ts';

const settings = {
  jwtSecret: 'a secret of more than thirty-two characters',
  jwtExpiresIn: 600,
  dataDir: '/nowhere',
};
const subject = { userId: 'u', superAdmin: false, tenantId: 't', role: 'DEVELOPER' as const };

class Hand extends Clock {
  at = new Date('2030-01-01T00:00:00Z');
  now(): Date {
    return this.at;
  }
}

async function make(secret = settings.jwtSecret) {
  const clock = new Hand();
  const jwt = new JwtService(await tokenOptions({ ...settings, jwtSecret: secret }));
  return { clock, jwt, tokens: new AccessTokens(jwt, clock) };
}

/** A token with the parts replaced that are given. */
function forge(
  token: string,
  { header, payload }: { header?: object; payload?: object },
  signature?: string,
): string {
  const parts = token.split('.');
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return [
    header ? encode(header) : parts[0],
    payload ? encode(payload) : parts[1],
    signature ?? parts[2],
  ].join('.');
}

describe('AccessTokens', () => {
  it('names the person, the tenant and the role', async () => {
    const { tokens, clock } = await make();
    const { accessToken, expiresIn } = await tokens.issue(subject);
    expect(expiresIn).toBe(600);
    const expiresAt = new Date(clock.now().getTime() + 600_000);
    expect(await tokens.verify(accessToken)).toEqual({ ...subject, expiresAt });
  });

  it('ends a token when its time is over', async () => {
    const { tokens, clock } = await make();
    const { accessToken } = await tokens.issue(subject);
    clock.at = new Date(clock.at.getTime() + 599_000);
    await tokens.verify(accessToken);
    clock.at = new Date(clock.at.getTime() + 1_000);
    await expect(tokens.verify(accessToken)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('accepts nothing that was changed, is unsigned or comes from elsewhere', async () => {
    const { tokens, jwt } = await make();
    const other = await make('another secret of more than thirty-two characters');
    const { accessToken } = await tokens.issue(subject);
    const iat = Math.floor(Date.parse('2030-01-01T00:00:00Z') / 1000);
    const claims = { sub: 'u', sa: true, iat, exp: iat + 600, iss: 'waypost', aud: 'waypost-api' };
    const refused = [
      forge(accessToken, { payload: claims }),
      forge(accessToken, { header: { alg: 'none', typ: 'JWT' }, payload: claims }, ''),
      (await other.tokens.issue(subject)).accessToken,
      await jwt.signAsync({ sub: 'u', iat }, { algorithm: 'HS512' }),
      await jwt.signAsync({ sub: 'u', iat }, { audience: 'somebody-else' }),
      await jwt.signAsync({ sub: 'u', iat }, { issuer: 'somebody-else' }),
      '',
      'nonsense',
    ];
    for (const token of refused) {
      await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'unauthenticated' });
    }
  });
});
