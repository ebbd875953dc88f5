import { customerOf } from './customer.ts';
import { itemUpdate, type BusinessNumber, type ItemUpdate, type JsonObject } from './envelope.ts';
import { numericId, seconds, userId } from './ids.ts';
import { itemFrom, type MessageOptions } from './messages.ts';

/** `customer_changed_number` is what versions before 12 called it. */
export type NumberChangeName = 'user_changed_number' | 'customer_changed_number';

/**
 * The customer has another phone number, and with it another user id. System messages have no `contacts`.
 * A customer without a phone is told by `user_changed_user_id`, with ids only.
 */
export function numberChanged(
  number: BusinessNumber,
  options: MessageOptions & { newPhone?: string; called?: NumberChangeName } = {},
): ItemUpdate {
  const customer = customerOf(options.from, number);
  const { newPhone = '12025550199', called = 'user_changed_number' } = options;
  const ids = {
    user_id: customer.userId && userId(newPhone, number.businessId),
    parent_user_id: customer.parentUserId && `${customer.parentUserId.replace(/\d+$/, '')}${numericId(20)}`,
    previous_user_id: customer.userId,
    previous_parent_user_id: customer.parentUserId,
  };
  const system: JsonObject = customer.phone
    ? {
        body: `User ${customer.phone} changed from ${customer.phone} to ${newPhone}`,
        wa_id: newPhone,
        type: called,
        ...ids,
      }
    : { body: 'User changed user id', type: 'user_changed_user_id', ...ids };
  const item = itemFrom(customer, options, { type: 'system', system });
  return itemUpdate(number, { list: 'messages', item });
}

/** The customer's security code is another one; told where the number has the check switched on. */
export function identityChanged(
  number: BusinessNumber,
  options: MessageOptions & {
    called?: 'customer_identity_changed' | 'user_identity_changed';
    hash?: string;
  } = {},
): ItemUpdate {
  const customer = customerOf(options.from, number);
  const { called = 'user_identity_changed', hash = numericId(12), at = new Date() } = options;
  const identity = { acknowledged: false, created_timestamp: String(seconds(at)), hash };
  const system: JsonObject = { body: 'The security code changed', type: called, identity };
  const item = itemFrom(customer, options, { type: 'system', system });
  return itemUpdate(number, { list: 'messages', item });
}
