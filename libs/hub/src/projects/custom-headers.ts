import { invalidField } from '@waypost/waba';

const MOST_HEADERS = 20;
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;
const value = /^[\x20-\x7e]{0,1000}$/;

/** What we sign, what describes the body, and what belongs to the connection. */
const ownNames = new Set(
  'accept-encoding connection expect host keep-alive proxy-connection te trailer transfer-encoding upgrade user-agent'.split(
    ' ',
  ),
);
const ownBeginnings = ['content-', 'x-hub-signature', 'webhook-', 'x-waypost-'];

/** Stands for a value in answers; not printable ASCII, so that it cannot come back as a value. */
export const MASK = '••••';

/** Refuses headers that a delivery cannot or must not carry. Throws `invalid_input`. */
export function checkHeaders(headers: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(headers);
  if (entries.length > MOST_HEADERS) throw invalidField('headers', `must be at most ${MOST_HEADERS}`);
  const seen = new Set<string>();
  for (const [name, content] of entries) {
    const lower = name.toLowerCase();
    const at = `headers.${name.slice(0, 100)}`;
    if (!token.test(name)) {
      throw invalidField('headers', 'must have names of 1 to 100 letters, digits and hyphens');
    }
    if (ownNames.has(lower) || ownBeginnings.some((start) => lower.startsWith(start))) {
      throw invalidField(at, 'is set by Waypost itself; leave it out');
    }
    if (seen.has(lower))
      throw invalidField(at, 'is there twice; names do not differ by upper and lower case');
    if (typeof content !== 'string' || !value.test(content)) {
      throw invalidField(at, 'must be a text of at most 1000 printable ASCII characters');
    }
    seen.add(lower);
  }
  return headers as Record<string, string>;
}

export function maskedHeaders(names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, MASK]));
}
