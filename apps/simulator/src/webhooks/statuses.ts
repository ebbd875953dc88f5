import { customerOf, type Customer, type KnownCustomer } from './customer.ts';
import { itemUpdate, type BusinessNumber, type ItemUpdate, type JsonObject } from './envelope.ts';
import { numericId, seconds, wamid } from './ids.ts';

export type StatusName = 'sent' | 'delivered' | 'read' | 'played' | 'failed';
export const statusNames: readonly StatusName[] = ['sent', 'delivered', 'read', 'played', 'failed'];

export type PricingCategory =
  | 'authentication'
  | 'authentication-international'
  | 'marketing'
  | 'marketing_lite'
  | 'referral_conversion'
  | 'service'
  | 'utility';

export interface StatusOptions {
  status?: StatusName;
  /** Id of the message the status is about. */
  messageId?: string;
  to?: string | Customer;
  at?: Date;
  category?: PricingCategory;
  /** `regular` is billed; the others are free. */
  pricingType?: 'regular' | 'free_customer_service' | 'free_entry_point';
  /** Puts the price on a status that has none by itself: on `read`, where `delivered` was skipped. */
  priced?: boolean;
  /** Overrides the pricing object; null leaves it out. */
  pricing?: JsonObject | null;
  conversation?: JsonObject;
  /** The group the message went to; `to` is then the participant. */
  groupId?: string;
  callbackData?: string;
  /** Code of the failure; only with `failed`. */
  errorCode?: number;
  error?: JsonObject;
}

/** Titles by code of failures that receivers handle apart; any other code gets a general one. */
const failures: Record<number, [title: string, details: string]> = {
  130472: ["User's number is part of an experiment", 'Not sent: the number takes part in an experiment.'],
  131000: ['Something went wrong', 'Not sent for an unknown reason.'],
  131026: ['Message undeliverable', 'The recipient cannot be reached on WhatsApp.'],
  131047: ['Re-engagement message', 'The customer wrote last more than 24 hours ago.'],
  131049: [
    'Message not delivered for ecosystem health',
    'Held back by the limit on marketing messages per person.',
  ],
  131053: ['Media upload error', 'The media could not be fetched or has a type that is not allowed.'],
};

/**
 * A status of a message the business sent. Meta puts `pricing` on `sent` and on one of delivered and read,
 * `contacts` on all but `failed`, and the username not yet on `sent`.
 */
export function statusUpdate(number: BusinessNumber, options: StatusOptions = {}): ItemUpdate {
  const status = options.status ?? 'delivered';
  const customer = customerOf(options.to, number);
  const item: JsonObject = {
    id: options.messageId ?? wamid(customer.seed, 'outbound'),
    status,
    timestamp: String(seconds(options.at ?? new Date())),
    ...recipientOf(customer, options.groupId),
    biz_opaque_callback_data: options.callbackData,
    conversation: options.conversation,
    pricing: pricingOf(status, options),
    errors: status === 'failed' ? [options.error ?? failureOf(options.errorCode ?? 131026)] : undefined,
  };
  if (status === 'failed') return itemUpdate(number, { list: 'statuses', item });
  const contact = status === 'sent' ? withoutUsername(customer.contact) : customer.contact;
  return itemUpdate(number, { list: 'statuses', item, contact });
}

function recipientOf(customer: KnownCustomer, groupId: string | undefined): JsonObject {
  const { phone, userId, parentUserId } = customer;
  if (groupId === undefined) {
    return { recipient_id: phone, recipient_user_id: userId, parent_recipient_user_id: parentUserId };
  }
  return {
    recipient_id: groupId,
    recipient_type: 'group',
    recipient_participant_id: phone,
    recipient_participant_user_id: userId,
    recipient_participant_parent_user_id: parentUserId,
  };
}

function pricingOf(status: StatusName, options: StatusOptions): JsonObject | undefined {
  if (options.pricing !== undefined) return options.pricing ?? undefined;
  if (status !== 'sent' && status !== 'delivered' && !options.priced) return undefined;
  const category = options.category ?? 'utility';
  const type = options.pricingType ?? 'regular';
  return { billable: type === 'regular', pricing_model: 'PMP', type, category };
}

/** One error as it stands in `errors` of a status, a message or a value. */
export function failureOf(code: number): JsonObject {
  const [title, details] = failures[code] ?? ['Message failed', `The message failed with code ${code}.`];
  const href = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/';
  return { code, title, message: title, error_data: { details }, href };
}

function withoutUsername(contact: JsonObject): JsonObject {
  const profile = contact.profile as JsonObject;
  return { ...contact, profile: { name: profile.name } };
}

/** An error about the number itself, told in `value.errors` beside no message at all. */
export function numberError(number: BusinessNumber, options: { errorCode?: number } = {}): ItemUpdate {
  return itemUpdate(number, { list: 'errors', item: failureOf(options.errorCode ?? 131000) });
}

/** The customer stops or resumes marketing messages. */
export function preferenceUpdate(
  number: BusinessNumber,
  options: { from?: string | Customer; value?: 'stop' | 'resume' | 'signup'; at?: Date } = {},
): ItemUpdate {
  const customer = customerOf(options.from, number);
  const value = options.value ?? 'stop';
  const item: JsonObject = {
    wa_id: customer.phone,
    user_id: customer.userId,
    detail: `The customer asked to ${value} marketing messages`,
    category: 'marketing_messages',
    value,
    timestamp: seconds(options.at ?? new Date()),
    signup_id: value === 'signup' ? numericId() : undefined,
  };
  const { contact } = customer;
  return itemUpdate(number, { field: 'user_preferences', list: 'user_preferences', item, contact });
}
