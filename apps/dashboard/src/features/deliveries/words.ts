// What of Meta's items is a message; all other kinds have names of their own.
// prettier-ignore
const messages = new Set([
  'text', 'image', 'audio', 'video', 'document', 'sticker', 'location', 'contacts', 'interactive', 'button', 'order',
  'reaction', 'system', 'unsupported', 'unknown', 'edit', 'revoke', 'list', 'template', 'request_welcome', 'nfm_reply', 'poll',
]);

// For filters: the usual ones first.
// prettier-ignore
export const usualKinds = [
  'text', 'image', 'audio', 'video', 'document', 'sticker', 'location', 'contacts', 'interactive', 'button', 'order', 'reaction',
  'status', 'status:sent', 'status:delivered', 'status:read', 'status:failed', 'call', 'system', 'unsupported',
];

export interface KindWords {
  group: 'message' | 'status' | 'call' | 'other';
  name: string;
}

export function kindWords(kind: string): KindWords {
  const [first = '', rest] = kind.split(':');
  if (first === 'status' || first === 'call') return { group: first, name: rest ?? '' };
  return { group: messages.has(kind) ? 'message' : 'other', name: kind.replaceAll('_', ' ') };
}

/** An error of the network in one word; its sentence stands in the attempt. */
export function errorWord(error: string): 'timeout' | 'refused' | 'reset' | 'dns' | 'tls' | 'unreachable' {
  if (/ within [\d.]+ s\.|in time/.test(error)) return 'timeout';
  if (/refused the connection/.test(error)) return 'refused';
  if (/closed the connection|cut off/.test(error)) return 'reset';
  if (/looked up/.test(error)) return 'dns';
  if (/certificate|encrypted/.test(error)) return 'tls';
  return 'unreachable';
}

/** Digits with the country code, as people read them. */
export function readablePhone(digits: string): string {
  const plain = digits.replace(/\D/g, '');
  const [, area, first, last] = /^1(\d{3})(\d{3})(\d{4})$/.exec(plain) ?? [];
  return area ? `+1 ${area} ${first} ${last}` : `+${plain}`;
}

/** Who wrote, or to whom the status belongs, out of a body of Meta's. */
export function customerOf(body: string): string | null {
  try {
    const parsed = JSON.parse(body) as {
      entry?: { changes?: { value?: Record<string, { from?: unknown; recipient_id?: unknown }[]> }[] }[];
    };
    const value = parsed.entry?.[0]?.changes?.[0]?.value;
    const item = value?.messages?.[0]?.from ?? value?.statuses?.[0]?.recipient_id;
    return typeof item === 'string' ? item : null;
  } catch {
    // Not every body is a conversation, and a cut one is no JSON.
    return null;
  }
}

/** Seconds in the two largest units. */
export function countdown(ms: number): {
  unit: 'days' | 'hours' | 'minutes' | 'seconds';
  a: number;
  b: number;
} {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  if (seconds >= 86_400)
    return { unit: 'days', a: Math.floor(seconds / 86_400), b: Math.floor((seconds % 86_400) / 3_600) };
  if (seconds >= 3_600)
    return { unit: 'hours', a: Math.floor(seconds / 3_600), b: Math.floor((seconds % 3_600) / 60) };
  if (seconds >= 60) return { unit: 'minutes', a: Math.floor(seconds / 60), b: seconds % 60 };
  return { unit: 'seconds', a: seconds, b: 0 };
}
