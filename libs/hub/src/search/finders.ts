import type { EntityManager } from 'typeorm';
import type { TenantId } from '@waypost/contracts';
import { itemPrefix } from '../explode/dedupe-key.ts';
import type { Query } from './query.ts';

export const hitKinds = ['delivery', 'event', 'number', 'project', 'app', 'account', 'tenant'] as const;
export type HitKind = (typeof hitKinds)[number];

export interface Hit {
  kind: HitKind;
  /** By which its page is addressed: a UUID, or Meta's id of a number, an app or an account. */
  id: string;
  title: string;
  detail: string;
  tenantId: TenantId;
}

/** In which tenants is looked; within a tenant's wall it is that one. */
export interface Scope {
  rows: EntityManager;
  tenantIds: TenantId[];
}

const MOST = 20;
const deliveryColumns = `'delivery' AS kind, d.id, p.name AS title, d.state AS detail, d.tenant_id AS "tenantId"`;
const eventColumns = `'event' AS kind, e.id, array_to_string(e.kinds, ', ') AS title,
  coalesce(e.meta_phone_number_id, e.business_id) AS detail, e.tenant_id AS "tenantId"`;
const project = 'JOIN project p ON p.tenant_id = d.tenant_id AND p.id = d.project_id';

/** A delivery, an event or a project by its whole id. */
export async function byUuid({ rows, tenantIds }: Scope, { uuid }: Query): Promise<Hit[]> {
  if (uuid === null) return [];
  return rows.query(
    `SELECT ${deliveryColumns} FROM unnest($1::uuid[]) AS t(id) JOIN delivery d ON d.tenant_id = t.id AND d.id = $2 ${project}
     UNION ALL
     SELECT ${eventColumns} FROM unnest($1::uuid[]) AS t(id) JOIN event e ON e.tenant_id = t.id AND e.id = $2
     UNION ALL
     SELECT 'project', p.id, p.name, p.slug, p.tenant_id FROM project p
     WHERE p.tenant_id = ANY($1) AND p.id = $2 AND p.status <> 'deleted'`,
    [tenantIds, uuid],
  );
}

/** Events that hold a message or a status with Meta's id, in one tenant. */
export async function eventsWithItem(
  rows: EntityManager,
  tenantId: TenantId,
  itemId: string,
): Promise<string[]> {
  const [low, high] = edges(itemPrefix(tenantId, itemId));
  const found: { id: string }[] = await rows.query('SELECT find_events_by_item($1, $2) AS id', [low, high]);
  return found.map(({ id }) => id);
}

/** The same in many tenants at once; the tenant is part of the key, so each has a key of its own to look for. */
export async function eventsWithItemAnywhere({ rows, tenantIds }: Scope, itemId: string): Promise<string[]> {
  const keys = tenantIds.map((tenantId) => edges(itemPrefix(tenantId, itemId)));
  const found: { id: string }[] = await rows.query(
    `SELECT DISTINCT k.event_id AS id FROM unnest($1::bytea[], $2::bytea[]) AS w(low, high)
     CROSS JOIN LATERAL (SELECT event_id FROM dedupe_key WHERE key >= w.low AND key < w.high LIMIT ${MOST}) k
     LIMIT ${MOST}`,
    [keys.map(([low]) => low), keys.map(([, high]) => high)],
  );
  return found.map(({ id }) => id);
}

/** The events themselves, and where they went. */
export async function eventsAndDeliveries({ rows, tenantIds }: Scope, eventIds: string[]): Promise<Hit[]> {
  if (eventIds.length === 0) return [];
  return rows.query(
    `(SELECT ${eventColumns} FROM event e WHERE e.tenant_id = ANY($1) AND e.id = ANY($2) ORDER BY e.id DESC LIMIT 8)
     UNION ALL
     (SELECT ${deliveryColumns} FROM delivery d ${project} WHERE d.tenant_id = ANY($1) AND d.event_id = ANY($2)
      ORDER BY d.id DESC LIMIT 12)`,
    [tenantIds, eventIds],
  );
}

/** What is configured, by Meta's ids and phone numbers in full or in part, and by names; the exact ones first. */
export async function configured({ rows, tenantIds }: Scope, { text, like, digits }: Query): Promise<Hit[]> {
  const some = digits && `%${digits}%`;
  const found: (Hit & { exact: boolean })[] = await rows.query(
    `SELECT * FROM (
       (SELECT 'number' AS kind, n.phone_number_id AS id, '+' || n.phone_number AS title, n.display_name AS detail,
               n.tenant_id AS "tenantId", n.phone_number_id = $4 OR n.phone_number = $4 AS exact, 1 AS rank
        FROM phone_number n WHERE n.tenant_id = ANY($1)
          AND (n.display_name ILIKE $2 OR n.phone_number LIKE $3 OR n.phone_number_id LIKE $3) ORDER BY exact DESC, n.id DESC LIMIT ${MOST})
       UNION ALL
       (SELECT 'project', p.id::text, p.name, p.slug, p.tenant_id, lower(p.name) = lower($5) OR p.slug = lower($5) AS exact, 2
        FROM project p WHERE p.tenant_id = ANY($1) AND p.status <> 'deleted'
          AND (p.name ILIKE $2 OR p.slug ILIKE $2) ORDER BY exact DESC, p.id DESC LIMIT ${MOST})
       UNION ALL
       (SELECT 'app', a.app_id, a.name, a.app_id, a.tenant_id, a.app_id = $4 OR lower(a.name) = lower($5) AS exact, 3
        FROM meta_app a WHERE a.tenant_id = ANY($1) AND (a.name ILIKE $2 OR a.app_id LIKE $3) ORDER BY exact DESC, a.id DESC LIMIT ${MOST})
       UNION ALL
       (SELECT 'account', b.business_id, b.name, b.business_id, b.tenant_id, b.business_id = $4 OR lower(b.name) = lower($5) AS exact, 4
        FROM business_account b WHERE b.tenant_id = ANY($1)
          AND (b.name ILIKE $2 OR b.business_id LIKE $3) ORDER BY exact DESC, b.id DESC LIMIT ${MOST})) found
     ORDER BY exact IS TRUE DESC, rank LIMIT ${MOST}`,
    [tenantIds, like, some, digits, text],
  );
  return found.map(({ kind, id, title, detail, tenantId }) => ({ kind, id, title, detail, tenantId }));
}

/** From the prefix to the smallest value that no key with it reaches. */
function edges(prefix: Buffer): [Buffer, Buffer] {
  return [prefix, Buffer.concat([prefix, Buffer.alloc(9, 0xff)])];
}
