import { Injectable } from '@nestjs/common';
import type { Locale } from '@waypost/contracts';
import { AppError, Clock, notFound, Tenancy } from '@waypost/platform';
import { Audit } from '../audit/audit.ts';
import type { PersonPrincipal } from '../sessions/principal.ts';
import { expectThemselves } from './password-proof.ts';
import { PeopleService } from './people.service.ts';
import type { Person } from './person.ts';
import { User } from './user.entity.ts';

/** What people say of themselves. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly audit: Audit,
  ) {}

  /** Throws `forbidden` for who works as somebody else, or was let in by one tenant alone. */
  async change(me: PersonPrincipal, { name, locale }: { name?: string; locale?: Locale }): Promise<Person> {
    expectThemselves(me);
    if (me.onlyTenantId) {
      throw new AppError(
        'forbidden',
        'You are signed in for one tenant only. Sign in with your password to change this.',
      );
    }
    const before = await this.people.find(me.userId);
    if (!before) throw notFound('person');
    const after = { name: name?.trim() ?? before.name, locale: locale ?? before.locale };
    await this.tenancy.system(async (rows) => {
      await rows.update(User, { id: me.userId }, { ...after, updatedAt: this.clock.now() });
      await this.audit.record(rows, me, {
        action: 'person.changed',
        target: { type: 'person', id: me.userId },
        // The name is the person's own to have erased, so that the audit only says that it changed.
        before: { locale: before.locale },
        after: { locale: after.locale, renamed: after.name !== before.name },
      });
    });
    return { ...before, ...after };
  }
}
