import { Injectable } from '@nestjs/common';
import { AppError, type Limit, RateLimits, Tenancy } from '@waypost/platform';
import type { PersonPrincipal } from '../sessions/principal.ts';
import { tooMany } from '../sessions/sign-in-limits.ts';
import { passwordMatches } from './password.ts';
import { User } from './user.entity.ts';

/** For what a session alone is not enough: somebody who finds an open browser must not be able to keep it. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly limits: RateLimits,
  ) {}

  /** Throws `forbidden` for who works as somebody else, `bad_credentials`, and `too_many_requests`. */
  async expect(me: PersonPrincipal, password: string): Promise<User> {
    expectThemselves(me);
    const limit = await this.expectFew(me);
    const user = await this.tenancy.system((rows) => rows.findOneByOrFail(User, { id: me.userId }));
    if (user.passwordHash === null) {
      throw new AppError(
        'wrong_state',
        'This account has no password yet. Sign out and choose "Forgot password" to set one.',
      );
    }
    if (!(await passwordMatches(password, user.passwordHash))) {
      throw new AppError('bad_credentials', 'This is not your present password.');
    }
    await this.succeeded(limit);
    return user;
  }

  succeeded(limit: Limit): Promise<void> {
    return this.limits.giveBack(limit);
  }

  /** Counts a guess at a secret of one's own by somebody who is signed in. Throws `too_many_requests`. */
  async expectFew({ userId, sessionId }: PersonPrincipal): Promise<Limit> {
    // By session: whoever holds another one cannot keep the owner from theirs.
    const limit = { name: 'proof', key: `${userId} ${sessionId}`, points: 10, perSeconds: 900 };
    const { allowed, resetSeconds } = await this.limits.take(limit);
    if (!allowed) throw tooMany(resetSeconds);
    return limit;
  }
}

/** A super-admin who works as somebody sees what they see, and never changes how they sign in. */
export function expectThemselves({ impersonator }: PersonPrincipal): void {
  if (!impersonator) return;
  throw new AppError('forbidden', 'Only the person can change this. End the impersonation first.');
}
