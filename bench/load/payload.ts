import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Target } from '../world.ts';

/** Digits of a window's number and of a webhook's number inside it; fixed, so that one template fits all. */
const WINDOW_DIGITS = 5;
const SEQUENCE_DIGITS = 7;
const MARK = Buffer.from('reference W');

/** Signed requests of one measuring window, ready to be written to a socket. */
export interface Prepared {
  count: number;
  /** The whole HTTP request number `sequence`: head and body. */
  request(sequence: number): Buffer;
  /** Index into the targets this request was made for. */
  target: Uint8Array;
}

interface Template {
  bytes: Buffer;
  bodyStart: number;
  signatureAt: number;
  sequenceAt: number[];
  key: KeyObject;
}

const windowText = (window: number): string => String(window).padStart(WINDOW_DIGITS, '0');

function makeTemplate(target: Target, window: number): Template {
  const mark = `${windowText(window)}S${'#'.repeat(SEQUENCE_DIGITS)}`;
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: target.businessId,
        changes: [
          {
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: target.phoneNumber, phone_number_id: target.phoneNumberId },
              contacts: [
                {
                  profile: { name: 'Sample Customer' },
                  wa_id: `4917${'#'.repeat(SEQUENCE_DIGITS)}`,
                  user_id: `DE.10020030040${'#'.repeat(SEQUENCE_DIGITS)}`,
                },
              ],
              messages: [
                {
                  from: `4917${'#'.repeat(SEQUENCE_DIGITS)}`,
                  from_user_id: `DE.10020030040${'#'.repeat(SEQUENCE_DIGITS)}`,
                  id: `wamid.HBgLNDkxNzAwMDAwMDAVAgASGBQzQTdC${target.tag}X${mark}A=`,
                  timestamp: String(Math.floor(Date.now() / 1000)),
                  type: 'text',
                  text: {
                    body: `Hello, I ordered two of the blue chairs last week and the parcel has not arrived yet. Could you please have a look where it is? Thanks! My reference ${`W${mark}`}`,
                  },
                },
              ],
            },
            field: 'messages',
          },
        ],
      },
    ],
  });
  const head =
    `POST /webhooks/meta/${target.appId} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: facebookexternalua\r\n` +
    `Content-Type: application/json\r\nX-Hub-Signature-256: sha256=${'0'.repeat(64)}\r\n` +
    `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  const bytes = Buffer.from(head + body);
  const hole = '#'.repeat(SEQUENCE_DIGITS);
  const sequenceAt: number[] = [];
  for (let at = bytes.indexOf(hole); at >= 0; at = bytes.indexOf(hole, at + 1)) sequenceAt.push(at);
  return {
    bytes,
    bodyStart: head.length,
    signatureAt: head.indexOf('sha256=') + 'sha256='.length,
    sequenceAt,
    key: createSecretKey(Buffer.from(target.appSecret)),
  };
}

/**
 * Signs `count` webhooks before the clock starts, so that making them costs the measured window nothing.
 * Every body is unique (sender, message id, text). Targets are taken in proportion to their weights, evenly mixed.
 */
export function prepare(targets: Target[], window: number, count: number): Prepared {
  const templates = targets.map((target) => makeTemplate(target, window));
  const order = mix(targets.map((target) => target.weight));
  const size = Math.max(...templates.map((template) => template.bytes.length));
  const pool = Buffer.allocUnsafe(size * count);
  const lengths = new Uint32Array(count);
  const target = new Uint8Array(count);
  for (let sequence = 0; sequence < count; sequence += 1) {
    const chosen = order[sequence % order.length] ?? 0;
    const template = templates[chosen]!;
    const at = sequence * size;
    template.bytes.copy(pool, at);
    const digits = String(sequence).padStart(SEQUENCE_DIGITS, '0');
    for (const offset of template.sequenceAt) pool.write(digits, at + offset, SEQUENCE_DIGITS, 'latin1');
    const body = pool.subarray(at + template.bodyStart, at + template.bytes.length);
    const signature = createHmac('sha256', template.key).update(body).digest('hex');
    pool.write(signature, at + template.signatureAt, 64, 'latin1');
    lengths[sequence] = template.bytes.length;
    target[sequence] = chosen;
  }
  return {
    count,
    target,
    request: (sequence) => pool.subarray(sequence * size, sequence * size + (lengths[sequence] ?? 0)),
  };
}

/** Smooth weighted round robin over one cycle: [1, 3] becomes 1 1 0 1, never a run longer than needed. */
function mix(weights: number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const credit = weights.map(() => 0);
  return Array.from({ length: total }, () => {
    weights.forEach((weight, index) => (credit[index] = (credit[index] ?? 0) + weight));
    const next = credit.indexOf(Math.max(...credit));
    credit[next] = (credit[next] ?? 0) - total;
    return next;
  });
}

/** Which webhook a forwarded body carries; undefined when the body is not one of ours. */
export function readMark(body: Buffer): { window: number; sequence: number } | undefined {
  const at = body.lastIndexOf(MARK);
  if (at < 0) return undefined;
  const start = at + MARK.length;
  const window = Number(body.toString('latin1', start, start + WINDOW_DIGITS));
  const sequenceStart = start + WINDOW_DIGITS + 1;
  return {
    window,
    sequence: Number(body.toString('latin1', sequenceStart, sequenceStart + SEQUENCE_DIGITS)),
  };
}
