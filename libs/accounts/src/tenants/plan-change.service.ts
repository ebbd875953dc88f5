import { Injectable } from '@nestjs/common';
import {
  type CountedLimit,
  countedLimits,
  type PlanFeature,
  type PlanLimit,
  planLimits,
  type TenantId,
} from '@waypost/contracts';
import { Clock, Tenancy } from '@waypost/platform';
import type { Actor } from '../audit/actor.ts';
import { Audit } from '../audit/audit.ts';
import { consequence } from '../plans/limit-words.ts';
import { PlanCatalog } from '../plans/plan-catalog.service.ts';
import { Plan } from '../plans/plan.entity.ts';
import { readUsage, type Usage } from '../plans/usage.ts';
import { recordForBoth } from './record-for-both.ts';
import { lockTenant, readTenant, type TenantRow } from './tenant-rows.ts';

export interface LimitConsequence {
  name: PlanLimit;
  /** Null for what has no current use, such as a rate. */
  used: number | null;
  maxNow: number | null;
  maxThen: number | null;
  /** More is in use than the plan has room for: it is kept, and no more can be added. */
  over: boolean;
  words: string;
}

export interface PlanConsequences {
  planNow: Plan;
  planThen: Plan;
  limits: LimitConsequence[];
  featuresLost: PlanFeature[];
  featuresGained: PlanFeature[];
}

/** Another plan for a tenant, and what that means for it. */
@Injectable()
export class PlanChanges {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly catalog: PlanCatalog,
    private readonly audit: Audit,
  ) {}

  /** What would come of it; changes nothing. `plan` is an id or a slug. */
  preview(id: TenantId, plan: string): Promise<PlanConsequences> {
    return this.tenancy.system(async (rows) => {
      const tenant = await readTenant(rows, id);
      const planNow = await rows.findOneByOrFail(Plan, { id: tenant.plan.id });
      const planThen =
        planNow.id === plan || planNow.slug === plan ? planNow : await this.catalog.choose(rows, plan);
      return consequencesOf({
        planNow,
        planThen,
        usage: await readUsage(rows, { tenantId: id, now: this.clock.now() }),
      });
    });
  }

  /** Takes effect at once. What is over the new limits is kept. */
  change(who: Actor, id: TenantId, plan: string): Promise<TenantRow> {
    return this.tenancy.system(async (rows) => {
      const tenant = await lockTenant(rows, id);
      const before = await rows.findOneByOrFail(Plan, { id: tenant.planId });
      if (before.id === plan || before.slug === plan) return readTenant(rows, id);
      const after = await this.catalog.choose(rows, plan);
      tenant.planId = after.id;
      tenant.updatedAt = this.clock.now();
      await rows.save(tenant);
      await recordForBoth(this.audit, rows, who, tenant, {
        action: 'tenant.plan-changed',
        before: { plan: before.slug },
        after: { plan: after.slug },
      });
      return readTenant(rows, id);
    });
  }
}

/** What changes for a tenant with this use between two plans. */
export function consequencesOf({
  planNow,
  planThen,
  usage,
}: {
  planNow: Plan;
  planThen: Plan;
  usage: Usage;
}): PlanConsequences {
  const limits = planLimits.map((name): LimitConsequence => {
    const used = isCounted(name) ? usage[name] : null;
    const maxNow = planNow.limits[name] ?? null;
    const maxThen = planThen.limits[name] ?? null;
    const over = used !== null && maxThen !== null && used > maxThen;
    return { name, used, maxNow, maxThen, over, words: consequence({ name, used, maxNow, maxThen }) };
  });
  return {
    planNow,
    planThen,
    limits,
    featuresLost: planNow.features.filter((feature) => !planThen.features.includes(feature)),
    featuresGained: planThen.features.filter((feature) => !planNow.features.includes(feature)),
  };
}

function isCounted(name: PlanLimit): name is CountedLimit {
  return (countedLimits as readonly PlanLimit[]).includes(name);
}
