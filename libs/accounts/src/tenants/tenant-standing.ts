import type { TenantStatus } from '@waypost/contracts';
import type { Tenant } from './tenant.entity.ts';

/** Whether a tenant's people can work, and if not, why. */
export interface TenantStanding {
  status: TenantStatus;
  /** When that began; null for an active tenant. */
  since: Date | null;
  /** What the operator gave as the reason of a suspension. */
  reason: string | null;
  /** When everything of it is erased; null unless it is being deleted. */
  eraseAfter: Date | null;
}

export function standingOf({
  status,
  suspendedAt,
  suspendedReason,
  deletionAskedAt,
  eraseAfter,
}: Tenant): TenantStanding {
  if (status === 'active') return { status, since: null, reason: null, eraseAfter: null };
  if (status === 'suspended')
    return { status, since: suspendedAt, reason: suspendedReason, eraseAfter: null };
  return { status, since: deletionAskedAt, reason: null, eraseAfter };
}

/** Why a tenant's people cannot work, and the way out. */
export function notWorking({ status, reason, eraseAfter }: TenantStanding): string {
  if (status === 'deleting') {
    const until = eraseAfter
      ? ` Everything of it is erased after ${eraseAfter.toISOString().slice(0, 10)};`
      : '';
    return `This tenant is being deleted.${until} until then the operator of this Waypost can restore it.`;
  }
  const because = reason === null ? '.' : `: ${reason.replace(/\s*[.!]?\s*$/, '.')}`;
  return `This tenant is suspended${because} Ask the operator of this Waypost to resume it.`;
}
