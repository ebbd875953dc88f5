import { Inject, Injectable } from '@nestjs/common';
import { type ActingContext, Audit } from '@waypost/accounts';
import { AppError, Clock, SETTINGS, type Settings, Tenancy, type TenantContext } from '@waypost/platform';
import type { EntityManager } from 'typeorm';

export interface Retention {
  /** Days after which events, deliveries and their attempts of the tenant are deleted. */
  eventDays: number;
  /** The most that the plan and the installation allow; also what counts while the tenant has chosen nothing. */
  maxEventDays: number;
}

/** A delivery is retried for more than one day. */
export const FEWEST_DAYS = 2;

/** How long a tenant keeps what came in. */
@Injectable()
export class TenantRetention {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly audit: Audit,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  get(ctx: TenantContext): Promise<Retention> {
    return this.tenancy.system((rows) => this.read(rows, ctx));
  }

  /** Throws `invalid_input` for more days than are allowed. What is older goes within minutes. */
  set(ctx: ActingContext, eventDays: number): Promise<Retention> {
    return this.tenancy.system(async (rows) => {
      const before = await this.read(rows, ctx);
      const max = before.maxEventDays;
      if (eventDays > max) {
        const message = `must be at most ${max}, which is what your plan and this installation keep`;
        throw new AppError('invalid_input', {
          detail: `eventDays ${message}.`,
          errors: [{ field: 'eventDays', message }],
        });
      }
      await rows.query(
        `INSERT INTO tenant_retention (tenant_id, event_days, updated_at) VALUES ($1, $2, $3)
         ON CONFLICT (tenant_id) DO UPDATE SET event_days = $2, updated_at = $3`,
        [ctx.tenantId, eventDays, this.clock.now()],
      );
      await this.audit.record(rows, ctx, {
        action: 'retention.updated',
        target: { type: 'tenant', id: ctx.tenantId },
        before: { eventDays: before.eventDays },
        after: { eventDays },
      });
      return { eventDays, maxEventDays: max };
    });
  }

  private async read(rows: EntityManager, { tenantId }: TenantContext): Promise<Retention> {
    const [found]: { chosen: number | null; plan: number | null }[] = await rows.query(
      `SELECT r.event_days AS chosen, (p.limits->>'retentionDays')::int AS plan
       FROM tenant t LEFT JOIN plan p ON p.id = t.plan_id LEFT JOIN tenant_retention r ON r.tenant_id = t.id WHERE t.id = $1`,
      [tenantId],
    );
    const maxEventDays = Math.max(
      FEWEST_DAYS,
      Math.min(found?.plan ?? Infinity, this.settings.eventRetentionDays),
    );
    return { eventDays: Math.min(found?.chosen ?? Infinity, maxEventDays), maxEventDays };
  }
}
