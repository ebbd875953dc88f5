import { Injectable } from '@nestjs/common';
import type { TenantId, UserId } from '@waypost/contracts';
import { AppError, notFound, Tenancy } from '@waypost/platform';
import { Audit } from '../audit/audit.ts';
import type { PersonPrincipal } from '../sessions/principal.ts';
import { type OpenedSession, SessionsService } from '../sessions/sessions.service.ts';
import { PeopleService } from '../users/people.service.ts';
import { recordForBoth } from './record-for-both.ts';
import { readMembers, readTenant, type TenantMember } from './tenant-rows.ts';

export interface Impersonation {
  /** Who to work as; without it the administrator who is longest there. */
  userId?: UserId;
  /** Kept in both audits. */
  reason: string;
}

/** More members than anybody chooses from at once. */
const SOME = 200;

/** A super-admin works in a tenant as one of its people, and everybody can see it. */
@Injectable()
export class Impersonations {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly people: PeopleService,
    private readonly sessions: SessionsService,
    private readonly audit: Audit,
  ) {}

  /** Throws `not_found` for somebody who is no member, `wrong_state` when nobody can be chosen. */
  async begin(me: PersonPrincipal, id: TenantId, { userId, reason }: Impersonation): Promise<OpenedSession> {
    const member = await this.tenancy.system(async (rows) => {
      const tenant = await readTenant(rows, id);
      const { data } = await readMembers(rows, id, {
        limit: SOME,
        ...(userId === undefined ? { role: 'TENANT_ADMIN' as const } : { userId }),
      });
      const chosen = choose(data, userId);
      // Noted before it begins: never one without the other.
      await recordForBoth(this.audit, rows, me, tenant, {
        action: 'tenant.impersonated',
        after: { userId: chosen.userId, role: chosen.role, reason: reason.trim() },
      });
      return chosen;
    });
    const person = await this.people.find(member.userId);
    const membership = person?.memberships.find((one) => one.tenantId === id);
    if (!person || !membership) throw notFound('member');
    return this.sessions.open(person, {
      membership,
      device: { address: me.address, userAgent: me.userAgent, requestId: me.requestId },
      methods: ['impersonation'],
      impersonator: { userId: me.userId, email: me.email, sessionId: me.sessionId },
      onlyTenantId: id,
    });
  }
}

function choose(members: TenantMember[], userId: UserId | undefined): TenantMember {
  const active = members.find(({ status }) => status === 'active');
  if (active) return active;
  if (userId !== undefined && members.length === 0) throw notFound('member');
  throw new AppError(
    'wrong_state',
    userId === undefined
      ? 'This tenant has no administrator who can sign in. Choose one of its members.'
      : 'The account of this person is disabled. Choose somebody else.',
  );
}
