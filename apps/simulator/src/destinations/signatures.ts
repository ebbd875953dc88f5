import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** `unknown`: there is a signature but no secret to check it with. */
export type SignatureCheck = 'valid' | 'invalid' | 'missing' | 'unknown';

/** Older or newer than this and a Standard Webhooks signature is not accepted, in seconds. */
const tolerance = 5 * 60;

/** `X-Hub-Signature-256`, with the whole secret as it is written. */
export function checkHubSignature(
  headers: IncomingHttpHeaders,
  body: Buffer,
  secret: string | undefined,
): SignatureCheck {
  const header = headers['x-hub-signature-256'];
  if (typeof header !== 'string') return 'missing';
  if (secret === undefined) return 'unknown';
  const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return same(header, expected) ? 'valid' : 'invalid';
}

/**
 * `webhook-signature` over `id.timestamp.body` as the Standard Webhooks specification has it: the key is
 * the base64 behind `whsec_`, several signatures may stand in a row, one valid `v1` is enough.
 */
export function checkStandardSignature(
  headers: IncomingHttpHeaders,
  body: Buffer,
  secret: string | undefined,
  now = Date.now(),
): SignatureCheck {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string')
    return 'missing';
  if (secret === undefined) return 'unknown';
  const age = Math.abs(now / 1000 - Number(timestamp));
  if (!/^\d+$/.test(timestamp) || age > tolerance) return 'invalid';
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return signatures.split(' ').some((each) => same(each, `v1,${expected}`)) ? 'valid' : 'invalid';
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
