/** Fields of Meta's WhatsApp webhooks that exist today; a mapping may name others. */
export const knownFields = [
  'messages',
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
  'message_echoes',
  'smb_message_echoes',
  'smb_app_state_sync',
  'history',
  'calls',
  'user_preferences',
  'automatic_events',
  'account_update',
  'account_alerts',
  'account_review_update',
  'account_settings_update',
  'business_capability_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'payment_configuration_update',
  'partner_solutions',
  'flows',
  'security',
];

export const EVERY_FIELD = '*';

export const sameFields = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((field) => b.includes(field));
