import { applyDecorators, SetMetadata } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiExtension,
  ApiForbiddenResponse,
  ApiHeader,
  ApiSecurity,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { keyScopes, type Permission, permissions } from '@waypost/contracts';
import { Problem } from './problem.ts';

export const AUTHORITY = Symbol('authority');
/** Name of the API keys' scheme in the OpenAPI document. */
export const API_KEY_SCHEME = 'apiKey';

/** Who may call a handler. Every handler has one, or the process does not start. */
export type Authority =
  | { kind: 'public'; unlimited?: boolean; known?: boolean }
  | { kind: 'signed-in'; keys?: boolean }
  | { kind: 'needs'; permission: Permission };

const declare = (authority: Authority) => SetMetadata(AUTHORITY, authority);

/** Anybody, without a token; as often as an address may, or `unlimited`. `known`: who is signed in is known all the same. */
export const Public = ({ unlimited, known }: { unlimited?: boolean; known?: boolean } = {}) =>
  declare({ kind: 'public', unlimited, known });

/** Any person who is signed in, whatever the role; API keys too where `keys` says so. */
export const SignedIn = ({ keys = false }: { keys?: boolean } = {}) =>
  applyDecorators(
    declare({ kind: 'signed-in', keys }),
    ApiBearerAuth(),
    ...(keys ? [ApiSecurity(API_KEY_SCHEME)] : []),
    ApiCookieAuth(),
    ApiUnauthorizedResponse({ type: Problem, description: 'No token, or one that is not accepted' }),
  );

/** Who has the permission in the tenant; super-admins have all, and `platform:admin` is theirs alone. */
export const Needs = (permission: Permission) =>
  applyDecorators(
    declare({ kind: 'needs', permission }),
    ApiBearerAuth(),
    ...(keyScopes.includes(permission) ? [ApiSecurity(API_KEY_SCHEME)] : []),
    ApiExtension('x-permission', permission),
    ApiExtension('x-roles', rolesWith(permission)),
    ApiCookieAuth(),
    ...(permission === 'platform:admin' ? [] : [ApiHeader(tenantHeader)]),
    ApiUnauthorizedResponse({ type: Problem, description: 'No token, or one that is not accepted' }),
    ApiForbiddenResponse({ type: Problem, description: `The role lacks ${permission}` }),
  );

const tenantHeader = {
  name: 'X-Tenant-Id',
  required: false,
  description: 'The tenant to act for. A super-admin must name one; others may name one of their own.',
  schema: { type: 'string', format: 'uuid' },
};

/** Super-admins have every permission. */
const rolesWith = (permission: Permission) => ['SUPER_ADMIN', ...permissions[permission]];
