import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '@waypost/accounts';
import type { TenantId, WebhookId } from '@waypost/contracts';
import { Clock, Log, Tenancy } from '@waypost/platform';
import { keyTables, type OwnedTable, ownedTables, referencesTo } from './owned-tables.ts';
import { erasePeople } from './people.ts';
import { eraseRawWebhooks, type Subjects, subjectsOf } from './raw-webhooks.ts';

/** How far an erasure has come, kept beside what it has counted. */
interface Progress {
  subjects: Subjects;
  /** Transaction that stopped the tenant's traffic; what began before it may still write. */
  stoppedBy: string;
  rawAfter: WebhookId | null;
  rawDone: boolean;
}

/** Advisory lock: one process of the whole installation erases at a time. */
const LOCK = 7_204_117;
const BATCH = 5_000;
const RAW_BATCH = 500;
/** Of a table without an index by tenant, so many pages are read at a time. */
const PAGES = 4_096;
const LOOK_MS = 50;
const PATIENCE_MS = 5_000;

/**
 * Erases tenants whose grace is over, in short transactions. Each notes what it did beside its doing, so that a process
 * that dies in between leaves no half of anything and the next one goes on.
 */
@Injectable()
export class TenantErasure {
  private running?: Promise<void>;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Erases all that are due; those who ask meanwhile share it. */
  run({ batch = BATCH }: { batch?: number } = {}): Promise<void> {
    this.running ??= this.eraseDue(batch).finally(() => (this.running = undefined));
    return this.running;
  }

  private async eraseDue(batch: number): Promise<void> {
    const due: { id: TenantId }[] = await this.tenancy.system((rows) =>
      rows.query(
        `SELECT id FROM tenant WHERE status = 'deleting' AND erase_after <= $1 ORDER BY erase_after`,
        [this.clock.now()],
      ),
    );
    for (const { id } of due) {
      if (!(await this.erase(id, batch))) return;
    }
  }

  /** False when another process is at it, or when somebody still writes for the tenant: a later round goes on. */
  private async erase(tenantId: TenantId, batch: number): Promise<boolean> {
    if (!(await this.alone((rows) => this.stop(rows, tenantId)))) return false;
    if (!(await this.quiet(tenantId))) return false;
    for (let more = true; more;) {
      const went = await this.alone(async (rows) => {
        more = await this.eraseRaw(rows, tenantId);
      });
      if (!went) return false;
    }
    for (const table of await this.tenancy.system(ownedTables)) {
      if (!keyTables.includes(table.name) && !(await this.empty(tenantId, table, batch))) return false;
    }
    if (!(await this.eraseAudit(tenantId, batch))) return false;
    return this.alone((rows) => this.finish(rows, tenantId));
  }

  /** From here on there is no way back, and nothing comes in any more. */
  private async stop(rows: EntityManager, tenantId: TenantId): Promise<void> {
    const now = this.clock.now();
    const [tenant]: { askedAt: Date; begun: boolean }[] = await rows.query(
      `SELECT coalesce(deletion_asked_at, erase_after) AS "askedAt", erasing_since IS NOT NULL AS begun
       FROM tenant WHERE id = $1 AND status = 'deleting' AND erase_after <= $2 FOR NO KEY UPDATE`,
      [tenantId, now],
    );
    if (!tenant || tenant.begun) return;
    const subjects = await subjectsOf(rows, tenantId);
    await rows.query('UPDATE tenant SET erasing_since = $2, updated_at = $2 WHERE id = $1', [tenantId, now]);
    await rows.query('UPDATE meta_app SET active = false WHERE tenant_id = $1', [tenantId]);
    await rows.query(`UPDATE project SET status = 'deleted' WHERE tenant_id = $1`, [tenantId]);
    await rows.query(
      `UPDATE bulk_operation SET state = 'cancelled', finished_at = $2 WHERE tenant_id = $1 AND state = 'running'`,
      [tenantId, now],
    );
    await rows.query(
      `INSERT INTO tenant_tombstone (id, asked_at, started_at, progress)
       VALUES ($1, $2, $3, $4::jsonb || jsonb_build_object('stoppedBy', pg_current_xact_id()::text))`,
      [tenantId, tenant.askedAt, now, JSON.stringify({ subjects, rawAfter: null, rawDone: false })],
    );
    this.log.info('a tenant is being erased', { tenantId });
  }

