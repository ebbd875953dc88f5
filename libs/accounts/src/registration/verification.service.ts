import { Injectable } from '@nestjs/common';
import type { Locale, UserId } from '@waypost/contracts';
import { Clock, RateLimits, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import { Links } from '../links/links.service.ts';
import { Outbox } from '../mail/outbox.ts';
import type { PersonPrincipal } from '../sessions/principal.ts';
import type { Device } from '../sessions/sessions.service.ts';
import { tooMany } from '../sessions/sign-in-limits.ts';

/** Proves that mails to an address reach the person who gave it. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly limits: RateLimits,
  ) {}

  /** A mail with a link, made before the unit of work in which `put` stores both. */
  async prepare({ email, name, locale }: { email: string; name: string; locale: Locale }) {
    const link = this.links.draw('verify');
    const values = { name, link: link.link };
    const mail = await this.outbox.prepare({ to: email, template: 'verify-email', locale, values });
    return {
      put: async (rows: EntityManager, userId: UserId): Promise<void> => {
        await this.links.keep(rows, { id: userId, email }, link);
        await this.outbox.put(rows, mail);
      },
    };
  }

  /** Nothing for who has proven it already. Throws `too_many_requests`. */
  async resend(me: PersonPrincipal): Promise<void> {
    if (me.emailVerified) return;
    for (const [points, perSeconds] of [
      [1, 60],
      [6, 3_600],
    ] as const) {
      const limit = { name: 'verify-resend', key: me.userId, points, perSeconds };
      const { allowed, resetSeconds } = await this.limits.take(limit);
      if (!allowed) throw tooMany(resetSeconds);
    }
    const { put } = await this.prepare(me);
    await this.tenancy.system((rows) => put(rows, me.userId));
    this.outbox.wake();
  }

  /** Throws `link_over`. */
  async verify({ token }: { token: string }, from: Device): Promise<{ email: string }> {
    return this.tenancy.system(async (rows) => {
      const { userId, email } = await this.links.use(rows, token, ['verify']);
      await rows.query(
        'UPDATE app_user SET email_verified_at = coalesce(email_verified_at, $2), updated_at = $2 WHERE id = $1',
        [userId, this.clock.now()],
      );
      await this.audit.record(
        rows,
        { ...from, userId },
        { action: 'email.verified', target: { type: 'person', id: userId } },
      );
      return { email };
    });
  }
}
