import { createHmac } from 'node:crypto';

export interface SerializeOptions {
  /** `unicode` (Meta's way): every character outside ASCII as lowercase `\uXXXX`. `none`: plain UTF-8. */
  escape?: 'unicode' | 'none';
  /** Writes `/` as `\/`. */
  slashes?: boolean;
  /** `compact` is Meta's; the others prove that a receiver works on the bytes and not on the meaning. */
  spacing?: Spacing;
}

export type Spacing = 'compact' | 'spaced' | 'odd';
export const spacings: readonly Spacing[] = ['compact', 'spaced', 'odd'];

/**
 * The bytes of a body as Meta writes them. Meta signs the escaped text, so a receiver that parses and
 * serialises again computes another signature: that is what this makes visible.
 */
export function serialize(body: object, options: SerializeOptions = {}): Buffer {
  let text = layOut(body, options.spacing ?? 'compact');
  if (options.slashes) text = text.replaceAll('/', '\\/');
  if (options.escape === 'none') return Buffer.from(text, 'utf8');
  // By UTF-16 unit, so that a character outside the basic plane becomes its two surrogates.
  const escaped = text.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Buffer.from(escaped, 'latin1');
}

/** A line break outside of strings is always layout: inside of strings JSON writes it as `\n`. */
function layOut(body: object, spacing: Spacing): string {
  if (spacing === 'compact') return JSON.stringify(body);
  if (spacing === 'spaced') return JSON.stringify(body, null, 1).replace(/\n */g, ' ');
  return ` ${JSON.stringify(body, null, '\t').replaceAll('\n', '\r\n')}\n\n`;
}

/** The value of `X-Hub-Signature-256` for exactly these bytes. */
export function sign(bytes: Buffer | string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;
}
