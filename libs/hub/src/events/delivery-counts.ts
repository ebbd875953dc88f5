import type { EntityManager } from 'typeorm';
import type { TenantContext } from '@waypost/platform';

/** How the deliveries of an event stand; those that were cancelled are in the total only. */
export interface DeliveryCounts {
  total: number;
  delivered: number;
  /** Waiting for another attempt, or failed. */
  troubled: number;
  /** Pending, or on their way. */
  open: number;
}

const NONE: DeliveryCounts = { total: 0, delivered: 0, troubled: 0, open: 0 };

export async function countDeliveries(
  rows: EntityManager,
  { tenantId }: TenantContext,
  eventIds: string[],
): Promise<(eventId: string) => DeliveryCounts> {
  const found: (DeliveryCounts & { eventId: string })[] = await rows.query(
    `SELECT event_id AS "eventId", count(*)::int AS total,
            (count(*) FILTER (WHERE state = 'delivered'))::int AS delivered,
            (count(*) FILTER (WHERE state IN ('waiting', 'failed')))::int AS troubled,
            (count(*) FILTER (WHERE state IN ('pending', 'delivering')))::int AS open
     FROM delivery WHERE tenant_id = $1 AND event_id = ANY($2::uuid[]) GROUP BY event_id`,
    [tenantId, eventIds],
  );
  const byEvent = new Map(found.map(({ eventId, ...counts }) => [eventId, counts]));
  return (eventId) => byEvent.get(eventId) ?? NONE;
}
