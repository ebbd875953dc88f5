import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type PlanFeature, planLimits, type PlanLimits } from '@waypost/contracts';
import { AppError, Clock, newId, notFound, SETTINGS, type Settings, Tenancy } from '@waypost/platform';
import type { Actor } from '../audit/actor.ts';
import { Audit } from '../audit/audit.ts';
import { freeSlug, slugOf } from '../tenants/slug.ts';
import { Tenant } from '../tenants/tenant.entity.ts';
import { Plan, type PlanId, type PlanInterval } from './plan.entity.ts';

export interface NewPlan {
  name: string;
  /** Made from the name when absent; it never changes. */
  slug?: string;
  description?: string;
  /** What is absent or null is without limit. */
  limits?: Partial<PlanLimits>;
  features?: PlanFeature[];
  /** Micro-units of the currency, per interval. */
  priceMicros: bigint;
  currency: string;
  interval: PlanInterval;
  public?: boolean;
  position?: number;
}

/** Limits that are absent stay. */
export type PlanChange = Partial<Omit<NewPlan, 'slug'>> & { archived?: boolean };

/** A plan with how many tenants have it. */
export type PlanWithTenants = Plan & { tenants: number };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The plans as super-admins keep them. */
@Injectable()
export class PlanCatalog {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly audit: Audit,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** All there are, in the order of their positions. */
  list(): Promise<PlanWithTenants[]> {
    return this.tenancy.system(async (rows) => {
      const plans = await rows.find(Plan, { order: { position: 'ASC', id: 'ASC' } });
      const counts: { id: PlanId; tenants: number }[] = await rows.query(
        `SELECT plan_id AS id, count(*)::int AS tenants FROM tenant WHERE kind = 'customer' GROUP BY plan_id`,
      );
      const byPlan = new Map(counts.map(({ id, tenants }) => [id, tenants]));
      return plans.map((plan) => Object.assign(plan, { tenants: byPlan.get(plan.id) ?? 0 }));
    });
  }

  /** Throws `already_exists` when the slug is taken. */
  create(who: Actor, input: NewPlan): Promise<Plan> {
    return this.tenancy.system(async (rows) => {
      const now = this.clock.now();
      const { name, description = '', features = [], priceMicros, currency, interval, position = 0 } = input;
      const plan = Object.assign(new Plan(), {
        id: newId<'plan'>(),
        slug: await chooseSlug(rows, input),
        name: name.trim(),
        description,
        limits: withLimits(undefined, input.limits),
        features: [...new Set(features)],
        priceMicros,
        currency,
        interval,
        public: input.public ?? true,
        archivedAt: null,
        position,
        createdAt: now,
        updatedAt: now,
      });
      await rows.insert(Plan, plan);
      await this.audit.record(rows, who, {
        action: 'plan.created',
        target: targetOf(plan),
        after: kept(plan),
      });
      return plan;
    });
  }

  /** Tenants that have the plan have the change at once; what is over a smaller limit is kept. */
  patch(who: Actor, id: PlanId, { archived, limits, features, name, ...plain }: PlanChange): Promise<Plan> {
    return this.tenancy.system(async (rows) => {
      const plan = await lockPlan(rows, id);
      const before = kept(plan);
      const now = this.clock.now();
      if (archived) this.expectNotDefault(plan);
      Object.assign(plan, definedOnly(plain), {
        ...(name !== undefined && { name: name.trim() }),
        ...(features && { features: [...new Set(features)] }),
        ...(limits && { limits: withLimits(plan.limits, limits) }),
        ...(archived !== undefined && { archivedAt: archived ? (plan.archivedAt ?? now) : null }),
        updatedAt: now,
      });
      await rows.save(plan);
      const action = archived === undefined ? 'plan.changed' : archived ? 'plan.archived' : 'plan.reopened';
      await this.audit.record(rows, who, { action, target: targetOf(plan), before, after: kept(plan) });
      return plan;
    });
  }

  /** Throws `in_use` while tenants have it: such a plan can only be archived. */
  delete(who: Actor, id: PlanId): Promise<void> {
    return this.tenancy.system(async (rows) => {
      // Whoever gives the plan to a tenant at this moment holds the row, and is counted afterwards.
      const plan = await lockPlan(rows, id);
      const tenants = await rows.countBy(Tenant, { planId: id });
      if (tenants > 0) {
        throw new AppError(
          'in_use',
          `${tenants} ${tenants === 1 ? 'tenant has' : 'tenants have'} the plan ${plan.name}. Archive it instead, ` +
            'so that nobody else gets it, or give them another plan first.',
        );
      }
      this.expectNotDefault(plan);
      await rows.delete(Plan, { id });
      await this.audit.record(rows, who, {
        action: 'plan.deleted',
        target: targetOf(plan),
        before: kept(plan),
      });
    });
  }

  /**
   * The plan for a tenant, by id or slug, in a unit of work of the system; without a reference that of new tenants.
   * Throws `not_found`, and `wrong_state` for an archived one.
   */
  async choose(rows: EntityManager, reference?: string): Promise<Plan> {
    const wanted = reference ?? this.settings.defaultPlan;
    const plan = await rows.findOneBy(
      Plan,
      uuid.test(wanted) ? { id: wanted.toLowerCase() } : { slug: wanted },
    );
    if (!plan && reference === undefined) {
      throw new AppError(
        'wrong_state',
        `There is no plan "${wanted}", which DEFAULT_PLAN names for new tenants. Make it, or name another one.`,
      );
    }
    if (!plan) throw notFound('plan');
    if (plan.archivedAt) {
      throw new AppError(
        'wrong_state',
        `The plan ${plan.name} is archived. Choose another one, or reopen it.`,
      );
    }
    return plan;
  }

  private expectNotDefault({ slug, name }: Plan): void {
    if (slug !== this.settings.defaultPlan) return;
    throw new AppError(
      'in_use',
      `New tenants get the plan ${name}. Name another one in the setting DEFAULT_PLAN first.`,
    );
  }
}

async function lockPlan(rows: EntityManager, id: PlanId): Promise<Plan> {
  const plan = await rows.findOne(Plan, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!plan) throw notFound('plan');
  return plan;
}

async function chooseSlug(rows: EntityManager, { name, slug }: NewPlan): Promise<string> {
  // Two who choose at the same time do it one after the other.
  await rows.query(`SELECT pg_advisory_xact_lock(hashtext('plan.slug'))`);
  const taken = new Set((await rows.find(Plan, { select: { slug: true } })).map((plan) => plan.slug));
  if (slug === undefined) return freeSlug(slugOf(name, 'plan'), taken);
  if (!taken.has(slug)) return slug;
  throw new AppError('already_exists', `The slug "${slug}" is taken. Choose another one, or leave it out.`);
}

function withLimits(now: PlanLimits | undefined, change: Partial<PlanLimits> = {}): PlanLimits {
  return Object.fromEntries(
    planLimits.map((name) => [name, change[name] === undefined ? (now?.[name] ?? null) : change[name]]),
  ) as PlanLimits;
}

function definedOnly<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

const targetOf = ({ id, name }: Plan) => ({ type: 'plan', id, name });

/** The plan as the audit keeps it. */
function kept({ id: _id, createdAt: _made, updatedAt: _changed, limits, ...plan }: Plan): object {
  return { ...plan, ...limits };
}
