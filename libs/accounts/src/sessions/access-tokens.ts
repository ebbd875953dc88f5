import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { Role, TenantId, UserId } from '@waypost/contracts';
import { AppError, Clock } from '@waypost/platform';

export interface TokenSubject {
  userId: UserId;
  superAdmin: boolean;
  /** The tenant that the session works in. */
  tenantId?: TenantId;
  role?: Role;
}

/** `bearer` for programs, short; `browser` for the cookie of a person. Neither is accepted in the other's place. */
export type TokenUse = 'bearer' | 'browser';

/** A subject whose token was checked. */
export interface VerifiedSubject extends TokenSubject {
  expiresAt: Date;
}

/** Seconds in which somebody signed in to the browser is not asked again: a working day with room to spare. */
const BROWSER_SECONDS = 12 * 3_600;
const BROWSER_AUDIENCE = 'waypost-browser';

interface Claims {
  sub: UserId;
  tid?: TenantId;
  role?: Role;
  sa: boolean;
  iat: number;
  exp: number;
}

/** Signed access tokens; key, algorithm, issuer, audience and lifetime are set where JwtModule is imported. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
  ) {}

  /** `expiresIn` in seconds. */
  async issue(
    { userId, superAdmin, tenantId, role }: TokenSubject,
    use: TokenUse = 'bearer',
  ): Promise<{ accessToken: string; expiresIn: number }> {
    const iat = this.seconds();
    const accessToken = await this.jwt.signAsync(
      { sub: userId, tid: tenantId, role, sa: superAdmin, iat },
      use === 'browser' ? { audience: BROWSER_AUDIENCE, expiresIn: BROWSER_SECONDS } : {},
    );
    const { exp } = this.jwt.decode<Claims>(accessToken);
    return { accessToken, expiresIn: exp - iat };
  }

  /** Throws `unauthenticated` for what is not ours, was changed or is over. */
  async verify(accessToken: string, use: TokenUse = 'bearer'): Promise<VerifiedSubject> {
    const options = {
      clockTimestamp: this.seconds(),
      ...(use === 'browser' && { audience: BROWSER_AUDIENCE }),
    };
    const claims = await this.jwt.verifyAsync<Claims>(accessToken, options).catch((error: unknown) => {
      throw new AppError(
        'unauthenticated',
        `The access token is not accepted: ${reasonOf(error)}. Sign in again.`,
      );
    });
    const { sub: userId, sa: superAdmin, tid: tenantId, role, exp } = claims;
    return { userId, superAdmin, tenantId, role, expiresAt: new Date(exp * 1000) };
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && error.name === 'TokenExpiredError'
    ? 'its time is over'
    : 'it was not issued here';
}
