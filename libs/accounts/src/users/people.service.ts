import { Injectable } from '@nestjs/common';
import { defaultLocale, type Locale, type Role, type TenantId, type UserId } from '@waypost/contracts';
import { AppError, Clock, newId, notFound, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { Membership } from './membership.entity.ts';
import { hashPassword } from './password.ts';
import type { Person } from './person.ts';
import { User } from './user.entity.ts';

export interface NewPerson {
  email: string;
  name: string;
  /** 10 to 200 characters. Without one the person chooses it by a link in a mail. */
  password?: string;
}

export interface DraftOptions {
  superAdmin?: boolean;
  /** Whether the address is proven. An operator vouches for whom they make, unless a mail has to be answered first. */
  verified?: boolean;
  locale?: Locale;
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

  findByEmail(email: string): Promise<Person | undefined> {
    return this.tenancy.lookUp<Person>('SELECT find_person_by_email($1) AS found', [normalEmail(email)]);
  }

  superAdminExists(): Promise<boolean> {
    return this.tenancy.system((rows) => rows.existsBy(User, { superAdmin: true }));
  }

  /** Throws `already_exists` when the e-mail belongs to somebody. */
  async createSuperAdmin(person: NewPerson): Promise<User> {
    const user = await this.draft(person, { superAdmin: true });
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
  async draft({ email, name, password }: NewPerson, options: DraftOptions = {}): Promise<User> {
    const now = this.clock.now();
    const { superAdmin = false, verified = password !== undefined, locale = defaultLocale } = options;
    return Object.assign(new User(), {
      id: newId<'user'>(),
      email: normalEmail(email),
      name: name.trim(),
      passwordHash: password === undefined ? null : await hashPassword(password),
      superAdmin,
      status: 'active' as const,
      lastTenantId: null,
      emailVerifiedAt: verified ? now : null,
      locale,
      createdAt: now,
      updatedAt: now,
    });
  }

  /** Stores a draft within the caller's unit of work of the system; false when the e-mail belongs to somebody. */
  async insert(rows: EntityManager, draft: User): Promise<boolean> {
    const { raw } = await rows
      .createQueryBuilder()
      .insert()
      .into(User)
      .values(draft)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  /**
   * Gives a person a role in a tenant, within the caller's unit of work of the system. Somebody who exists already
   * keeps name and password.
   */
  async join(rows: EntityManager, tenantId: TenantId, draft: User, role: Role): Promise<User> {
    await this.insert(rows, draft);
    const user = await rows.findOneByOrFail(User, { email: draft.email });
    await this.addMember(rows, tenantId, user.id, role);
    return user;
  }

  /** Within the caller's unit of work of the system. */
  async addMember(rows: EntityManager, tenantId: TenantId, userId: UserId, role: Role): Promise<void> {
    await rows.insert(Membership, {
      tenantId,
      id: newId<'membership'>(),
      userId,
      role,
      createdAt: this.clock.now(),
    });
  }
}
