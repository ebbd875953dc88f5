import { Injectable } from '@nestjs/common';
import type { Role, TenantId, UserId } from '@waypost/contracts';
import { AppError, notFound, pageOf, type PagePart, type PageRequest, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import type { TenantPrincipal } from '../sessions/principal.ts';
import { SessionsService } from '../sessions/sessions.service.ts';

export interface TeamMember {
  /** Of the membership: the key of the list. */
  id: string;
  userId: UserId;
  email: string;
  name: string;
  status: 'active' | 'disabled';
  role: Role;
  /** ISO 8601. */
  joinedAt: string;
  emailVerified: boolean;
  hasTotp: boolean;
}

/** Who works in a tenant, and as what. */
@Injectable()
export class TeamService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly sessions: SessionsService,
    private readonly audit: Audit,
  ) {}

  /** Longest there first; the page's key is the membership's id. */
  list(ctx: TenantPrincipal, { limit, after }: PageRequest): Promise<PagePart<TeamMember>> {
    return this.tenancy.run(ctx, async (rows) => {
      const found = await readTeam(rows, after, limit + 1);
      return pageOf(found, limit, (row) => row.id);
    });
  }

  /** Throws `not_found`, and `wrong_state` where nobody would be left to administrate. */
  async changeRole(ctx: TenantPrincipal, userId: UserId, role: Role): Promise<void> {
    await this.tenancy.run(ctx, async (rows) => {
      const { before, lastAdmin } = await lockMember(rows, ctx.tenantId, userId);
      if (before === role) return;
      if (lastAdmin) throw lastOne('take the role of');
      await rows.query('UPDATE membership SET role = $3 WHERE tenant_id = $1 AND user_id = $2', [
        ctx.tenantId,
        userId,
        role,
      ]);
      await this.audit.record(rows, ctx, {
        action: 'member.role-changed',
        target: { type: 'person', id: userId },
        before: { role: before },
        after: { role },
      });
    });
  }

  /** Also oneself. Ends what they have open in the tenant. Throws `not_found` and `wrong_state` as `changeRole` does. */
  async remove(ctx: TenantPrincipal, userId: UserId): Promise<void> {
    const { tenantId } = ctx;
    // As the system, for sessions belong to people and not to tenants; every statement names the tenant.
    await this.tenancy.system(async (rows) => {
      const { before, lastAdmin } = await lockMember(rows, tenantId, userId);
      if (lastAdmin) throw lastOne('remove');
      await rows.query('DELETE FROM membership WHERE tenant_id = $1 AND user_id = $2', [tenantId, userId]);
      await this.sessions.leaveTenant(rows, userId, tenantId);
      await this.audit.record(rows, ctx, {
        action: 'member.removed',
        target: { type: 'person', id: userId },
        before: { role: before },
      });
    });
  }
}

async function readTeam(rows: EntityManager, after: string | undefined, most: number): Promise<TeamMember[]> {
  const [row]: { found: TeamMember[] }[] = await rows.query('SELECT team_after($1, $2) AS found', [
    after ?? null,
    most,
  ]);
  return row?.found ?? [];
}

/** Locks all administrators and the member, always in the same order: two who remove each other go one after the other. */
async function lockMember(
  rows: EntityManager,
  tenantId: TenantId,
  userId: UserId,
): Promise<{ before: Role; lastAdmin: boolean }> {
  const locked: { userId: UserId; role: Role }[] = await rows.query(
    `SELECT user_id AS "userId", role FROM membership
     WHERE tenant_id = $1 AND (user_id = $2 OR role = 'TENANT_ADMIN') ORDER BY id FOR UPDATE`,
    [tenantId, userId],
  );
  const member = locked.find((one) => one.userId === userId);
  if (!member) throw notFound('member');
  const others = locked.filter((one) => one.role === 'TENANT_ADMIN' && one.userId !== userId);
  return { before: member.role, lastAdmin: member.role === 'TENANT_ADMIN' && others.length === 0 };
}

function lastOne(what: string): AppError {
  return new AppError(
    'wrong_state',
    `One cannot ${what} the only administrator: nobody could invite people or change anything. Make somebody else an administrator first.`,
  );
}
