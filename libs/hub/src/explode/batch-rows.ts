import type { EntityManager } from 'typeorm';
import type { WebhookId } from '@waypost/contracts';
import { newId } from '@waypost/platform';
import { LEASE_MS, type Lanes } from '../deliver/lanes.ts';
import type { DeliveryJob } from '../deliver/delivery-job.ts';
import { KIND_SEPARATOR } from '../events/event.entity.ts';
import type { Group, PlannedEvent, Quarantined, Unclaimed } from './plan.ts';

export interface Batch {
  webhookIds: WebhookId[];
  events: PlannedEvent[];
  quarantined: Quarantined[];
  unclaimed: Unclaimed[];
  /** Deliveries that lanes took on: they are leased to this process and start after the commit. */
  jobs: DeliveryJob[];
}

/** Held work: nothing is due until somebody says so. */
export const NEVER = 'infinity';

/** Separates list elements on their way into the database; no id of Meta's holds it. */
const SEPARATOR = KIND_SEPARATOR;

/**
 * Notes the items' keys and tells, per group, which were not there before. Sorted, so that two batches with the
 * same items wait for each other instead of locking each other out.
 */
export async function storeDedupeKeys(rows: EntityManager, groups: Group[], now: Date) {
  const first = new Map<string, { key: Buffer; at: number; group: Group }>();
  for (const group of groups) {
    for (const { key, item } of group.items) {
      const name = key.toString('latin1');
      if (!first.has(name)) first.set(name, { key, at: item.at, group });
    }
  }
  const entries = [...first.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  const inserted: { key: Buffer }[] =
    entries.length === 0
      ? []
      : await rows.query(
          `INSERT INTO dedupe_key (at, key, tenant_id, event_id, seen_at)
           SELECT to_timestamp(u.at), u.key, u.tenant_id, u.event_id, $5
           FROM unnest($1::bigint[], $2::bytea[], $3::uuid[], $4::uuid[]) AS u(at, key, tenant_id, event_id)
           ON CONFLICT DO NOTHING RETURNING key`,
          [
            entries.map(({ at }) => at),
            entries.map(({ key }) => key),
            entries.map(({ group }) => group.tenantId),
            entries.map(({ group }) => group.eventId),
            now,
          ],
        );
  const isNew = new Set(inserted.map(({ key }) => key.toString('latin1')));
  return (group: Group) => (key: Buffer) => {
    const name = key.toString('latin1');
    // A second copy within the batch finds the name taken.
    return first.get(name)?.group === group && isNew.delete(name);
  };
}

/** Writes what a batch came to, and takes its webhooks off the list of what is owed; fills in `batch.jobs`. */
export async function storeBatch(rows: EntityManager, batch: Batch, lanes: Lanes, now: Date): Promise<void> {
  const events = batch.events;
  const kinds = events.map((event) => event.kinds.join(SEPARATOR));
  const deliveries = events.flatMap((event, at) =>
    event.deliveries.map((delivery) => ({
      ...toRow(event, delivery, lanes, now),
      metaPhoneNumberId: event.metaPhoneNumberId,
      kinds: kinds[at],
    })),
  );
  batch.jobs = deliveries.flatMap(({ job }) => job ?? []);
  await rows.query(
    `WITH gone AS (DELETE FROM webhook_pending WHERE id = ANY($1::uuid[])),
     events AS (
       INSERT INTO event (tenant_id, id, webhook_id, phone_number_id, meta_phone_number_id, business_id,
                          fields, kinds, item_ids, items, body)
       SELECT tenant_id, id, webhook_id, phone_number_id, meta_phone_number_id, business_id,
              string_to_array(fields, $22), string_to_array(kinds, $22), string_to_array(item_ids, $22), items, body
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
                   $10::text[], $11::int[], $12::bytea[])
         AS u(tenant_id, id, webhook_id, phone_number_id, meta_phone_number_id, business_id,
              fields, kinds, item_ids, items, body))
     INSERT INTO delivery (tenant_id, id, event_id, project_id, item, priority, state, cause, next_at, fence, finished_at,
                           meta_phone_number_id, kinds)
     SELECT tenant_id, id, event_id, project_id, item, priority, state, cause, next_at, fence,
            CASE WHEN state = 'cancelled' THEN $23::timestamptz END, meta_phone_number_id, kinds
     FROM unnest($13::uuid[], $14::uuid[], $15::uuid[], $16::uuid[], $17::int[], $18::int[], $19::text[], $20::text[],
                 $21::timestamptz[], $24::int[], $25::text[], $26::text[])
       AS u(tenant_id, id, event_id, project_id, item, priority, state, cause, next_at, fence, meta_phone_number_id, kinds)`,
    [
      batch.webhookIds,
      events.map((event) => event.tenantId),
      events.map((event) => event.id),
      events.map((event) => event.webhookId),
      events.map((event) => event.numberId),
      events.map((event) => event.metaPhoneNumberId),
      events.map((event) => event.businessId),
      events.map((event) => event.fields.join(SEPARATOR)),
      kinds,
      events.map((event) => event.itemIds.join(SEPARATOR)),
      events.map((event) => event.items),
      events.map((event) => (event.asReceived ? null : event.body)),
      deliveries.map((row) => row.tenantId),
      deliveries.map((row) => row.id),
      deliveries.map((row) => row.eventId),
      deliveries.map((row) => row.projectId),
      deliveries.map((row) => row.item),
      deliveries.map((row) => row.priority),
      deliveries.map((row) => row.state),
      deliveries.map((row) => row.cause),
      deliveries.map((row) => row.nextAt),
      SEPARATOR,
      now,
      deliveries.map((row) => row.fence),
      deliveries.map((row) => row.metaPhoneNumberId),
      deliveries.map((row) => row.kinds),
    ],
  );
  if (batch.quarantined.length > 0) await storeQuarantined(rows, batch.quarantined, now);
  if (batch.unclaimed.length > 0) await storeUnclaimed(rows, batch.unclaimed, now);
}

function toRow(event: PlannedEvent, delivery: PlannedEvent['deliveries'][number], lanes: Lanes, now: Date) {
  const row = {
    tenantId: event.tenantId,
    id: newId<'delivery'>(),
    eventId: event.id,
    projectId: delivery.projectId,
    item: delivery.item,
    priority: delivery.priority,
  };
  const cancelled = { ...row, state: 'cancelled', cause: 'project_disabled', nextAt: now.toISOString(), fence: 0, job: null };
  if (!delivery.enabled) return cancelled;
  if (event.suspended) return { ...row, state: 'waiting', cause: 'tenant_suspended', nextAt: NEVER, fence: 0, job: null };
  if (!lanes.reserve(delivery.projectId, delivery.body.length)) {
    return { ...row, state: 'pending', cause: null, nextAt: now.toISOString(), fence: 0, job: null };
  }
  const leaseUntil = new Date(now.getTime() + LEASE_MS);
  const job: DeliveryJob = {
    ...row,
    body: delivery.body,
    attempts: 0,
    step: 0,
    fence: 1,
    leaseUntil,
    bulkId: null,
  };
  return { ...row, state: 'delivering', cause: null, nextAt: leaseUntil.toISOString(), fence: 1, job };
}

async function storeQuarantined(rows: EntityManager, entries: Quarantined[], now: Date): Promise<void> {
  await rows.query(
    `INSERT INTO webhook_quarantine (id, webhook_id, reason, detail, created_at)
     SELECT u.*, $5 FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS u`,
    [
      entries.map(() => newId()),
      entries.map((entry) => entry.webhookId),
      entries.map((entry) => entry.reason),
      entries.map((entry) => entry.detail.slice(0, 500)),
      now,
    ],
  );
}

async function storeUnclaimed(rows: EntityManager, entries: Unclaimed[], now: Date): Promise<void> {
  await rows.query(
    `INSERT INTO webhook_unclaimed (webhook_id, subject, kind, business_id, phone_number, items, created_at)
     SELECT u.*, $7 FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[]) AS u
     ON CONFLICT DO NOTHING`,
    [
      entries.map((entry) => entry.webhookId),
      entries.map((entry) => entry.subject),
      entries.map((entry) => entry.kind),
      entries.map((entry) => entry.businessId),
      entries.map((entry) => entry.phoneNumber),
      entries.map((entry) => entry.items),
      now,
    ],
  );
}
