import type { TenantId, UserId } from '@waypost/contracts';

/** A person or an API key who calls; what a principal has. */
export interface Caller {
  /** Absent for an API key. */
  userId?: UserId;
  apiKey?: { id: string; name: string };
  /** The super-admin who acts as `userId`. */
  impersonator?: { userId: UserId };
  tenantId?: TenantId;
  /** The address the call came from, as far as the trusted proxies tell. */
  address?: string;
  userAgent?: string;
  requestId: string;
}

/** A step of Waypost itself, such as `worker` or `seed`. */
export interface SystemActor {
  system: string;
  tenantId?: TenantId;
}

/** Who did something, as it is kept in the audit. */
export type Actor = Caller | SystemActor;

/** Who works, and on whose rows. */
export type ActingContext = Actor & { tenantId: TenantId };

/**
 * The actor as the audit keeps it: ids alone. E-mail and name of a person are read from the person when the audit is
 * shown, so that they are gone when the person is.
 */
export function keptActor(who: Actor): Record<string, unknown> {
  if ('system' in who) return { kind: 'system', name: who.system };
  const { userId, apiKey, impersonator } = who;
  const acting = impersonator && { impersonator: impersonator.userId };
  if (apiKey) return { kind: 'key', id: apiKey.id, name: apiKey.name, ...acting };
  return userId ? { kind: 'person', id: userId, ...acting } : { kind: 'stranger' };
}

/** From where it came. */
export function keptOrigin(who: Actor): { address?: string; userAgent?: string; requestId?: string } {
  if ('system' in who) return {};
  return { address: who.address, userAgent: who.userAgent?.slice(0, 300), requestId: who.requestId };
}
