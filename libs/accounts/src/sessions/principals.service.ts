import { Injectable } from '@nestjs/common';
import type { TenantId } from '@waypost/contracts';
import { AppError, notFound } from '@waypost/platform';
import { AccessTokens, type TokenUse } from './access-tokens.ts';
import { type LiveSession, LiveSessions } from './live-sessions.service.ts';
import type { PersonPrincipal, Principal } from './principal.ts';
import type { Device } from './sessions.service.ts';

export interface Presented extends Device {
  accessToken: string;
  /** Where it stood: in the header of a program or in the cookie of a browser. */
  use: TokenUse;
  /** The tenant that the call names: any for a super-admin, one of their own for others. */
  actingFor?: TenantId;
}

type Place = Pick<PersonPrincipal, 'tenantId' | 'tenantStatus' | 'role'>;

/** Turns what a call presents into who calls. Sessions are looked up each time, so what is taken away ends at once. */
@Injectable()
export class Principals {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: LiveSessions,
  ) {}

  /** Throws `unauthenticated`, and `not_found` for a tenant that is absent or none of theirs. */
  async identify({ accessToken, use, actingFor, ...device }: Presented): Promise<Principal> {
    const subject = await this.tokens.verify(accessToken, use);
    const session = await this.sessions.find(subject.sessionId, actingFor);
    if (!session || session.person.id !== subject.userId) {
      throw new AppError(
        'unauthenticated',
        'This session is over, or the account is disabled. Sign in again.',
      );
    }
    const { id: userId, email, name, superAdmin, emailVerifiedAt, locale } = session.person;
    return {
      kind: 'person',
      userId,
      email,
      name,
      superAdmin,
      ...placeOf(session, { actingFor, tenantId: subject.tenantId }),
      sessionId: session.id,
      onlyTenantId: session.onlyTenantId,
      sessionEndsAt: session.endsAt,
      impersonator: session.impersonator,
      // Whom a tenant's provider vouches for is proven as far as the session reaches: in that tenant.
      emailVerified: emailVerifiedAt !== null || (!!session.onlyTenantId && !session.impersonator),
      locale,
      ...device,
    };
  }

  /** Whether somebody who has been let in may go on with what they are at, such as looking on. */
  async mayGoOn({ sessionId, tenantId, superAdmin }: PersonPrincipal): Promise<boolean> {
    const person = (await this.sessions.find(sessionId))?.person;
    if (!person || person.superAdmin !== superAdmin) return false;
    return (
      superAdmin || tenantId === undefined || person.memberships.some((one) => one.tenantId === tenantId)
    );
  }
}

/** A super-admin works in a tenant only when the call names one; others in that of their token otherwise. */
function placeOf(
  { person, actingStatus }: LiveSession,
  { actingFor, tenantId }: { actingFor?: TenantId; tenantId?: TenantId },
): Place {
  if (person.superAdmin) {
    if (actingFor === undefined) return {};
    if (!actingStatus) throw notFound('tenant');
    return { tenantId: actingFor, tenantStatus: actingStatus };
  }
  const membership = person.memberships.find((one) => one.tenantId === (actingFor ?? tenantId));
  if (!membership && actingFor !== undefined) throw notFound('tenant');
  return membership
    ? { tenantId: membership.tenantId, tenantStatus: membership.status, role: membership.role }
    : {};
}
