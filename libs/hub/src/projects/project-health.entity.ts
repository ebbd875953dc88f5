import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProjectId, TenantId } from '@waypost/contracts';

/** What the deliverer has learned of a project; a tenant may look at it and not write it. */
@Entity('project_health')
export class ProjectHealth {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid', { name: 'project_id' })
  projectId!: ProjectId;

  @Column('text')
  breaker!: 'closed' | 'open' | 'half_open';

  @Column('timestamptz', { name: 'open_until', nullable: true })
  openUntil!: Date | null;

  @Column('int', { name: 'consecutive_failures' })
  consecutiveFailures!: number;

  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince!: Date | null;

  @Column('timestamptz', { name: 'warned_at', nullable: true })
  warnedAt!: Date | null;

  @Column('timestamptz', { name: 'last_success_at', nullable: true })
  lastSuccessAt!: Date | null;

  @Column('timestamptz', { name: 'last_failure_at', nullable: true })
  lastFailureAt!: Date | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
