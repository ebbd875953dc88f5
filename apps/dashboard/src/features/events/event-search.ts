import { asInstant, asRange, asText, type Range } from '../deliveries/delivery-search.ts';

/** What the address of the page says: filters, times, the open event. */
export interface EventSearch {
  messageId?: string;
  phoneNumberId?: string;
  kind?: string;
  field?: string;
  range?: Range;
  since?: string;
  until?: string;
  event?: string;
}

export function eventSearch(search: Record<string, unknown>): EventSearch {
  return {
    messageId: asText(search.messageId)?.slice(0, 500),
    phoneNumberId: asText(search.phoneNumberId),
    kind: asText(search.kind),
    field: asText(search.field),
    range: asRange(search.range),
    since: asInstant(search.since),
    until: asInstant(search.until),
    event: asText(search.event),
  };
}
