import type { EntityManager } from 'typeorm';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import type { Actor } from '../audit/actor.ts';
import type { Audit, AuditedDeed } from '../audit/audit.ts';
import type { Tenant } from './tenant.entity.ts';

/** Notes what the operator did to a tenant in the tenant's audit, for its people, and in the platform's, which stays. */
export async function recordForBoth(
  audit: Audit,
  rows: EntityManager,
  who: Actor,
  { id, name }: Pick<Tenant, 'id' | 'name'>,
  deed: Omit<AuditedDeed, 'target' | 'tenantId'> & Partial<Pick<AuditedDeed, 'target'>>,
): Promise<void> {
  const target = { type: 'tenant', id, name };
  for (const tenantId of [id, PLATFORM_TENANT_ID])
    await audit.record(rows, who, { target, ...deed, tenantId });
}
