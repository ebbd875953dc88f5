import { Injectable } from '@nestjs/common';
import type { TenantId } from '@waypost/contracts';
import {
  AppError,
  Clock,
  newId,
  notFound,
  pageOf,
  type PagePart,
  type PageRequest,
  Tenancy,
} from '@waypost/platform';
import { LessThan, Like, type EntityManager } from 'typeorm';
import { type NewPerson, PeopleService } from '../users/people.service.ts';
import type { User } from '../users/user.entity.ts';
import { freeSlug, slugOf } from './slug.ts';
import { Tenant, type TenantStatus } from './tenant.entity.ts';

export interface NewTenant {
  name: string;
  /** Made from the name when absent. */
  slug?: string;
  /** The first TENANT_ADMIN; somebody with this e-mail keeps name and password. */
  admin?: NewPerson;
}

/** Tenants as super-admins see them. The platform's own tenant is not among them. */
@Injectable()
export class TenantsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly people: PeopleService,
  ) {}

  /** Throws `already_exists` when the slug is taken. */
  async create({ name, slug, admin }: NewTenant): Promise<{ tenant: Tenant; admin?: User }> {
    const draft = admin && (await this.people.draft(admin));
    return this.tenancy.system(async (rows) => {
      const now = this.clock.now();
      const tenant = Object.assign(new Tenant(), {
        id: newId<'tenant'>(),
        slug: await this.chooseSlug(rows, { name, slug }),
        name: name.trim(),
        kind: 'customer' as const,
        status: 'active' as const,
        createdAt: now,
        updatedAt: now,
      });
      await rows.insert(Tenant, tenant);
      return { tenant, admin: draft && (await this.people.join(rows, tenant.id, draft, 'TENANT_ADMIN')) };
    });
  }

  /** Newest first; the page's key is the tenant's id. */
  list({ limit, after }: PageRequest): Promise<PagePart<Tenant>> {
    return this.tenancy.system(async (rows) => {
      const found = await rows.find(Tenant, {
        where: { kind: 'customer', ...(after && { id: LessThan(after) }) },
        order: { id: 'DESC' },
        take: limit + 1,
      });
      return pageOf(found, limit, (row) => row.id);
    });
  }

  get(id: TenantId): Promise<Tenant> {
    return this.tenancy.system((rows) => this.findCustomer(rows, id));
  }

  findBySlug(slug: string): Promise<Tenant | null> {
    return this.tenancy.system((rows) => rows.findOneBy(Tenant, { slug }));
  }

  /** The status of any tenant, also the platform's, or undefined when there is none. */
  async statusOf(tenantId: TenantId): Promise<TenantStatus | undefined> {
    const tenant = await this.tenancy.run({ tenantId }, (rows) => rows.findOneBy(Tenant, { id: tenantId }));
    return tenant?.status;
  }

  rename(id: TenantId, { name, slug }: { name?: string; slug?: string }): Promise<Tenant> {
    return this.tenancy.system(async (rows) => {
      const tenant = await this.findCustomer(rows, id);
      if (slug !== undefined && slug !== tenant.slug)
        tenant.slug = await this.chooseSlug(rows, { name: '', slug });
      if (name !== undefined) tenant.name = name.trim();
      tenant.updatedAt = this.clock.now();
      return rows.save(tenant);
    });
  }

  /** From now on webhooks of the tenant are stored and held, and its people cannot work. */
  suspend(id: TenantId): Promise<Tenant> {
    return this.setStatus(id, 'suspended');
  }

  resume(id: TenantId): Promise<Tenant> {
    return this.setStatus(id, 'active');
  }

  private setStatus(id: TenantId, status: TenantStatus): Promise<Tenant> {
    return this.tenancy.system(async (rows) => {
      const tenant = await this.findCustomer(rows, id);
      if (tenant.status === status) return tenant;
      return rows.save(Object.assign(tenant, { status, updatedAt: this.clock.now() }));
    });
  }

  private async findCustomer(rows: EntityManager, id: TenantId): Promise<Tenant> {
    const tenant = await rows.findOneBy(Tenant, { id, kind: 'customer' });
    if (!tenant) throw notFound('tenant');
    return tenant;
  }

  private async chooseSlug(
    rows: EntityManager,
    { name, slug }: { name: string; slug?: string },
  ): Promise<string> {
    // Two who choose at the same time do it one after the other.
    await rows.query(`SELECT pg_advisory_xact_lock(hashtext('tenant.slug'))`);
    const wanted = slug ?? slugOf(name);
    const similar = await rows.find(Tenant, {
      select: { slug: true },
      where: { slug: Like(`${wanted.slice(0, 30)}%`) },
    });
    const taken = new Set(similar.map((tenant) => tenant.slug));
    if (slug === undefined) return freeSlug(wanted, taken);
    if (taken.has(slug)) {
      throw new AppError(
        'already_exists',
        `The slug "${slug}" is taken. Choose another one, or leave it out.`,
      );
    }
    return slug;
  }
}
