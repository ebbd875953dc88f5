import { Injectable } from '@nestjs/common';
import { isLocale, type UserId } from '@waypost/contracts';
import { addressKey, AppError, Clock, notFound, RateLimits, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import { Links } from '../links/links.service.ts';
import { Outbox } from '../mail/outbox.ts';
import type { PersonPrincipal } from '../sessions/principal.ts';
import { type Device, SessionsService } from '../sessions/sessions.service.ts';
import { tooMany } from '../sessions/sign-in-limits.ts';
import { TotpService } from '../totp/totp.service.ts';
import { Afterwards } from './afterwards.ts';
import { expectGoodPassword } from './password-rules.ts';
import { PasswordProof } from './password-proof.ts';
import { hashPassword } from './password.ts';
import { normalEmail, PeopleService } from './people.service.ts';
import { User } from './user.entity.ts';

const HOUR = 3_600;

/** New passwords: by who knows the present one, and by a link to who has forgotten it or never had one. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly proof: PasswordProof,
    private readonly sessions: SessionsService,
    private readonly links: Links,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly limits: RateLimits,
    private readonly afterwards: Afterwards,
    private readonly totp: TotpService,
  ) {}

  /** Ends every other session of the person. Throws `bad_credentials`, `invalid_input` and `too_many_requests`. */
  async change(
    me: PersonPrincipal,
    { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  ): Promise<void> {
    const { email, name } = await this.proof.expect(me, currentPassword);
    expectGoodPassword(newPassword, { about: [email, name], field: 'newPassword' });
    if (newPassword === currentPassword) {
      const message = 'must be another one than the present';
      throw new AppError('invalid_input', {
        detail: `newPassword ${message}.`,
        errors: [{ field: 'newPassword', message }],
      });
    }
    const passwordHash = await hashPassword(newPassword);
    const mail = await this.changedMail(me);
    await this.tenancy.system(async (rows) => {
      await this.store(rows, me.userId, passwordHash);
      await this.sessions.endAll(rows, me.userId, me.sessionId);
      await this.audit.record(rows, me, {
        action: 'password.changed',
        target: { type: 'person', id: me.userId },
      });
      await this.outbox.put(rows, mail);
    });
    this.outbox.wake();
  }

  /**
   * Answers the same, at the same time, whether there is such an account or not: the mail is made afterwards. Throws
   * `too_many_requests` for who asks too often, whatever they ask.
   */
  async forgot({ email }: { email: string }, from: Device): Promise<void> {
    const account = normalEmail(email);
    const asking = { name: 'forgot-address', key: addressKey(from.address), points: 30, perSeconds: HOUR };
    const { allowed, resetSeconds } = await this.limits.take(asking);
    if (!allowed) throw tooMany(resetSeconds);
    // A mailbox is not to be filled by strangers; who has a link already has what they need.
    const mails = await this.limits.take({
      name: 'forgot-account',
      key: account,
      points: 4,
      perSeconds: HOUR,
    });
    if (mails.allowed)
      this.afterwards.do('a link to a new password was not sent', () => this.sendReset(account, from));
  }

  /**
   * With the link of a mail: sets the password, proves the address and ends all sessions; the person signs in with it
   * then, and with their authenticator where they have one. Throws `link_over` and `invalid_input`.
   */
  async reset({ token, password }: { token: string; password: string }, from: Device): Promise<void> {
    const { userId, email, name } = await this.links.look(token, ['reset', 'welcome']);
    expectGoodPassword(password, { about: [email, name] });
    const passwordHash = await hashPassword(password);
    const person = await this.people.find(userId);
    const mail = await this.changedMail({ email, name, locale: person?.locale });
    await this.tenancy.system(async (rows) => {
      const { purpose } = await this.links.use(rows, token, ['reset', 'welcome']);
      await this.store(rows, userId, passwordHash);
      await rows.query(
        'UPDATE app_user SET email_verified_at = coalesce(email_verified_at, $2) WHERE id = $1',
        [userId, this.clock.now()],
      );
      await this.sessions.endAll(rows, userId);
      await this.audit.record(
        rows,
        { ...from, userId },
        {
          action: purpose === 'welcome' ? 'password.set' : 'password.reset',
          target: { type: 'person', id: userId },
        },
      );
      if (purpose === 'reset') await this.outbox.put(rows, mail);
    });
    this.outbox.wake();
  }

  /**
   * For whoever runs this Waypost, from its own machine: sets a password, opens the account, and switches the
   * authenticator off, since it may be what was lost. Throws `not_found` when nobody has the e-mail.
   */
  async override(email: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    const person = await this.people.findByEmail(email);
    if (!person) throw notFound('person');
    await this.tenancy.system(async (rows) => {
      await this.store(rows, person.id, passwordHash);
      await rows.update(User, { id: person.id }, { status: 'active' });
      await this.totp.remove(rows, person.id);
      await this.sessions.endAll(rows, person.id);
      await this.audit.record(
        rows,
        { system: 'admin-reset' },
        { action: 'password.reset', target: { type: 'person', id: person.id } },
      );
    });
  }

  private async sendReset(account: string, from: Device): Promise<void> {
    const person = await this.people.findByEmail(account);
    if (!person || person.status !== 'active') return;
    const link = this.links.draw('reset');
    const { id, email, name, locale } = person;
    const values = { name, link: link.link };
    const mail = await this.outbox.prepare({ to: email, template: 'reset-password', locale, values });
    await this.tenancy.system(async (rows) => {
      await this.links.keep(rows, person, link);
      await this.audit.record(rows, from, { action: 'password-reset.asked', target: { type: 'person', id } });
      await this.outbox.put(rows, mail);
    });
    this.outbox.wake();
  }

  /** Links that were sent for the password before are over with it. */
  private async store(rows: EntityManager, userId: UserId, passwordHash: string): Promise<void> {
    await rows.update(User, { id: userId }, { passwordHash, updatedAt: this.clock.now() });
    await this.links.endAll(rows, userId, ['reset', 'welcome']);
  }

  private changedMail({ email, name, locale }: { email: string; name: string; locale?: string }) {
    const values = { name, at: this.clock.now() };
    return this.outbox.prepare({
      to: email,
      template: 'password-changed',
      locale: isLocale(locale) ? locale : undefined,
      values,
    });
  }
}
