import { Injectable } from '@nestjs/common';
import { Clock, notFound, pageOf, type PagePart, type PageRequest, Tenancy } from '@waypost/platform';
import { type EntityManager, type FindOptionsWhere, IsNull, LessThan } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import type { PersonPrincipal } from './principal.ts';
import { Session } from './session.entity.ts';
import { idleEnd, isLive, liveBounds } from './session-life.ts';

export interface SessionInfo {
  id: string;
  address: string;
  userAgent: string | null;
  createdAt: Date;
  lastUsedAt: Date;
  /** Unless it is used before. */
  endsAt: Date;
  /** Whether it is the one that asks. */
  current: boolean;
}

/** Where a person is signed in, for the person themself. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Newest first; the page's key is the session's id. */
  async list(me: PersonPrincipal, { limit, after }: PageRequest): Promise<PagePart<SessionInfo>> {
    const { data, next } = await this.tenancy.system(async (rows) => {
      const query = rows
        .createQueryBuilder(Session, 'session')
        .where({ ...reach(me), ...(after && { id: LessThan(after) }) })
        .andWhere('session.endsAt > :now AND session.usedAt > :idle', liveBounds(this.clock.now()));
      return pageOf(
        await query
          .orderBy('session.id', 'DESC')
          .take(limit + 1)
          .getMany(),
        limit,
        (row) => row.id,
      );
    });
    return { next, data: data.map((session) => viewOf(session, me)) };
  }

  /** Throws `not_found` for one that is over or somebody else's. */
  end(me: PersonPrincipal, id: string): Promise<void> {
    return this.tenancy.system(async (rows) => {
      const session = await rows.findOneBy(Session, { ...reach(me), id });
      if (!session || !isLive(session, this.clock.now())) throw notFound('session');
      await this.endThese(rows, { ...reach(me), id });
      await this.audit.record(rows, me, { action: 'session.ended', target: { type: 'session', id } });
    });
  }

  /** The one that asks, too. */
  endAll(me: PersonPrincipal): Promise<void> {
    return this.tenancy.system(async (rows) => {
      const count = await this.endThese(rows, reach(me));
      await this.audit.record(rows, me, {
        action: 'sessions.ended',
        target: { type: 'user', id: me.userId, name: me.email },
        after: { count },
      });
    });
  }

  private async endThese(rows: EntityManager, which: FindOptionsWhere<Session>): Promise<number> {
    const end = { endedAt: this.clock.now(), endReason: 'ended by the person' as const };
    return (await rows.update(Session, which, end)).affected ?? 0;
  }
}

/** Those in which somebody else works as the person are not theirs to see; a tenant's sign-in sees its own alone. */
function reach({ userId, onlyTenantId }: PersonPrincipal): FindOptionsWhere<Session> {
  return {
    userId,
    endedAt: IsNull(),
    formerSessionId: IsNull(),
    ...(onlyTenantId && { onlyTenantId }),
  };
}

function viewOf(session: Session, me: PersonPrincipal): SessionInfo {
  const { id, address, userAgent, createdAt, usedAt } = session;
  return {
    id,
    address,
    userAgent,
    createdAt,
    lastUsedAt: usedAt,
    endsAt: idleEnd(session),
    current: id === me.sessionId,
  };
}
