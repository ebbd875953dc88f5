import { Injectable } from '@nestjs/common';
import type { TenantId } from '@waypost/contracts';
import { AppError, notFound } from '@waypost/platform';
import { TenantsService } from '../tenants/tenants.service.ts';
import { PeopleService } from '../users/people.service.ts';
import type { Person } from '../users/person.ts';
import { AccessTokens, type TokenUse } from './access-tokens.ts';
import type { Principal } from './principal.ts';

export interface Presented {
  accessToken: string;
  /** Where it stood: in the header of a program or in the cookie of a browser. */
  use: TokenUse;
  /** The tenant that the call names: any for a super-admin, one of their own for others. */
  actingFor?: TenantId;
  requestId: string;
}

/** Turns what a call presents into who calls. People are looked up each time, so what is taken from them ends at once. */
@Injectable()
export class Principals {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly people: PeopleService,
    private readonly tenants: TenantsService,
  ) {}

  /** Throws `unauthenticated`, and `not_found` for a tenant that is absent or none of theirs. */
  async identify({ accessToken, use, actingFor, requestId }: Presented): Promise<Principal> {
    const subject = await this.tokens.verify(accessToken, use);
    const person = await this.people.find(subject.userId);
    if (!person || person.status !== 'active') {
      throw new AppError('unauthenticated', 'This account is closed or disabled. Ask an administrator.');
    }
    const { id: userId, email, name, superAdmin } = person;
    const place = superAdmin
      ? await this.placeOfSuperAdmin(actingFor)
      : placeOfMember(person, actingFor ?? subject.tenantId, actingFor !== undefined);
    return { userId, email, name, superAdmin, ...place, sessionEndsAt: subject.expiresAt, requestId };
  }

  private async placeOfSuperAdmin(tenantId: TenantId | undefined): Promise<Partial<Principal>> {
    if (tenantId === undefined) return {};
    const tenantStatus = await this.tenants.statusOf(tenantId);
    if (!tenantStatus) throw notFound('tenant');
    return { tenantId, tenantStatus };
  }
}

function placeOfMember(person: Person, tenantId: TenantId | undefined, named: boolean): Partial<Principal> {
  const membership = person.memberships.find((one) => one.tenantId === tenantId);
  if (!membership && named) throw notFound('tenant');
  return membership ? { tenantId, tenantStatus: membership.status, role: membership.role } : {};
}
