import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, dropPartitionsBefore, ensurePartitions, Log, type PartitionedTable, SETTINGS, type Settings, Tenancy } from '@waypost/platform';
import { HealthBook } from '../deliver/health-book.ts';
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

/** Partitions ahead of time, retention behind it, and projects that have failed for days. */
@Injectable()
export class Maintenance {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly failing: FailingProjects,
    private readonly health: HealthBook,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Keeps house once, unless another process is at it. */
  async run(): Promise<void> {
    const now = this.clock.now();
    const mine = await this.tenancy.system(async (rows) => {
      if (!(await keepHouseAlone(rows))) return false;
      await makePartitions(rows, now);
      await this.dropOld(rows, now);
      return true;
    });
    if (!mine) return;
    for (const project of await this.failing.toDisable(now)) await this.health.disable(project, 'failing');
    await this.failing.warn(now);
  }

  private async dropOld(rows: EntityManager, now: Date): Promise<void> {
    const before = new Date(now.getTime() - this.settings.eventRetentionDays * DAY_MS);
    const forgotten = new Date(now.getTime() - this.settings.dedupeRetentionDays * DAY_MS);
    const dropped = await dropPartitionsBefore(rows, dedupe, forgotten);
    for (const table of byTime) dropped.push(...(await dropPartitionsBefore(rows, table, before)));
    // Items with a timestamp far off, or none, stand in the default partition and go by when they were seen.
    await rows.query(`DELETE FROM dedupe_key_default WHERE seen_at < $1`, [forgotten]);
    await rows.query(`DELETE FROM webhook_quarantine WHERE created_at < $1`, [before]);
    await rows.query(`DELETE FROM webhook_unclaimed WHERE created_at < $1`, [before]);
    await rows.query(`DELETE FROM bulk_operation WHERE state <> 'running' AND finished_at < $1`, [before]);
    await rows.query(`DELETE FROM process_heartbeat WHERE seen_at < now() - interval '1 hour'`);
    if (dropped.length > 0) this.log.info('old partitions dropped', { partitions: dropped });
  }
}

/** Yesterday for what is under way, a week ahead in case nobody keeps house for so long. */
export async function makePartitions(rows: EntityManager, now: Date): Promise<void> {
  // A busy table must not wait behind us for long: the next round tries again.
  await rows.query(`SET LOCAL lock_timeout = '3s'`);
  for (const table of byTime) await ensurePartitions(rows, table, { now, back: 1, ahead: 7 });
  await ensurePartitions(rows, dedupe, { now, back: 8, ahead: 7 });
}

async function keepHouseAlone(rows: EntityManager): Promise<boolean> {
  const [row]: { mine: boolean }[] = await rows.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK]);
  return row?.mine ?? false;
}
