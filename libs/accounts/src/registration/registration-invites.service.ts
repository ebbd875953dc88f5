import { Inject, Injectable } from '@nestjs/common';
import {
  AppError,
  Clock,
  newId,
  notFound,
  pageOf,
  type PagePart,
  type PageRequest,
  SETTINGS,
  type Settings,
  Tenancy,
} from '@waypost/platform';
import { Audit } from '../audit/audit.ts';
import { hashOfToken, Links, linkOver } from '../links/links.service.ts';
import { Outbox } from '../mail/outbox.ts';
import type { Principal } from '../sessions/principal.ts';
import { normalEmail, PeopleService } from '../users/people.service.ts';

export interface RegistrationInvite {
  id: string;
  email: string;
  tenantName: string | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

const columns = `id, email, tenant_name AS "tenantName", created_at AS "createdAt", expires_at AS "expiresAt", used_at AS "usedAt"`;

/** Whom the operator lets register a tenant of their own. */
@Injectable()
export class RegistrationInvites {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly links: Links,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /**
   * An invitation that was not used yet is replaced, and its link is over. Throws `wrong_state` while registration is
   * off, `already_exists` for somebody who has an account.
   */
  async create(
    me: Principal,
    { email: given, tenantName }: { email: string; tenantName?: string },
  ): Promise<RegistrationInvite> {
    if (this.settings.registration === 'off') {
      throw new AppError(
        'wrong_state',
        'Registration is off. Set REGISTRATION to "invitation", or create the tenant under Tenants.',
      );
    }
    const email = normalEmail(given);
    if (await this.people.findByEmail(email)) {
      throw new AppError(
        'already_exists',
        `${email} has an account. Create the tenant under Tenants with this person as its administrator.`,
      );
    }
    const link = this.links.draw('register');
    const mail = await this.outbox.prepare({
      to: email,
      template: 'registration-invite',
      values: { tenantName, link: link.link },
    });
    const invite = await this.tenancy.system(async (rows) => {
      const [made]: RegistrationInvite[] = await rows.query(
        `INSERT INTO registration_invite (id, email, tenant_name, hash, invited_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (email) DO UPDATE SET id = excluded.id, tenant_name = excluded.tenant_name, hash = excluded.hash,
           invited_by = excluded.invited_by, created_at = excluded.created_at, expires_at = excluded.expires_at, used_at = NULL
         RETURNING ${columns}`,
        [
          newId<'registration-invite'>(),
          email,
          tenantName ?? null,
          link.hash,
          me.userId ?? null,
          this.clock.now(),
          link.expiresAt,
        ],
      );
      if (!made) throw new Error('An invitation that was written was not answered.');
      const target = { type: 'registration-invite', id: made.id };
      await this.audit.record(rows, me, {
        action: 'registration-invite.created',
        target,
        after: { tenantName },
      });
      await this.outbox.put(rows, mail);
      return made;
    });
    this.outbox.wake();
    return invite;
  }

  /** Newest first; the page's key is the id. */
  list({ limit, after }: PageRequest): Promise<PagePart<RegistrationInvite>> {
    return this.tenancy.system(async (rows) => {
      const found: RegistrationInvite[] = await rows.query(
        `SELECT ${columns} FROM registration_invite WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
        [after ?? null, limit + 1],
      );
      return pageOf(found, limit, (row) => row.id);
    });
  }

  /** Throws `not_found`. */
  async cancel(me: Principal, id: string): Promise<void> {
    await this.tenancy.system(async (rows) => {
      const [gone]: [unknown[], number] = await rows.query(
        'DELETE FROM registration_invite WHERE id = $1 RETURNING id',
        [id],
      );
      if (gone.length === 0) throw notFound('invitation');
      const target = { type: 'registration-invite', id };
      await this.audit.record(rows, me, { action: 'registration-invite.cancelled', target });
    });
  }

  /** For the page behind the link. Throws `link_over`. */
  async look(token: string): Promise<{ email: string; tenantName: string | null }> {
    const [found] = await this.tenancy.system((rows) =>
      rows.query<{ email: string; tenantName: string | null }[]>(
        `SELECT email, tenant_name AS "tenantName" FROM registration_invite
         WHERE hash = $1 AND used_at IS NULL AND expires_at > $2`,
        [hashOfToken(token), this.clock.now()],
      ),
    );
    if (!found) throw linkOver();
    return found;
  }
}
