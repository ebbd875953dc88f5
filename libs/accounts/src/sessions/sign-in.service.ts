import { Injectable } from '@nestjs/common';
import type { Role, TenantId, UserId } from '@waypost/contracts';
import { AppError, notFound, Tenancy } from '@waypost/platform';
import { passwordMatches } from '../users/password.ts';
import { normalEmail, PeopleService } from '../users/people.service.ts';
import { type Person, type PersonMembership, tenantToOpen } from '../users/person.ts';
import { User } from '../users/user.entity.ts';
import { AccessTokens } from './access-tokens.ts';

export interface Session {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
  /** Null for somebody without a tenant, as most super-admins are. */
  tenant: { id: TenantId; slug: string; name: string; status: 'active' | 'suspended'; role: Role } | null;
  user: { id: UserId; email: string; name: string; superAdmin: boolean };
}

/** A session with the token that the browser keeps in its cookie; it is never part of an answer's body. */
export type OpenedSession = Session & { browser: { accessToken: string; expiresIn: number } };

@Injectable()
export class SignInService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly people: PeopleService,
    private readonly tokens: AccessTokens,
  ) {}

  /** Throws `bad_credentials`, the same and after the same time for whatever is wrong. */
  async signIn({ email, password }: { email: string; password: string }): Promise<OpenedSession> {
    const found = await this.tenancy.lookUp<Person & { passwordHash: string }>(
      'SELECT find_sign_in($1) AS found',
      [normalEmail(email)],
    );
    const matches = await passwordMatches(password, found?.passwordHash);
    if (!found || !matches || found.status !== 'active') {
      throw new AppError(
        'bad_credentials',
        'No account has this e-mail and this password. Check both and try again.',
      );
    }
    return this.open(found, tenantToOpen(found));
  }

  /** Moves on to another tenant of the same person, without a password. */
  async switchTo(userId: UserId, tenantId: TenantId): Promise<OpenedSession> {
    const person = await this.people.find(userId);
    const membership = person?.memberships.find((one) => one.tenantId === tenantId);
    if (!person || !membership) throw notFound('tenant');
    return this.open(person, membership);
  }

  private async open(person: Person, membership: PersonMembership | undefined): Promise<OpenedSession> {
    const { id, email, name, superAdmin } = person;
    if (membership && membership.tenantId !== person.lastTenantId) {
      await this.tenancy.system((rows) => rows.update(User, { id }, { lastTenantId: membership.tenantId }));
    }
    const subject = { userId: id, superAdmin, tenantId: membership?.tenantId, role: membership?.role };
    return {
      ...(await this.tokens.issue(subject)),
      browser: await this.tokens.issue(subject, 'browser'),
      tenant: membership ? tenantOf(membership) : null,
      user: { id, email, name, superAdmin },
    };
  }
}

function tenantOf({ tenantId, slug, name, status, role }: PersonMembership): Session['tenant'] {
  return { id: tenantId, slug, name, status, role };
}
