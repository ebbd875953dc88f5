import type { TenantPrincipal } from '@waypost/accounts';
import type { ConnectContext } from '@waypost/waba';

/** Numbers connect through the platform's apps by a super-admin's hand only. */
export function connecting(principal: TenantPrincipal): ConnectContext {
  return { ...principal, platformApp: principal.superAdmin };
}
