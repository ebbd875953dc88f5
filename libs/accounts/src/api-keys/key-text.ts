import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const PREFIX = 'wp_live_';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Digits that 16 and 32 bytes need. */
const ID_LENGTH = 22;
const SECRET_LENGTH = 43;

const form = new RegExp(`^${PREFIX}([0-9A-Za-z]{${ID_LENGTH}})_([0-9A-Za-z]{${SECRET_LENGTH}})$`);

/** A key as its holder has it: `wp_live_<id>_<secret>`, letters and digits that a double click selects as a whole. */
export interface KeyParts {
  /** A UUID. */
  id: string;
  /** 256 bits of chance. */
  secret: string;
}

export function newSecret(): string {
  return inDigits(randomBytes(32), SECRET_LENGTH);
}

export function keyText({ id, secret }: KeyParts): string {
  return `${shownPrefix(id)}_${secret}`;
}

/** What may be shown of a key at any time, so that its holder knows it again. */
export function shownPrefix(id: string): string {
  return PREFIX + inDigits(Buffer.from(id.replaceAll('-', ''), 'hex'), ID_LENGTH);
}

/** Undefined for what is not in the form of a key. */
export function partsOf(text: string): KeyParts | undefined {
  const [, digits, secret] = form.exec(text) ?? [];
  if (digits === undefined || secret === undefined) return undefined;
  const value = [...digits].reduce((sum, digit) => sum * 62n + BigInt(DIGITS.indexOf(digit)), 0n);
  const hex = value.toString(16).padStart(32, '0');
  if (hex.length > 32) return undefined;
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), secret };
}

/** Whether what was presented means to be a key of ours, in good form or not. */
export function looksLikeKey(text: string): boolean {
  return text.startsWith('wp_');
}

export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Takes the same time whatever is wrong. */
export function hashMatches(secret: string, hash: Buffer): boolean {
  const presented = hashOfSecret(secret);
  return hash.length === presented.length && timingSafeEqual(hash, presented);
}

function inDigits(bytes: Buffer, length: number): string {
  let value = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (; value > 0n; value /= 62n) text = (DIGITS[Number(value % 62n)] ?? '') + text;
  return text.padStart(length, '0');
}
