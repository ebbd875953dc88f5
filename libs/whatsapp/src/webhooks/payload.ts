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
    json = JSON.parse(body.toString('utf8'));
  } catch {
    return { problem: 'not_json', detail: 'The body is signed, but it is not JSON.' };
  }
  if (!isObject(json)) return notMeta('the body is not an object');
  if (!Array.isArray(json.entry) || json.entry.length === 0) return notMeta('it has no entry');
  for (const entry of json.entry as unknown[]) {
    if (!isObject(entry)) return notMeta('an entry is not an object');
    if (typeof entry.id === 'number') entry.id = String(entry.id);
    if (typeof entry.id !== 'string') return notMeta('an entry has no id');
    if (!Array.isArray(entry.changes)) return notMeta('an entry has no list of changes');
    for (const change of entry.changes as unknown[]) {
      if (!isObject(change) || typeof change.field !== 'string') return notMeta('a change has no field');
      if (!isObject(change.value)) return notMeta(`the change of field "${change.field}" has no value`);
    }
  }
  return { payload: json as unknown as WebhookPayload };
}

function notMeta(why: string): ParsedWebhook {
  return { problem: 'not_meta', detail: `The body is JSON, but not a webhook of Meta's: ${why}.` };
}
