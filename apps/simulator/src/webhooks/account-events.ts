import { accountChange } from './account.ts';
import type { AccountUpdate, JsonObject } from './envelope.ts';
import { numericId, seconds } from './ids.ts';

/** Events of `account_update`, each with what Meta tells beside its name. */
const extras: Record<string, (businessId: string, at: Date) => JsonObject> = {
  PARTNER_ADDED: wabaInfo,
  PARTNER_REMOVED: (businessId) => ({
    ...wabaInfo(businessId),
    disconnection_info: { reason: 'ACCOUNT_DISCONNECTED', initiated_by: 'USER' },
  }),
  PARTNER_APP_INSTALLED: partnerApp,
  PARTNER_APP_UNINSTALLED: partnerApp,
  PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE: () => ({
    partner_client_certification_info: {
      client_business_id: numericId(),
      status: 'APPROVED',
      rejection_reasons: ['NONE'],
    },
  }),
  ACCOUNT_DELETED: () => ({}),
  ACCOUNT_VIOLATION: () => ({ violation_info: { violation_type: 'SCAM' } }),
  ACCOUNT_RESTRICTION: (_businessId, at) => ({
    restriction_info: [
      { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: seconds(at) + 3 * 24 * 3600 },
      { restriction_type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' },
    ],
  }),
  DISABLED_UPDATE: (_businessId, at) => ({
    ban_info: { waba_ban_state: 'DISABLE', waba_ban_date: dateInWords(at) },
  }),
  ACCOUNT_OFFBOARDED: () => ({}),
  ACCOUNT_RECONNECTED: () => ({}),
  BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE: () => ({ country: 'DE' }),
  AUTH_INTL_PRICE_ELIGIBILITY_UPDATE: (_businessId, at) => ({
    auth_international_rate_eligibility: {
      start_time: seconds(at),
      exception_countries: [{ country_code: 'IN', start_time: seconds(at) }],
    },
  }),
  VOLUME_BASED_PRICING_TIER_UPDATE: (_businessId, at) => ({
    volume_tier_info: {
      tier_update_time: seconds(at),
      pricing_category: 'UTILITY',
      tier: '25000001:50000000',
      effective_month: at.toISOString().slice(0, 7),
      region: 'Germany',
    },
  }),
  AD_ACCOUNT_LINKED: (businessId) => ({
    waba_info: { ...ids(businessId), ad_account_linked: numericId() },
  }),
  MM_LITE_TERMS_SIGNED: wabaInfo,
  VERIFIED_ACCOUNT: () => ({ phone_number: '12025550101' }),
};

export const accountEvents = Object.keys(extras);

/**
 * A change of the account, with what belongs to its event; `extra` replaces that. For PARTNER_ADDED Meta puts the
 * business portfolio's id where the account's stands otherwise.
 */
export function accountUpdate(
  account: { businessId: string },
  options: { event?: string; extra?: JsonObject; portfolioId?: string; at?: Date } = {},
): AccountUpdate {
  const { event = 'ACCOUNT_RESTRICTION', at = new Date() } = options;
  const value = { event, ...(options.extra ?? extras[event]?.(account.businessId, at)) };
  const businessId = event === 'PARTNER_ADDED' ? (options.portfolioId ?? numericId()) : account.businessId;
  return accountChange({ businessId }, 'account_update', value, { at });
}

function ids(businessId: string): JsonObject {
  return { waba_id: businessId, owner_business_id: numericId() };
}

function wabaInfo(businessId: string): JsonObject {
  return { waba_info: ids(businessId) };
}

function partnerApp(businessId: string): JsonObject {
  return { waba_info: { ...ids(businessId), partner_app_id: numericId() } };
}

function dateInWords(at: Date): string {
  return at.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
}
