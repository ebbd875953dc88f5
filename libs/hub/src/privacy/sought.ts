import { AppError, type TenantContext } from '@waypost/platform';
import { digitsOf, PhoneNumber } from '@waypost/waba';
import { formsOf, type Person } from '@waypost/whatsapp';
import { In, type EntityManager } from 'typeorm';

/** Whom a request is about: a number in any notation, a business-scoped user id, or both. */
export interface Asked {
  phone?: string;
  userId?: string;
}

/** Throws `invalid_input` when nobody is named, or no number. */
export function personOf({ phone, userId }: Asked): Person {
  const digits = phone === undefined ? undefined : digitsOf(phone);
  if (phone !== undefined && digits === undefined) {
    throw invalid('phone', 'must be a phone number with its country code, like +1 555 010 9999');
  }
  if (digits === undefined && userId === undefined)
    throw invalid('phone', 'Name the person by phone, by userId, or by both');
  return {
    numbers: new Set(digits === undefined ? [] : formsOf(digits)),
    userIds: new Set(userId === undefined ? [] : [userId]),
  };
}

/** A tenant's own number is in all that its customers write: it is nobody's who could be erased. */
export async function expectCustomer(
  rows: EntityManager,
  { tenantId }: TenantContext,
  person: Person,
): Promise<void> {
  const own = await rows.existsBy(PhoneNumber, { tenantId, phoneNumber: In([...person.numbers]) });
  if (own) throw invalid('phone', 'is one of your own numbers. Name the number of a customer');
}

/** Under what a person stands in the audit: the same for the same request, and nothing that could be read back. */
export function nameForHash({ tenantId }: TenantContext, person: Person): string {
  return JSON.stringify(['customer', tenantId, [...person.numbers].sort(), [...person.userIds].sort()]);
}

/** As it is sealed. */
export function personToText({ numbers, userIds }: Person): string {
  return JSON.stringify({ numbers: [...numbers], userIds: [...userIds] });
}

export function personFromText(text: string): Person {
  const { numbers, userIds } = JSON.parse(text) as { numbers: string[]; userIds: string[] };
  return { numbers: new Set(numbers), userIds: new Set(userIds) };
}

export function namesOf({ numbers, userIds }: Person): string[] {
  return [...numbers, ...userIds];
}

function invalid(field: string, message: string): AppError {
  return new AppError('invalid_input', { detail: `${field} ${message}.`, errors: [{ field, message }] });
}
