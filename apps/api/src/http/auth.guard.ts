import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  ApiKeys,
  type KeyPrincipal,
  looksLikeKey,
  notWorking,
  type PersonPrincipal,
  type Principal,
  Principals,
  TenantsService,
  type TokenUse,
} from '@waypost/accounts';
import { type Permission, roleAllows } from '@waypost/contracts';
import { AppError, notFound } from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { AUTHORITY, type Authority } from './authority.ts';
import { CallLimits } from './call-limits.ts';
import { deviceOf } from './device.ts';
import { isUuid } from './ids.ts';
import type { ApiRequest } from './request.ts';
import { expectOwnPage, sessionOf } from './session-cookie.ts';

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly principals: Principals,
    private readonly apiKeys: ApiKeys,
    private readonly limits: CallLimits,
    private readonly tenants: TenantsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const authority = this.reflector.getAllAndOverride<Authority>(AUTHORITY, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    if (authority.kind === 'public') {
      if (!authority.unlimited) await this.limits.stranger(request, reply);
      if (authority.known) request.principal = await this.identify(request).catch(nobody);
      return true;
    }
    const principal = await this.identify(request).catch(async (error: unknown) => {
      if (error instanceof AppError && error.code === 'unauthenticated') await this.limits.refused(request, reply);
      throw error;
    });
    await this.limits.caller(principal, request, reply);
    await demand(principal, authority, this.tenants);
    request.principal = principal;
    return true;
  }

  private async identify(request: ApiRequest): Promise<Principal> {
    const key = presentedKey(request);
    if (key !== undefined) return this.apiKeys.identify({ key, ...callOf(request) });
    return this.principals.identify({ ...presented(request), ...callOf(request) });
  }
}

/** For what a stranger may do too: a session that is over is none. */
function nobody(error: unknown): undefined {
  if (!(error instanceof AppError && error.code === 'unauthenticated')) throw error;
}

function callOf(request: ApiRequest) {
  return { ...deviceOf(request), actingFor: namedTenant(request) };
}

/** An API key, where the call has one: as a bearer, or in the header that older systems use. */
function presentedKey({ headers }: ApiRequest): string | undefined {
  const [, bearer] = /^Bearer +([^\s]+)$/i.exec(headers.authorization ?? '') ?? [];
  if (bearer !== undefined) return looksLikeKey(bearer) ? bearer : undefined;
  const named = headers['x-api-key'];
  return headers.authorization === undefined && typeof named === 'string' ? named.trim() : undefined;
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
    'Send the header "Authorization: Bearer <access token or API key>"; auth/login gives a token.',
  );
}

function namedTenant(request: ApiRequest): string | undefined {
  const named = request.headers['x-tenant-id'];
  if (named === undefined) return undefined;
  if (typeof named !== 'string' || !isUuid(named)) throw notFound('tenant');
  return named.toLowerCase();
}

async function demand(
  principal: Principal,
  authority: Exclude<Authority, { kind: 'public' }>,
  tenants: TenantsService,
): Promise<void> {
  if (authority.kind === 'needs') await demandPermission(principal, authority.permission, tenants);
  else if (principal.kind === 'key' && !authority.keys) {
    throw new AppError('forbidden', 'An API key cannot do this. Sign in as a person.');
  }
}

async function demandPermission(principal: Principal, permission: Permission, tenants: TenantsService): Promise<void> {
  const { superAdmin, tenantId } = principal;
  if (superAdmin) return;
  if (permission === 'platform:admin') throw new AppError('forbidden', 'Only super-admins may do this.');
  if (principal.kind === 'person' && !principal.role)
    throw new AppError('forbidden', 'You are not a member of this tenant any more. Switch to another one.');
  if (tenantId !== undefined && !canWork(principal, permission)) {
    const standing = await tenants.standingOf(tenantId);
    if (standing) throw new AppError('forbidden', notWorking(standing));
  }
  if (principal.kind === 'key') demandScope(principal, permission);
  else demandRole(principal, permission);
}

/** While a tenant is being deleted its administrators still see what there is, and nobody changes it. */
function canWork({ tenantStatus, role }: Principal, permission: Permission): boolean {
  if (tenantStatus === undefined || tenantStatus === 'active') return true;
  return tenantStatus === 'deleting' && role === 'TENANT_ADMIN' && permission.endsWith(':read');
}

function demandRole({ role }: PersonPrincipal, permission: Permission): void {
  if (role && roleAllows(role, permission)) return;
  throw new AppError(
    'forbidden',
    `Your role ${role} does not include ${permission}. Ask an administrator of your tenant.`,
  );
}

function demandScope({ apiKey }: KeyPrincipal, permission: Permission): void {
  if (apiKey.scopes.includes(permission)) return;
  throw new AppError(
    'forbidden',
    `The API key ${apiKey.name} does not include ${permission}. Give it this scope, or use another key.`,
  );
}
