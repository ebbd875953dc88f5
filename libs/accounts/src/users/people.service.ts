import { Injectable } from '@nestjs/common';
import type { Role, TenantId, UserId } from '@waypost/contracts';
import { AppError, Clock, newId, notFound, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { Membership } from './membership.entity.ts';
import { hashPassword } from './password.ts';
import type { Person } from './person.ts';
import { User } from './user.entity.ts';

export interface NewPerson {
  email: string;
  name: string;
  /** 10 to 200 characters. */
  password: string;
}

/** One address, one person: compared without the case and without blanks around. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

@Injectable()
export class PeopleService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
  ) {}

  find(userId: UserId): Promise<Person | undefined> {
    return this.tenancy.lookUp<Person>('SELECT find_person($1) AS found', [userId]);
  }

  superAdminExists(): Promise<boolean> {
    return this.tenancy.system((rows) => rows.existsBy(User, { superAdmin: true }));
  }

  /** Throws `already_exists` when the e-mail belongs to somebody. */
  async createSuperAdmin(person: NewPerson): Promise<User> {
    const user = await this.draft(person, true);
    return this.tenancy.system(async (rows) => {
      if (await rows.existsBy(User, { email: user.email })) {
        throw new AppError('already_exists', `A person with the e-mail ${user.email} exists already.`);
      }
      return rows.save(user);
    });
  }

  /** Throws `not_found` when nobody has the e-mail. */
  async setPassword(email: string, password: string): Promise<void> {
    const change = { passwordHash: await hashPassword(password), updatedAt: this.clock.now() };
    const { affected } = await this.tenancy.system((rows) =>
      rows.update(User, { email: normalEmail(email) }, change),
    );
    if (!affected) throw notFound('person');
  }

  /** A new person that is not stored yet. The hashing takes tens of milliseconds: do it before the unit of work. */
  async draft({ email, name, password }: NewPerson, superAdmin = false): Promise<User> {
    const now = this.clock.now();
    return Object.assign(new User(), {
      id: newId<'user'>(),
      email: normalEmail(email),
      name: name.trim(),
      passwordHash: await hashPassword(password),
      superAdmin,
      status: 'active' as const,
      lastTenantId: null,
      createdAt: now,
      updatedAt: now,
    });
  }

  /**
   * Gives a person a role in a tenant, within the caller's unit of work of the system. Somebody who exists already
   * keeps name and password.
   */
  async join(rows: EntityManager, tenantId: TenantId, draft: User, role: Role): Promise<User> {
    await rows.createQueryBuilder().insert().into(User).values(draft).orIgnore().execute();
    const user = await rows.findOneByOrFail(User, { email: draft.email });
    await rows.insert(Membership, {
      tenantId,
      id: newId<'membership'>(),
      userId: user.id,
      role,
      createdAt: this.clock.now(),
    });
    return user;
  }
}
