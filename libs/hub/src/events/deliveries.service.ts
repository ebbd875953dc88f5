import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppError, Clock, notFound, type PagePart, pageOf, type PageRequest, Tenancy, type TenantContext, WakeUps } from '@waypost/platform';
import { Attempt, Delivery } from './event.entity.ts';
import { deliveriesOf, type DeliveryFilter } from './filters.ts';

/** States from which a delivery can be put back on its way. */
export const retryable = ['failed', 'cancelled', 'waiting'] as const;

/** Deliveries with their attempts: looked at, retried, cancelled. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly wakeUps: WakeUps,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  list(ctx: TenantContext, filter: DeliveryFilter, page: PageRequest): Promise<PagePart<Delivery>> {
    return this.tenancy.run(ctx, async (rows) => {
      const query = deliveriesOf(rows.createQueryBuilder(Delivery, 'd'), ctx.tenantId, filter);
      if (page.after) query.andWhere('d.id < :after', { after: page.after });
      const found = await query.orderBy('d.id', 'DESC').limit(page.limit + 1).getMany();
      return pageOf(found, page.limit, (row) => row.id);
    });
  }

  get(ctx: TenantContext, id: string): Promise<Delivery & { log: Attempt[] }> {
    return this.tenancy.run(ctx, async (rows) => {
      const delivery = await one(rows, ctx, id);
      const log = await rows.find(Attempt, {
        where: { tenantId: ctx.tenantId, deliveryId: id },
        order: { id: 'ASC' },
      });
      return { ...delivery, log };
    });
  }

  /** Puts it back on its way now, with the whole schedule before it. */
  async retry(ctx: TenantContext, id: string): Promise<Delivery> {
    const delivery = await this.change(ctx, id, {
      from: retryable,
      // It is nobody's any more: the bulk operation that it came from may have been cancelled.
      set: `state = 'waiting', cause = NULL, step = 0, next_at = $4, finished_at = NULL, bulk_id = NULL`,
      refusal: 'Only failed, cancelled and waiting deliveries can be retried. To send a delivered one again, replay its event.',
    });
    this.wakeUps.wake('deliver');
    return delivery;
  }

  /** Gives up on a delivery that has not gone out. */
  cancel(ctx: TenantContext, id: string): Promise<Delivery> {
    return this.change(ctx, id, {
      from: ['pending', 'waiting'],
      set: `state = 'cancelled', cause = 'manual', finished_at = $4`,
      refusal: 'Only pending and waiting deliveries can be cancelled.',
    });
  }

  /** Seen under the wall first, changed as the system: tenants may look at deliveries, and change them only so. */
  private async change(
    ctx: TenantContext,
    id: string,
    { from, set, refusal }: { from: readonly string[]; set: string; refusal: string },
  ): Promise<Delivery> {
    await this.tenancy.run(ctx, (rows) => one(rows, ctx, id));
    await this.tenancy.system(async (rows) => {
      const [, changed]: [unknown, number] = await rows.query(
        `UPDATE delivery SET ${set} WHERE tenant_id = $1 AND id = $2 AND state = ANY($3)`,
        [ctx.tenantId, id, from, this.clock.now()],
      );
      if (changed === 0) throw new AppError('wrong_state', refusal);
    });
    return this.tenancy.run(ctx, (rows) => one(rows, ctx, id));
  }
}

async function one(rows: EntityManager, ctx: TenantContext, id: string): Promise<Delivery> {
  const delivery = await rows.findOneBy(Delivery, { tenantId: ctx.tenantId, id });
  if (!delivery) throw notFound('delivery');
  return delivery;
}
