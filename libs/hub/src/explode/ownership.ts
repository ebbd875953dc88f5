import { PLATFORM_TENANT_ID, type TenantId } from '@waypost/contracts';
import type { WebhookItem } from '@waypost/whatsapp';
import { type Directory, type Route, routesFor } from './directory.ts';

/** The app whose secret signed the POST. */
export interface SigningApp {
  tenantId: TenantId;
  id: string;
}

export type Ownership =
  | { verdict: 'owned'; tenantId: TenantId; suspended: boolean; numberId: string | null; routes: Route[] }
  | { verdict: 'foreign'; detail: string }
  | { verdict: 'unclaimed'; subject: string; kind: 'number' | 'account' };

/**
 * Whose item this is, and whether the signing app may speak for it. A right signature proves the app, not the
 * account: a tenant's app speaks for its own tenant only, a platform app for the numbers connected through it.
 */
export function ownerOf(item: WebhookItem, app: SigningApp, directory: Directory): Ownership {
  const account = directory.account(item.businessId);
  const number =
    (item.phoneNumberId === null ? null : directory.number(item.phoneNumberId)) ??
    (item.displayPhoneNumber === null ? null : directory.numberByDigits(item.displayPhoneNumber));

  if (number) {
    if (number.metaAppId !== app.id && number.tenantId !== app.tenantId) {
      return foreign(`number ${item.phoneNumberId ?? item.displayPhoneNumber} is not connected through this app`);
    }
    if (account && account.tenantId !== number.tenantId) {
      return foreign(`business account ${item.businessId} belongs to another tenant than its number`);
    }
    const { tenantId, suspended, id } = number;
    return { verdict: 'owned', tenantId, suspended, numberId: id, routes: routesFor(number.routes, item.field) };
  }

  const platform = app.tenantId === PLATFORM_TENANT_ID;
  const ofThisApp = account && (platform ? account.platformAppIds.includes(app.id) : account.tenantId === app.tenantId);
  if (account && !ofThisApp && !platform) {
    return foreign(`business account ${item.businessId} belongs to another tenant than this app`);
  }
  if (item.phoneNumberId !== null) return { verdict: 'unclaimed', subject: item.phoneNumberId, kind: 'number' };
  if (!account) return { verdict: 'unclaimed', subject: item.businessId, kind: 'account' };
  if (!ofThisApp) return foreign(`business account ${item.businessId} is not connected through this app`);
  const { tenantId, suspended } = account;
  return { verdict: 'owned', tenantId, suspended, numberId: null, routes: routesFor(account.routes, item.field) };
}

function foreign(why: string): Ownership {
  return { verdict: 'foreign', detail: `The signature is right, but ${why}.` };
}
