import { Injectable } from '@nestjs/common';
import { type ActingContext, Audit } from '@waypost/accounts';
import type { EntityManager } from 'typeorm';
import { AppError, Clock, notFound, type PagePart, pageOf, type PageRequest, Signals, Tenancy, type TenantContext, WakeUps } from '@waypost/platform';
import { Delivery } from './event.entity.ts';
import { deliveriesOf, type DeliveryFilter } from './filters.ts';
import { type NamedDelivery, withProjects } from './named-deliveries.ts';

/** States from which a delivery can be put back on its way. */
export const retryable = ['failed', 'cancelled', 'waiting'] as const;

/** Deliveries: listed, retried, cancelled. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly wakeUps: WakeUps,
    private readonly signals: Signals,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Newest first. */
  list(ctx: TenantContext, filter: DeliveryFilter, page: PageRequest): Promise<PagePart<NamedDelivery>> {
    return this.tenancy.run(ctx, async (rows) => {
      const query = deliveriesOf(rows.createQueryBuilder(Delivery, 'd'), ctx.tenantId, filter);
      if (page.after) query.andWhere('d.id < :after', { after: page.after });
      const found = await query.orderBy('d.id', 'DESC').limit(page.limit + 1).getMany();
      const part = pageOf(found, page.limit, (row) => row.id);
      return { ...part, data: await withProjects(rows, ctx, part.data) };
    });
  }

  /** Puts it back on its way now, with the whole schedule before it. */
  async retry(ctx: ActingContext, id: string): Promise<NamedDelivery> {
    const delivery = await this.change(ctx, id, {
      action: 'delivery.retried',
      from: retryable,
      // It is nobody's any more: the bulk operation that it came from may have been cancelled.
      set: `state = 'waiting', cause = NULL, step = 0, next_at = $4, finished_at = NULL, bulk_id = NULL`,
      refusal: 'Only failed, cancelled and waiting deliveries can be retried. To send a delivered one again, replay its event.',
    });
    this.wakeUps.wake('deliver');
    return delivery;
  }

  /** Gives up on a delivery that has not gone out. */
  cancel(ctx: ActingContext, id: string): Promise<NamedDelivery> {
    return this.change(ctx, id, {
      action: 'delivery.cancelled',
      from: ['pending', 'waiting'],
      set: `state = 'cancelled', cause = 'manual', finished_at = $4`,
      refusal: 'Only pending and waiting deliveries can be cancelled.',
    });
  }

  /** Seen under the wall first, changed as the system: tenants may look at deliveries, and change them only so. */
  private async change(
    ctx: ActingContext,
    id: string,
    { action, from, set, refusal }: { action: string; from: readonly string[]; set: string; refusal: string },
  ): Promise<NamedDelivery> {
    await this.tenancy.run(ctx, (rows) => findDelivery(rows, ctx, id));
    await this.tenancy.system(async (rows) => {
      const [, changed]: [unknown, number] = await rows.query(
        `UPDATE delivery SET ${set} WHERE tenant_id = $1 AND id = $2 AND state = ANY($3)`,
        [ctx.tenantId, id, from, this.clock.now()],
      );
      if (changed === 0) throw new AppError('wrong_state', refusal);
      await this.audit.record(rows, ctx, { action, target: { type: 'delivery', id } });
    });
    this.signals.mark(ctx.tenantId, 'deliveries');
    return this.tenancy.run(ctx, (rows) => findDelivery(rows, ctx, id));
  }
}

/** Within the caller's unit of work. */
export async function findDelivery(rows: EntityManager, ctx: TenantContext, id: string): Promise<NamedDelivery> {
  const delivery = await rows.findOneBy(Delivery, { tenantId: ctx.tenantId, id });
  const [named] = await withProjects(rows, ctx, delivery ? [delivery] : []);
  if (!named) throw notFound('delivery');
  return named;
}
