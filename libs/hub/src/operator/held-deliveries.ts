import { Injectable } from '@nestjs/common';
import type { TenantId } from '@waypost/contracts';
import { Clock, lowestIdAt, Tenancy, WakeUps } from '@waypost/platform';

/** What came while a tenant was suspended: stored, and waiting for the operator's word. */
@Injectable()
export class HeldDeliveries {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly wakeUps: WakeUps,
    private readonly clock: Clock,
  ) {}

  /** Sends what is younger than `youngerThanMs` and cancels the rest, from where it can still be retried. */
  async release(tenantId: TenantId, youngerThanMs = Infinity): Promise<{ released: number; cancelled: number }> {
    const now = this.clock.now();
    const oldest = lowestIdAt(new Date(Number.isFinite(youngerThanMs) ? now.getTime() - youngerThanMs : 0));
    const counts = await this.tenancy.system(async (rows) => {
      const held = `tenant_id = $1 AND state = 'waiting' AND next_at = 'infinity' AND cause = 'tenant_suspended'`;
      const [, released]: [unknown, number] = await rows.query(
        `UPDATE delivery SET next_at = $3, cause = NULL WHERE ${held} AND id >= $2`,
        [tenantId, oldest, now],
      );
      const [, cancelled]: [unknown, number] = await rows.query(
        `UPDATE delivery SET state = 'cancelled', finished_at = $3 WHERE ${held} AND id < $2`,
        [tenantId, oldest, now],
      );
      return { released, cancelled };
    });
    this.wakeUps.wake('deliver');
    return counts;
  }
}
