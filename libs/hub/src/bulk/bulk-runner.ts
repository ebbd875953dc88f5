import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, Log, Signals, Tenancy, WakeUps } from '@waypost/platform';
import { Lanes } from '../deliver/lanes.ts';
import { BulkOperation, Delivery, Event } from '../events/event.entity.ts';
import { deliveriesOf, type DeliveryFilter, type EventFilter, eventsOf } from '../events/filters.ts';
import { replayEvents } from '../events/replay.ts';

/** Rows that one step looks at. */
const STEP = 100;
/** Deliveries of one operation that may be on their way at a time, so that cancelling it means something. */
const ON_THEIR_WAY = 200;

type Progress = 'advanced' | 'busy' | 'finished';

/** Carries bulk operations on, step by step; each step is one transaction that also moves the position. */
@Injectable()
export class BulkRunner {
  private running?: Promise<void>;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly lanes: Lanes,
    private readonly wakeUps: WakeUps,
    private readonly signals: Signals,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Advances every running operation as far as it may go now. */
  drain(): Promise<void> {
    this.running ??= this.loop().finally(() => (this.running = undefined));
    return this.running;
  }

  /** A step of each in turn: none waits for the end of another, and every round sees what was cancelled meanwhile. */
  private async loop(): Promise<void> {
    for (let advanced = true; advanced; ) {
      advanced = false;
      this.lanes.stopBulk(await this.recentlyCancelled());
      const running: { id: string; tenantId: string }[] = await this.tenancy.system((rows) =>
        rows.query(`SELECT id, tenant_id AS "tenantId" FROM bulk_operation WHERE state = 'running' ORDER BY id`),
      );
      for (const { id, tenantId } of running) {
        const progress = await this.tenancy.system((rows) => this.step(rows, id));
        if (progress !== 'busy') {
          this.wakeUps.wake('deliver');
          this.signals.mark(tenantId, 'bulk', 'deliveries');
        }
        advanced ||= progress === 'advanced';
      }
    }
  }

  private async step(rows: EntityManager, id: string): Promise<Progress> {
    // Two workers never advance the same operation, and a cancelled one is not found any more.
    const operation = await rows
      .createQueryBuilder(BulkOperation, 'b')
      .where(`b.id = :id AND b.state = 'running'`, { id })
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
    if (!operation) return 'finished';
    const [{ open } = { open: 0 }]: { open: number }[] = await rows.query(
      `SELECT count(*)::int AS open FROM (SELECT FROM delivery WHERE bulk_id = $1 AND state IN ('pending', 'delivering', 'waiting')
       AND step = 0 AND next_at < 'infinity' LIMIT $2) AS few`,
      [id, ON_THEIR_WAY],
    );
    if (open >= ON_THEIR_WAY) return 'busy';
    const { looked, affected, position } =
      operation.kind === 'retry' ? await this.retry(rows, operation) : await this.replay(rows, operation);
    const now = this.clock.now();
    const done = looked < STEP;
    await rows.update(
      BulkOperation,
      { tenantId: operation.tenantId, id },
      {
        processed: operation.processed + looked,
        affected: operation.affected + affected,
        position: position ?? operation.position,
        updatedAt: now,
        ...(done ? { state: 'done' as const, finishedAt: now } : {}),
      },
    );
    if (done) this.log.info('bulk operation done', { tenantId: operation.tenantId, bulkId: id });
    return done ? 'finished' : 'advanced';
  }

  private async retry(rows: EntityManager, operation: BulkOperation) {
    // A filter by what somebody typed looks behind the tenant's wall.
    await rows.query(`SELECT set_config('app.tenant_id', $1, true)`, [operation.tenantId]);
    const query = deliveriesOf(rows.createQueryBuilder(Delivery, 'd'), operation.tenantId, operation.filter as DeliveryFilter);
    if (operation.position) query.andWhere('d.id > :position', { position: operation.position });
    const found = await query.select(['d.tenantId', 'd.id']).orderBy('d.id').limit(STEP).getMany();
    const [, affected]: [unknown, number] = await rows.query(
      `UPDATE delivery SET state = 'waiting', cause = NULL, step = 0, next_at = $3, finished_at = NULL, bulk_id = $4
       WHERE tenant_id = $1 AND id = ANY($2::uuid[]) AND state IN ('failed', 'cancelled', 'waiting')`,
      [operation.tenantId, found.map(({ id }) => id), this.clock.now(), operation.id],
    );
    return { looked: found.length, affected, position: found.at(-1)?.id };
  }

  private async replay(rows: EntityManager, operation: BulkOperation) {
    const { projectId, ...filter } = operation.filter as EventFilter & { projectId?: string };
    const query = eventsOf(rows.createQueryBuilder(Event, 'e'), operation.tenantId, filter);
    if (operation.position) query.andWhere('e.id > :position', { position: operation.position });
    const found = await query.select(['e.tenantId', 'e.id']).orderBy('e.id').limit(STEP).getMany();
    const affected =
      found.length === 0
        ? 0
        : await replayEvents(rows, {
            tenantId: operation.tenantId,
            eventIds: found.map(({ id }) => id),
            projectId,
            bulkId: operation.id,
            now: this.clock.now(),
          });
    return { looked: found.length, affected, position: found.at(-1)?.id };
  }

  private async recentlyCancelled(): Promise<string[]> {
    const found: { id: string }[] = await this.tenancy.system((rows) =>
      rows.query(`SELECT id FROM bulk_operation WHERE state = 'cancelled' AND finished_at > $1`, [
        new Date(this.clock.now().getTime() - 10 * 60_000),
      ]),
    );
    return found.map(({ id }) => id);
  }
}
