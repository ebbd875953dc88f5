import { Injectable } from '@nestjs/common';
import { type ActingContext, Audit } from '@waypost/accounts';
import type { EntityManager } from 'typeorm';
import type { DeliveryId, EventId, ProjectId, TenantId } from '@waypost/contracts';
import { AppError, Clock, Heartbeat, newId, Tenancy, WakeUps } from '@waypost/platform';
import { Attempts } from '../deliver/attempts.ts';
import { judge } from '../deliver/schedule.ts';
import { TargetCache } from '../deliver/target-cache.ts';
import { testBody } from '../events/events.service.ts';
import { forgive } from './forgive.ts';
import { ProjectsService } from './projects.service.ts';

export interface Probe {
  /** HTTP status of the answer; null when there was none. */
  status: number | null;
  durationMs: number;
  /** What was wrong, in words. */
  error: string | null;
  /** A 2xx: the circuit is closed. */
  healthy: boolean;
}

/** Deliveries that a good answer brings forward; what waits behind them keeps to its schedule. */
const BROUGHT_FORWARD = 10_000;

/** Calls a project once, past its circuit, because somebody wants to know whether it is back. */
@Injectable()
export class ProbeService {
  private readonly running = new Map<ProjectId, Promise<Probe>>();

  constructor(
    private readonly projects: ProjectsService,
    private readonly targets: TargetCache,
    private readonly attempts: Attempts,
    private readonly heartbeat: Heartbeat,
    private readonly tenancy: Tenancy,
    private readonly wakeUps: WakeUps,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * One call with a test message; those who ask at the same time share it. After a 2xx the circuit closes in every
   * worker within a second, and what waits for another try goes now. A bad answer changes nothing.
   */
  async probe(ctx: ActingContext, reference: string): Promise<Probe> {
    const { id, name } = await this.projects.get(ctx, reference);
    await this.tenancy.run(ctx, (rows) =>
      this.audit.record(rows, ctx, { action: 'project.probed', target: { type: 'project', id, name } }),
    );
    const running = this.running.get(id);
    if (running) return running;
    const begun = this.call({ tenantId: ctx.tenantId, projectId: id }).finally(() => this.running.delete(id));
    this.running.set(id, begun);
    return begun;
  }

  private async call(project: { tenantId: TenantId; projectId: ProjectId }): Promise<Probe> {
    // The endpoint may have been mended a moment ago.
    await this.heartbeat.catchUp();
    const target = await this.targets.get(project);
    if (target === 'disabled') {
      throw new AppError('wrong_state', 'The project is disabled. Enable it, then probe it.');
    }
    if (target === 'held') {
      throw new AppError(
        'wrong_state',
        'The tenant is suspended or being deleted, so nothing is sent to its projects. Resume or restore it first.',
      );
    }
    const eventId = newId<'event'>() as EventId;
    const body = testBody(eventId, this.clock.now());
    const result = await this.attempts.perform(
      { id: newId<'delivery'>() as DeliveryId, eventId, attempts: 0, body },
      target,
    );
    // Step 0 has a next one: this only puts the result into words.
    const { state, error } = judge(result, 0);
    const healthy = state === 'delivered';
    if (healthy) await this.welcome(project);
    return {
      status: result.kind === 'answered' ? result.status : null,
      durationMs: result.durationMs,
      error: result.kind === 'answered' && result.status === 410 ? 'The project answered 410 Gone.' : error,
      healthy,
    };
  }

  private async welcome({
    tenantId,
    projectId,
  }: {
    tenantId: TenantId;
    projectId: ProjectId;
  }): Promise<void> {
    const now = this.clock.now();
    await this.tenancy.system(async (rows) => {
      await forgive(rows, { tenantId, projectId, now, answered: true });
      await bringForward(rows, projectId, now);
    });
    this.wakeUps.wake('deliver');
  }
}

/** Only what failed because the project was away: a message that it did not like would not please it sooner. */
async function bringForward(rows: EntityManager, projectId: ProjectId, now: Date): Promise<void> {
  await rows.query(
    `UPDATE delivery d SET next_at = $2
     FROM (SELECT tenant_id, id FROM delivery
           WHERE project_id = $1 AND state = 'waiting' AND next_at > $2 AND next_at < 'infinity'
             AND (last_status IS NULL OR last_status >= 500 OR last_status = 429)
           ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED) AS due
     WHERE d.tenant_id = due.tenant_id AND d.id = due.id`,
    [projectId, now, BROUGHT_FORWARD],
  );
}
