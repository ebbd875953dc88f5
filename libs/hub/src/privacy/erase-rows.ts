import type { EntityManager } from 'typeorm';
import type { EventId, TenantId, WebhookId } from '@waypost/contracts';
import { type IsMine, type Person, withoutPerson } from '@waypost/whatsapp';
import { payloadOf } from './person-rows.ts';

/** What an erasure has come to. */
export interface ErasedCounts {
  /** Events and received webhooks in which the person was. */
  events: number;
  webhooks: number;
  /** Messages, statuses and the like that were about the person, by event. */
  items: number;
  /** Answers of projects that were dropped, since they may repeat what was sent. */
  answers: number;
  /** Deliveries that had not gone out. */
  cancelled: number;
}

interface Erasing {
  tenantId: TenantId;
  person: Person;
  now: Date;
}

/** Erases the person from these events, from the webhooks that stand for their bodies, and from what was answered to them. */
export async function eraseFromEvents(
  rows: EntityManager,
  ids: EventId[],
  erasing: Erasing,
): Promise<Omit<ErasedCounts, 'webhooks'>> {
  const counts = { events: 0, items: 0, answers: 0, cancelled: 0 };
  const { tenantId, person, now } = erasing;
  for (const id of ids) {
    const [event]: { webhookId: WebhookId; body: Buffer | null; itemIds: string[] }[] = await rows.query(
      `SELECT webhook_id AS "webhookId", body, item_ids AS "itemIds" FROM event WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
      [tenantId, id],
    );
    if (!event) continue;
    const [raw]: { body: Buffer }[] = event.body
      ? []
      : await rows.query('SELECT body FROM webhook_event WHERE id = $1 FOR UPDATE', [event.webhookId]);
    const payload = payloadOf(event.body ?? raw?.body ?? Buffer.alloc(0));
    const rest = payload && withoutPerson(payload, person, () => true);
    if (!rest) continue;
    if (raw)
      await rows.query('UPDATE webhook_event SET body = $2 WHERE id = $1', [event.webhookId, rest.body]);
    // Ids of messages carry the number of who wrote them.
    const itemIds = event.itemIds.map((itemId, at) => (rest.erased.includes(at) ? 'erased' : itemId));
    await rows.query(
      `UPDATE event SET body = CASE WHEN body IS NULL THEN NULL ELSE $3::bytea END, item_ids = $4, erased_at = $5
       WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, rest.body, itemIds, now],
    );
    counts.events += 1;
    counts.items += rest.erased.length;
    const { answers, cancelled } = await eraseFromDeliveries(rows, id, { ...erasing, ...rest });
    counts.answers += answers;
    counts.cancelled += cancelled;
  }
  return counts;
}

async function eraseFromDeliveries(
  rows: EntityManager,
  eventId: EventId,
  { tenantId, erased, wholly, now }: Erasing & { erased: number[]; wholly: boolean },
): Promise<{ answers: number; cancelled: number }> {
  const [, cancelled]: [unknown, number] = await rows.query(
    `UPDATE delivery SET state = 'cancelled', cause = 'erased', finished_at = $3
     WHERE tenant_id = $1 AND event_id = $2 AND state IN ('pending', 'waiting') AND ($4 OR item = ANY($5::int[]))`,
    [tenantId, eventId, now, wholly, erased],
  );
  const [, answers]: [unknown, number] = await rows.query(
    `UPDATE attempt SET response = '' WHERE tenant_id = $1 AND response <> '' AND delivery_id IN (
       SELECT id FROM delivery WHERE tenant_id = $1 AND event_id = $2 AND (item IS NULL OR $3 OR item = ANY($4::int[])))`,
    [tenantId, eventId, wholly, erased],
  );
  return { answers, cancelled };
}

/** Erases the person from received webhooks, as far as these are the tenant's. */
export async function eraseFromWebhooks(
  rows: EntityManager,
  ids: WebhookId[],
  { tenantId, person, isMine }: Omit<Erasing, 'now'> & { isMine: IsMine },
): Promise<number> {
  let webhooks = 0;
  for (const id of ids) {
    const [raw]: { appTenantId: TenantId; body: Buffer }[] = await rows.query(
      'SELECT app_tenant_id AS "appTenantId", body FROM webhook_event WHERE id = $1 FOR UPDATE',
      [id],
    );
    if (!raw) continue;
    const own = raw.appTenantId === tenantId;
    const payload = payloadOf(raw.body);
    // What cannot be read is nobody else's either, when it came by the tenant's own app.
    const unreadable = own ? { body: Buffer.from('{"erased":true}') } : undefined;
    const rest = payload ? withoutPerson(payload, person, own ? () => true : isMine) : unreadable;
    if (!rest) continue;
    await rows.query('UPDATE webhook_event SET body = $2 WHERE id = $1', [id, rest.body]);
    webhooks += 1;
  }
  return webhooks;
}
