import type { EntityManager } from 'typeorm';
import { PLATFORM_TENANT_ID, type TenantId } from '@waypost/contracts';
import {
  type IsMine,
  parseWebhook,
  type Person,
  type WebhookPayload,
  withOtherNames,
} from '@waypost/whatsapp';
import type { Subjects } from '../erasure/raw-webhooks.ts';
import { namesOf } from './sought.ts';

/** A part of the rows of a table, looked through for somebody. */
export interface Part {
  /** Rows in whose body one of the names stands. */
  found: { id: string; body: Buffer }[];
  /** The last row that was looked at; null when there was none. */
  last: string | null;
  /** Whether there may be more behind it. */
  more: boolean;
}

interface Reach {
  person: Person;
  after: string | null;
  limit: number;
}

/** Whether the body has one of the names is said by the database, so that only those bodies are read. */
const holdsName = (body: string) =>
  `CASE WHEN EXISTS (SELECT FROM unnest($4::text[]) AS n(name) WHERE position(convert_to(n.name, 'UTF8') IN ${body}) > 0) THEN ${body} END`;

/** By tenant and id, which is the primary key. */
export async function eventsWith(rows: EntityManager, tenantId: TenantId, reach: Reach): Promise<Part> {
  const found: { id: string; body: Buffer | null }[] = await rows.query(
    `SELECT e.id, ${holdsName('coalesce(e.body, w.body)')} AS body
     FROM (SELECT id, webhook_id, body FROM event WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3) e
     LEFT JOIN webhook_event w ON w.id = e.webhook_id ORDER BY e.id`,
    [tenantId, reach.after, reach.limit, namesOf(reach.person)],
  );
  return partOf(found, reach.limit);
}

/** Through all of them, since raw webhooks stand before there is a tenant; bodies only of what may hold the tenant's. */
export async function webhooksWith(rows: EntityManager, tenantId: TenantId, reach: Reach): Promise<Part> {
  const found: { id: string; body: Buffer | null }[] = await rows.query(
    `SELECT w.id, CASE WHEN w.app_tenant_id IN ($1, '${PLATFORM_TENANT_ID}') THEN ${holdsName('w.body')} END AS body
     FROM (SELECT id, app_tenant_id, body FROM webhook_event WHERE $2::uuid IS NULL OR id > $2 ORDER BY id LIMIT $3) w ORDER BY w.id`,
    [tenantId, reach.after, reach.limit, namesOf(reach.person)],
  );
  return partOf(found, reach.limit);
}

function partOf(rows: { id: string; body: Buffer | null }[], limit: number): Part {
  return {
    found: rows.flatMap(({ id, body }) => (body === null ? [] : [{ id, body }])),
    last: rows.at(-1)?.id ?? null,
    more: rows.length === limit,
  };
}

/** Of a webhook that came by the platform's app, only the items of the tenant's numbers and accounts. */
export function itemsOfTenant({ numbers, accounts }: Subjects): IsMine {
  return ({ phoneNumberId, businessId }) =>
    phoneNumberId === null ? accounts.includes(businessId) : numbers.includes(phoneNumberId);
}

export function payloadOf(body: Buffer): WebhookPayload | undefined {
  const parsed = parseWebhook(body);
  return 'payload' in parsed ? parsed.payload : undefined;
}

/** The person with all other names that these bodies know. */
export function learn(person: Person, bodies: Buffer[]): Person {
  return bodies.reduce((known, body) => {
    const payload = payloadOf(body);
    return payload ? withOtherNames(payload, known) : known;
  }, person);
}

export function knowsMore(one: Person, other: Person): boolean {
  return namesOf(one).length > namesOf(other).length;
}
