import type { EntityManager } from 'typeorm';
import type { Locale, Role, TenantId, TenantStatus, UserId } from '@waypost/contracts';
import { notFound, type PagePart, pageOf, type PageRequest } from '@waypost/platform';
import type { PlanId } from '../plans/plan.entity.ts';
import { Tenant } from './tenant.entity.ts';

/** A tenant as super-admins see it. */
export interface TenantRow {
  id: TenantId;
  slug: string;
  name: string;
  status: TenantStatus;
  locale: Locale | null;
  plan: { id: PlanId; slug: string; name: string };
  use: { people: number; numbers: number; projects: number };
  suspendedAt: Date | null;
  suspendedReason: string | null;
  deletionAskedAt: Date | null;
  eraseAfter: Date | null;
  erasingSince: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface TenantFilter {
  /** Part of the name, of the slug or of a member's e-mail, or the id. */
  search?: string;
  status?: TenantStatus;
  /** Id or slug. */
  plan?: string;
}

export interface TenantMember {
  /** Of the membership: what lists go by. */
  id: string;
  userId: UserId;
  email: string;
  name: string;
  role: Role;
  status: 'active' | 'disabled';
  joinedAt: Date;
}

const view = `t.id, t.slug, t.name, t.status, t.locale,
  jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name) AS plan,
  jsonb_build_object(
    'people', (SELECT count(*) FROM membership m WHERE m.tenant_id = t.id),
    'numbers', (SELECT count(*) FROM phone_number n WHERE n.tenant_id = t.id),
    'projects', (SELECT count(*) FROM project j WHERE j.tenant_id = t.id AND j.status <> 'deleted')) AS use,
  t.suspended_at AS "suspendedAt", t.suspended_reason AS "suspendedReason",
  t.deletion_asked_at AS "deletionAskedAt", t.erase_after AS "eraseAfter", t.erasing_since AS "erasingSince",
  t.created_at AS "createdAt", t.updated_at AS "updatedAt"`;

/** Newest first; the page's key is the tenant's id. */
export async function readTenants(
  rows: EntityManager,
  { limit, after }: PageRequest,
  { search, status, plan }: TenantFilter,
): Promise<PagePart<TenantRow>> {
  const found: TenantRow[] = await rows.query(
    `SELECT ${view} FROM tenant t JOIN plan p ON p.id = t.plan_id
     WHERE t.kind = 'customer' AND ($2::uuid IS NULL OR t.id < $2) AND ($3::text IS NULL OR t.status = $3)
       AND ($4::text IS NULL OR p.id::text = $4 OR p.slug = $4)
       AND ($5::text IS NULL OR t.name ILIKE $5 OR t.slug ILIKE $5 OR t.id::text = $6 OR EXISTS (
         SELECT FROM membership m JOIN app_user u ON u.id = m.user_id WHERE m.tenant_id = t.id AND u.email LIKE $5))
     ORDER BY t.id DESC LIMIT $1`,
    [
      limit + 1,
      after ?? null,
      status ?? null,
      plan ?? null,
      search ? `%${escaped(search)}%` : null,
      search ?? null,
    ],
  );
  return pageOf(found, limit, (row) => row.id);
}

/** Throws `not_found`, also for the platform's own tenant. */
export async function readTenant(rows: EntityManager, id: TenantId): Promise<TenantRow> {
  const [found]: TenantRow[] = await rows.query(
    `SELECT ${view} FROM tenant t JOIN plan p ON p.id = t.plan_id WHERE t.kind = 'customer' AND t.id = $1`,
    [id],
  );
  if (!found) throw notFound('tenant');
  return found;
}

/**
 * The tenant's row, which nobody else changes before the unit of work (of the system) has ended. Rows that point to it
 * can still be written meanwhile.
 */
export async function lockTenant(rows: EntityManager, id: TenantId): Promise<Tenant> {
  const tenant = await rows.findOne(Tenant, {
    where: { id, kind: 'customer' },
    lock: { mode: 'for_no_key_update' },
  });
  if (!tenant) throw notFound('tenant');
  return tenant;
}

/** Who works in a tenant, longest there first. */
export async function readMembers(
  rows: EntityManager,
  tenantId: TenantId,
  { limit, after, role, userId }: PageRequest & { role?: Role; userId?: UserId },
): Promise<PagePart<TenantMember>> {
  const found: TenantMember[] = await rows.query(
    `SELECT m.id, u.id AS "userId", u.email, u.name, m.role, u.status, m.created_at AS "joinedAt"
     FROM membership m JOIN app_user u ON u.id = m.user_id
     WHERE m.tenant_id = $1 AND ($3::uuid IS NULL OR m.id > $3) AND ($4::text IS NULL OR m.role = $4)
       AND ($5::uuid IS NULL OR m.user_id = $5)
     ORDER BY m.id LIMIT $2`,
    [tenantId, limit + 1, after ?? null, role ?? null, userId ?? null],
  );
  return pageOf(found, limit, (row) => row.id);
}

function escaped(search: string): string {
  return search
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&');
}
