import type { Locale, Permission, Role, TenantId, UserId } from '@waypost/contracts';
import type { TenantStatus } from '../tenants/tenant.entity.ts';

/** What is known of every call, whoever makes it. */
interface Caller {
  /** A member's or a key's tenant; a super-admin's only when the call names one. */
  tenantId?: TenantId;
  tenantStatus?: TenantStatus;
  /** The address that the call came from. */
  address: string;
  userAgent?: string;
  /** Whether the address of the person is proven; true for a key. */
  emailVerified: boolean;
  /** In which words to answer. */
  locale: Locale;
  requestId: string;
}

/** Somebody who is signed in. */
export interface PersonPrincipal extends Caller {
  kind: 'person';
  userId: UserId;
  email: string;
  name: string;
  superAdmin: boolean;
  /** The role in the tenant; a super-admin needs none. */
  role?: Role;
  sessionId: string;
  /** The one tenant that the session reaches, where it does not reach all of the person's. */
  onlyTenantId?: TenantId;
  /** When the session is over at the latest. */
  sessionEndsAt: Date;
  /** The super-admin who works as this person. */
  impersonator?: { userId: UserId; email: string };
  apiKey?: undefined;
}

/** A program with an API key of a tenant: it may do what its scopes name, and nothing that is a person's own. */
export interface KeyPrincipal extends Caller {
  kind: 'key';
  tenantId: TenantId;
  apiKey: { id: string; name: string; scopes: readonly Permission[] };
  superAdmin: false;
  userId?: undefined;
  email?: undefined;
  name?: undefined;
  role?: undefined;
  sessionId?: undefined;
  sessionEndsAt?: undefined;
  impersonator?: undefined;
}

/** Who calls, and in which tenant. */
export type Principal = PersonPrincipal | KeyPrincipal;

export type TenantPrincipal = Principal & { tenantId: TenantId };
