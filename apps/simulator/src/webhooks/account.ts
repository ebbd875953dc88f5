import type { AccountUpdate, JsonObject } from './envelope.ts';
import { numericId, seconds } from './ids.ts';

/** Whose account: a business number will do, since it names its business account. */
type Account = { businessId: string };
interface At {
  at?: Date;
}

/** Any change of an account, also of a field nobody knows yet. */
export function accountChange(
  account: Account,
  field: string,
  value: JsonObject,
  { at }: At = {},
): AccountUpdate {
  return { businessId: account.businessId, field, time: seconds(at ?? new Date()), value };
}

interface TemplateRef extends At {
  templateId?: string;
  name?: string;
  language?: string;
}

/** Template ids are JSON numbers here, unlike every other id. */
function template({ templateId, name, language }: TemplateRef): JsonObject {
  return {
    message_template_id: Number(templateId ?? numericId(15)),
    message_template_name: name ?? 'order_update',
    message_template_language: language ?? 'en_US',
  };
}

/** What Meta tells beside some of the events. */
const templateDetails: Record<string, JsonObject> = {
  REJECTED: {
    reason: 'INVALID_FORMAT',
    rejection_info: {
      reason: 'A variable stands at the end of the text.',
      recommendation: 'Put words behind it.',
    },
  },
  PAUSED: {
    reason: null,
    other_info: { title: 'FIRST_PAUSE', description: 'Paused for 3 hours: people reported it.' },
  },
  DISABLED: { reason: null, disable_info: { disable_date: 1_900_000_000 } },
  FLAGGED: { reason: null, disable_info: { disable_date: 1_900_000_000 } },
};

export function templateStatus(
  account: Account,
  options: TemplateRef & {
    event?: string;
    reason?: string | null;
    category?: string;
    extra?: JsonObject;
  } = {},
): AccountUpdate {
  const { event = 'APPROVED', category = 'UTILITY' } = options;
  const { reason, ...more } = templateDetails[event] ?? { reason: 'NONE' };
  const value = {
    event,
    ...template(options),
    reason: options.reason === undefined ? reason : options.reason,
    message_template_category: category,
    ...(options.extra ?? more),
  };
  return accountChange(account, 'message_template_status_update', value, options);
}

export function templateQuality(
  account: Account,
  options: TemplateRef & { previous?: string; score?: string } = {},
): AccountUpdate {
  const { previous = 'GREEN', score = 'YELLOW' } = options;
  const value = { previous_quality_score: previous, new_quality_score: score, ...template(options) };
  return accountChange(account, 'message_template_quality_update', value, options);
}

export function templateCategory(
  account: Account,
  options: TemplateRef & { previous?: string; category?: string } = {},
): AccountUpdate {
  const { previous = 'UTILITY', category = 'MARKETING' } = options;
  const value = { ...template(options), previous_category: previous, new_category: category };
  return accountChange(account, 'template_category_update', value, options);
}

/** Announced 24 hours before a template gets another category: `new_category` is then what it still has. */
export function templateCategoryComing(
  account: Account,
  options: TemplateRef & { category?: string; current?: string } = {},
): AccountUpdate {
  const { category = 'MARKETING', current = 'UTILITY', at = new Date() } = options;
  const value = {
    ...template(options),
    correct_category: category,
    new_category: current,
    category_update_timestamp: seconds(at) + 24 * 3600,
  };
  return accountChange(account, 'template_category_update', value, options);
}

export function templateComponents(
  account: Account,
  options: TemplateRef & { text?: string } = {},
): AccountUpdate {
  const value = {
    ...template(options),
    message_template_title: 'Your order',
    message_template_element: options.text ?? 'Thank you for your order, {{1}}!',
    message_template_footer: 'Example Shop',
    message_template_buttons: [
      {
        message_template_button_type: 'URL',
        message_template_button_text: 'Follow it',
        message_template_button_url: 'https://shop.example/orders',
      },
    ],
  };
  return accountChange(account, 'message_template_components_update', value, options);
}

export function numberQuality(
  number: Account & { phoneNumber: string },
  options: At & { event?: string; limit?: string } = {},
): AccountUpdate {
  const { event = 'FLAGGED', limit = 'TIER_1K' } = options;
  const value = { display_phone_number: number.phoneNumber, event, current_limit: limit };
  return accountChange(number, 'phone_number_quality_update', value, options);
}

export function numberName(
  number: Account & { phoneNumber: string },
  options: At & { decision?: string; name?: string } = {},
): AccountUpdate {
  const { decision = 'APPROVED', name = 'Example Shop' } = options;
  const value = {
    display_phone_number: number.phoneNumber,
    decision,
    requested_verified_name: name,
    rejection_reason: decision === 'REJECTED' ? 'NAME_FORMAT_UNACCEPTABLE' : null,
  };
  return accountChange(number, 'phone_number_name_update', value, options);
}

export function accountReview(account: Account, options: At & { decision?: string } = {}): AccountUpdate {
  return accountChange(
    account,
    'account_review_update',
    { decision: options.decision ?? 'APPROVED' },
    options,
  );
}

export function accountAlert(account: Account, options: At & { alert?: string } = {}): AccountUpdate {
  const value = {
    entity_type: 'BUSINESS',
    entity_id: account.businessId,
    alert_info: {
      alert_severity: 'INFORMATIONAL',
      alert_status: 'ACTIVE',
      alert_type: options.alert ?? 'OBA_APPROVED',
      alert_description: 'An alert of the simulator.',
    },
  };
  return accountChange(account, 'account_alerts', value, options);
}

export function capabilityUpdate(account: Account, options: At & { limit?: number } = {}): AccountUpdate {
  const value = {
    max_daily_conversations_per_business: options.limit ?? 2000,
    max_phone_numbers_per_waba: 25,
  };
  return accountChange(account, 'business_capability_update', value, options);
}

export function securityUpdate(
  number: Account & { phoneNumber: string },
  options: At & { event?: string } = {},
): AccountUpdate {
  const value = { display_phone_number: number.phoneNumber, event: options.event ?? 'PIN_CHANGED' };
  return accountChange(number, 'security', value, options);
}
