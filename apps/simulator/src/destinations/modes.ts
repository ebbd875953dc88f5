import { asObject, BadRequest } from '../http.ts';
import { onlyKeys, optionalChoice, optionalNumber, optionalText, optionalWhole } from '../fields.ts';

/** How a destination behaves. */
export type Behaviour =
  /** 200 at once. */
  | { mode: 'fast' }
  /** 200 after `ms` milliseconds. */
  | { mode: 'slow'; ms: number }
  /** This status; Retry-After in seconds (`retryAfter`) or as a date so many seconds ahead (`retryAfterDate`). */
  | { mode: 'status'; status: number; retryAfter?: number; retryAfterDate?: number; body?: string }
  /** Takes the request and never answers. */
  | { mode: 'hang' }
  /** Resets the connection instead of an answer. */
  | { mode: 'reset' }
  /** Promises a longer body, sends `bytes` of it, and drops the connection. */
  | { mode: 'drop'; bytes: number }
  /** 200 with a body of `bytes`. */
  | { mode: 'huge'; bytes: number }
  /** Sends the caller elsewhere. */
  | { mode: 'redirect'; location: string; status: number };

/** When it behaves so; otherwise it is `fast`. */
export interface Occasion {
  /** Share of the requests, 0 to 1. */
  probability?: number;
  /** Only the first so many requests since the mode was set. */
  first?: number;
}

export type DestinationMode = Behaviour & Occasion;

const modes = ['fast', 'slow', 'status', 'hang', 'reset', 'drop', 'huge', 'redirect'] as const;
const keys = [
  'mode',
  'ms',
  'status',
  'retryAfter',
  'retryAfterDate',
  'body',
  'bytes',
  'location',
  'probability',
  'first',
];

/** Reads a mode from JSON; what is left out gets a usual value, what makes no sense is a 400. */
export function parseMode(value: unknown): DestinationMode {
  const fields = asObject(value, 'The mode');
  onlyKeys(fields, keys);
  const mode = optionalChoice(fields, 'mode', modes);
  if (!mode) throw new BadRequest(`"mode" is missing. It is one of: ${modes.join(', ')}.`);
  const occasion: Occasion = {
    ...given('probability', optionalNumber(fields, 'probability', 0, 1)),
    ...given('first', optionalWhole(fields, 'first', 0, 1_000_000_000)),
  };
  return { ...behaviourOf(mode, fields), ...occasion };
}

function behaviourOf(mode: (typeof modes)[number], fields: Record<string, unknown>): Behaviour {
  switch (mode) {
    case 'slow':
      return { mode, ms: optionalWhole(fields, 'ms', 0, 3_600_000) ?? 1_000 };
    case 'status':
      return {
        mode,
        status: optionalWhole(fields, 'status', 200, 599) ?? 500,
        ...given('retryAfter', optionalWhole(fields, 'retryAfter', 0, 1_000_000)),
        ...given('retryAfterDate', optionalWhole(fields, 'retryAfterDate', -1_000_000, 1_000_000)),
        ...given('body', optionalText(fields, 'body')),
      };
    case 'drop':
      return { mode, bytes: optionalWhole(fields, 'bytes', 0, 1_000_000_000) ?? 10 };
    case 'huge':
      return { mode, bytes: optionalWhole(fields, 'bytes', 0, 1_000_000_000) ?? 64 * 1024 * 1024 };
    case 'redirect':
      return {
        mode,
        location: optionalText(fields, 'location') ?? '/destinations/elsewhere',
        status: optionalWhole(fields, 'status', 300, 399) ?? 302,
      };
    default:
      return { mode };
  }
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}

/** What the nth request (from 1) since the mode was set meets. */
export function behaviourFor(mode: DestinationMode, nth: number, random: () => number): Behaviour {
  if (mode.first !== undefined && nth > mode.first) return { mode: 'fast' };
  if (mode.probability !== undefined && random() >= mode.probability) return { mode: 'fast' };
  return mode;
}
