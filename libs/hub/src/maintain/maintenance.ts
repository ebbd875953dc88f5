import { Inject, Injectable } from '@nestjs/common';
import { AuditKeeping } from '@waypost/accounts';
import type { EntityManager } from 'typeorm';
import { Clock, dropPartitionsBefore, ensurePartitions, Log, type PartitionedTable, SETTINGS, type Settings, Tenancy } from '@waypost/platform';
import { RetentionSweep } from '../privacy/retention-sweep.ts';
import { ErrorWatch } from './error-watch.ts';
import { FailingProjects } from './failing-projects.ts';

const DAY_MS = 86_400_000;
/** Advisory lock: one process of the whole installation keeps house at a time. */
const LOCK = 7_204_116;

const byTime: PartitionedTable[] = [
  { table: 'webhook_event', column: 'id', by: 'uuidv7' },
  { table: 'event', column: 'id', by: 'uuidv7' },
  { table: 'delivery', column: 'id', by: 'uuidv7' },
  { table: 'attempt', column: 'delivery_id', by: 'uuidv7' },
];
const dedupe: PartitionedTable = { table: 'dedupe_key', column: 'at', by: 'instant' };

/** Partitions ahead of time, retention behind it, projects that have failed for days, and more errors than usual. */
@Injectable()
export class Maintenance {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly failing: FailingProjects,
    private readonly watch: ErrorWatch,
    private readonly retention: RetentionSweep,
    private readonly audits: AuditKeeping,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Keeps house once, unless another process is at it. */
  async run(): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - this.settings.eventRetentionDays * DAY_MS);
    const forgotten = new Date(now.getTime() - this.settings.dedupeRetentionDays * DAY_MS);
    // A table at a time: who works through several of them would wait for us, and we for him.
    for (const table of byTime) {
      if (!(await this.keepPartitions(table, { now, back: 1, dropBefore: before }))) return;
    }
    if (!(await this.keepPartitions(dedupe, { now, back: 8, dropBefore: forgotten }))) return;
    if (!(await this.alone((rows) => dropOldRows(rows, { now, before, forgotten })))) return;
    await this.failing.disable(now);
    await this.failing.warn(now);
    await this.watch.look();
    await this.retention.run();
    await this.audits.keep();
  }

  /** A week ahead in case nobody keeps house for so long; back for what is under way or comes late. */
  private async keepPartitions(
    table: PartitionedTable,
    { now, back, dropBefore }: { now: Date; back: number; dropBefore: Date },
  ): Promise<boolean> {
    // A busy table must not wait behind us for long: the next round tries again.
    const patiently = (work: (rows: EntityManager) => Promise<void>) =>
      this.alone(async (rows) => {
        await rows.query(`SET LOCAL lock_timeout = '3s'`);
        await work(rows);
      });
    // Apart from each other: making locks the default partition first, dropping the whole table, and who reads in
    // between has the table and waits for the default partition.
    const made = await patiently(async (rows) => {
      await ensurePartitions(rows, table, { now, back, ahead: 7 });
    });
    if (!made) return false;
    return patiently(async (rows) => {
      const dropped = await dropPartitionsBefore(rows, table, dropBefore);
      if (dropped.length > 0) this.log.info('old partitions dropped', { partitions: dropped });
    });
  }

  /** Works in a transaction of its own; false when another process keeps house at this moment. */
  private alone(work: (rows: EntityManager) => Promise<void>): Promise<boolean> {
    return this.tenancy.system(async (rows) => {
      const [row]: { mine: boolean }[] = await rows.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK]);
      if (row?.mine) await work(rows);
      return row?.mine ?? false;
    });
  }
}

async function dropOldRows(rows: EntityManager, { now, before, forgotten }: Record<'now' | 'before' | 'forgotten', Date>): Promise<void> {
  // Items with a timestamp far off, or none, stand in the default partition and go by when they were seen.
  await rows.query(`DELETE FROM dedupe_key_default WHERE seen_at < $1`, [forgotten]);
  await rows.query(`DELETE FROM webhook_quarantine WHERE created_at < $1`, [before]);
  await rows.query(`DELETE FROM webhook_unclaimed WHERE created_at < $1`, [before]);
  await rows.query(`DELETE FROM bulk_operation WHERE state <> 'running' AND finished_at < $1`, [before]);
  await rows.query(`UPDATE outbox SET state = 'failed', body = NULL, finished_at = now(), last_error = 'There was no mail server for a week.'
    WHERE channel = 'mail' AND state = 'queued' AND attempts = 0 AND created_at < now() - interval '7 days'`);
  await rows.query(`DELETE FROM outbox WHERE state IN ('sent', 'failed') AND finished_at < now() - interval '30 days'`);
  await rows.query(`DELETE FROM trouble WHERE minute < now() - interval '1 day'`);
  await rows.query(`DELETE FROM process_heartbeat WHERE seen_at < now() - interval '1 hour'`);
  await rows.query(`DELETE FROM idempotency_key WHERE expires_at < $1`, [now]);
  await rows.query(`DELETE FROM rate_limit WHERE expire < $1`, [Date.now()]);
}
