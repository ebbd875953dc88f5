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
  async issue({
    userId,
    superAdmin,
    tenantId,
    role,
  }: TokenSubject): Promise<{ accessToken: string; expiresIn: number }> {
    const iat = this.seconds();
    const accessToken = await this.jwt.signAsync({ sub: userId, tid: tenantId, role, sa: superAdmin, iat });
    const { exp } = this.jwt.decode<Claims>(accessToken);
    return { accessToken, expiresIn: exp - iat };
  }

  /** Throws `unauthenticated` for what is not ours, was changed or is over. */
  async verify(accessToken: string): Promise<TokenSubject> {
    const options = { clockTimestamp: this.seconds() };
    const claims = await this.jwt.verifyAsync<Claims>(accessToken, options).catch((error: unknown) => {
      throw new AppError(
        'unauthenticated',
        `The access token is not accepted: ${reasonOf(error)}. Sign in again.`,
      );
    });
    return { userId: claims.sub, superAdmin: claims.sa, tenantId: claims.tid, role: claims.role };
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
