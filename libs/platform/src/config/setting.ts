import { parseNetwork } from '../egress/address-policy.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Several older settings that together make one newer one, such as host and port of a URL. */
export interface OlderParts {
  names: readonly string[];
  /** Undefined when none is there; otherwise the value, or the part that is still missing. */
  join(env: Environment): { value: string } | { missing: string } | undefined;
}

/** What is known of one setting; reading, the example file and the reference page all come from it. */
export interface Setting<Value> {
  group: string;
  /** For whoever runs Waypost, in plain words; one paragraph. */
  description: string;
  /** Completes "must be …". */
  kind: string;
  /** Never printed, neither in errors nor in logs. */
  secret: boolean;
  default: Value;
  /** The default as one would write it; empty when there is none. */
  defaultText: string;
  /** The name of an earlier setting whose value is the default, or decides it. */
  follows: string | undefined;
  /** Makes the default of that setting's value; without it the value itself is the default. */
  following: ((value: unknown) => unknown) | undefined;
  olderNames: readonly string[];
  olderParts: OlderParts | undefined;
  /** Completes the error sentence with the way out. */
  hint: string | undefined;
  /** Undefined for what it cannot accept. `raw` is trimmed and not empty. */
  parse(raw: string): Value | undefined;
}

/** What the table says of every setting, whatever its type. */
interface About<Default> {
  group: string;
  description: string;
  default?: Default;
  follows?: string;
  following?: (value: unknown) => Default;
  /** Tells of a default that depends on another setting. */
  defaultText?: string;
  secret?: boolean;
  olderNames?: readonly string[];
  olderParts?: OlderParts;
  hint?: string;
}

function setting<Value, Default extends Value | undefined>(
  about: About<Default>,
  kind: string,
  parse: (raw: string) => Value | undefined,
  write: (value: Value) => string = String,
): Setting<Value | Default> {
  const value = about.default;
  return {
    group: about.group,
    description: about.description,
    kind,
    secret: about.secret ?? false,
    default: value as Default,
    defaultText: about.defaultText ?? (value === undefined ? '' : write(value as Value)),
    follows: about.follows,
    following: about.following,
    olderNames: about.olderNames ?? [],
    olderParts: about.olderParts,
    hint: about.hint,
    parse,
  };
}

export function text<Default extends string | undefined>(
  about: About<Default> & { kind?: string; pattern?: RegExp },
): Setting<string | Default> {
  const pattern = about.pattern ?? /./;
  return setting<string, Default>(about, about.kind ?? 'text', (raw) =>
    pattern.test(raw) ? raw : undefined,
  );
}

export function secret<Default extends string | undefined>(
  about: About<Default> & { minLength?: number },
): Setting<string | Default> {
  const least = about.minLength ?? 1;
  const kind = least > 1 ? `at least ${least} characters long` : 'text';
  return setting<string, Default>({ ...about, secret: true }, kind, (raw) =>
    raw.length >= least ? raw : undefined,
  );
}

export function wholeNumber<Default extends number | undefined>(
  about: About<Default> & { min: number; max: number },
): Setting<number | Default> {
  const { min, max } = about;
  return setting<number, Default>(about, `a whole number from ${min} to ${max}`, (raw) => {
    const value = /^\d+$/.test(raw) ? Number(raw) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  });
}

const secondsPer: Record<string, number> = { '': 1, s: 1, m: 60, h: 3_600, d: 86_400 };

/** Read as seconds; units are accepted since older systems wrote `15m` and `1d`. More than `atMost` counts as that. */
export function seconds<Default extends number | undefined>(
  about: About<Default> & { min: number; max: number; atMost?: number },
): Setting<number | Default> {
  const { min, max, atMost = max } = about;
  const kind = `a number of seconds from ${min} to ${max}, or a duration such as 15m, 12h or 1d`;
  return setting<number, Default>(about, kind, (raw) => {
    const [, digits, unit] = /^(\d+) ?([smhd]?)$/.exec(raw) ?? [];
    const value = Number(digits) * (secondsPer[unit ?? ''] ?? Number.NaN);
    return value >= min && value <= max ? Math.min(value, atMost) : undefined;
  });
}

const onWords = ['1', 'true', 'yes', 'on'];
const offWords = ['0', 'false', 'no', 'off'];

export function onOff(about: About<boolean>): Setting<boolean> {
  return setting<boolean, boolean>(
    about,
    '1 (on) or 0 (off)',
    (raw) => {
      const word = raw.toLowerCase();
      return onWords.includes(word) || (offWords.includes(word) ? false : undefined);
    },
    (on) => (on ? '1' : '0'),
  );
}

export function oneOf<const Choice extends string>(
  about: About<NoInfer<Choice>> & {
    choices: readonly Choice[];
    default: NoInfer<Choice>;
    synonyms?: readonly (readonly [string, NoInfer<Choice>])[];
  },
): Setting<Choice> {
  const synonyms = new Map(about.synonyms);
  return setting<Choice, Choice>(about, `one of ${about.choices.join(', ')}`, (raw) => {
    const word = raw.toLowerCase();
    return about.choices.find((choice) => choice === word) ?? synonyms.get(word);
  });
}

export function url<Default extends string | undefined>(
  about: About<Default> & { schemes: readonly string[]; tidy?: (url: string) => string },
): Setting<string | Default> {
  const schemes = about.schemes.map((scheme) => `${scheme}://`);
  return setting<string, Default>(about, `a URL that begins with ${schemes.join(' or ')}`, (raw) => {
    const known = schemes.some((scheme) => raw.toLowerCase().startsWith(scheme)) && URL.canParse(raw);
    return known ? (about.tidy?.(raw) ?? raw) : undefined;
  });
}

/** Addresses and networks in CIDR notation. */
export function networks(
  about: About<readonly string[]> & { default: readonly string[] },
): Setting<readonly string[]> {
  const kind = 'a list of networks such as 10.0.0.0/8,192.168.1.7, separated by commas';
  const parse = (raw: string) => {
    const items = raw.split(/[\s,]+/).filter(Boolean);
    return items.every(parseNetwork) ? items : undefined;
  };
  return setting<readonly string[], readonly string[]>(about, kind, parse, (list) => list.join(','));
}

/** Origins of pages: scheme, host and port, nothing behind. */
export function origins(about: About<readonly string[]> & { default: readonly string[] }): Setting<readonly string[]> {
  const kind = 'a list of origins such as https://crm.example.com, separated by commas';
  const parse = (raw: string) => {
    const items = raw.split(/[\s,]+/).filter(Boolean);
    const fine = items.every((item) => /^https?:\/\//i.test(item) && URL.canParse(item) && new URL(item).origin === item.toLowerCase());
    return fine ? items.map((item) => item.toLowerCase()) : undefined;
  };
  return setting<readonly string[], readonly string[]>(about, kind, parse, (list) => list.join(','));
}

/** 32 bytes in hex or base64, with or without padding, of either alphabet. */
export function key32(about: About<undefined>): Setting<Buffer | undefined> {
  const kind = '32 bytes written in base64 (44 characters) or hex (64 characters)';
  return setting<Buffer, undefined>({ ...about, secret: true }, kind, (raw) => {
    if (/^[0-9a-f]{64}$/i.test(raw)) return Buffer.from(raw, 'hex');
    return /^[\w+/-]{43}=?$/.test(raw) ? Buffer.from(raw, 'base64') : undefined;
  });
}
