import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TenantId } from '@waypost/contracts';
import { Clock, Log, SETTINGS, type Settings, Tenancy } from '@waypost/platform';
import { AuditAnchors } from './audit-anchors.ts';

const DAY_MS = 86_400_000;
/** Entries of one transaction; a chain cannot grow while some of it is taken away. */
const BATCH = 5_000;

/** Anchors chains while they grow, and lets entries go when their time is over. */
@Injectable()
export class AuditKeeping {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly anchors: AuditAnchors,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async keep(): Promise<void> {
    await this.anchors.anchor();
    const before = new Date(this.clock.now().getTime() - this.settings.auditRetentionDays * DAY_MS);
    const due = await this.tenancy.system((rows) => outdated(rows, before));
    for (const { tenantId, first, last } of due) {
      for (let upTo = first - 1; upTo < last;) {
        upTo = Math.min(upTo + BATCH, last);
        await this.tenancy.system((rows) =>
          rows.query('SELECT audit_remove($1, $2, $3)', [tenantId, upTo, 'age']),
        );
      }
      this.log.info('old audit entries removed', { tenantId, upTo: last });
    }
  }
}

async function outdated(
  rows: EntityManager,
  before: Date,
): Promise<{ tenantId: TenantId; first: number; last: number }[]> {
  // Chain by chain, by its index: the first entry says whether there is anything to do.
  const found: { tenantId: TenantId; first: string; last: string | null }[] = await rows.query(
    `SELECT h.tenant_id AS "tenantId", h.removed_sequence + 1 AS first,
            (SELECT max(e.sequence) FROM audit_entry e WHERE e.tenant_id = h.tenant_id AND e.at < $1) AS last
     FROM audit_head h WHERE EXISTS (SELECT FROM audit_entry e WHERE e.tenant_id = h.tenant_id
       AND e.sequence = h.removed_sequence + 1 AND e.at < $1)`,
    [before.toISOString()],
  );
  return found.map(({ tenantId, first, last }) => ({
    tenantId,
    first: Number(first),
    last: Number(last ?? 0),
  }));
}
