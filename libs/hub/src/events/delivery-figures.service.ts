import { Injectable } from '@nestjs/common';
import { AppError, Clock, lowestIdAt, Tenancy, type TenantContext, instantOf } from '@waypost/platform';
import { Delivery, type DeliveryState, deliveryStates } from './event.entity.ts';
import { deliveriesOf, type DeliveryFilter } from './filters.ts';

const DAY_MS = 86_400_000;

export interface Bucket {
  /** When it begins. */
  at: Date;
  delivered: number;
  /** Waiting for another attempt, or failed. */
  troubled: number;
  /** Pending, or on their way. */
  open: number;
}

export interface Histogram {
  since: Date;
  until: Date;
  bucketMs: number;
  buckets: Bucket[];
  totals: Record<DeliveryState, number>;
}

/** Where a state shows in a bucket; what was cancelled shows nowhere. */
const shows: Record<DeliveryState, 'delivered' | 'troubled' | 'open' | null> = {
  pending: 'open',
  delivering: 'open',
  delivered: 'delivered',
  waiting: 'troubled',
  failed: 'troubled',
  cancelled: null,
};

/** Deliveries in numbers, for the same filters as their list. */
@Injectable()
export class DeliveryFigures {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
  ) {}

  async count(ctx: TenantContext, filter: DeliveryFilter): Promise<{ count: number; oldestAt: Date | null }> {
    const found = await this.tenancy.run(ctx, (rows) =>
      deliveriesOf(rows.createQueryBuilder(Delivery, 'd'), ctx.tenantId, filter)
        .select('count(*)::int', 'count')
        // As text: PostgreSQL has had a smallest UUID since version 18 only.
        .addSelect('min(d.id::text)', 'oldest')
        .getRawOne<{ count: number; oldest: string | null }>(),
    );
    const { count = 0, oldest = null } = found ?? {};
    return { count, oldestAt: oldest === null ? null : instantOf(oldest) };
  }

  /** By when they were taken up, in equal parts of the time from `since` (a day before the end) to `until` (now). */
  async histogram(ctx: TenantContext, filter: DeliveryFilter, parts: number): Promise<Histogram> {
    const until = filter.until ? new Date(filter.until) : this.clock.now();
    const since = filter.since ? new Date(filter.since) : new Date(until.getTime() - DAY_MS);
    if (since >= until) {
      const message = 'must be before until';
      throw new AppError('invalid_input', {
        detail: `since ${message}.`,
        errors: [{ field: 'since', message }],
      });
    }
    const bucketMs = Math.max(1, Math.ceil((until.getTime() - since.getTime()) / parts));
    const beginnings = Array.from({ length: parts }, (_, at) => new Date(since.getTime() + at * bucketMs));
    const bounded = { ...filter, since: since.toISOString(), until: until.toISOString() };
    const found = await this.tenancy.run(ctx, (rows) =>
      deliveriesOf(rows.createQueryBuilder(Delivery, 'd'), ctx.tenantId, bounded)
        // Ids are in order of time, and comparing them costs less than taking their time out.
        .select('width_bucket(d.id, CAST(:bounds AS uuid[]))', 'nth')
        .addSelect('d.state', 'state')
        .addSelect('count(*)::int', 'count')
        .setParameter('bounds', beginnings.map(lowestIdAt))
        .groupBy('1')
        .addGroupBy('2')
        .getRawMany<{ nth: number; state: DeliveryState; count: number }>(),
    );
    const buckets = beginnings.map((at): Bucket => ({ at, delivered: 0, troubled: 0, open: 0 }));
    const totals = Object.fromEntries(deliveryStates.map((state) => [state, 0])) as Record<
      DeliveryState,
      number
    >;
    for (const { nth, state, count } of found) {
      totals[state] += count;
      const [bucket, part] = [buckets[nth - 1], shows[state]];
      if (bucket && part) bucket[part] += count;
    }
    return { since, until, bucketMs, buckets, totals };
  }
}
