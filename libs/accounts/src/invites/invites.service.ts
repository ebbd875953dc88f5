import { Injectable } from '@nestjs/common';
import type { Role } from '@waypost/contracts';
import {
  AppError,
  Clock,
  type Limit,
  newId,
  notFound,
  pageOf,
  type PagePart,
  type PageRequest,
  RateLimits,
  Tenancy,
} from '@waypost/platform';
import { Audit } from '../audit/audit.ts';
import { Links } from '../links/links.service.ts';
import { Outbox } from '../mail/outbox.ts';
import { Plans } from '../plans/plans.ts';
import type { TenantPrincipal } from '../sessions/principal.ts';
import { tooMany } from '../sessions/sign-in-limits.ts';
import { Tenant } from '../tenants/tenant.entity.ts';
import { normalEmail, PeopleService } from '../users/people.service.ts';

export interface Invite {
  id: string;
  email: string;
  role: Role;
  invitedByName: string;
  createdAt: Date;
  sentAt: Date;
  expiresAt: Date;
}

const columns = `id, email, role, invited_by_name AS "invitedByName", created_at AS "createdAt", sent_at AS "sentAt", expires_at AS "expiresAt"`;

/** Whom a tenant has asked to join it. Each mail's link is good for one address, seven days and one use. */
@Injectable()
export class InvitesService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly plans: Plans,
    private readonly links: Links,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Throws `email_not_verified`, `limit_reached`, `too_many_requests`, and `already_exists` for members and for who has
   * an invitation that is not over.
   */
  async create(ctx: TenantPrincipal, { email: given, role }: { email: string; role: Role }): Promise<Invite> {
    const email = normalEmail(given);
    expectVerified(ctx);
    const known = await this.people.findByEmail(email);
    if (known?.memberships.some(({ tenantId }) => tenantId === ctx.tenantId)) {
      throw new AppError('already_exists', `${email} is in your team already. Change the role there.`);
    }
    await this.expectFew({ name: 'invites', key: ctx.tenantId, points: 60, perSeconds: 3_600 });
    const { link, mail } = await this.prepare(ctx, { email, role });
    const invite = await this.tenancy.run(ctx, async (rows) => {
      const now = this.clock.now();
      await rows.query('DELETE FROM invite WHERE tenant_id = $1 AND email = $2 AND expires_at <= $3', [
        ctx.tenantId,
        email,
        now,
      ]);
      await this.plans.check(rows, ctx.tenantId, 'users');
      const [made]: Invite[] = await rows.query(
        `INSERT INTO invite (tenant_id, id, email, role, hash, invited_by, invited_by_name, created_at, sent_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9) ON CONFLICT (tenant_id, email) DO NOTHING RETURNING ${columns}`,
        [
          ctx.tenantId,
          newId<'invite'>(),
          email,
          role,
          link.hash,
          ctx.userId ?? null,
          nameOf(ctx),
          now,
          link.expiresAt,
        ],
      );
      if (!made) {
        throw new AppError(
          'already_exists',
          `${email} is invited already. Send that invitation again, or cancel it.`,
        );
      }
      await this.audit.record(rows, ctx, {
        action: 'invite.created',
        target: { type: 'invite', id: made.id },
        after: { role },
      });
      await this.outbox.put(rows, mail);
      return made;
    });
    this.outbox.wake();
    return invite;
  }

  /** Newest first, those that are over included until they are cancelled or replaced; the page's key is the id. */
  list(ctx: TenantPrincipal, { limit, after }: PageRequest): Promise<PagePart<Invite>> {
    return this.tenancy.run(ctx, async (rows) => {
      const found: Invite[] = await rows.query(
        `SELECT ${columns} FROM invite WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
        [ctx.tenantId, after ?? null, limit + 1],
      );
      return pageOf(found, limit, (row) => row.id);
    });
  }

  /** A new link for another seven days; the one before is over. Throws `not_found` and `too_many_requests`. */
  async resend(ctx: TenantPrincipal, id: string): Promise<Invite> {
    const before = await this.find(ctx, id);
    expectVerified(ctx);
    await this.expectFew({
      name: 'invite-resend',
      key: `${ctx.tenantId} ${before.email}`,
      points: 3,
      perSeconds: 900,
    });
    const { link, mail } = await this.prepare(ctx, before);
    const invite = await this.tenancy.run(ctx, async (rows) => {
      if (before.expiresAt <= this.clock.now()) await this.plans.check(rows, ctx.tenantId, 'users');
      const [renewed]: [Invite[], number] = await rows.query(
        `UPDATE invite SET hash = $3, sent_at = $4, expires_at = $5 WHERE tenant_id = $1 AND id = $2 RETURNING ${columns}`,
        [ctx.tenantId, id, link.hash, this.clock.now(), link.expiresAt],
      );
      const [made] = renewed;
      if (!made) throw notFound('invitation');
      await this.audit.record(rows, ctx, { action: 'invite.resent', target: { type: 'invite', id } });
      await this.outbox.put(rows, mail);
      return made;
    });
    this.outbox.wake();
    return invite;
  }

  /** Throws `not_found`. */
  async cancel(ctx: TenantPrincipal, id: string): Promise<void> {
    await this.tenancy.run(ctx, async (rows) => {
      const [gone]: [unknown[], number] = await rows.query(
        'DELETE FROM invite WHERE tenant_id = $1 AND id = $2 RETURNING id',
        [ctx.tenantId, id],
      );
      if (gone.length === 0) throw notFound('invitation');
      await this.audit.record(rows, ctx, { action: 'invite.cancelled', target: { type: 'invite', id } });
    });
  }

  private async find(ctx: TenantPrincipal, id: string): Promise<Invite> {
    const [found] = await this.tenancy.run(ctx, (rows) =>
      rows.query<Invite[]>(`SELECT ${columns} FROM invite WHERE tenant_id = $1 AND id = $2`, [
        ctx.tenantId,
        id,
      ]),
    );
    if (!found) throw notFound('invitation');
    return found;
  }

  private async prepare(ctx: TenantPrincipal, { email, role }: { email: string; role: Role }) {
    const { tenantId } = ctx;
    const link = this.links.draw('invite');
    const tenant = await this.tenancy.run(ctx, (rows) => rows.findOneByOrFail(Tenant, { id: tenantId }));
    // Somebody who has an account reads it in the language they have chosen.
    const locale = (await this.people.findByEmail(email))?.locale;
    const values = { inviterName: nameOf(ctx), tenantName: tenant.name, role, link: link.link };
    const mail = await this.outbox.prepare({ to: email, template: 'invite', locale, tenantId, values });
    return { link, mail };
  }

  private async expectFew(limit: Limit): Promise<void> {
    const { allowed, resetSeconds } = await this.limits.take(limit);
    if (!allowed) throw tooMany(resetSeconds);
  }
}

function nameOf(ctx: TenantPrincipal): string {
  return ctx.kind === 'key' ? ctx.apiKey.name : ctx.name;
}

/** A stranger who has just registered sends nobody mails until it is known who they are. */
function expectVerified({ emailVerified }: TenantPrincipal): void {
  if (emailVerified) return;
  throw new AppError(
    'email_not_verified',
    'Verify your e-mail address first: open the link in the mail that you got, or ask for another one.',
  );
}
