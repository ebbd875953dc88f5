import { itemsOf, recipientKeys, type WebhookItem } from './items.ts';
import { digitsOf, parseWebhook, type WebhookPayload } from './payload.ts';
import { bodyOfItem, rebuildBody } from './rebuild.ts';

type Json = Record<string, unknown>;

/** A customer, by everything that Meta calls them. */
export interface Person {
  /** Digits with the country code, in every form in which Meta may write the number. */
  numbers: ReadonlySet<string>;
  /** Business-scoped user ids. */
  userIds: ReadonlySet<string>;
}

/** Which items are looked at; the others belong to somebody else. */
export type IsMine = (item: WebhookItem) => boolean;

const ERASED = '[erased]';
const numberKeys = ['from', 'to', 'wa_id', 'phone_number', ...recipientKeys];
const userKeys = ['from_user_id', 'to_user_id', 'user_id', ...recipientKeys];
/** Of what was erased these stay, so that figures stay right. */
const keptKeys = ['type', 'status', 'event', 'timestamp'];

/**
 * A number in the forms in which a `wa_id` may have it. Meta leaves out or adds a digit of mobile numbers in Brazil
 * (the ninth digit), Mexico (1 after 52) and Argentina (9 after 54), whatever people write.
 */
export function formsOf(digits: string): string[] {
  const forms = [digits];
  const both = (pattern: RegExp, other: string) =>
    pattern.test(digits) && forms.push(digits.replace(pattern, other));
  both(/^55(\d\d)9(\d{8})$/, '55$1$2');
  both(/^55(\d\d)([6-9]\d{7})$/, '55$19$2');
  both(/^521(\d{10})$/, '52$1');
  both(/^52(\d{10})$/, '521$1');
  both(/^549(\d{10})$/, '54$1');
  both(/^54(\d{10})$/, '549$1');
  return forms;
}

/** The person with whatever else a webhook calls them: their user id beside their number, or the other way round. */
export function withOtherNames(payload: WebhookPayload, person: Person): Person {
  const numbers = new Set(person.numbers);
  const userIds = new Set(person.userIds);
  const pairs: [string, string][] = [
    ['from', 'from_user_id'],
    ['to', 'to_user_id'],
    ['wa_id', 'user_id'],
    ['recipient_id', 'recipient_user_id'],
  ];
  for (const element of elementsOf(payload)) {
    for (const [number, user] of pairs) {
      const [one, other] = [plain(element[number]), plain(element[user])];
      if (one === undefined || other === undefined) continue;
      if (numbers.has(one) || userIds.has(other)) {
        if (/^\d+$/.test(one)) numbers.add(one);
        userIds.add(other);
      }
    }
  }
  return { numbers, userIds };
}

/** The items that are about the person, by their place in `itemsOf`. */
export function itemsAbout(payload: WebhookPayload, person: Person, isMine: IsMine): number[] {
  return itemsOf(payload).flatMap((item, at) =>
    isMine(item) && isAbout(elementOf(payload, item), person) ? [at] : [],
  );
}

/** The part of a webhook that is about the person, in Meta's shape; undefined when nothing is. */
export function partAbout(payload: WebhookPayload, person: Person, isMine: IsMine): Buffer | undefined {
  const own = withOwnThreads(payload, person);
  const about = itemsOf(own).filter((item) => {
    const element = elementOf(own, item);
    return isMine(item) && (isAbout(element, person) || threadsOf(element).length > 0);
  });
  return about.length > 0 ? rebuildBody(own, about) : undefined;
}

/**
 * The webhook without the person: items about them are replaced by marks in the same places, so that those beside
 * them keep theirs; elsewhere their number and ids are replaced. Undefined when the person is not in it.
 */
export function withoutPerson(
  payload: WebhookPayload,
  person: Person,
  isMine: IsMine,
): { body: Buffer; erased: number[]; wholly: boolean } | undefined {
  const items = itemsOf(payload);
  const erased = itemsAbout(payload, person, isMine);
  const copy = copyOf(payload) as WebhookPayload;
  for (const at of erased) mark(copy, items[at]);
  let touched = erased.length > 0;
  const clean = (value: unknown): unknown => {
    if (names(value, person)) {
      touched = true;
      return ERASED;
    }
    if (typeof value !== 'object' || value === null || digitsOf(value) !== value) return value;
    if (Array.isArray(value)) return value.map(cleanElement);
    return Object.fromEntries(Object.entries(value).map(([key, kept]) => [key, clean(kept)]));
  };
  const cleanElement = (value: unknown): unknown => {
    if (!isAbout(value, person) && !isThreadOf(value, person)) return clean(value);
    touched = true;
    return { erased: true };
  };
  copy.entry.forEach((entry, entryIndex) => {
    entry.changes.forEach((change, changeIndex) => {
      if (!items.some((item) => item.entry === entryIndex && item.change === changeIndex && isMine(item)))
        return;
      const { metadata, contacts, ...rest } = change.value;
      const others = Array.isArray(contacts)
        ? contacts.filter((contact: Json | null) => !isAbout(contact, person))
        : contacts;
      touched ||= Array.isArray(contacts) && Array.isArray(others) && others.length < contacts.length;
      change.value = {
        // The business's own number, whoever writes to it.
        ...(metadata !== undefined && { metadata }),
        ...(others !== undefined && { contacts: clean(others) }),
        ...(clean(rest) as Json),
      };
    });
  });
  if (!touched) return undefined;
  const marked = items.filter((item) => item.erased).length;
  return { body: Buffer.from(JSON.stringify(copy)), erased, wholly: erased.length + marked === items.length };
}

