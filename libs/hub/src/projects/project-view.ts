import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { ProjectId } from '@waypost/contracts';
import type { TenantContext } from '@waypost/platform';
import { maskedHeaders } from './custom-headers.ts';
import { Mapping } from './mapping.entity.ts';
import { ProjectHealth } from './project-health.entity.ts';
import type { DisabledReason, Project, Split } from './project.entity.ts';

export interface ProjectHealthView {
  /** `open`: nothing goes out until `openUntil`; `half_open`: one request at a time, to see whether it is back. */
  breaker: 'closed' | 'open' | 'half_open';
  openUntil: Date | null;
  consecutiveFailures: number;
  /** Since when every attempt has failed. */
  failingSince: Date | null;
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
}

export interface ProjectView {
  id: ProjectId;
  slug: string;
  name: string;
  description: string;
  endpoint: string;
  /** Names with masked values. */
  headers: Record<string, string>;
  split: Split;
  status: 'enabled' | 'disabled';
  disabledReason: DisabledReason | null;
  disabledAt: Date | null;
  /** Until when deliveries carry a signature with the previous secret too; null when they do not. */
  previousSecretExpiresAt: Date | null;
  /** How many numbers are mapped to it. */
  mappings: number;
  health: ProjectHealthView;
  createdAt: Date;
  updatedAt: Date;
}

/** Projects with what belongs to them in other tables, within the same unit of work. */
export async function viewsOf(
  rows: EntityManager,
  { tenantId }: TenantContext,
  projects: Project[],
  now: Date,
): Promise<ProjectView[]> {
  const ids = projects.map((project) => project.id);
  if (ids.length === 0) return [];
  const health = await rows.findBy(ProjectHealth, { tenantId, projectId: In(ids) });
  const counts = await rows
    .createQueryBuilder(Mapping, 'm')
    .select('m.projectId', 'projectId')
    .addSelect('count(*)::int', 'mappings')
    .where('m.tenantId = :tenantId AND m.projectId IN (:...ids)', { tenantId, ids })
    .groupBy('m.projectId')
    .getRawMany<{ projectId: ProjectId; mappings: number }>();
  const healthOf = new Map(health.map((row) => [row.projectId, row]));
  const mappingsOf = new Map(counts.map((row) => [row.projectId, row.mappings]));
  return projects.map((project) => ({
    id: project.id,
    slug: project.slug,
    name: project.name,
    description: project.description,
    endpoint: project.endpoint,
    headers: maskedHeaders(project.headerNames),
    split: project.split,
    status: project.status === 'enabled' ? 'enabled' : 'disabled',
    disabledReason: project.disabledReason,
    disabledAt: project.disabledAt,
    previousSecretExpiresAt: inFuture(project.previousSecretExpiresAt, now),
    mappings: mappingsOf.get(project.id) ?? 0,
    health: healthView(healthOf.get(project.id), now),
    createdAt: project.createdAt,
    updatedAt: project.updatedAt,
  }));
}

/** A project that was never called is as healthy as can be; a pause that is over lets one request through. */
function healthView(health: ProjectHealth | undefined, now: Date): ProjectHealthView {
  const pauseOver = health?.breaker === 'open' && inFuture(health.openUntil, now) === null;
  return {
    breaker: pauseOver ? 'half_open' : (health?.breaker ?? 'closed'),
    openUntil: health?.openUntil ?? null,
    consecutiveFailures: health?.consecutiveFailures ?? 0,
    failingSince: health?.failingSince ?? null,
    lastSuccessAt: health?.lastSuccessAt ?? null,
    lastFailureAt: health?.lastFailureAt ?? null,
  };
}

function inFuture(instant: Date | null, now: Date): Date | null {
  return instant && instant > now ? instant : null;
}
