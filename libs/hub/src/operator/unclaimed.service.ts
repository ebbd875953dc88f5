import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@waypost/accounts';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import { type PagePart, pageOf, type PageRequest, Tenancy, WakeUps } from '@waypost/platform';

/** A number or account that Meta reports on and that no tenant holds. */
export interface Unclaimed {
  /** Meta's phone_number_id, or WABA id. */
  subject: string;
  kind: 'number' | 'account';
  businessId: string;
  phoneNumber: string | null;
  webhooks: number;
  items: number;
  firstAt: Date;
  lastAt: Date;
}

/** What came for numbers that nobody holds; kept until somebody does, then sent on. */
@Injectable()
export class UnclaimedService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly wakeUps: WakeUps,
    private readonly audit: Audit,
  ) {}

  list(page: PageRequest): Promise<PagePart<Unclaimed>> {
    return this.tenancy.system(async (rows) => {
      const found: Unclaimed[] = await rows.query(
        `SELECT subject, min(kind) AS kind, min(business_id) AS "businessId", min(phone_number) AS "phoneNumber",
                count(*)::int AS webhooks, sum(items)::int AS items,
                min(created_at) AS "firstAt", max(created_at) AS "lastAt"
         FROM webhook_unclaimed WHERE $1::text IS NULL OR subject > $1
         GROUP BY subject ORDER BY subject LIMIT $2`,
        [page.after ?? null, page.limit + 1],
      );
      return pageOf(found, page.limit, (row) => row.subject);
    });
  }

  /** Splits the kept webhooks again, now that the subject has an owner; answers how many. */
  async replay(who: Actor, subject: string): Promise<number> {
    const webhooks = await this.tenancy.system(async (rows) => {
      const owed: { count: number }[] = await rows.query(
        `WITH freed AS (DELETE FROM webhook_unclaimed WHERE subject = $1 RETURNING webhook_id),
         owed AS (
           INSERT INTO webhook_pending (id, size)
           SELECT w.id, octet_length(w.body) FROM webhook_event w JOIN freed ON freed.webhook_id = w.id
           ON CONFLICT DO NOTHING)
         SELECT count(*)::int AS count FROM freed`,
        [subject],
      );
      const webhooks = owed[0]?.count ?? 0;
      const target = { type: 'unclaimed', id: subject };
      const deed = { action: 'unclaimed.replayed', target, after: { webhooks }, tenantId: PLATFORM_TENANT_ID };
      await this.audit.record(rows, who, deed);
      return webhooks;
    });
    this.wakeUps.wake('explode');
    return webhooks;
  }
}
