import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** The header Meta signs its webhooks with: HMAC-SHA-256 over the raw body, keyed with the app secret. */
export const SIGNATURE_HEADER = 'x-hub-signature-256';

const shape = /^sha256=([0-9a-f]{64})$/i;

/** The digest a signature header claims, or undefined when it is missing or not of Meta's form. */
export function claimedDigest(header: unknown): Buffer | undefined {
  const match = typeof header === 'string' ? shape.exec(header.trim()) : null;
  return match?.[1] ? Buffer.from(match[1], 'hex') : undefined;
}

/** Whether `secret` signed exactly these bytes; takes the same time for every wrong digest. */
export function signatureMatches(body: Buffer, claimed: Buffer, secret: string): boolean {
  return timingSafeEqual(createHmac('sha256', secret).update(body).digest(), claimed);
}

/** The header value for a body that we forward in Meta's manner. */
export function signBody(body: Buffer, secret: string | KeyObject): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}
