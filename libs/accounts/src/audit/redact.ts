/** What stands in place of a value that the audit must not hold. */
export const HIDDEN = '[hidden]';

const LONGEST_TEXT = 1_000;
const DEEPEST = 6;
const MOST_ELEMENTS = 200;

/** Words of a field's name that make its value a secret. */
const secretWords = new Set([
  'authorization',
  'code',
  'codes',
  'cookie',
  'credential',
  'credentials',
  'hash',
  'headers',
  'key',
  'otp',
  'passphrase',
  'password',
  'pin',
  'sealed',
  'secret',
  'secrets',
  'seed',
  'signature',
  'token',
  'tokens',
  'totp',
]);
/** Last words of names that are about a secret, and none: `secretId`, `token_expires_at`. */
const harmlessWords = new Set([
  'at',
  'count',
  'expires',
  'hours',
  'id',
  'ids',
  'name',
  'names',
  'prefix',
  'status',
]);

/** Values that are secrets wherever they stand: our own kinds, JSON web tokens, private keys, hashes of passwords. */
const secretValues =
  /^(wp_(live|test)_|whsec_|Bearer |Basic |eyJ[\w-]+\.eyJ|EAA[A-Za-z0-9]{20}|-----BEGIN |\$(argon2|2[aby]|scrypt))/;

/**
 * A value as the audit may keep it: plain JSON of bounded size, without secrets. Only shapes that are known pass:
 * a field is named like a secret, or a value is none of text, number, yes or no, instant, list and plain object, and
 * `[hidden]` stands in its place. An absent secret stays absent, so that setting and removing one can be seen.
 */
export function redact(value: unknown, name = '', depth = 0): unknown {
  if (value === undefined || value === null) return null;
  if (isSecretName(name)) return typeof value === 'boolean' ? value : HIDDEN;
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (depth >= DEEPEST) return HIDDEN;
  if (Array.isArray(value)) return value.slice(0, MOST_ELEMENTS).map((one) => redact(one, '', depth + 1));
  if (!isPlain(value)) return HIDDEN;
  const fields = Object.entries(value).filter(([, kept]) => kept !== undefined && typeof kept !== 'function');
  return Object.fromEntries(
    fields.slice(0, MOST_ELEMENTS).map(([key, kept]) => [storable(key), redact(kept, key, depth + 1)]),
  );
}

/** Text that JSON in PostgreSQL can hold: no NUL, no half of a character. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\uFFFD');
}

function redactText(text: string): string {
  if (secretValues.test(text)) return HIDDEN;
  const short = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return storable(/^[a-z][a-z0-9+.-]*:\/\//i.test(short) ? redactAddress(short) : short);
}

/** An address may carry a secret as its user part or as a value of its query; host and path stay. */
function redactAddress(address: string): string {
  return address
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i, `$1${HIDDEN}@`)
    .replace(/([?&][^=&#]*=)[^&#]+/g, `$1${HIDDEN}`)
    .replace(/#.*$/, `#${HIDDEN}`);
}

function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return !harmlessWords.has(words.at(-1) ?? '') && words.some((word) => secretWords.has(word));
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
