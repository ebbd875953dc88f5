import type { Locale, Role, TenantId, UserId } from '@waypost/contracts';
import type { TenantStatus } from '../tenants/tenant.entity.ts';

export interface PersonMembership {
  tenantId: TenantId;
  slug: string;
  name: string;
  role: Role;
  /** Of the tenant. */
  status: TenantStatus;
}

/** A person with all memberships, oldest first, as `find_person` and `find_sign_in` answer it. */
export interface Person {
  id: UserId;
  email: string;
  name: string;
  superAdmin: boolean;
  status: 'active' | 'disabled';
  lastTenantId: TenantId | null;
  /** An instant in ISO 8601; null until the address is proven. */
  emailVerifiedAt: string | null;
  locale: Locale;
  hasPassword: boolean;
  hasTotp: boolean;
  memberships: PersonMembership[];
}

/** The tenant that opens at sign-in: the last one used, else the first that is not suspended, else the first. */
export function tenantToOpen(person: Person): PersonMembership | undefined {
  const { lastTenantId, memberships } = person;
  return (
    memberships.find((membership) => membership.tenantId === lastTenantId) ??
    memberships.find((membership) => membership.status === 'active') ??
    memberships[0]
  );
}
