import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Principal, TenantPrincipal } from '@waypost/accounts';
import { AppError } from '@waypost/platform';
import type { ApiRequest } from './request.ts';

function principalOf(context: ExecutionContext): Principal {
  const { principal } = context.switchToHttp().getRequest<ApiRequest>();
  if (!principal) throw new Error('A public handler asks who calls.');
  return principal;
}

/** Who calls. */
export const Me = createParamDecorator((_data: unknown, context: ExecutionContext): Principal =>
  principalOf(context),
);

/** Who calls, in a tenant: the first argument of what works on a tenant's rows. */
export const Ctx = createParamDecorator((_data: unknown, context: ExecutionContext): TenantPrincipal => {
  const principal = principalOf(context);
  if (principal.tenantId === undefined) {
    throw new AppError('tenant_required', 'Name the tenant to act for in the header X-Tenant-Id.');
  }
  return { ...principal, tenantId: principal.tenantId };
});
