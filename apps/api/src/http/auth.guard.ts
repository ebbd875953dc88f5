import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Principal, Principals, type TokenUse } from '@waypost/accounts';
import { type Permission, roleAllows } from '@waypost/contracts';
import { AppError, notFound } from '@waypost/platform';
import { AUTHORITY, type Authority } from './authority.ts';
import { isUuid } from './ids.ts';
import type { ApiRequest } from './request.ts';
import { expectOwnPage, sessionOf } from './session-cookie.ts';

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly principals: Principals,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const authority = this.reflector.getAllAndOverride<Authority>(AUTHORITY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (authority.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const principal = await this.principals.identify({
      ...presented(request),
      actingFor: namedTenant(request),
      requestId: String(request.id),
    });
    if (authority.kind === 'needs') demand(principal, authority.permission);
    request.principal = principal;
    return true;
  }
}

/** The header of a program, or else the cookie of a browser. */
function presented(request: ApiRequest): { accessToken: string; use: TokenUse } {
  const { authorization } = request.headers;
  const [, bearer] = /^Bearer +([^\s]+)$/i.exec(authorization ?? '') ?? [];
  if (bearer) return { accessToken: bearer, use: 'bearer' };
  const session = authorization === undefined ? sessionOf(request) : undefined;
  if (session) {
    expectOwnPage(request);
    return { accessToken: session, use: 'browser' };
  }
  throw new AppError(
    'unauthenticated',
    'Send the header "Authorization: Bearer <access token>"; auth/login gives one.',
  );
}

function namedTenant(request: ApiRequest): string | undefined {
  const named = request.headers['x-tenant-id'];
  if (named === undefined) return undefined;
  if (typeof named !== 'string' || !isUuid(named)) throw notFound('tenant');
  return named.toLowerCase();
}

function demand({ superAdmin, role, tenantStatus }: Principal, permission: Permission): void {
  if (superAdmin) return;
  if (permission === 'platform:admin') throw new AppError('forbidden', 'Only super-admins may do this.');
  if (!role)
    throw new AppError('forbidden', 'You are not a member of this tenant any more. Switch to another one.');
  if (tenantStatus === 'suspended') {
    throw new AppError(
      'forbidden',
      'This tenant is suspended. Ask the operator of this Waypost to resume it.',
    );
  }
  if (!roleAllows(role, permission)) {
    throw new AppError(
      'forbidden',
      `Your role ${role} does not include ${permission}. Ask an administrator of your tenant.`,
    );
  }
}
