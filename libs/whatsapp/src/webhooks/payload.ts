/** Meta's webhook envelope, as far as routing reads it; everything else is carried along untouched. */
export interface WebhookPayload {
  object: string;
  entry: Entry[];
}

export interface Entry {
  /** WABA id; for PARTNER_ADDED the business portfolio's id. */
  id: string;
  /** Unix seconds, on account-level fields only. */
  time?: number;
  changes: Change[];
}

export interface Change {
  field: string;
  value: Record<string, unknown>;
}

export type ParsedWebhook =
  | { payload: WebhookPayload }
  | { problem: 'not_json' | 'not_meta'; detail: string };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a body once, at the edge. What is not Meta's envelope is named, so that it can be kept aside. */
export function parseWebhook(body: Buffer): ParsedWebhook {
  let json: unknown;
  try {
    json = parseJson(body.toString('utf8'));
  } catch {
    return { problem: 'not_json', detail: 'The body is signed, but it is not JSON.' };
  }
  if (!isObject(json)) return notMeta('the body is not an object');
  if (!Array.isArray(json.entry) || json.entry.length === 0) return notMeta('it has no entry');
  for (const entry of json.entry as unknown[]) {
    if (!isObject(entry)) return notMeta('an entry is not an object');
    if (typeof entry.id !== 'string') entry.id = digitsOf(entry.id);
    if (typeof entry.id !== 'string') return notMeta('an entry has no id');
    if (!Array.isArray(entry.changes)) return notMeta('an entry has no list of changes');
    for (const change of entry.changes as unknown[]) {
      if (!isObject(change) || typeof change.field !== 'string') return notMeta('a change has no field');
      if (!isObject(change.value)) return notMeta(`the change of field "${change.field}" has no value`);
    }
  }
  return { payload: json as unknown as WebhookPayload };
}

/** What might be an integer that a double cannot hold: template ids of Meta's are numbers of up to 17 digits. */
const longNumber = /[:[,]\s*-?\d{16}/;

/** Parses, and keeps the digits of numbers that JavaScript would round, for when the value is written again. */
function parseJson(text: string): unknown {
  return longNumber.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  const { source } = context ?? {};
  const rounded = Number.isInteger(value) && !Number.isSafeInteger(value);
  return rounded && source !== undefined && /^-?\d+$/.test(source) ? raw.rawJSON(source) : value;
}

/** In Node since 21; not yet among TypeScript's types. */
const raw = JSON as typeof JSON & { rawJSON(text: string): unknown; isRawJSON(value: unknown): value is { rawJSON: string } };

/** A number's digits as text, whatever its length; anything else as it is. */
export function digitsOf(id: unknown): unknown {
  return typeof id === 'number' ? String(id) : raw.isRawJSON(id) ? id.rawJSON : id;
}

function notMeta(why: string): ParsedWebhook {
  return { problem: 'not_meta', detail: `The body is JSON, but not a webhook of Meta's: ${why}.` };
}
