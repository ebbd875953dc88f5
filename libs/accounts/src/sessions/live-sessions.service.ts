import { Injectable } from '@nestjs/common';
import type { TenantId, UserId } from '@waypost/contracts';
import { Clock, Tenancy } from '@waypost/platform';
import type { TenantStatus } from '../tenants/tenant.entity.ts';
import type { Person } from '../users/person.ts';
import type { SessionId } from './session.entity.ts';
import { isLive, type SessionLife } from './session-life.ts';

/** As `find_session` answers. */
interface Found extends SessionLife {
  id: SessionId;
  currentTenantId: TenantId | null;
  onlyTenantId: TenantId | null;
  person: Person;
  former: (SessionLife & Pick<Person, 'email' | 'superAdmin' | 'status'> & { userId: UserId }) | null;
  actingStatus: TenantStatus | null;
}

/** A session that goes on, of somebody who may sign in. */
export interface LiveSession {
  id: SessionId;
  /** As far as the session reaches: it may leave out tenants, and what a super-admin may do. */
  person: Person;
  currentTenantId: TenantId | null;
  onlyTenantId?: TenantId;
  endsAt: Date;
  /** The super-admin who works as the person. */
  impersonator?: { userId: UserId; email: string };
  /** Of the tenant that was asked for; undefined when there is none. */
  actingStatus?: TenantStatus;
}

/** Looks sessions up, each time anew: what ends or is taken away is over at once. */
@Injectable()
export class LiveSessions {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
  ) {}

  async find(sessionId: string, actingFor?: TenantId): Promise<LiveSession | undefined> {
    const found = await this.tenancy.lookUp<Found>('SELECT find_session($1, $2) AS found', [
      sessionId,
      actingFor ?? null,
    ]);
    if (!found || !this.isLive(found)) return undefined;
    const { id, currentTenantId, onlyTenantId, endsAt, former, actingStatus } = found;
    return {
      id,
      person: onlyTenantId ? withinTenant(onlyTenantId, found.person) : found.person,
      currentTenantId,
      endsAt: new Date(endsAt),
      ...(onlyTenantId && { onlyTenantId }),
      ...(former && { impersonator: { userId: former.userId, email: former.email } }),
      ...(actingStatus && { actingStatus }),
    };
  }

  /** Who works as somebody else must still be what let them, and signed in themself. */
  private isLive(found: Found): boolean {
    const now = this.clock.now();
    const { former, person } = found;
    const allowed = !former || (former.superAdmin && former.status === 'active' && isLive(former, now));
    return allowed && person.status === 'active' && isLive(found, now);
  }
}

/** A person as one tenant may have them: with nothing of other tenants, and nothing of a super-admin. */
export function withinTenant(tenantId: TenantId, person: Person): Person {
  const memberships = person.memberships.filter((one) => one.tenantId === tenantId);
  return { ...person, superAdmin: false, memberships };
}
