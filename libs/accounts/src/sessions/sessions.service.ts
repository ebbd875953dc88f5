import { Injectable } from '@nestjs/common';
import type { Role, TenantId, UserId } from '@waypost/contracts';
import { AppError, Clock, newId, notFound, Tenancy } from '@waypost/platform';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import type { TenantStatus } from '../tenants/tenant.entity.ts';
import { type Person, type PersonMembership, tenantToOpen } from '../users/person.ts';
import { User } from '../users/user.entity.ts';
import { AccessTokens } from './access-tokens.ts';
import { LiveSessions, withinTenant } from './live-sessions.service.ts';
import type { PersonPrincipal } from './principal.ts';
import { hashOfRefreshToken, newRefreshToken } from './refresh-tokens.ts';
import {
  type EndReason,
  Session,
  type SessionId,
  SessionRefresh,
  type SignInMethod,
} from './session.entity.ts';
import { endOfSession, idleEnd } from './session-life.ts';

export type { SignInMethod };

/** From where a call comes, and by which request. */
export interface Device {
  address: string;
  userAgent?: string;
  requestId: string;
  /** By which a browser is known again. */
  token?: string;
}

export interface SessionOpening {
  /** The tenant to open; without it the one that `tenantToOpen` says. */
  membership?: PersonMembership;
  device: Device;
  methods: readonly SignInMethod[];
  /** The super-admin who will work as the person, and the session of theirs that this one hangs on. */
  impersonator?: { userId: UserId; email: string; sessionId: string };
  /** The session reaches this tenant and no other of the person's, and nothing of a super-admin. */
  onlyTenantId?: TenantId;
}

/** What a sign-in of any kind ends in. How it is handed over, as cookies or in the body, is for the HTTP edge. */
export interface OpenedSession {
  sessionId: SessionId;
  /** Null for somebody without a tenant, as most super-admins are. */
  tenant: { id: TenantId; slug: string; name: string; status: TenantStatus; role: Role } | null;
  user: { id: UserId; email: string; name: string; superAdmin: boolean };
  impersonator?: { userId: UserId; email: string };
  /** Seconds for which the access tokens are good. */
  expiresIn: number;
  /** Access tokens: for the header of a program, and for the cookie of a browser. */
  bearerToken: string;
  browserToken: string;
  /** Renews them, once; absent where the caller goes on with the one they have. */
  refresh?: RefreshToken;
}

export interface RefreshToken {
  token: string;
  /** Unless it is used before. */
  endsAt: Date;
}

/** What is handed over, as far as the session reaches. */
export interface Handover {
  sessionId: SessionId;
  person: Person;
  membership: PersonMembership | undefined;
  impersonator?: { userId: UserId; email: string };
  refresh?: RefreshToken;
}

