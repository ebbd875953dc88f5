import type { BusinessNumber, JsonObject } from './envelope.ts';
import { userId } from './ids.ts';

/** Who writes. Without `phone`: a username user whose number Meta does not tell. */
export interface Customer {
  /** Digits only. */
  phone?: string;
  name?: string;
  /** Without the leading `@`. */
  username?: string;
  /** Business-scoped id; made from the phone (or the username) where absent, left out of the payload when null. */
  userId?: string | null;
  parentUserId?: string;
}

export interface KnownCustomer {
  phone: string | undefined;
  userId: string | undefined;
  parentUserId: string | undefined;
  /** What ids are made from: never empty. */
  seed: string;
  contact: JsonObject;
}

/** A number reserved for fiction. */
export const defaultCustomer = '12025550143';

/** Fills in what a customer leaves out, as seen by one business account. */
export function customerOf(who: string | Customer | undefined, number: BusinessNumber): KnownCustomer {
  const given: Customer = typeof who === 'string' ? { phone: who } : (who ?? { phone: defaultCustomer });
  const seed = given.phone ?? given.username ?? given.userId ?? defaultCustomer;
  const id = given.userId === null ? undefined : (given.userId ?? userId(seed, number.businessId));
  const profile: JsonObject = {
    name: given.name ?? 'Ada Example',
    ...(given.username ? { username: `@${given.username}` } : {}),
  };
  return {
    phone: given.phone,
    userId: id,
    parentUserId: given.parentUserId,
    seed: seed.slice(0, 15),
    contact: { profile, wa_id: given.phone, user_id: id, parent_user_id: given.parentUserId },
  };
}

/** How much of a customer Meta tells. `user`: a username user whose phone is hidden. */
export const identities = ['phone', 'both', 'user', 'parent'] as const;
export type Identity = (typeof identities)[number];

/** The same person, told in one of the ways Meta tells people: the user id stays the same in all of them. */
export function customerToldBy(
  identity: Identity,
  { phone = defaultCustomer, name, username }: { phone?: string; name?: string; username?: string },
  { businessId }: Pick<BusinessNumber, 'businessId'>,
): Customer {
  const id = userId(phone, businessId);
  const handle = username ?? `customer.${phone.slice(-4)}`;
  switch (identity) {
    case 'phone':
      return { phone, name, userId: null };
    case 'both':
      return { phone, name, username, userId: id };
    case 'user':
      return { name, username: handle, userId: id };
    case 'parent':
      return { phone, name, username, userId: id, parentUserId: `US.ENT.${id.split('.')[1] ?? ''}` };
  }
}
