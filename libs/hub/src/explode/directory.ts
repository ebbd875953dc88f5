import type { ProjectId, TenantId } from '@waypost/contracts';

/** A project that a number's items go to. */
export interface Route {
  projectId: ProjectId;
  priority: number;
  /** Fields of Meta's webhooks; `*` means every one. */
  fields: string[];
  split: 'batch' | 'event';
  enabled: boolean;
}

/** Who holds a number, and where its items go. */
export interface NumberEntry {
  tenantId: TenantId;
  suspended: boolean;
  id: string;
  metaAppId: string;
  routes: Route[];
}

/** Who holds a business account, and where what concerns no single number goes. */
export interface AccountEntry {
  tenantId: TenantId;
  suspended: boolean;
  /** Platform apps through which numbers of this account are connected. */
  platformAppIds: string[];
  routes: Route[];
}

/** What explode must know of the outside world to decide; `null` is a sure "nobody". */
export interface Directory {
  number(phoneNumberId: string): NumberEntry | null;
  /** By digits; null also where two numbers share them. */
  numberByDigits(digits: string): NumberEntry | null;
  account(businessId: string): AccountEntry | null;
  /** Where items of unknown numbers go, if the operator named a project. */
  fallback(): { tenantId: TenantId; suspended: boolean; route: Route } | null;
}

export function routesFor(routes: Route[], field: string): Route[] {
  return routes
    .filter((route) => route.fields.includes(field) || route.fields.includes('*'))
    .sort((a, b) => b.priority - a.priority || (a.projectId < b.projectId ? -1 : 1));
}
