import { itemLists, itemsOf, recipientKeys, type WebhookItem } from './items.ts';
import { type Change, type Entry, parseWebhook, type WebhookPayload } from './payload.ts';

type Json = Record<string, unknown>;

/** Where an item names a person, by number or by user id. */
const personKeys = ['from', 'from_user_id', 'to', 'wa_id', 'user_id', ...recipientKeys];

/**
 * A body in Meta's shape that holds only `kept`, in their order of arrival. Contacts stay with the people the
 * kept items are about. Pure: the same items always give the same bytes.
 */
export function rebuildBody(payload: WebhookPayload, kept: WebhookItem[]): Buffer {
  const entries: Entry[] = [];
  payload.entry.forEach((entry, entryIndex) => {
    const changes: Change[] = [];
    entry.changes.forEach((change, changeIndex) => {
      const here = kept.filter((item) => item.entry === entryIndex && item.change === changeIndex);
      if (here.length > 0) changes.push({ ...change, value: narrowed(change.value, here) });
    });
    if (changes.length > 0) entries.push({ ...entry, changes });
  });
  return Buffer.from(JSON.stringify({ ...payload, entry: entries }));
}

/** The body of one item of a batch, by its place in `itemsOf`: the same bytes whenever it is asked for. */
export function bodyOfItem(body: Buffer, index: number): Buffer {
  const parsed = parseWebhook(body);
  const payload = 'payload' in parsed ? parsed.payload : undefined;
  const item = payload && itemsOf(payload)[index];
  if (!payload || !item) throw new Error(`The body has no item ${index}.`);
  return rebuildBody(payload, [item]);
}

function narrowed(value: Json, kept: WebhookItem[]): Json {
  const result: Json = { ...value };
  const elements: Json[] = [];
  for (const list of new Set(kept.map((item) => item.list))) {
    if (list === null) return value;
    const wanted = new Set(kept.filter((item) => item.list === list).map((item) => item.index));
    const some = (value[list] as Json[]).filter((_, index) => wanted.has(index));
    elements.push(...some);
    result[list] = some;
  }
  for (const list of itemLists) {
    if (list in result && !kept.some((item) => item.list === list)) delete result[list];
  }
  if (Array.isArray(value.contacts)) {
    const concerned = contactsOf(value.contacts as Json[], elements);
    if (concerned.length > 0) result.contacts = concerned;
    else delete result.contacts;
  }
  return result;
}

function contactsOf(contacts: Json[], elements: Json[]): Json[] {
  const people = new Set(elements.flatMap((element) => personKeys.map((key) => element?.[key])));
  people.delete(undefined);
  return contacts.filter((contact) => people.has(contact?.wa_id) || people.has(contact?.user_id));
}
