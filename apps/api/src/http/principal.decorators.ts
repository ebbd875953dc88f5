import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { PersonPrincipal, Principal, TenantPrincipal } from '@waypost/accounts';
import { AppError } from '@waypost/platform';
import type { ApiRequest } from './request.ts';

function principalOf(context: ExecutionContext): Principal {
  const { principal } = context.switchToHttp().getRequest<ApiRequest>();
  if (!principal) throw new Error('A public handler asks who calls.');
  return principal;
}

/** Who calls: a person, or a program with an API key. */
export const Me = createParamDecorator((_data: unknown, context: ExecutionContext): Principal =>
  principalOf(context),
);

/** The person who calls, for what no API key has: a name, a session, tenants of their own. */
export const Self = createParamDecorator((_data: unknown, context: ExecutionContext): PersonPrincipal => {
  const principal = principalOf(context);
  if (principal.kind === 'person') return principal;
  throw new AppError('forbidden', 'An API key cannot do this. Sign in as a person.');
});

/**
 * The same, for what is nobody else's business: password, codes, sessions, the account itself. Whom one tenant's
 * provider has let in is the person as far as that tenant goes, and no further, unless that is said to be enough.
 */
export const Themself = createParamDecorator(
  (reach: 'in one tenant too' | undefined, context: ExecutionContext): PersonPrincipal => {
    const principal = principalOf(context);
    if (principal.kind !== 'person' || principal.impersonator) {
      throw new AppError(
        'forbidden',
        'Only the person themself can do this: neither an API key nor somebody who works as them.',
      );
    }
    if (principal.onlyTenantId && !reach) {
      throw new AppError(
        'forbidden',
        'You are signed in by the provider of your tenant, which speaks for that tenant alone. Sign in with your password for this; "Forgot password" sets one.',
      );
    }
    return principal;
  },
);

/** The person who is signed in, if anybody is, where a stranger may call too (`@Public({ known: true })`). */
export const MaybeSelf = createParamDecorator(
  (_data: unknown, context: ExecutionContext): PersonPrincipal | undefined => {
    const { principal } = context.switchToHttp().getRequest<ApiRequest>();
    return principal?.kind === 'person' ? principal : undefined;
  },
);

/** Who calls, in a tenant: the first argument of what works on a tenant's rows. */
export const Ctx = createParamDecorator((_data: unknown, context: ExecutionContext): TenantPrincipal => {
  const principal = principalOf(context);
  if (principal.tenantId === undefined) {
    throw new AppError('tenant_required', 'Name the tenant to act for in the header X-Tenant-Id.');
  }
  return { ...principal, tenantId: principal.tenantId };
});
