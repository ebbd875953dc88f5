import type { Role, TenantId, UserId } from '@waypost/contracts';
import type { TenantStatus } from '../tenants/tenant.entity.ts';

/** Who calls, and in which tenant. */
export interface Principal {
  userId: UserId;
  email: string;
  name: string;
  superAdmin: boolean;
  /** A member's tenant; a super-admin's only when the call names one. */
  tenantId?: TenantId;
  tenantStatus?: TenantStatus;
  /** The role in that tenant; a super-admin needs none. */
  role?: Role;
  /** When what the call presented is over. */
  sessionEndsAt: Date;
  requestId: string;
}

export type TenantPrincipal = Principal & { tenantId: TenantId };
