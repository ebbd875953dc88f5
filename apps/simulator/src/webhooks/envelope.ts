import { createHash } from 'node:crypto';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

/** A business phone number and the WhatsApp business account (WABA) it belongs to, by Meta's ids. */
export interface BusinessNumber {
  businessId: string;
  phoneNumberId: string;
  /** Digits only, as `metadata.display_phone_number` carries it. */
  phoneNumber: string;
}

/** One message, status, echo, preference …: an element of a list inside a change of one number. */
export interface ItemUpdate {
  businessId: string;
  field: string;
  number: { phoneNumberId: string; phoneNumber: string };
  list: string;
  item: JsonObject;
  contact?: JsonObject;
}

/** One change of the account as a whole (templates, quality, account …): the value is the update. */
export interface AccountUpdate {
  businessId: string;
  field: string;
  /** Seconds since 1970; Meta puts it on the entry of such changes only. */
  time?: number;
  value: JsonObject;
}

/** The unit a receiver must neither lose nor count twice, however Meta packs it. */
export type Update = ItemUpdate | AccountUpdate;

export interface Change {
  value: JsonObject;
  field: string;
}
export interface Entry {
  id: string;
  time?: number;
  changes: Change[];
}
/** The body of one webhook POST. */
export interface Envelope {
  object: 'whatsapp_business_account';
  entry: Entry[];
}

/** Any item of a number, also of a field or list that has no builder of its own (calls, history …). */
export function itemUpdate(
  { businessId, phoneNumberId, phoneNumber }: BusinessNumber,
  {
    field = 'messages',
    list,
    item,
    contact,
  }: { field?: string; list: string; item: JsonObject; contact?: JsonObject },
): ItemUpdate {
  const number = { phoneNumberId, phoneNumber };
  return { businessId, field, number, list, item, ...(contact ? { contact } : {}) };
}

export function isItem(update: Update): update is ItemUpdate {
  return 'item' in update;
}

/**
 * Packs updates into one POST as Meta batches: an entry per business account, a change per field, number
 * and list, items in the order given. `itemsPerChange` splits earlier (1: a change for each update).
 */
export function batch(updates: readonly Update[], options: { itemsPerChange?: number } = {}): Envelope {
  const limit = options.itemsPerChange ?? Infinity;
  const entries = new Map<string, Entry>();
  const open = new Map<string, { change: Change; items: Json[] }>();
  for (const update of updates) {
    const time = isItem(update) ? undefined : update.time;
    const entryKey = `${update.businessId}/${time ?? ''}`;
    let entry = entries.get(entryKey);
    if (!entry) {
      entry =
        time === undefined
          ? { id: update.businessId, changes: [] }
          : { id: update.businessId, time, changes: [] };
      entries.set(entryKey, entry);
    }
    if (!isItem(update)) {
      entry.changes.push({ value: update.value, field: update.field });
      continue;
    }
    const changeKey = [entryKey, update.field, update.number.phoneNumberId, update.list].join('/');
    let slot = open.get(changeKey);
    if (!slot || slot.items.length >= limit) {
      slot = newChange(update);
      open.set(changeKey, slot);
      entry.changes.push(slot.change);
    }
    slot.items.push(update.item);
    if (update.contact) addContact(slot.change.value, update.contact);
  }
  return { object: 'whatsapp_business_account', entry: [...entries.values()] };
}

function newChange({ field, number, list, contact }: ItemUpdate): { change: Change; items: Json[] } {
  const items: Json[] = [];
  const value: JsonObject = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: number.phoneNumber, phone_number_id: number.phoneNumberId },
    ...(contact ? { contacts: [] } : {}),
    [list]: items,
  };
  return { change: { value, field }, items };
}

function addContact(value: JsonObject, contact: JsonObject): void {
  const contacts = Array.isArray(value.contacts) ? value.contacts : (value.contacts = []);
  const text = JSON.stringify(contact);
  if (!contacts.some((other) => JSON.stringify(other) === text)) contacts.push(contact);
}

/**
 * Takes a POST apart again: the inverse of `batch`, for bodies of Meta's shape from anywhere (a body that a
 * destination received, for instance). Anything that has not that shape yields no update.
 */
export function updatesOf(envelope: unknown): Update[] {
  return objects(envelope, 'entry').flatMap((entry) =>
    objects(entry, 'changes').flatMap((change) => updatesOfChange(entry, change)),
  );
}

function updatesOfChange(entry: JsonObject, change: JsonObject): Update[] {
  const { value, field } = change;
  if (!isObject(value)) return [];
  const businessId = String(entry.id);
  const name = String(field);
  const { metadata } = value;
  // Whatever list stands beside `contacts` holds the items, whatever it is called.
  const lists = Object.keys(value).filter((key) => key !== 'contacts' && Array.isArray(value[key]));
  if (!isObject(metadata) || lists.length === 0) {
    return [
      { businessId, field: name, ...(typeof entry.time === 'number' ? { time: entry.time } : {}), value },
    ];
  }
  const number = {
    phoneNumberId: String(metadata.phone_number_id),
    phoneNumber: String(metadata.display_phone_number),
  };
  const contacts = objects(value, 'contacts');
  return lists.flatMap((list) =>
    objects(value, list).map((item) => {
      const contact = contacts.find((each) => concerns(each, item));
      return { businessId, field: name, number, list, item, ...(contact ? { contact } : {}) };
    }),
  );
}

function concerns(contact: JsonObject, item: JsonObject): boolean {
  const phone = item.from ?? item.recipient_id ?? item.to ?? item.wa_id;
  const user = item.from_user_id ?? item.recipient_user_id ?? item.to_user_id ?? item.user_id;
  return (
    (contact.wa_id !== undefined && contact.wa_id === phone) ||
    (contact.user_id !== undefined && contact.user_id === user)
  );
}

function objects(parent: unknown, key: string): JsonObject[] {
  const list = isObject(parent) ? parent[key] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The identity of an update, by which posted and received ones are matched. Two updates with the same key
 * are the same event told twice, in whichever POST they come.
 */
export function updateKey(update: Update): string {
  if (!isItem(update)) {
    return [update.businessId, update.field, update.time ?? '', digest(update.value)].join('|');
  }
  const { item, number, list } = update;
  const id = typeof item.id === 'string' ? item.id : digest(item);
  return [number.phoneNumberId, list, id, item.status ?? item.event ?? '', item.timestamp ?? ''].join('|');
}

/** The keys of every update in a body (text, bytes or parsed JSON); none where it is not Meta's shape. */
export function keysOf(body: Buffer | string | object): string[] {
  let envelope: unknown = body;
  if (typeof body === 'string' || Buffer.isBuffer(body)) {
    try {
      envelope = JSON.parse(body.toString());
    } catch {
      return [];
    }
  }
  return updatesOf(envelope).map(updateKey);
}

function digest(value: JsonObject): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24);
}
