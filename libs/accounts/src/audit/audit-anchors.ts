import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TenantId } from '@waypost/contracts';
import { Clock, Log, SecretBox, Tenancy } from '@waypost/platform';
import type { Link } from './chain.ts';

const HOUR_MS = 3_600_000;
/** Heads that are anchored in one round; the others follow in the next. */
const MOST = 500;

interface Head extends Link {
  tenantId: TenantId;
}

/**
 * Notes where the chains end: in `audit_anchor`, under a key that the database does not have, and in the log, which may
 * be kept elsewhere. What is cut off or rewritten behind an anchor is noticed, also when the head was changed with it.
 */
@Injectable()
export class AuditAnchors {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Anchors every chain that has grown since its last anchor, each at most once an hour. */
  async anchor(): Promise<void> {
    const now = this.clock.now();
    const heads = await this.tenancy.system((rows) => grownHeads(rows, new Date(now.getTime() - HOUR_MS)));
    for (const head of heads) {
      const mac = await this.macOf(head);
      await this.tenancy.system((rows) =>
        rows.query(
          `INSERT INTO audit_anchor (tenant_id, sequence, hash, mac, created_at) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT DO NOTHING`,
          [head.tenantId, head.sequence, head.hash, mac, now],
        ),
      );
      const { tenantId, sequence, hash } = head;
      this.log.info('audit anchored', { tenantId, sequence, hash: hash.toString('hex') });
    }
  }

  macOf({ tenantId, sequence, hash }: Head): Promise<Buffer> {
    return this.secrets.keyedHash(
      ['waypost-audit-anchor-1', tenantId, sequence, hash.toString('hex')].join('\n'),
    );
  }
}

async function grownHeads(rows: EntityManager, before: Date): Promise<Head[]> {
  const found: { tenantId: TenantId; sequence: string; hash: Buffer }[] = await rows.query(
    `SELECT h.tenant_id AS "tenantId", h.sequence, h.hash FROM audit_head h
     WHERE h.sequence > h.removed_sequence AND NOT EXISTS (SELECT FROM audit_anchor a WHERE a.tenant_id = h.tenant_id
       AND (a.sequence >= h.sequence OR a.created_at > $1))
     LIMIT $2`,
    [before, MOST],
  );
  return found.map((head) => ({ ...head, sequence: Number(head.sequence) }));
}