/** Opens and ends the sessions of people. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly live: LiveSessions,
    private readonly tokens: AccessTokens,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** In a unit of work of its own: never call it within another. */
  async open(whole: Person, opening: SessionOpening): Promise<OpenedSession> {
    const { device, methods, impersonator } = opening;
    // Who works as somebody else, or was vouched for by one tenant, stays in it.
    const onlyTenantId = opening.onlyTenantId ?? (impersonator && opening.membership?.tenantId);
    if (impersonator && !onlyTenantId) {
      throw new AppError('forbidden', 'One can work as somebody else in a tenant of theirs only.');
    }
    const person = onlyTenantId ? withinTenant(onlyTenantId, whole) : whole;
    const membership = opening.membership ?? tenantToOpen(person);
    const now = this.clock.now();
    const session = Object.assign(new Session(), {
      id: newId<'session'>(),
      userId: person.id,
      currentTenantId: membership?.tenantId ?? null,
      onlyTenantId: onlyTenantId ?? null,
      formerSessionId: impersonator?.sessionId ?? null,
      methods,
      address: device.address,
      userAgent: device.userAgent ?? null,
      refreshSalt: null,
      createdAt: now,
      usedAt: now,
      endsAt: endOfSession(now, impersonator !== undefined),
      endedAt: null,
      endReason: null,
    });
    const token = newRefreshToken();
    await this.tenancy.system(async (rows) => {
      await rows.insert(Session, session);
      const hash = hashOfRefreshToken(token);
      await rows.insert(SessionRefresh, { hash, sessionId: session.id, createdAt: now, replacedAt: null });
      if (!onlyTenantId) await this.remember(rows, person, membership);
      const who = { ...device, userId: person.id, impersonator, tenantId: membership?.tenantId };
      await this.audit.record(rows, who, {
        action: 'session.opened',
        target: { type: 'session', id: session.id },
        after: { methods },
      });
    });
    const refresh = { token, endsAt: idleEnd(session) };
    return this.handOver({ sessionId: session.id, person, membership, impersonator, refresh });
  }

  /** Goes on in another tenant of the same person, without a password. The refresh token stays as it is. */
  async switchTo({ sessionId }: PersonPrincipal, tenantId: TenantId): Promise<OpenedSession> {
    const session = await this.live.find(sessionId);
    const membership = session?.person.memberships.find((one) => one.tenantId === tenantId);
    if (!session || !membership) throw notFound('tenant');
    const { person, impersonator, onlyTenantId } = session;
    await this.tenancy.system(async (rows) => {
      await rows.update(Session, { id: session.id }, { currentTenantId: tenantId });
      if (!onlyTenantId) await this.remember(rows, person, membership);
    });
    return this.handOver({ sessionId: session.id, person, membership, impersonator });
  }

  /** Makes the access tokens of a session. */
  async handOver({ sessionId, person, membership, impersonator, refresh }: Handover): Promise<OpenedSession> {
    const { id, email, name, superAdmin } = person;
    const { tenantId, role } = membership ?? {};
    const subject = { userId: id, sessionId, superAdmin, tenantId, role };
    const bearer = await this.tokens.issue(subject);
    return {
      sessionId,
      tenant: membership ? tenantOf(membership) : null,
      user: { id, email, name, superAdmin },
      ...(impersonator && { impersonator: { userId: impersonator.userId, email: impersonator.email } }),
      expiresIn: bearer.expiresIn,
      bearerToken: bearer.accessToken,
      browserToken: (await this.tokens.issue(subject, 'browser')).accessToken,
      refresh,
    };
  }

  /** Signs out; a session that is over already stays as it is. */
  async end(sessionId: string, device: Device): Promise<void> {
    await this.tenancy.system(async (rows) => {
      const session = await rows.findOneBy(Session, { id: sessionId, endedAt: IsNull() });
      if (!session) return;
      await rows.update(Session, { id: sessionId }, this.ended('sign-out'));
      const who = { ...device, userId: session.userId, tenantId: session.currentTenantId ?? undefined };
      await this.audit.record(rows, who, {
        action: 'session.ended',
        target: { type: 'session', id: sessionId },
      });
    });
  }

  /**
   * Ends the sessions of a person, all or all but one, within the unit of work (of the system) that takes their ground
   * away. Answers how many went on until then.
   */
  async endAll(
    rows: EntityManager,
    userId: UserId,
    exceptSessionId?: string,
    reason: EndReason = 'account changed',
  ): Promise<number> {
    const { affected } = await rows.update(
      Session,
      { userId, endedAt: IsNull(), ...(exceptSessionId && { id: Not(exceptSessionId) }) },
      this.ended(reason),
    );
    return affected ?? 0;
  }

  /** Ends what somebody has open in a tenant that they leave, within the unit of work (of the system) that ends it. */
  async leaveTenant(rows: EntityManager, userId: UserId, tenantId: TenantId): Promise<void> {
    for (const where of [{ currentTenantId: tenantId }, { onlyTenantId: tenantId }]) {
      await rows.update(Session, { userId, endedAt: IsNull(), ...where }, this.ended('account changed'));
    }
  }

  private ended(endReason: EndReason): Pick<Session, 'endedAt' | 'endReason'> {
    return { endedAt: this.clock.now(), endReason };
  }

  private async remember(
    rows: EntityManager,
    { id, lastTenantId }: Person,
    membership: PersonMembership | undefined,
  ): Promise<void> {
    if (!membership || membership.tenantId === lastTenantId) return;
    await rows.update(User, { id }, { lastTenantId: membership.tenantId });
  }
}

function tenantOf({ tenantId, slug, name, status, role }: PersonMembership): OpenedSession['tenant'] {
  return { id: tenantId, slug, name, status, role };
}
