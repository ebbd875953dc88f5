import { Injectable } from '@nestjs/common';
import { type ActingContext, Audit } from '@waypost/accounts';
import { AppError, Clock, newId, notFound, type PagePart, pageOf, type PageRequest, Signals, Tenancy, type TenantContext, WakeUps } from '@waypost/platform';
import { retryable } from '../events/deliveries.service.ts';
import { type BulkKind, BulkOperation, Delivery, type DeliveryState, Event } from '../events/event.entity.ts';
import { deliveriesOf, type DeliveryFilter, type EventFilter, eventsOf } from '../events/filters.ts';

/** Retries and replays of everything that meets a filter, as rows that a worker carries on with. */
@Injectable()
export class BulkService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly wakeUps: WakeUps,
    private readonly signals: Signals,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Retries deliveries; without `states` the failed and cancelled ones. */
  retry(ctx: ActingContext, filter: DeliveryFilter): Promise<BulkOperation> {
    const states: DeliveryState[] = filter.states ?? ['failed', 'cancelled'];
    const refused = states.filter((state) => !(retryable as readonly string[]).includes(state));
    if (refused.length > 0) {
      throw new AppError('invalid_input', {
        detail: `Deliveries that are ${refused.join(' or ')} cannot be retried.`,
        errors: [{ field: 'states', message: `Use ${retryable.join(', ')}.` }],
      });
    }
    return this.start(ctx, 'retry', { ...filter, states });
  }

  /** Replays events, to one project or to those they are routed to now. */
  replay(ctx: ActingContext, filter: EventFilter & { projectId?: string }): Promise<BulkOperation> {
    return this.start(ctx, 'replay', filter);
  }

  list(ctx: TenantContext, page: PageRequest): Promise<PagePart<BulkOperation>> {
    return this.tenancy.run(ctx, async (rows) => {
      const query = rows.createQueryBuilder(BulkOperation, 'b').where('b.tenant_id = :tenantId', ctx);
      if (page.after) query.andWhere('b.id < :after', { after: page.after });
      const found = await query.orderBy('b.id', 'DESC').limit(page.limit + 1).getMany();
      return pageOf(found, page.limit, (row) => row.id);
    });
  }

  async get(ctx: TenantContext, id: string): Promise<BulkOperation> {
    const found = await this.tenancy.run(ctx, (rows) => rows.findOneBy(BulkOperation, { tenantId: ctx.tenantId, id }));
    if (!found) throw notFound('bulk operation');
    return found;
  }

  /** Nothing more goes out for it; what waited is put back to cancelled, from where it can be retried. */
  async cancel(ctx: ActingContext, id: string): Promise<BulkOperation> {
    const operation = await this.get(ctx, id);
    if (operation.state !== 'running') {
      throw new AppError('wrong_state', `This operation is ${operation.state} already.`);
    }
    const now = this.clock.now();
    await this.tenancy.run(ctx, async (rows) => {
      await rows.update(
        BulkOperation,
        { tenantId: ctx.tenantId, id, state: 'running' },
        { state: 'cancelled', finishedAt: now, updatedAt: now },
      );
      await this.audit.record(rows, ctx, { action: 'bulk-operation.cancelled', target: { type: 'bulk-operation', id } });
    });
    await this.tenancy.system((rows) =>
      rows.query(
        `UPDATE delivery SET state = 'cancelled', cause = 'bulk_cancelled', finished_at = $3
         WHERE tenant_id = $1 AND bulk_id = $2 AND state IN ('pending', 'waiting')`,
        [ctx.tenantId, id, now],
      ),
    );
    this.signals.mark(ctx.tenantId, 'bulk', 'deliveries');
    return this.get(ctx, id);
  }

  private async start(ctx: ActingContext, kind: BulkKind, filter: DeliveryFilter | EventFilter): Promise<BulkOperation> {
    const now = this.clock.now();
    const operation = await this.tenancy.run(ctx, async (rows) => {
      // What comes in from now on is not meant.
      const bounded = { ...filter, until: filter.until ?? now.toISOString() };
      const total = await (kind === 'retry'
        ? deliveriesOf(rows.createQueryBuilder(Delivery, 'd'), ctx.tenantId, bounded)
        : eventsOf(rows.createQueryBuilder(Event, 'e'), ctx.tenantId, bounded)
      ).getCount();
      const id = newId<'bulk'>();
      await this.audit.record(rows, ctx, {
        action: 'bulk-operation.started',
        target: { type: 'bulk-operation', id },
        after: { kind, filter: bounded, total },
      });
      return rows.save(BulkOperation, {
        tenantId: ctx.tenantId,
        id,
        kind,
        filter: { ...bounded },
        state: 'running' as const,
        total,
        processed: 0,
        affected: 0,
        position: null,
        createdBy: 'userId' in ctx ? (ctx.userId ?? null) : null,
        createdAt: now,
        updatedAt: now,
        finishedAt: null,
      });
    });
    this.wakeUps.wake('bulk');
    this.signals.mark(ctx.tenantId, 'bulk');
    return operation;
  }
}
