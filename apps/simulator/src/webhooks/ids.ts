import { createHash, randomBytes, randomInt } from 'node:crypto';

/**
 * A message id as the Cloud API prints it: `wamid.` and base64 of a small binary frame that holds the
 * customer's phone, the direction and a token in hex. Receivers must treat it as opaque, but its length,
 * its `+`, `/` and `=` are worth being true to.
 */
export function wamid(phone: string, direction: 'inbound' | 'outbound' = 'inbound'): string {
  const token =
    direction === 'inbound'
      ? `3A${randomBytes(9).toString('hex').toUpperCase()}`
      : randomBytes(9).toString('hex').toUpperCase();
  const frame = Buffer.concat([
    Buffer.from([0x1c, 0x18, phone.length]),
    Buffer.from(phone, 'latin1'),
    Buffer.from([0x15, 0x02, 0x00, direction === 'inbound' ? 0x12 : 0x11, 0x18, token.length]),
    Buffer.from(token, 'latin1'),
    Buffer.from([0x00]),
  ]);
  return `wamid.${frame.toString('base64')}`;
}

/** An id of Meta's graph (number, business account, media, template): decimal digits, the first not zero. */
export function numericId(digits = 15): string {
  let id = String(randomInt(1, 10));
  while (id.length < digits) id += String(randomInt(0, 1_000_000)).padStart(6, '0');
  return id.slice(0, digits);
}

/** Country of the commonest calling codes; enough to make a user id look right. */
const countries: [prefix: string, country: string][] = [
  ['972', 'IL'],
  ['44', 'GB'],
  ['49', 'DE'],
  ['55', 'BR'],
  ['62', 'ID'],
  ['91', 'IN'],
  ['1', 'US'],
];

/**
 * The business-scoped user id of a customer: the same for the same customer and business account,
 * another one for another business account. `seed` is the phone, or the username where the phone is hidden.
 */
export function userId(seed: string, businessId: string): string {
  const country = countries.find(([prefix]) => seed.startsWith(prefix))?.[1] ?? 'US';
  const digest = createHash('sha256').update(`${businessId}:${seed}`).digest();
  const digits = BigInt(`0x1${digest.toString('hex', 0, 9)}`).toString();
  return `${country}.${digits.slice(0, 20)}`;
}

/** Seconds since 1970, as Meta writes a time (a string inside items, a number on account events). */
export function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
