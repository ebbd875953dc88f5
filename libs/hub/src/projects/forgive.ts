import type { EntityManager } from 'typeorm';
import type { ProjectId, TenantId } from '@waypost/contracts';

interface Forgiven {
  tenantId: TenantId;
  projectId: ProjectId;
  now: Date;
  /** It has just answered well. */
  answered?: boolean;
}

/** What is held against a project is forgotten, and every worker closes its circuit within a second. */
export async function forgive(
  rows: EntityManager,
  { tenantId, projectId, now, answered = false }: Forgiven,
): Promise<void> {
  // A project that was never called has no row, and nothing to be forgiven; a good answer is worth one.
  await rows.query(
    `INSERT INTO project_health AS h (tenant_id, project_id, last_success_at, forgiven_at, updated_at)
     SELECT tenant_id, id, CASE WHEN $4 THEN $3::timestamptz END, clock_timestamp(), $3
     FROM project WHERE tenant_id = $1 AND id = $2
     ON CONFLICT (tenant_id, project_id) DO UPDATE SET
       breaker = 'closed', open_until = NULL, consecutive_failures = 0, failing_since = NULL, warned_at = NULL,
       last_success_at = coalesce(excluded.last_success_at, h.last_success_at), forgiven_at = clock_timestamp(),
       updated_at = $3`,
    [tenantId, projectId, now, answered],
  );
}