  /** Waits until no transaction is under way that has seen the tenant's traffic still going. */
  private async quiet(tenantId: TenantId): Promise<boolean> {
    for (const end = Date.now() + PATIENCE_MS; ;) {
      const [seen]: { quiet: boolean }[] = await this.tenancy.system((rows) =>
        rows.query(
          `SELECT pg_snapshot_xmin(pg_current_snapshot()) > (progress->>'stoppedBy')::xid8 AS quiet
           FROM tenant_tombstone WHERE id = $1 AND progress IS NOT NULL`,
          [tenantId],
        ),
      );
      if (!seen || seen.quiet) return seen !== undefined;
      if (Date.now() > end) return false;
      await new Promise((again) => setTimeout(again, LOOK_MS));
    }
  }

  private async eraseRaw(rows: EntityManager, tenantId: TenantId): Promise<boolean> {
    const progress = await readProgress(rows, tenantId);
    if (!progress || progress.rawDone) return false;
    const { subjects, rawAfter } = progress;
    const { last, erased } = await eraseRawWebhooks(rows, tenantId, {
      subjects,
      after: rawAfter,
      limit: RAW_BATCH,
    });
    if (last === null) {
      await rows.query('DELETE FROM webhook_unclaimed WHERE subject = ANY($1)', [
        [...subjects.numbers, ...subjects.accounts],
      ]);
    }
    await note(
      rows,
      tenantId,
      { webhook_event: erased },
      { rawAfter: last ?? rawAfter, rawDone: last === null },
    );
    return last !== null;
  }

  private async empty(tenantId: TenantId, table: OwnedTable, batch: number): Promise<boolean> {
    if (table.name === 'membership')
      return this.repeat((rows) => erasePeople(rows, tenantId, batch), tenantId);
    for (const leaf of table.leaves) {
      const counted = async (rows: EntityManager, where: string) => {
        const [, count]: [unknown, number] = await rows.query(`DELETE FROM ${leaf} WHERE ${where}`, [
          tenantId,
        ]);
        return { [table.name]: count };
      };
      if (table.selfReferencing) {
        // In parts, a row could go before the one that points to it.
        if (!(await this.once((rows) => counted(rows, 'tenant_id = $1'), tenantId))) return false;
      } else if (table.indexed) {
        const some = `ctid = ANY(ARRAY(SELECT ctid FROM ${leaf} WHERE tenant_id = $1 LIMIT ${batch}))`;
        if (!(await this.repeat((rows) => counted(rows, some), tenantId))) return false;
      } else {
        const pages = await this.pagesOf(leaf);
        for (let page = 0; page < pages; page += PAGES) {
          const some = `tenant_id = $1 AND ctid >= '(${page},0)' AND ctid < '(${page + PAGES},0)'`;
          if (!(await this.once((rows) => counted(rows, some), tenantId))) return false;
        }
      }
    }
    return true;
  }

  private async pagesOf(leaf: string): Promise<number> {
    const [row]: { pages: number }[] = await this.tenancy.system((rows) =>
      rows.query(
        `SELECT (pg_relation_size($1::regclass) / current_setting('block_size')::int)::int AS pages`,
        [leaf],
      ),
    );
    return row?.pages ?? 0;
  }

  /** Its entries go the way of the audit itself, which keeps a hash of what it has given away. */
  private eraseAudit(tenantId: TenantId, batch: number): Promise<boolean> {
    return this.repeat(async (rows) => {
      const [row]: { removed: string }[] = await rows.query(
        `SELECT coalesce(audit_remove($1, (SELECT max(sequence) FROM (
           SELECT sequence FROM audit_entry WHERE tenant_id = $1 ORDER BY sequence LIMIT $2) s), 'tenant erased'), 0) AS removed`,
        [tenantId, batch],
      );
      return { audit_entry: Number(row?.removed ?? 0) };
    }, tenantId);
  }

