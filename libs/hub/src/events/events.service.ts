import { Injectable } from '@nestjs/common';
import { type ActingContext, Audit } from '@waypost/accounts';
import type { EventId, ProjectId } from '@waypost/contracts';
import { AppError, Clock, newId, notFound, type PagePart, pageOf, type PageRequest, Signals, Tenancy, type TenantContext, WakeUps } from '@waypost/platform';
import { itemRange } from '../explode/dedupe-key.ts';
import { countDeliveries, type DeliveryCounts } from './delivery-counts.ts';
import { Event } from './event.entity.ts';
import { type EventFilter, eventsOf } from './filters.ts';
import { replayEvents } from './replay.ts';
import { DeliveriesService } from './deliveries.service.ts';
import type { NamedDelivery } from './named-deliveries.ts';

/** An event with how its deliveries stand. */
export type CountedEvent = Event & { counts: DeliveryCounts };

export interface EventWithPayload extends CountedEvent {
  /** The bytes that were forwarded. */
  payload: Buffer | null;
  deliveries: NamedDelivery[];
}

/** What came in for a tenant: looked at, found by Meta's ids, and sent out again. */
@Injectable()
export class EventsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly deliveries: DeliveriesService,
    private readonly wakeUps: WakeUps,
    private readonly signals: Signals,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Newest first. `messageId` is Meta's id of a message (its statuses are found too). */
  list(ctx: TenantContext, filter: EventFilter & { messageId?: string }, page: PageRequest): Promise<PagePart<CountedEvent>> {
    return this.tenancy.run(ctx, async (rows) => {
      const query = eventsOf(rows.createQueryBuilder(Event, 'e'), ctx.tenantId, filter);
      if (filter.messageId) {
        const { from, below } = itemRange(ctx.tenantId, filter.messageId);
        const found: { id: string }[] = await rows.query('SELECT find_events_by_item($1, $2) AS id', [from, below]);
        if (found.length === 0) return { data: [], next: null };
        query.andWhere('e.id IN (:...ids)', { ids: found.map(({ id }) => id) });
      }
      if (page.after) query.andWhere('e.id < :after', { after: page.after });
      const found = await query.orderBy('e.id', 'DESC').limit(page.limit + 1).getMany();
      const part = pageOf(found, page.limit, (row) => row.id);
      const counts = await countDeliveries(rows, ctx, part.data.map(({ id }) => id));
      return { ...part, data: part.data.map((event) => ({ ...event, counts: counts(event.id) })) };
    });
  }

  async get(ctx: TenantContext, id: EventId): Promise<EventWithPayload> {
    const found = await this.tenancy.run(ctx, async (rows) => {
      const event = await rows.findOneBy(Event, { tenantId: ctx.tenantId, id });
      if (!event) throw notFound('event');
      const [body]: { body: Buffer | null }[] = await rows.query('SELECT read_event_body($1) AS body', [id]);
      const counts = await countDeliveries(rows, ctx, [id]);
      return { ...event, counts: counts(id), payload: body?.body ?? null };
    });
    const { data } = await this.deliveries.list(ctx, { eventId: id }, { limit: 200 });
    return { ...found, deliveries: data };
  }

  /** Sends the event again, to the projects it is routed to now or to the one named; answers the new deliveries. */
  async replay(ctx: ActingContext, id: EventId, projectId?: ProjectId): Promise<{ deliveries: number }> {
    await this.tenancy.run(ctx, async (rows) => {
      if (!(await rows.existsBy(Event, { tenantId: ctx.tenantId, id }))) throw notFound('event');
    });
    const deliveries = await this.tenancy.system(async (rows) => {
      const now = this.clock.now();
      const made = await replayEvents(rows, { tenantId: ctx.tenantId, eventIds: [id], projectId, bulkId: null, now });
      if (made === 0) {
        throw new AppError('wrong_state', 'No enabled project is mapped to the number of this event. Map one, or name a project.');
      }
      const after = { deliveries: made, ...(projectId && { projectId }) };
      await this.audit.record(rows, ctx, { action: 'event.replayed', target: { type: 'event', id }, after });
      return made;
    });
    this.wakeUps.wake('deliver');
    this.signals.mark(ctx.tenantId, 'deliveries', 'events');
    return { deliveries };
  }

  /** A message that nobody sent, delivered like any other, so that a project can prove itself. */
  async sendTest(ctx: ActingContext, projectId: ProjectId): Promise<{ eventId: EventId; deliveryId: string }> {
    const eventId = newId<'event'>();
    const deliveryId = newId<'delivery'>();
    const now = this.clock.now();
    await this.tenancy.system(async (rows) => {
      await rows.query(
        `INSERT INTO event (tenant_id, id, webhook_id, business_id, fields, kinds, item_ids, items, body)
         VALUES ($1, $2, $3, '0', '{messages}', '{text}', $4, 1, $5)`,
        [ctx.tenantId, eventId, newId(), [`wamid.TEST.${eventId}`], testBody(eventId, now)],
      );
      await rows.query(
        `INSERT INTO delivery (tenant_id, id, event_id, project_id, priority, state, next_at, source, kinds)
         VALUES ($1, $2, $3, $4, 0, 'pending', $5, 'test', 'text')`,
        [ctx.tenantId, deliveryId, eventId, projectId, now],
      );
      const after = { eventId };
      await this.audit.record(rows, ctx, { action: 'project.tested', target: { type: 'project', id: projectId }, after });
    });
    this.wakeUps.wake('deliver');
    this.signals.mark(ctx.tenantId, 'deliveries', 'events');
    return { eventId, deliveryId };
  }
}

export function testBody(eventId: EventId, now: Date): Buffer {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550000000', phone_number_id: '0' },
    contacts: [{ profile: { name: 'Waypost test' }, wa_id: '15550000001' }],
    messages: [
      { from: '15550000001', id: `wamid.TEST.${eventId}`, timestamp, type: 'text', text: { body: 'A test from Waypost' } },
    ],
  };
  const entry = [{ id: '0', changes: [{ field: 'messages', value }] }];
  return Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
}
