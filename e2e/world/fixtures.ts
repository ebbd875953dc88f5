import { existsSync, readFileSync } from 'node:fs';

/** Webhook payloads written by others, where somebody has put them beside the checkout. */
const folder = new URL('../../../shared/meta/fixtures/', import.meta.url);
export const haveFixtures = existsSync(new URL('manifest.json', folder));

export interface Fixture {
  file: string;
  field: string;
  /** Malformed on purpose. */
  negative: boolean;
  body: Buffer;
  accounts: string[];
  numbers: { businessId: string; phoneNumberId: string; phoneNumber: string }[];
}

interface Value {
  metadata?: { phone_number_id?: string; display_phone_number?: string };
  display_phone_number?: string;
}
interface Body {
  entry: { id: string; changes: { value: Value }[] }[];
}

/** All payloads, each with accounts and numbers of its own: they share ids, and many have placeholders for them. */
export function readFixtures(): Fixture[] {
  const { items } = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
  return items.map(prepare);
}

function prepare({ file, field, negative }: Fixture, nth: number): Fixture {
  const written = readFileSync(new URL(file, folder), 'utf8');
  let text = 'entry' in JSON.parse(written) ? written : envelopeOf(written, field);
  if (negative) return { file, field, negative, body: Buffer.from(text), accounts: [], numbers: [] };

  const ids = new Map<string, string>();
  for (const id of idsOf(JSON.parse(text))) ids.set(id, ownId(id, nth, ids));
  for (const [id, own] of ids) text = text.replaceAll(JSON.stringify(id), JSON.stringify(own));
  return { file, field, negative, body: Buffer.from(text), ...subjectsOf(JSON.parse(text), nth) };
}

/** Some are the value of a change alone. */
function envelopeOf(value: string, field: string): string {
  const change = `{"value":${value},"field":${JSON.stringify(field)}}`;
  return `{"object":"whatsapp_business_account","entry":[{"id":"<WABA_ID>","changes":[${change}]}]}`;
}

function idsOf({ entry }: Body): string[] {
  const values = entry.flatMap(({ changes }) => changes.map(({ value }) => value));
  const ids = values.flatMap((value) => [
    value.metadata?.phone_number_id,
    value.metadata?.display_phone_number,
    value.display_phone_number,
  ]);
  return [...entry.map(({ id }) => id), ...ids].filter((id) => id !== undefined);
}

/** Digits of the same length where it was digits, so that the payload stays what it is. */
function ownId(id: string, nth: number, taken: Map<string, string>): string {
  const mark = String(nth).padStart(4, '0');
  const own = id.slice(0, -mark.length) + mark;
  const good = /^[1-9]\d{8,19}$/.test(id) && ![...taken.values()].includes(own);
  return good ? own : `9${String(taken.size).padStart(4, '0')}0${mark}`;
}

function subjectsOf({ entry }: Body, nth: number) {
  const numbers = new Map<string, Fixture['numbers'][number]>();
  for (const { id: businessId, changes } of entry) {
    const madeUp = {
      businessId,
      phoneNumberId: `8000${nth}`,
      phoneNumber: `18000${String(nth).padStart(6, '0')}`,
    };
    for (const { value } of changes) {
      const { phone_number_id: phoneNumberId = madeUp.phoneNumberId, display_phone_number: shown } =
        value.metadata ?? {};
      const written = shown ?? value.display_phone_number ?? madeUp.phoneNumber;
      numbers.set(phoneNumberId, { businessId, phoneNumberId, phoneNumber: written.replace(/\D/g, '') });
    }
  }
  return { accounts: [...new Set(entry.map(({ id }) => id))], numbers: [...numbers.values()] };
}
