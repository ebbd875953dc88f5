import type { EntityManager } from 'typeorm';
import { PLATFORM_TENANT_ID, type ProjectId, type TenantId } from '@waypost/contracts';
import { type Refusal, refusalInWords } from '@waypost/waba';
import type { ObservedApp, ObservedProject } from './attention.ts';

export interface ProjectRow extends Omit<ObservedProject, 'failed' | 'failedSince' | 'waiting'> {
  slug: string;
}

/** Which steps of the first use are done. */
export interface Setup {
  account: boolean;
  app: boolean;
  verified: boolean;
  number: boolean;
  project: boolean;
  mapping: boolean;
  webhook: boolean;
}

/** Newest first, as in the list of projects; more than a page could show are left out. */
const MOST_PROJECTS = 200;
const MOST_APPS = 200;
/** Waiting deliveries are counted up to here per project: beyond it the number says nothing more. */
const MOST_WAITING = 100_000;

export async function projectsOf(rows: EntityManager, tenantId: TenantId, now: Date): Promise<ProjectRow[]> {
  return rows.query(
    `SELECT p.id, p.slug, p.name, p.status, p.disabled_reason AS "disabledReason", p.disabled_at AS "disabledAt",
            CASE WHEN h.breaker = 'open' AND h.open_until <= $2 THEN 'half_open' ELSE coalesce(h.breaker, 'closed') END AS breaker,
            h.open_until AS "openUntil", coalesce(h.consecutive_failures, 0) AS "consecutiveFailures",
            h.failing_since AS "failingSince"
     FROM project p LEFT JOIN project_health h ON h.tenant_id = p.tenant_id AND h.project_id = p.id
     WHERE p.tenant_id = $1 AND p.status <> 'deleted' ORDER BY p.id DESC LIMIT ${MOST_PROJECTS}`,
    [tenantId, now],
  );
}

export async function appsOf(rows: EntityManager, tenantId: TenantId): Promise<ObservedApp[]> {
  const found: (Omit<ObservedApp, 'refusal' | 'wrongSignature'> & { refusal: Refusal | null })[] =
    await rows.query(
      `SELECT a.app_id AS id, a.name, a.active, a.app_secret_sealed IS NOT NULL AS "hasAppSecret", a.created_at AS "createdAt",
            i.verified_at AS "verifiedAt", i.last_webhook_at AS "lastWebhookAt", i.last_refused_at AS "lastRefusedAt",
            i.last_refused_reason AS refusal
     FROM meta_app a LEFT JOIN meta_app_intake i ON i.tenant_id = a.tenant_id AND i.meta_app_id = a.id
     WHERE a.tenant_id = $1 ORDER BY a.id DESC LIMIT ${MOST_APPS}`,
      [tenantId],
    );
  return found.map(({ refusal, ...app }) => ({
    ...app,
    refusal: refusal && refusalInWords(refusal),
    wrongSignature: refusal === 'wrong_signature',
  }));
}

/** A number that is connected through an app of the platform needs none of the tenant's own. */
export async function setupOf(rows: EntityManager, tenantId: TenantId): Promise<Omit<Setup, 'webhook'>> {
  const shared = `EXISTS (SELECT FROM phone_number WHERE tenant_id = $1 AND app_tenant_id = '${PLATFORM_TENANT_ID}')`;
  const [found]: Omit<Setup, 'webhook'>[] = await rows.query(
    `SELECT EXISTS (SELECT FROM business_account WHERE tenant_id = $1) AS account,
            EXISTS (SELECT FROM meta_app WHERE tenant_id = $1) OR ${shared} AS app,
            EXISTS (SELECT FROM meta_app_intake
                    WHERE tenant_id = $1 AND (verified_at IS NOT NULL OR last_webhook_at IS NOT NULL)) OR ${shared} AS verified,
            EXISTS (SELECT FROM phone_number WHERE tenant_id = $1) AS number,
            EXISTS (SELECT FROM project WHERE tenant_id = $1 AND status <> 'deleted') AS project,
            EXISTS (SELECT FROM mapping WHERE tenant_id = $1) AS mapping`,
    [tenantId],
  );
  return (
    found ?? { account: false, app: false, verified: false, number: false, project: false, mapping: false }
  );
}

/** The id of the first event that is kept, tests apart: they name no business account. */
export async function firstEventOf(rows: EntityManager, tenantId: TenantId): Promise<string | null> {
  const [found]: { id: string }[] = await rows.query(
    `SELECT id FROM event WHERE tenant_id = $1 AND business_id <> '0' ORDER BY id LIMIT 1`,
    [tenantId],
  );
  return found?.id ?? null;
}

/** What is not delivered yet and not under way, per project; through the index of owed work, whenever it came. */
export async function waitingOf(rows: EntityManager, projects: ProjectId[]): Promise<Map<ProjectId, number>> {
  if (projects.length === 0) return new Map();
  const found: { projectId: ProjectId; waiting: number }[] = await rows.query(
    `SELECT p.id AS "projectId", w.waiting FROM unnest($1::uuid[]) AS p(id)
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS waiting FROM (
         SELECT FROM delivery d WHERE d.project_id = p.id AND d.state IN ('pending', 'waiting') LIMIT ${MOST_WAITING}) owed) w`,
    [projects],
  );
  return new Map(found.map(({ projectId, waiting }) => [projectId, waiting]));
}
