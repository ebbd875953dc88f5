import { Inject, Injectable } from '@nestjs/common';
import type { LimitUse, Locale, TenantId } from '@waypost/contracts';
import {
  AppError,
  Clock,
  newId,
  pageOf,
  type PagePart,
  type PageRequest,
  SETTINGS,
  type Settings,
  Tenancy,
} from '@waypost/platform';
import { Like, type EntityManager } from 'typeorm';
import type { Actor } from '../audit/actor.ts';
import { Audit } from '../audit/audit.ts';
import { PlanCatalog } from '../plans/plan-catalog.service.ts';
import type { Plan } from '../plans/plan.entity.ts';
import { Plans } from '../plans/plans.ts';
import { expectGoodPassword } from '../users/password-rules.ts';
import { type NewPerson, PeopleService } from '../users/people.service.ts';
import type { User } from '../users/user.entity.ts';
import { recordForBoth } from './record-for-both.ts';
import { freeSlug, slugOf } from './slug.ts';
import {
  lockTenant,
  readMembers,
  readTenant,
  readTenants,
  type TenantFilter,
  type TenantMember,
  type TenantRow,
} from './tenant-rows.ts';
import { type TenantStanding, standingOf } from './tenant-standing.ts';
import { Tenant, type TenantStatus } from './tenant.entity.ts';
import { Welcome } from './welcome.ts';

export interface NewTenantRow {
  name: string;
  /** Made from the name when absent. */
  slug?: string;
  /** Id or slug of its plan; without it that of new tenants. */
  plan?: string;
  locale?: Locale | null;
}

export interface NewTenant extends NewTenantRow {
  /**
   * The first TENANT_ADMIN; somebody with this e-mail keeps name and password. Without a password they get a mail
   * with a link to choose one.
   */
  admin?: NewPerson;
}

export interface TenantDetails extends TenantRow {
  fullPlan: Plan;
  usage: LimitUse[];
  administrators: TenantMember[];
  /** For how many days it could be restored if it were deleted now. */
  deleteGraceDays: number;
}

/** What stays of a tenant that was erased. */
export interface Tombstone {
  id: TenantId;
  askedAt: Date;
  startedAt: Date;
  /** Null while it is being erased. */
  deletedAt: Date | null;
  /** Rows that were erased, by table. */
  counts: Record<string, number>;
}

/** More administrators than anybody looks at. */
const ALL = 200;

