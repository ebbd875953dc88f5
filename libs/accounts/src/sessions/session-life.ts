const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** However much it is used. */
const SESSION_MS = 30 * DAY_MS;
/** Without being renewed, which pages do every few minutes. */
const IDLE_MS = 7 * DAY_MS;
/** In which a super-admin works as somebody else. */
const IMPERSONATION_MS = HOUR_MS;

/** A session is over at an instant that is known from the start, and earlier when nobody uses it or somebody ends it. */
export interface SessionLife {
  usedAt: Date | string;
  endsAt: Date | string;
  endedAt: Date | string | null;
}

export function endOfSession(openedAt: Date, impersonation: boolean): Date {
  return new Date(openedAt.getTime() + (impersonation ? IMPERSONATION_MS : SESSION_MS));
}

/** When it is over unless it is renewed before. */
export function idleEnd({ usedAt, endsAt }: Pick<SessionLife, 'usedAt' | 'endsAt'>): Date {
  return new Date(Math.min(new Date(usedAt).getTime() + IDLE_MS, new Date(endsAt).getTime()));
}

export function isLive(session: SessionLife, now: Date): boolean {
  return session.endedAt === null && now < idleEnd(session);
}

/** Of those that nobody has ended, the live ones end after `now` and were used after `idle`. */
export function liveBounds(now: Date): { now: Date; idle: Date } {
  return { now, idle: new Date(now.getTime() - IDLE_MS) };
}

/** Who was last seen before this is over for a week at least. */
export function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - 2 * IDLE_MS);
}
