/** Everything that a plan can limit; null in a plan means without limit. */
export const planLimits = [
  'messagesPerMinute',
  'messagesPerMonth',
  'apiCallsPerMinute',
  'numbers',
  'projects',
  'users',
  'contacts',
  'apiKeys',
  'retentionDays',
] as const;
export type PlanLimit = (typeof planLimits)[number];

export type PlanLimits = Record<PlanLimit, number | null>;

/** Limits of what a tenant has, as against how fast or how long: these have a current use. */
export const countedLimits = [
  'numbers',
  'projects',
  'users',
  'apiKeys',
] as const satisfies readonly PlanLimit[];
export type CountedLimit = (typeof countedLimits)[number];

/** What a plan can include beside its limits. */
export const planFeatures = ['branding', 'single-sign-on', 'audit-export', 'campaigns', 'bot'] as const;
export type PlanFeature = (typeof planFeatures)[number];

/** How much of a limit is in use; `max` is null without one. */
export interface LimitUse {
  name: PlanLimit;
  used: number;
  max: number | null;
}

export const tenantStatuses = ['active', 'suspended', 'deleting'] as const;
/** A tenant that is suspended or about to be deleted has its webhooks held. */
export type TenantStatus = (typeof tenantStatuses)[number];
