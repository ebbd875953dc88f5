import { SecretError } from '../secret-error.ts';

/** How a key service may answer other than with what was asked; the adapters translate each SDK's errors into these. */
export type Refusal = 'denied' | 'sign-in' | 'missing' | 'disabled' | 'wrong' | 'away';

export interface KeyServiceNames {
  /** As an operator calls it. */
  service: string;
  /** The root key as it was configured. */
  key: string;
  /** Where the service was called. */
  at: string;
  /** What the credentials need to be allowed. */
  rights: string;
  /** Where the credentials come from. */
  credentials: string;
}

export interface CallBounds {
  /** For one try, in milliseconds. */
  tryMs: number;
  /** For all tries together, in milliseconds. */
  totalMs: number;
  tries: number;
}

export const callBounds: CallBounds = { tryMs: 3_000, totalMs: 10_000, tries: 3 };

/** One sentence that says which key of which service, and what to do. `reason`: the service's own name for it. */
export function keyServiceError(
  { service, key, at, rights, credentials }: KeyServiceNames,
  refusal: Refusal,
  reason: string,
  cause: unknown,
): SecretError {
  const words: Record<Refusal, string> = {
    denied: `${service} at ${at} does not let Waypost use the root key ${key} (${reason}): allow ${rights} on it to the credentials that Waypost runs with (${credentials}).`,
    'sign-in': `${service} at ${at} does not accept the credentials that Waypost runs with (${reason}): mend ${credentials}.`,
    missing: `${service} at ${at} has no key ${key} (${reason}): correct KEY_ID and the place it is looked for in.`,
    disabled: `The root key ${key} of ${service} at ${at} cannot be used (${reason}): enable it again, or cancel its deletion. Until then no stored secret can be opened.`,
    wrong: `The root key ${key} of ${service} at ${at} did not wrap this data key (${reason}): most likely KEY_ID names another key than before, or the database was altered. Put the former KEY_ID back.`,
    away: `${service} at ${at} did not answer for the root key ${key} (${reason}): see to it that this machine reaches it. Waypost goes on with the keys it has in memory, and tries again.`,
  };
  return new SecretError(refusal === 'away' ? 'unavailable' : 'key', words[refusal], cause);
}

const networkCodes = /\b(ECONN[A-Z]+|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EPIPE|EAI_AGAIN)\b/;

/** The code of a network's error, wherever an SDK has put it, sometimes into the words of an error of its own. */
export function networkCode(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 5) return undefined;
  const { code, message, cause, errors } = error as Record<string, unknown> & { errors?: unknown[] };
  const found = networkCodes.exec(`${String(code)} ${String(message)}`)?.[1];
  return found ?? networkCode(cause, depth + 1) ?? networkCode(errors?.[0], depth + 1);
}
