import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type CountedLimit,
  countedLimits,
  type LimitUse,
  type PlanFeature,
  type PlanLimits,
  type TenantId,
} from '@waypost/contracts';
import {
  AppError,
  Caches,
  Clock,
  CountedCache,
  notFound,
  Tenancy,
  type TenantContext,
} from '@waypost/platform';
import { limitReached } from './limit-words.ts';
import { type Plan, type PlanJson, planOf } from './plan.entity.ts';
import { readUsage } from './usage.ts';

/** What a tenant has by its plan, and the place where limits bite. */
@Injectable()
export class Plans {
  private readonly plans: CountedCache<Plan>;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    caches: Caches,
  ) {
    this.plans = caches.add(new CountedCache<Plan>('plans-by-tenant'));
  }

  /**
   * Call it in the unit of work that makes something, before it is made. Throws `limit_reached` when the plan has no
   * room for `adding` more. Others who would add for the same tenant wait until this unit of work has ended, so the
   * room is never given away twice.
   */
  async check(rows: EntityManager, tenantId: TenantId, what: CountedLimit, adding = 1): Promise<void> {
    await rows.query(`SELECT pg_advisory_xact_lock(hashtextextended('plan ' || $1, 0))`, [tenantId]);
    const plan = await readPlan(rows, tenantId);
    const max = plan.limits[what] ?? null;
    if (max === null) return;
    const { [what]: used } = await readUsage(rows, { tenantId, now: this.clock.now() }, [what]);
    if (used + adding <= max) return;
    const next = betterOf(
      await readOffered(rows),
      plan,
      ({ limits }) => (limits[what] ?? Infinity) > Math.max(max, used),
    );
    throw new AppError('limit_reached', {
      detail: limitReached(plan.name, { name: what, used, max }, next?.name),
      limit: { name: what, used, max },
    });
  }

  /** The tenant's limits, from this process's memory: for what is asked at the rate of the traffic. */
  async limitsOf(tenantId: TenantId): Promise<PlanLimits> {
    return (await this.planOf(tenantId)).limits;
  }

  /** Throws `limit_reached` when the tenant's plan does not include the feature. */
  async needFeature(tenantId: TenantId, feature: PlanFeature, what: string): Promise<void> {
    const plan = await this.planOf(tenantId);
    if (plan.features.includes(feature)) return;
    const next = betterOf(await this.offered(), plan, ({ features }) => features.includes(feature));
    const ask = next === undefined ? 'a plan that does' : `the plan ${next.name}`;
    throw new AppError(
      'limit_reached',
      `Your plan ${plan.name} does not include ${what}. Ask the operator of this Waypost for ${ask}.`,
    );
  }

  /** The plan with what is used of its counted limits. */
  async current({ tenantId }: TenantContext): Promise<{ plan: Plan; usage: LimitUse[] }> {
    return this.tenancy.run({ tenantId }, async (rows) => {
      const plan = await readPlan(rows, tenantId);
      const used = await readUsage(rows, { tenantId, now: this.clock.now() });
      const usage = countedLimits.map((name) => ({ name, used: used[name], max: plan.limits[name] ?? null }));
      return { plan, usage };
    });
  }

  /** What everybody may see, in the operator's order. */
  async offered(): Promise<Plan[]> {
    const found = await this.tenancy.lookUp<PlanJson[]>('SELECT find_offered_plans() AS found', []);
    return (found ?? []).map(planOf);
  }

  private async planOf(tenantId: TenantId): Promise<Plan> {
    const known = this.plans.get(tenantId);
    if (known) return known;
    const { clears } = this.plans.stats();
    const found = await this.tenancy.lookUp<PlanJson>('SELECT find_plan_of($1) AS found', [tenantId]);
    if (!found) throw notFound('tenant');
    const plan = planOf(found);
    // What was read before a change must not outlive it.
    if (this.plans.stats().clears === clears) this.plans.set(tenantId, plan);
    return plan;
  }
}

/** The next plan in the operator's order that has what is missing, else any that has. */
function betterOf(offered: Plan[], plan: Plan, has: (one: Plan) => boolean): Plan | undefined {
  const good = offered.filter(has);
  return good.find(({ position }) => position > plan.position) ?? good[0];
}

async function readPlan(rows: EntityManager, tenantId: TenantId): Promise<Plan> {
  const [row]: { found: PlanJson | null }[] = await rows.query('SELECT find_plan_of($1) AS found', [
    tenantId,
  ]);
  if (!row?.found) throw notFound('tenant');
  return planOf(row.found);
}

async function readOffered(rows: EntityManager): Promise<Plan[]> {
  const [row]: { found: PlanJson[] }[] = await rows.query('SELECT find_offered_plans() AS found');
  return (row?.found ?? []).map(planOf);
}
