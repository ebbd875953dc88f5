import type { SelectQueryBuilder } from 'typeorm';
import type { TenantId } from '@waypost/contracts';
import { lowestIdAt } from '@waypost/platform';
import { type Delivery, type DeliverySource, type DeliveryState, type Event, KIND_SEPARATOR } from './event.entity.ts';
import { searched } from './searched.ts';

/** Which deliveries; every part is optional, and all parts must hold. */
export interface DeliveryFilter {
  projectId?: string;
  eventId?: string;
  states?: DeliveryState[];
  /** Taken up at or after. */
  since?: string;
  /** Taken up before. */
  until?: string;
  /** Last HTTP status that the project answered. */
  status?: number;
  /** Meta's phone_number_id. */
  phoneNumberId?: string;
  /** `text`, `status:read`, or all that begin with `status`. */
  kind?: string;
  /** What somebody types: see `searched`. */
  q?: string;
  /** The last attempt took longer. */
  minDurationMs?: number;
  source?: DeliverySource;
}

/** Which events. */
export interface EventFilter {
  /** Meta's phone_number_id. */
  phoneNumberId?: string;
  businessId?: string;
  field?: string;
  /** `text`, `status:read` … */
  kind?: string;
  since?: string;
  until?: string;
}

export function deliveriesOf(query: SelectQueryBuilder<Delivery>, tenantId: TenantId, filter: DeliveryFilter) {
  query.where('d.tenant_id = :tenantId', { tenantId });
  if (filter.projectId) query.andWhere('d.project_id = :projectId', { projectId: filter.projectId });
  if (filter.eventId) query.andWhere('d.event_id = :eventId', { eventId: filter.eventId });
  if (filter.states?.length) query.andWhere('d.state IN (:...states)', { states: filter.states });
  if (filter.status !== undefined) {
    query.andWhere('d.last_status = :status', { status: filter.status });
    // Says to the planner what it cannot know: all that is no success stands in the index of troubles.
    if (filter.status < 200 || filter.status >= 300) query.andWhere('d.last_error IS NOT NULL');
  }
  if (filter.phoneNumberId) query.andWhere('d.meta_phone_number_id = :number', { number: filter.phoneNumberId });
  if (filter.kind) query.andWhere(OF_KIND, { kind: filter.kind, between: KIND_SEPARATOR });
  if (filter.minDurationMs !== undefined) query.andWhere('d.last_ms > :slower', { slower: filter.minDurationMs });
  if (filter.source) query.andWhere('d.source = :source', { source: filter.source });
  if (filter.q) query.andWhere(...searched(tenantId, filter.q));
  return between(query, 'd', filter);
}

/** Nearly all have one kind only, and for those the first two comparisons decide. */
const OF_KIND = `(d.kinds = :kind OR starts_with(d.kinds, :kind || ':') OR (position(:between IN d.kinds) > 0
  AND (position(:between || :kind || :between IN :between || d.kinds || :between) > 0
    OR position(:between || :kind || ':' IN :between || d.kinds) > 0)))`;

export function eventsOf(query: SelectQueryBuilder<Event>, tenantId: TenantId, filter: EventFilter) {
  query.where('e.tenant_id = :tenantId', { tenantId });
  if (filter.phoneNumberId) query.andWhere('e.meta_phone_number_id = :number', { number: filter.phoneNumberId });
  if (filter.businessId) query.andWhere('e.business_id = :businessId', { businessId: filter.businessId });
  if (filter.field) query.andWhere(':field = ANY(e.fields)', { field: filter.field });
  if (filter.kind) query.andWhere(':kind = ANY(e.kinds)', { kind: filter.kind });
  return between(query, 'e', filter);
}

/** Ids are made in order of time, so a span of time is a span of ids and leaves out other days' partitions. */
function between<Row extends object>(
  query: SelectQueryBuilder<Row>,
  alias: string,
  { since, until }: { since?: string; until?: string },
) {
  if (since) query.andWhere(`${alias}.id >= :low`, { low: lowestIdAt(new Date(since)) });
  if (until) query.andWhere(`${alias}.id < :high`, { high: lowestIdAt(new Date(until)) });
  return query;
}
