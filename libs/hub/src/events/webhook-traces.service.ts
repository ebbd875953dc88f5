import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { TenantId, WebhookId } from '@waypost/contracts';
import { instantOf, notFound, Tenancy, type TenantContext } from '@waypost/platform';
import { itemsOf, parseWebhook } from '@waypost/whatsapp';
import { itemRange } from '../explode/dedupe-key.ts';
import { Attempt, Delivery, Event } from './event.entity.ts';
import { type NamedDelivery, withProjects } from './named-deliveries.ts';

export interface TracedEvent {
  id: string;
  /** When the webhook was split into it. */
  splitAt: Date;
  items: number;
  kinds: string[];
  deliveries: (NamedDelivery & { log: Attempt[] })[];
}

export interface WebhookTrace {
  webhookId: string;
  receivedAt: Date;
  bytes: number;
  sha256: string;
  /** `stored`: not split yet. Split without events: everything in it had come before. */
  state: 'stored' | 'split' | 'quarantined';
  events: TracedEvent[];
}

interface Stored {
  appTenantId: TenantId;
  body: Buffer;
  pending: boolean;
  quarantined: boolean;
}

/** What became of one POST of Meta's. */
@Injectable()
export class WebhookTraces {
  constructor(private readonly tenancy: Tenancy) {}

  /** Throws `not_found` unless it came by an app of the tenant or holds something of the tenant's. */
  async trace(ctx: TenantContext, webhookId: WebhookId): Promise<WebhookTrace> {
    // Raw webhooks stand before there is a tenant; whether this one may be seen is decided below.
    const [stored]: Stored[] = await this.tenancy.system((rows) =>
      rows.query(
        `SELECT w.app_tenant_id AS "appTenantId", w.body,
                EXISTS (SELECT FROM webhook_pending p WHERE p.id = w.id) AS pending,
                EXISTS (SELECT FROM webhook_quarantine q WHERE q.webhook_id = w.id AND q.released_at IS NULL) AS quarantined
         FROM webhook_event w WHERE w.id = $1`,
        [webhookId],
      ),
    );
    if (!stored) throw notFound('webhook');
    const { appTenantId, body, pending, quarantined } = stored;
    const events = await this.tenancy.run(ctx, (rows) => eventsOfWebhook(rows, ctx, webhookId, body));
    if (appTenantId !== ctx.tenantId && events.length === 0) throw notFound('webhook');
    return {
      webhookId,
      receivedAt: instantOf(webhookId),
      bytes: body.length,
      sha256: hash('sha256', body, 'hex'),
      // Looked at before the events: split in between, it has them already.
      state: events.length > 0 ? 'split' : pending ? 'stored' : quarantined ? 'quarantined' : 'split',
      events,
    };
  }
}

/** By the items that are in it, since an index of events by webhook would cost every webhook to serve few questions. */
async function eventsOfWebhook(
  rows: EntityManager,
  ctx: TenantContext,
  webhookId: WebhookId,
  body: Buffer,
): Promise<TracedEvent[]> {
  const { tenantId } = ctx;
  const parsed = parseWebhook(body);
  const itemIds = 'payload' in parsed ? itemsOf(parsed.payload).map(({ id }) => id) : [];
  const ranges = [...new Set(itemIds)].map((id) => itemRange(tenantId, id));
  const found: { id: string }[] = await rows.query(
    `SELECT DISTINCT f.id FROM unnest($1::bytea[], $2::bytea[]) AS r(low, high), find_events_by_item(r.low, r.high) AS f(id)`,
    [ranges.map(({ from }) => from), ranges.map(({ below }) => below)],
  );
  const events = await rows.find(Event, {
    where: { tenantId, webhookId, id: In(found.map(({ id }) => id)) },
    order: { id: 'ASC' },
  });
  const eventIds = events.map(({ id }) => id);
  const deliveries = await withProjects(
    rows,
    ctx,
    await rows.find(Delivery, {
      where: { tenantId, eventId: In(eventIds) },
      order: { id: 'ASC' },
      take: 1_000,
    }),
  );
  const log = await rows.find(Attempt, {
    where: { tenantId, deliveryId: In(deliveries.map(({ id }) => id)) },
    order: { id: 'ASC' },
  });
  return events.map(({ id, items, kinds }) => ({
    id,
    splitAt: instantOf(id),
    items,
    kinds,
    deliveries: deliveries
      .filter(({ eventId }) => eventId === id)
      .map((delivery) => ({ ...delivery, log: log.filter(({ deliveryId }) => deliveryId === delivery.id) })),
  }));
}
