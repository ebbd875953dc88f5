import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '@waypost/accounts';
import type { ProjectId, TenantId } from '@waypost/contracts';
import { Clock, Log, SYSTEM } from '@waypost/platform';
import type { Breaker, BreakerState } from './breaker.ts';

interface Health {
  tenantId: TenantId;
  breaker: BreakerState;
  openUntil: Date | null;
  failures: number;
  succeededAt: Date | null;
  failedAt: Date | null;
  /** Whether the last attempt failed. */
  failing: boolean;
  writtenAt: number;
  dirty: boolean;
}

interface Delivered {
  tenantId: TenantId;
  projectId: ProjectId;
}

/** Successes of a healthy project are news only so often. */
const QUIET_MS = 10_000;

/** It was failing and still is, also where a success and a failure came between two writes. */
const ON_AND_ON = `excluded.failing_since IS NOT NULL
  AND h.failing_since > coalesce(excluded.last_success_at, '-infinity')`;

/** What lanes learn of their projects, on its way into `project_health`. */
@Injectable()
export class HealthBook {
  private readonly book = new Map<ProjectId, Health>();

  constructor(
    @InjectDataSource(SYSTEM) private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly log: Log,
  ) {}

  note({ tenantId, projectId }: Delivered, breaker: Breaker, success: boolean, now: Date): void {
    const known = this.book.get(projectId);
    const state = breaker.state(now.getTime());
    const changed = !success || !known || known.breaker !== state || known.failing;
    this.book.set(projectId, {
      tenantId,
      breaker: state,
      openUntil: breaker.openUntil,
      failures: breaker.consecutiveFailures,
      succeededAt: success ? now : (known?.succeededAt ?? null),
      failedAt: success ? (known?.failedAt ?? null) : now,
      failing: !success,
      writtenAt: known?.writtenAt ?? 0,
      dirty: (known?.dirty ?? false) || changed || now.getTime() - (known?.writtenAt ?? 0) > QUIET_MS,
    });
  }

  /** What this process holds against a project is not to be written over what forgave it. */
  forgive(projectId: ProjectId, now: Date): void {
    const known = this.book.get(projectId);
    if (!known) return;
    const good = { breaker: 'closed', openUntil: null, failures: 0, failing: false, succeededAt: now } as const;
    this.book.set(projectId, { ...known, ...good, dirty: true });
  }

  /**
   * Switches a project off at once; whoever routes or delivers learns it through the routing epoch. `along` is written
   * with it.
   */
  async disable(
    { tenantId, projectId }: Delivered,
    reason: 'gone' | 'failing',
    along?: (rows: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (rows) => {
      const [[project]]: [{ name: string }[], number] = await rows.query(
        `UPDATE project SET status = 'disabled', disabled_reason = $3, disabled_at = $4, updated_at = $4
         WHERE tenant_id = $1 AND id = $2 AND status = 'enabled' RETURNING name`,
        [tenantId, projectId, reason, this.clock.now()],
      );
      if (!project) return;
      await this.audit.record(
        rows,
        { system: 'worker', tenantId },
        {
          action: 'project.disabled',
          target: { type: 'project', id: projectId, name: project.name },
          after: { reason },
        },
      );
      await along?.(rows);
    });
    this.log.info('project disabled', { tenantId, projectId, reason });
  }

  /** Writes what changed since the last time. */
  async write(): Promise<void> {
    const changed = [...this.book].filter(([, health]) => health.dirty);
    if (changed.length === 0) return;
    const now = this.clock.now();
    for (const [, health] of changed) Object.assign(health, { dirty: false, writtenAt: now.getTime() });
    const column = <K extends keyof Health>(key: K) => changed.map(([, health]) => health[key]);
    await this.database.query(
      `INSERT INTO project_health AS h (tenant_id, project_id, breaker, open_until, consecutive_failures,
                                        failing_since, last_success_at, last_failure_at, updated_at)
       SELECT u.tenant_id, u.project_id, u.breaker, u.open_until, u.failures,
              CASE WHEN u.failing THEN u.failed_at END, u.succeeded_at, u.failed_at, $9
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::int[], $6::boolean[], $7::timestamptz[],
                   $8::timestamptz[])
         AS u(tenant_id, project_id, breaker, open_until, failures, failing, succeeded_at, failed_at)
       JOIN project p ON p.tenant_id = u.tenant_id AND p.id = u.project_id
       ON CONFLICT (tenant_id, project_id) DO UPDATE SET
         breaker = excluded.breaker, open_until = excluded.open_until,
         consecutive_failures = excluded.consecutive_failures,
         failing_since = CASE WHEN ${ON_AND_ON} THEN h.failing_since ELSE excluded.failing_since END,
         warned_at = CASE WHEN ${ON_AND_ON} THEN h.warned_at END,
         last_success_at = coalesce(excluded.last_success_at, h.last_success_at),
         last_failure_at = coalesce(excluded.last_failure_at, h.last_failure_at), updated_at = $9`,
      [
        column('tenantId'),
        changed.map(([projectId]) => projectId),
        column('breaker'),
        column('openUntil'),
        column('failures'),
        column('failing'),
        column('succeededAt'),
        column('failedAt'),
        now,
      ],
    );
  }
}
