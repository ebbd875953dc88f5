export const roles = ['TENANT_ADMIN', 'AGENT', 'BILLING_ADMIN', 'DEVELOPER'] as const;
/** A person's role within one tenant. */
export type Role = (typeof roles)[number];

/** What a call needs, and who has it. Guards, OpenAPI and the dashboard read this one table. */
export const permissions = {
  'waba:read': ['TENANT_ADMIN', 'DEVELOPER', 'AGENT'],
  'waba:write': ['TENANT_ADMIN'],
  'routing:read': ['TENANT_ADMIN', 'DEVELOPER'],
  'routing:write': ['TENANT_ADMIN', 'DEVELOPER'],
  'deliveries:read': ['TENANT_ADMIN', 'DEVELOPER'],
  'deliveries:write': ['TENANT_ADMIN', 'DEVELOPER'],
  /** Who works in the tenant, and who is invited. */
  'team:read': ['TENANT_ADMIN', 'AGENT', 'BILLING_ADMIN', 'DEVELOPER'],
  'team:write': ['TENANT_ADMIN'],
  'keys:read': ['TENANT_ADMIN', 'DEVELOPER'],
  'keys:write': ['TENANT_ADMIN', 'DEVELOPER'],
  /** The plan, its limits and what is used of them. */
  'plan:read': ['TENANT_ADMIN', 'BILLING_ADMIN', 'DEVELOPER'],
  /** Brand, notifications, retention and single sign-on. */
  'settings:read': ['TENANT_ADMIN', 'AGENT', 'BILLING_ADMIN', 'DEVELOPER'],
  'settings:write': ['TENANT_ADMIN'],
  'audit:read': ['TENANT_ADMIN'],
  /** What is kept about a customer: to hand out, and to erase. */
  'privacy:read': ['TENANT_ADMIN'],
  'privacy:write': ['TENANT_ADMIN'],
  /** Only a super-admin: no role within a tenant has it. */
  'platform:admin': [],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function roleAllows(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}

/**
 * What an API key may be given. Never what lets in others: a key that makes keys or invites people outlives its own
 * revocation, and with `settings:write` it could name an identity provider of its own.
 */
export const keyScopes = (Object.keys(permissions) as Permission[]).filter(
  (permission) => !['platform:admin', 'team:write', 'keys:write', 'settings:write'].includes(permission),
);
