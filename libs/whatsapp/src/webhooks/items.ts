import { createHash } from 'node:crypto';
import { type Change, digitsOf, type Entry, type WebhookPayload } from './payload.ts';

/**
 * The smallest thing Meta reports: one message, one status, one change of another field. Batches are only
 * packaging: Meta repeats items and packs them anew, so routing and de-duplication go by item.
 */
export interface WebhookItem {
  entry: number;
  change: number;
  /** The list within the change's value and the place in it; null when the change is one item. */
  list: string | null;
  index: number;
  /** WABA id of the entry. */
  businessId: string;
  field: string;
  phoneNumberId: string | null;
  displayPhoneNumber: string | null;
  /** Meta's id, or a hash of the item where Meta gives none. */
  id: string;
  /** `text`, `image`, `status:read`, or the name of the field. */
  kind: string;
  /** What else tells two items of one id apart (recipient of a group status). */
  discriminator: string;
  /** Unix seconds by Meta's clock, within fixed bounds; 0 where Meta gives none. */
  at: number;
  /** Only a mark in the place of what was erased. */
  erased?: true;
}

type Json = Record<string, unknown>;

/** Lists that hold items of their own; other fields are one item per change. */
export const itemLists = [
  'messages',
  'statuses',
  'errors',
  'message_echoes',
  'calls',
  'history',
  'state_sync',
  'user_preferences',
  'automatic_events',
];

/** Whom a status is about; in a group one message has a status per participant. */
export const recipientKeys = [
  'recipient_id',
  'recipient_user_id',
  'recipient_participant_id',
  'recipient_participant_user_id',
];

/** Fixed, never relative to now: a redelivery must get the same timestamp. */
const earliest = Date.UTC(2009, 0, 1) / 1000;
const latest = Date.UTC(2100, 0, 1) / 1000;

export function itemsOf(payload: WebhookPayload): WebhookItem[] {
  const items: WebhookItem[] = [];
  payload.entry.forEach((entry, entryIndex) => {
    entry.changes.forEach((change, changeIndex) => {
      const place = { entry: entryIndex, change: changeIndex, ...whose(entry, change) };
      const found = itemLists.flatMap((list) => {
        const elements = change.value[list];
        if (!Array.isArray(elements)) return [];
        return elements.map((element: Json | null, index) => ({
          ...place,
          list,
          index,
          ...describe(list, element ?? {}),
          ...(element?.erased === true && { erased: true as const }),
        }));
      });
      if (found.length > 0) items.push(...found);
      else items.push({ ...place, list: null, index: 0, ...describeChange(entry, change) });
    });
  });
  return items;
}

/** The id that the answer to Meta's POST names: that of its first message or status, else null. */
export function firstItemId(payload: WebhookPayload): string | null {
  for (const entry of payload.entry) {
    for (const { value } of entry.changes) {
      for (const list of ['messages', 'statuses']) {
        const elements = value[list];
        const first: unknown = Array.isArray(elements) ? (elements[0] as Json | undefined)?.id : undefined;
        if (typeof first === 'string') return first;
      }
    }
  }
  return null;
}

function whose(entry: Entry, { field, value }: Change) {
  const metadata = (value.metadata ?? {}) as Json;
  return {
    businessId: entry.id,
    field,
    phoneNumberId: text(metadata.phone_number_id),
    displayPhoneNumber: digits(text(metadata.display_phone_number) ?? text(value.display_phone_number)),
  };
}

function describe(list: string, element: Json) {
  const id = text(element.id) ?? hashOf(element);
  const at = seconds(element.timestamp);
  if (list === 'statuses') {
    const recipient = recipientKeys.map((key) => text(element[key])).join('|');
    return { id, at, kind: `status:${text(element.status) ?? 'unknown'}`, discriminator: recipient };
  }
  if (list === 'calls') {
    const kind = `call:${text(element.event) ?? text(element.status) ?? 'unknown'}`;
    return { id, at, kind, discriminator: '' };
  }
  return { id, at, kind: text(element.type) ?? list, discriminator: '' };
}

function describeChange(entry: Entry, change: Change) {
  return { id: hashOf([entry.time ?? null, change]), at: seconds(entry.time), kind: change.field, discriminator: '' };
}

function text(value: unknown): string | null {
  const known = digitsOf(value);
  return typeof known === 'string' && known !== '' ? known : null;
}

function digits(value: string | null): string | null {
  return value?.replace(/\D/g, '') || null;
}

function seconds(value: unknown): number {
  const at = Math.trunc(Number(text(value)));
  return Number.isFinite(at) && at > 0 ? Math.min(Math.max(at, earliest), latest) : 0;
}

/** Over the parsed value, so that other spacing or escaping of the same thing is the same thing. */
function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('base64url');
}
