import type { EntityManager } from 'typeorm';
import type { EventId, ProjectId, TenantId } from '@waypost/contracts';
import { newId } from '@waypost/platform';
import { KIND_SEPARATOR } from './event.entity.ts';

interface Replay {
  tenantId: TenantId;
  eventIds: EventId[];
  /** One project instead of those that the events are routed to now. */
  projectId?: ProjectId;
  bulkId: string | null;
  now: Date;
}

interface Routed {
  eventId: EventId;
  projectId: ProjectId;
  priority: number;
  split: string;
  items: number;
  metaPhoneNumberId: string | null;
  kinds: string[];
}

/**
 * Makes new deliveries of events, by the routes of today; answers how many. An event of one number goes by that
 * number's mappings, one of an account by those of all the account's numbers. Projects that want one item per
 * request get one delivery per item.
 */
export async function replayEvents(rows: EntityManager, replay: Replay): Promise<number> {
  const routed: Routed[] =
    await rows.query(
      `SELECT e.id AS "eventId", p.id AS "projectId", coalesce(max(m.priority), 0)::int AS priority, p.split, e.items,
              e.meta_phone_number_id AS "metaPhoneNumberId", e.kinds
       FROM event e
       JOIN project p ON p.tenant_id = e.tenant_id AND p.status = 'enabled' AND ($3::uuid IS NULL OR p.id = $3)
       LEFT JOIN (mapping m JOIN phone_number n ON n.tenant_id = m.tenant_id AND n.id = m.phone_number_id
                  LEFT JOIN business_account b ON b.tenant_id = n.tenant_id AND b.id = n.business_account_id)
         ON m.tenant_id = e.tenant_id AND m.project_id = p.id
        AND (n.id = e.phone_number_id OR (e.phone_number_id IS NULL AND
             (n.phone_number_id = e.meta_phone_number_id OR (e.meta_phone_number_id IS NULL AND b.business_id = e.business_id))))
        AND (m.fields && e.fields OR '*' = ANY(m.fields))
       WHERE e.tenant_id = $1 AND e.id = ANY($2::uuid[]) AND (m.id IS NOT NULL OR $3::uuid IS NOT NULL)
       GROUP BY e.tenant_id, e.id, p.id, p.split, e.items, e.meta_phone_number_id, e.kinds ORDER BY e.id, 3 DESC`,
      [replay.tenantId, replay.eventIds, replay.projectId ?? null],
    );
  const deliveries = routed.flatMap(({ split, items, ...row }) => {
    const each: (number | null)[] = split === 'event' && items > 1 ? Array.from({ length: items }, (_, item) => item) : [null];
    return each.map((item) => ({ ...row, item }));
  });
  await rows.query(
    `INSERT INTO delivery (tenant_id, id, event_id, project_id, item, priority, state, next_at, source, bulk_id,
                           meta_phone_number_id, kinds)
     SELECT $1, u.id, u.event_id, u.project_id, u.item, u.priority, 'pending', $7, 'replay', $8, u.number, u.kinds
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::int[], $9::text[], $10::text[])
       AS u(id, event_id, project_id, item, priority, number, kinds)`,
    [
      replay.tenantId,
      deliveries.map(() => newId()),
      deliveries.map(({ eventId }) => eventId),
      deliveries.map(({ projectId }) => projectId),
      deliveries.map(({ item }) => item),
      deliveries.map(({ priority }) => priority),
      replay.now,
      replay.bulkId,
      deliveries.map(({ metaPhoneNumberId }) => metaPhoneNumberId),
      deliveries.map(({ kinds }) => kinds.join(KIND_SEPARATOR)),
    ],
  );
  return deliveries.length;
}