  /** The keys to what was sealed, the tenant itself, and the stone in its place. */
  private async finish(rows: EntityManager, tenantId: TenantId): Promise<void> {
    const now = this.clock.now();
    for (const { name } of await ownedTables(rows)) {
      if (keyTables.includes(name)) continue;
      const [left]: unknown[] = await rows.query(`SELECT FROM ${name} WHERE tenant_id = $1 LIMIT 1`, [
        tenantId,
      ]);
      if (left)
        throw new Error(`Rows came into ${name} while their tenant was erased; the next round goes on.`);
    }
    for (const { table, column, nullable } of await referencesTo(rows, 'tenant')) {
      if (nullable) await rows.query(`UPDATE ${table} SET ${column} = NULL WHERE ${column} = $1`, [tenantId]);
    }
    for (const name of keyTables) {
      const [, keys]: [unknown, number] = await rows.query(`DELETE FROM ${name} WHERE tenant_id = $1`, [
        tenantId,
      ]);
      await note(rows, tenantId, { [name]: keys });
    }
    await rows.query('DELETE FROM tenant WHERE id = $1', [tenantId]);
    const [[stone]]: [{ counts: Record<string, number> }[], number] = await rows.query(
      'UPDATE tenant_tombstone SET deleted_at = $2, progress = NULL WHERE id = $1 RETURNING counts',
      [tenantId, now],
    );
    await this.audit.record(
      rows,
      { system: 'worker' },
      { action: 'tenant.erased', target: { type: 'tenant', id: tenantId }, after: { rows: stone?.counts } },
    );
    this.log.info('a tenant was erased', { tenantId });
  }

  /** Again and again until nothing is left. */
  private async repeat(work: Erasing, tenantId: TenantId): Promise<boolean> {
    for (let more = true; more;) {
      const went = await this.alone(async (rows) => {
        const counts = await work(rows);
        more = Object.values(counts).some((count) => count > 0);
        if (more) await note(rows, tenantId, counts);
      });
      if (!went) return false;
    }
    return true;
  }

  private once(work: Erasing, tenantId: TenantId): Promise<boolean> {
    return this.alone(async (rows) => note(rows, tenantId, await work(rows)));
  }

  /** Works in a transaction of its own; false when another process erases at this moment. */
  private alone(work: (rows: EntityManager) => Promise<void>): Promise<boolean> {
    return this.tenancy.system(async (rows) => {
      const [row]: { mine: boolean }[] = await rows.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [
        LOCK,
      ]);
      if (row?.mine) await work(rows);
      return row?.mine ?? false;
    });
  }
}

type Erasing = (rows: EntityManager) => Promise<Record<string, number>>;

async function readProgress(rows: EntityManager, tenantId: TenantId): Promise<Progress | undefined> {
  const [stone]: { progress: Progress | null }[] = await rows.query(
    'SELECT progress FROM tenant_tombstone WHERE id = $1',
    [tenantId],
  );
  return stone?.progress ?? undefined;
}

/** Adds to what was counted, in the transaction that did it. */
async function note(
  rows: EntityManager,
  tenantId: TenantId,
  counts: Record<string, number>,
  progress: Partial<Progress> = {},
): Promise<void> {
  await rows.query(
    `UPDATE tenant_tombstone t SET progress = t.progress || $3::jsonb, counts = t.counts || coalesce((
       SELECT jsonb_object_agg(key, value::bigint + coalesce((t.counts->>key)::bigint, 0))
       FROM jsonb_each_text($2::jsonb) WHERE value::bigint > 0), '{}')
     WHERE id = $1`,
    [tenantId, JSON.stringify(counts), JSON.stringify(progress)],
  );
}