/** What may still be sent of a body in which somebody was erased; of one of its items with `index`. */
export function bodyWithoutMarks(body: Buffer, index: number | null): Buffer | undefined {
  const parsed = parseWebhook(body);
  if (!('payload' in parsed)) return undefined;
  const items = itemsOf(parsed.payload);
  if (index !== null) return items[index]?.erased ? undefined : bodyOfItem(body, index);
  const kept = items.filter((item) => !item.erased);
  if (kept.length === 0) return undefined;
  return kept.length === items.length ? body : rebuildBody(parsed.payload, kept);
}

/** Whether a text is or holds what Meta calls the person: a number, a user id, or an id of a message with the number in it. */
function names(value: unknown, person: Person): boolean {
  const text = plain(value);
  if (text === undefined) return false;
  if (person.numbers.has(text) || person.userIds.has(text)) return true;
  if (!text.startsWith('wamid.')) return false;
  const decoded = Buffer.from(text.slice(6), 'base64').toString('latin1');
  return [...person.numbers].some((number) => decoded.includes(number));
}

function isAbout(element: unknown, person: Person): boolean {
  if (!isJson(element)) return false;
  const here = (from: Json) =>
    numberKeys.some((key) => person.numbers.has(plain(from[key]) ?? '')) ||
    userKeys.some((key) => person.userIds.has(plain(from[key]) ?? ''));
  return here(element) || (isJson(element.contact) && here(element.contact));
}

/** Numbers with or without the marks that people put into them; other texts as they are. */
function plain(value: unknown): string | undefined {
  const known = digitsOf(value);
  if (typeof known !== 'string') return undefined;
  return /^\+?\d[\d\s().-]{5,24}$/.test(known) ? known.replace(/\D/g, '') : known;
}

/** The past of a number comes in threads, each with one customer. */
function isThreadOf(value: unknown, person: Person): boolean {
  return isJson(value) && Array.isArray(value.messages) && names(value.id, person);
}

function threadsOf(element: unknown): unknown[] {
  return isJson(element) && Array.isArray(element.threads) ? element.threads : [];
}

/** A copy in which elements with threads have those of the person only. */
function withOwnThreads(payload: WebhookPayload, person: Person): WebhookPayload {
  const copy = copyOf(payload) as WebhookPayload;
  for (const element of elementsOf(copy)) {
    if (Array.isArray(element.threads))
      element.threads = element.threads.filter((one) => isThreadOf(one, person));
  }
  return copy;
}

function mark(payload: WebhookPayload, item: WebhookItem | undefined): void {
  const value = item && payload.entry[item.entry]?.changes[item.change]?.value;
  const list: unknown = item?.list == null ? undefined : value?.[item.list];
  if (!item || !Array.isArray(list)) return;
  const element = list[item.index] as Json;
  const kept = keptKeys.flatMap((key) => (key in element ? [[key, element[key]]] : []));
  list[item.index] = { ...(Object.fromEntries(kept) as Json), erased: true };
}

function elementOf(payload: WebhookPayload, { entry, change, list, index }: WebhookItem): unknown {
  const value = payload.entry[entry]?.changes[change]?.value;
  const elements: unknown = list === null ? undefined : value?.[list];
  return Array.isArray(elements) ? (elements[index] as unknown) : undefined;
}

function elementsOf(payload: WebhookPayload): Json[] {
  return payload.entry
    .flatMap(({ changes }) =>
      changes.flatMap(({ value }) => Object.values(value).filter(Array.isArray).flat() as unknown[]),
    )
    .filter(isJson);
}

/** Numbers that JavaScript would round are kept as what they are. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || digitsOf(value) !== value) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  return Object.fromEntries(Object.entries(value).map(([key, kept]) => [key, copyOf(kept)]));
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
