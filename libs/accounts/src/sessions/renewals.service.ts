import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, Clock, Tenancy } from '@waypost/platform';
import { type EntityManager, IsNull } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import { tenantToOpen } from '../users/person.ts';
import { LiveSessions } from './live-sessions.service.ts';
import { hashOfRefreshToken, refreshTokenAfter } from './refresh-tokens.ts';
import { Session, type SessionId, SessionRefresh } from './session.entity.ts';
import { idleEnd, isLive } from './session-life.ts';
import { type Device, type OpenedSession, type RefreshToken, SessionsService } from './sessions.service.ts';

/** For tabs that renew at the same moment: the token before the present one is still answered, with the present one. */
const OVERLAP_MS = 10_000;

type Renewed = { sessionId: SessionId; refresh: RefreshToken };

/** Gives new tokens for a refresh token, each of which works once. */
@Injectable()
export class Renewals {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly live: LiveSessions,
    private readonly sessions: SessionsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `unauthenticated` for a token that is not good any more. One that comes back after it was replaced has been
   * stolen, or its thief was first: the session ends, for both of them.
   */
  async renew(token: string, device: Device): Promise<OpenedSession> {
    const renewed = await this.tenancy.system((rows) => this.replace(rows, token, device));
    const session = renewed && (await this.live.find(renewed.sessionId));
    if (!renewed || !session) {
      throw new AppError('unauthenticated', 'This session is over. Sign in again.');
    }
    const { id, person, currentTenantId, impersonator } = session;
    const current = person.memberships.find((one) => one.tenantId === currentTenantId);
    const membership = current ?? tenantToOpen(person);
    return this.sessions.handOver({
      sessionId: id,
      person,
      membership,
      impersonator,
      refresh: renewed.refresh,
    });
  }

  /** The session that a refresh token belongs or has belonged to. */
  async sessionOf(token: string): Promise<SessionId | undefined> {
    const hash = hashOfRefreshToken(token);
    const found = await this.tenancy.system((rows) => rows.findOneBy(SessionRefresh, { hash }));
    return found?.sessionId;
  }

  private async replace(rows: EntityManager, token: string, device: Device): Promise<Renewed | undefined> {
    const hash = hashOfRefreshToken(token);
    const sessionId = (await rows.findOneBy(SessionRefresh, { hash }))?.sessionId;
    if (!sessionId) return undefined;
    // One after the other, and what was read before the turn came does not count.
    const session = await rows.findOne(Session, {
      where: { id: sessionId },
      lock: { mode: 'pessimistic_write' },
    });
    const now = this.clock.now();
    if (!session || !isLive(session, now)) return undefined;
    const presented = await rows.findOneByOrFail(SessionRefresh, { hash });
    if (!presented.replacedAt) return this.advance(rows, session, { token, hash, device });
    const again = await this.presentOne(rows, session, { token, replacedAt: presented.replacedAt });
    if (again) return { sessionId, refresh: { token: again, endsAt: idleEnd(session) } };
    await this.revoke(rows, session, device);
    return undefined;
  }

  private async advance(
    rows: EntityManager,
    session: Session,
    { token, hash, device }: { token: string; hash: Buffer; device: Device },
  ): Promise<Renewed> {
    const now = this.clock.now();
    const refreshSalt = randomBytes(32);
    const next = refreshTokenAfter(token, refreshSalt);
    const { address, userAgent = null } = device;
    await rows.update(SessionRefresh, { hash }, { replacedAt: now });
    const row = { hash: hashOfRefreshToken(next), sessionId: session.id, createdAt: now, replacedAt: null };
    await rows.insert(SessionRefresh, row);
    await rows.update(Session, { id: session.id }, { refreshSalt, usedAt: now, address, userAgent });
    const endsAt = idleEnd({ usedAt: now, endsAt: session.endsAt });
    return { sessionId: session.id, refresh: { token: next, endsAt } };
  }

  /** The present token, for who presents the one just before it in time; undefined for an older one. */
  private async presentOne(
    rows: EntityManager,
    { id, refreshSalt }: Session,
    { token, replacedAt }: { token: string; replacedAt: Date },
  ): Promise<string | undefined> {
    if (!refreshSalt || this.clock.now().getTime() - replacedAt.getTime() > OVERLAP_MS) return undefined;
    const next = refreshTokenAfter(token, refreshSalt);
    const present = { hash: hashOfRefreshToken(next), sessionId: id, replacedAt: IsNull() };
    return (await rows.existsBy(SessionRefresh, present)) ? next : undefined;
  }

  private async revoke(
    rows: EntityManager,
    { id, userId, currentTenantId }: Session,
    device: Device,
  ): Promise<void> {
    const end = { endedAt: this.clock.now(), endReason: 'refresh token used twice' as const };
    await rows.update(Session, { id }, end);
    await this.audit.record(rows, device, {
      action: 'session.revoked',
      target: { type: 'session', id },
      after: { reason: end.endReason, userId },
      tenantId: currentTenantId ?? undefined,
    });
  }
}
