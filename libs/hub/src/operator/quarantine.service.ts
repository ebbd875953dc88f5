import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@waypost/accounts';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import { Clock, notFound, type PagePart, pageOf, type PageRequest, Tenancy, WakeUps } from '@waypost/platform';

export interface QuarantineEntry {
  id: string;
  webhookId: string;
  reason: 'not_json' | 'not_meta' | 'foreign' | 'failed';
  detail: string;
  /** Meta's id of the app that signed it. */
  appId: string | null;
  size: number;
  createdAt: Date;
  releasedAt: Date | null;
}

const columns = `q.id, q.webhook_id AS "webhookId", q.reason, q.detail, a.app_id AS "appId",
  coalesce(octet_length(w.body), 0)::int AS size, q.created_at AS "createdAt", q.released_at AS "releasedAt"`;
const source = `webhook_quarantine q LEFT JOIN webhook_event w ON w.id = q.webhook_id
  LEFT JOIN meta_app a ON a.tenant_id = w.app_tenant_id AND a.id = w.meta_app_id`;

/** Webhooks with a right signature that could not be routed: looked at by the operator, and released to be tried again. */
@Injectable()
export class QuarantineService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly wakeUps: WakeUps,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Newest first; released ones only when asked for. */
  list(page: PageRequest, released = false): Promise<PagePart<QuarantineEntry>> {
    return this.tenancy.system(async (rows) => {
      const found: QuarantineEntry[] = await rows.query(
        `SELECT ${columns} FROM ${source}
         WHERE ($1::uuid IS NULL OR q.id < $1) AND ($3 OR q.released_at IS NULL) ORDER BY q.id DESC LIMIT $2`,
        [page.after ?? null, page.limit + 1, released],
      );
      return pageOf(found, page.limit, (row) => row.id);
    });
  }

  /** With the received bytes, while they are kept. */
  async get(id: string): Promise<QuarantineEntry & { body: Buffer | null }> {
    const [found] = await this.tenancy.system<(QuarantineEntry & { body: Buffer | null })[]>((rows) =>
      rows.query(`SELECT ${columns}, w.body FROM ${source} WHERE q.id = $1`, [id]),
    );
    if (!found) throw notFound('quarantined webhook');
    return found;
  }

  /** Tries the webhook again as if it had just come; items that were delivered already stay delivered once. */
  async release(who: Actor, id: string): Promise<void> {
    const { webhookId, size } = await this.get(id);
    await this.tenancy.system(async (rows) => {
      await rows.query('UPDATE webhook_quarantine SET released_at = $2 WHERE id = $1', [id, this.clock.now()]);
      await rows.query('INSERT INTO webhook_pending (id, size) VALUES ($1, $2) ON CONFLICT DO NOTHING', [webhookId, size]);
      const target = { type: 'quarantined-webhook', id };
      await this.audit.record(rows, who, { action: 'quarantine.released', target, tenantId: PLATFORM_TENANT_ID });
    });
    this.wakeUps.wake('explode');
  }
}
