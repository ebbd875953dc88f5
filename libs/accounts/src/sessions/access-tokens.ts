import { Inject, Injectable } from '@nestjs/common';
import { JsonWebTokenError, JwtService, TokenExpiredError } from '@nestjs/jwt';
import type { Role, TenantId, UserId } from '@waypost/contracts';
import { AppError, Clock } from '@waypost/platform';
import { SigningKeys } from './signing-keys.service.ts';
import { UUID } from './token-options.ts';

export interface TokenSubject {
  userId: UserId;
  /** The session that the token belongs to and ends with. */
  sessionId: string;
  superAdmin: boolean;
  /** The tenant that the session works in. */
  tenantId?: TenantId;
  role?: Role;
}

/** `bearer` for the header of programs, `browser` for the cookie of a person. Neither is accepted in the other's place. */
export type TokenUse = 'bearer' | 'browser';

const audiences: Record<TokenUse, string> = { bearer: 'waypost-api', browser: 'waypost-browser' };

interface Claims {
  sub: UserId;
  sid: string;
  tid?: TenantId;
  role?: Role;
  sa: boolean;
  iat: number;
  exp: number;
}

/** Signed access tokens; keys, algorithm, issuer and lifetime are set where JwtModule is imported. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    @Inject(SigningKeys) private readonly keys: Pick<SigningKeys, 'currentId'>,
    private readonly clock: Clock,
  ) {}

  /** `expiresIn` in seconds. */
  async issue(
    { userId, sessionId, superAdmin, tenantId, role }: TokenSubject,
    use: TokenUse = 'bearer',
  ): Promise<{ accessToken: string; expiresIn: number }> {
    const iat = this.seconds();
    const accessToken = await this.jwt.signAsync(
      { sub: userId, sid: sessionId, tid: tenantId, role, sa: superAdmin, iat },
      { audience: audiences[use], keyid: await this.keys.currentId() },
    );
    const { exp } = this.jwt.decode<Claims>(accessToken);
    return { accessToken, expiresIn: exp - iat };
  }

  /** Throws `unauthenticated` for what is not ours, was changed or is over. */
  async verify(accessToken: string, use: TokenUse = 'bearer'): Promise<TokenSubject> {
    const options = { clockTimestamp: this.seconds(), audience: audiences[use] };
    const claims = await this.jwt.verifyAsync<Claims>(accessToken, options).catch((error: unknown) => {
      // A database that is away says nothing about the token.
      if (!isRefusal(error)) throw error;
      throw new AppError(
        'unauthenticated',
        `The access token is not accepted: ${reasonOf(error)}. Renew it at auth/refresh, or sign in again.`,
      );
    });
    const { sub: userId, sid: sessionId, sa: superAdmin, tid: tenantId, role } = claims;
    if (!isUuid(userId) || !isUuid(sessionId)) {
      throw new AppError('unauthenticated', 'The access token names no session. Sign in again.');
    }
    return { userId, sessionId, superAdmin, tenantId, role };
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}

/** The library says SyntaxError of claims that are no JSON. */
function isRefusal(error: unknown): error is Error {
  if (error instanceof AppError) return error.code === 'unauthenticated';
  return error instanceof JsonWebTokenError || error instanceof SyntaxError;
}

const isUuid = (claim: unknown): boolean => typeof claim === 'string' && UUID.test(claim);

function reasonOf(error: Error): string {
  return error instanceof TokenExpiredError ? 'its time is over' : 'it was not issued here';
}