/** Tenants as super-admins see them. The platform's own tenant is not among them. */
@Injectable()
export class TenantsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly catalog: PlanCatalog,
    private readonly plans: Plans,
    private readonly welcome: Welcome,
    private readonly audit: Audit,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws `already_exists` when the slug is taken, and `not_found` or `wrong_state` for its plan. */
  async create(who: Actor, { admin, ...input }: NewTenant): Promise<{ tenant: TenantRow; admin?: User }> {
    const locale = input.locale ?? undefined;
    if (admin?.password !== undefined) {
      const about = [admin.email, admin.name, input.name];
      expectGoodPassword(admin.password, { about, field: 'admin.password' });
    }
    const draft = admin && (await this.people.draft(admin, { locale }));
    const invited = draft && admin.password === undefined;
    const welcome = invited && (await this.welcome.prepare(draft, input.name.trim()));
    const made = await this.tenancy.system(async (rows) => {
      const { id } = await this.insert(rows, who, input);
      const user = draft && (await this.people.join(rows, id, draft, 'TENANT_ADMIN'));
      if (user && welcome) await this.welcome.keep(rows, user, welcome);
      return { tenant: await readTenant(rows, id), admin: user };
    });
    if (welcome) this.welcome.send();
    return made;
  }

  /** A new tenant within the caller's unit of work of the system. Throws as `create` does. */
  async insert(
    rows: EntityManager,
    who: Actor,
    { name, slug, plan: wanted, locale = null }: NewTenantRow,
  ): Promise<Tenant> {
    const now = this.clock.now();
    const plan = await this.catalog.choose(rows, wanted);
    const tenant = Object.assign(new Tenant(), {
      id: newId<'tenant'>(),
      slug: await this.chooseSlug(rows, { name, slug }),
      name: name.trim(),
      kind: 'customer' as const,
      status: 'active' as const,
      planId: plan.id,
      locale,
      suspendedAt: null,
      suspendedReason: null,
      deletionAskedAt: null,
      eraseAfter: null,
      erasingSince: null,
      createdAt: now,
      updatedAt: now,
    });
    await rows.insert(Tenant, tenant);
    const after = { slug: tenant.slug, plan: plan.slug, locale };
    await recordForBoth(this.audit, rows, who, tenant, { action: 'tenant.created', after });
    return tenant;
  }

  /** Newest first; the page's key is the tenant's id. */
  list(page: PageRequest, filter: TenantFilter = {}): Promise<PagePart<TenantRow>> {
    return this.tenancy.system((rows) => readTenants(rows, page, filter));
  }

  get(id: TenantId): Promise<TenantRow> {
    return this.tenancy.system((rows) => readTenant(rows, id));
  }

  /** With plan, use and administrators. */
  async details(id: TenantId): Promise<TenantDetails> {
    const { tenant, administrators } = await this.tenancy.system(async (rows) => ({
      tenant: await readTenant(rows, id),
      administrators: (await readMembers(rows, id, { limit: ALL, role: 'TENANT_ADMIN' })).data,
    }));
    const { plan, usage } = await this.plans.current({ tenantId: id });
    return { ...tenant, fullPlan: plan, usage, administrators, deleteGraceDays: this.settings.tenantDeleteGraceDays };
  }

  /** Longest there first; the page's key is the membership's id. */
  members(id: TenantId, page: PageRequest): Promise<PagePart<TenantMember>> {
    return this.tenancy.system(async (rows) => {
      await readTenant(rows, id);
      return readMembers(rows, id, page);
    });
  }

  findBySlug(slug: string): Promise<Tenant | null> {
    return this.tenancy.system((rows) => rows.findOneBy(Tenant, { slug }));
  }

  /** The status of any tenant, also the platform's, or undefined when there is none. */
  async statusOf(tenantId: TenantId): Promise<TenantStatus | undefined> {
    return (await this.standingOf(tenantId))?.status;
  }

  /** How a tenant stands, for its own people; undefined when there is none. */
  async standingOf(tenantId: TenantId): Promise<TenantStanding | undefined> {
    const tenant = await this.tenancy.run({ tenantId }, (rows) => rows.findOneBy(Tenant, { id: tenantId }));
    return tenant ? standingOf(tenant) : undefined;
  }

  /** Tenants that were erased or are being erased, latest first; the page's key is the instant it was begun. */
  async tombstones({ limit, after }: PageRequest): Promise<PagePart<Tombstone>> {
    const before = after === undefined ? null : new Date(after);
    if (before && !Number.isFinite(before.getTime())) {
      const message = 'is not a cursor of this list; take nextCursor of the page before';
      throw new AppError('invalid_input', {
        detail: `cursor ${message}.`,
        errors: [{ field: 'cursor', message }],
      });
    }
    return this.tenancy.system(async (rows) => {
      const found: Tombstone[] = await rows.query(
        `SELECT id, asked_at AS "askedAt", started_at AS "startedAt", deleted_at AS "deletedAt", counts
         FROM tenant_tombstone WHERE $2::timestamptz IS NULL OR started_at < $2 ORDER BY started_at DESC, id LIMIT $1`,
        [limit + 1, before],
      );
      return pageOf(found, limit, (row) => row.startedAt.toISOString());
    });
  }

  rename(who: Actor, id: TenantId, { name, slug }: { name?: string; slug?: string }): Promise<TenantRow> {
    return this.tenancy.system(async (rows) => {
      const tenant = await lockTenant(rows, id);
      const before = { name: tenant.name, slug: tenant.slug };
      if (slug !== undefined && slug !== tenant.slug)
        tenant.slug = await this.chooseSlug(rows, { name: '', slug });
      if (name !== undefined) tenant.name = name.trim();
      tenant.updatedAt = this.clock.now();
      await rows.save(tenant);
      const after = { name: tenant.name, slug: tenant.slug };
      await recordForBoth(this.audit, rows, who, tenant, { action: 'tenant.renamed', before, after });
      return readTenant(rows, id);
    });
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
