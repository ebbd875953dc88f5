export const states = ['pending', 'delivering', 'delivered', 'waiting', 'failed', 'cancelled'] as const;
export type State = (typeof states)[number];
export const sources = ['live', 'replay', 'test'] as const;
export const ranges = { '1h': 1, '6h': 6, '24h': 24, '7d': 168, '30d': 720 } as const;
export type Range = keyof typeof ranges;
export const panes = ['request', 'response', 'headers'] as const;
export type PaneTab = (typeof panes)[number];

/** Which deliveries, in the words of the API. */
export interface DeliverySieve {
  q?: string;
  /** Separated by commas. */
  states?: string;
  projectId?: string;
  phoneNumberId?: string;
  kind?: string;
  status?: string;
  source?: string;
  minDurationMs?: string;
  eventId?: string;
}

/** What the address of the page says: filters, times, the open delivery. */
export interface DeliverySearch extends DeliverySieve {
  range?: Range;
  since?: string;
  until?: string;
  delivery?: string;
  tab?: PaneTab;
}

// What looks like a number in an address is read as one.
export const asText = (value: unknown) =>
  typeof value === 'number'
    ? String(value)
    : typeof value === 'string' && value.trim() !== ''
      ? value
      : undefined;
export const oneOf = <Value extends string>(values: readonly Value[], value: unknown) =>
  values.find((known) => known === value);
export const asInstant = (value: unknown) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : undefined;

function whole(value: unknown, from: number, to: number): string | undefined {
  const number = Number(asText(value));
  return Number.isInteger(number) && number >= from && number <= to ? String(number) : undefined;
}

function knownStates(value: unknown): string | undefined {
  const named = asText(value)?.split(',') ?? [];
  return states.filter((state) => named.includes(state)).join(',') || undefined;
}

export const asRange = (value: unknown) => oneOf(Object.keys(ranges) as Range[], value);

export function deliverySearch(search: Record<string, unknown>): DeliverySearch {
  return {
    q: asText(search.q)?.slice(0, 200),
    states: knownStates(search.states),
    projectId: asText(search.projectId),
    phoneNumberId: asText(search.phoneNumberId),
    kind: asText(search.kind),
    status: whole(search.status, 100, 599),
    source: oneOf(sources, search.source),
    minDurationMs: whole(search.minDurationMs, 1, 3_600_000),
    eventId: asText(search.eventId),
    range: asRange(search.range),
    since: asInstant(search.since),
    until: asInstant(search.until),
    delivery: asText(search.delivery),
    tab: oneOf(panes, search.tab),
  };
}
