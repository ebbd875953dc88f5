import {
  type DeliverySearch,
  type DeliverySieve,
  oneOf,
  type Range,
  ranges,
  sources,
  type State,
  states,
} from './delivery-search.ts';

export const sieveKeys = [
  'q',
  'states',
  'projectId',
  'phoneNumberId',
  'kind',
  'status',
  'source',
  'minDurationMs',
  'eventId',
] as const;
/** From which a delivery can be put back on its way. */
export const retryable: readonly State[] = ['waiting', 'failed', 'cancelled'];

export const statesOf = (text: string | undefined): State[] =>
  states.filter((state) => text?.split(',').includes(state));

export function sieveOf(search: DeliverySearch): DeliverySieve {
  return Object.fromEntries(sieveKeys.flatMap((key) => (search[key] ? [[key, search[key]]] : [])));
}

export const isEmpty = (sieve: DeliverySieve) => Object.keys(sieve).length === 0;
export const sameSieve = (a: DeliverySieve, b: DeliverySieve) => sieveKeys.every((key) => a[key] === b[key]);

/** As the API wants it. */
export function filterOf({ states: named, status, minDurationMs, source, ...rest }: DeliverySieve) {
  return {
    ...rest,
    ...(named && { states: statesOf(named) }),
    ...(status && { status: Number(status) }),
    ...(minDurationMs && { minDurationMs: Number(minDurationMs) }),
    ...(source && { source: oneOf(sources, source) }),
  };
}
export type DeliveryFilter = ReturnType<typeof filterOf> & { since?: string; until?: string };

export const BARS = 96;
const HOUR_MS = 3_600_000;
const AN_ID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|wamid\..+)$/i;

export interface Span {
  since: string;
  until: string;
}

/** What the bars stand for: the range up to now, ending where a bar ends; wider where a chosen time lies before it. */
export function spanOf({ range = '24h', since }: Pick<DeliverySearch, 'range' | 'since'>, now: number): Span {
  const names = Object.keys(ranges) as Range[];
  const wider = names
    .slice(names.indexOf(range))
    .find((name) => !since || Date.parse(since) >= now - ranges[name] * HOUR_MS);
  const length = ranges[wider ?? '30d'] * HOUR_MS;
  const bar = length / BARS;
  const until = Math.ceil(now / bar) * bar;
  return { since: new Date(until - length).toISOString(), until: new Date(until).toISOString() };
}

/** The times of the list. Who asks for an id wants it found however old it is. */
export function timesOf(search: DeliverySearch, now: number): Partial<Span> {
  if (search.since || search.until) return { since: search.since, until: search.until };
  if (search.eventId || (search.q && AN_ID.test(search.q.trim()))) return {};
  return { since: spanOf(search, now).since };
}

/** The states that a retry of all that is shown takes up. */
export function retryStates(named: string | undefined): State[] {
  const chosen = statesOf(named);
  return chosen.length === 0 ? ['waiting', 'failed'] : chosen.filter((state) => retryable.includes(state));
}
