import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiForbiddenResponse, ApiHeader, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { Permission } from '@waypost/contracts';
import { Problem } from './problem.ts';

export const AUTHORITY = Symbol('authority');

/** Who may call a handler. Every handler has one, or the process does not start. */
export type Authority =
  { kind: 'public' } | { kind: 'signed-in' } | { kind: 'needs'; permission: Permission };

const declare = (authority: Authority) => SetMetadata(AUTHORITY, authority);

/** Anybody, without a token. */
export const Public = () => declare({ kind: 'public' });

/** Anybody with a token, whatever the role. */
export const SignedIn = () =>
  applyDecorators(
    declare({ kind: 'signed-in' }),
    ApiBearerAuth(),
    ApiCookieAuth(),
    ApiUnauthorizedResponse({ type: Problem, description: 'No token, or one that is not accepted' }),
  );

/** Who has the permission in the tenant; super-admins have all, and `platform:admin` is theirs alone. */
export const Needs = (permission: Permission) =>
  applyDecorators(
    declare({ kind: 'needs', permission }),
    ApiBearerAuth(),
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
