import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@waypost/contracts';
import { addressKey, AppError, Clock, RateLimits, SETTINGS, type Settings, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import { hashOfToken, linkOver } from '../links/links.service.ts';
import { Outbox } from '../mail/outbox.ts';
import { type Device, type OpenedSession, SessionsService } from '../sessions/sessions.service.ts';
import { tooMany } from '../sessions/sign-in-limits.ts';
import { TenantsService } from '../tenants/tenants.service.ts';
import { KnownDevices } from '../users/known-devices.ts';
import { expectGoodPassword } from '../users/password-rules.ts';
import { normalEmail, PeopleService } from '../users/people.service.ts';
import { VerificationService } from './verification.service.ts';

export interface Registration {
  tenantName: string;
  /** Made from the name when absent. */
  slug?: string;
  name: string;
  email: string;
  password: string;
  /** The token of an invitation by the operator. */
  invite?: string;
}

const HOUR = 3_600;

/** How strangers come in by themselves: a tenant, and its first administrator, who is signed in at once. */
@Injectable()
export class RegistrationService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly tenants: TenantsService,
    private readonly verification: VerificationService,
    private readonly sessions: SessionsService,
    private readonly devices: KnownDevices,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly limits: RateLimits,
  ) {}

  get mode(): Settings['registration'] {
    return this.settings.registration;
  }

  /**
   * Throws `registration_closed`, `link_over` for an invitation that is used or over, `already_exists` for an e-mail
   * or a slug that is taken (after the same work, and rarely enough that nobody learns much), `invalid_input` and
   * `too_many_requests`.
   */
  async register(
    input: Registration,
    { device, locale }: { device: Device; locale: Locale },
  ): Promise<OpenedSession> {
    this.expectOpen(input);
    await this.expectFew(device);
    const { tenantName, slug, name, password, invite } = input;
    const email = normalEmail(input.email);
    expectGoodPassword(password, { about: [email, name, tenantName] });
    // Who holds the link of an invitation has shown that mails to the address reach them.
    const draft = await this.people.draft(
      { email, name, password },
      { verified: invite !== undefined, locale },
    );
    const verification = await this.verification.prepare(draft);
    await this.tenancy.system(async (rows) => {
      if (invite !== undefined) await this.useInvite(rows, invite, email);
      const who = { ...device, userId: draft.id };
      const tenant = await this.tenants.insert(rows, who, { name: tenantName, slug, locale });
      if (!(await this.people.insert(rows, draft))) throw taken();
      await this.people.addMember(rows, tenant.id, draft.id, 'TENANT_ADMIN');
      await this.audit.record(rows, who, {
        action: 'tenant.registered',
        target: { type: 'tenant', id: tenant.id, name: tenant.name },
        tenantId: tenant.id,
      });
      if (invite === undefined) await verification.put(rows, draft.id);
    });
    this.outbox.wake();
    const person = await this.people.find(draft.id);
    if (!person) throw new AppError('unavailable', 'The account was made and is gone again. Try to sign in.');
    await this.devices.remember(person.id, device);
    return this.sessions.open(person, { device, methods: ['password'] });
  }

  private expectOpen({ invite }: Registration): void {
    if (this.mode === 'open' || (this.mode === 'invitation' && invite !== undefined)) return;
    throw new AppError(
      'registration_closed',
      this.mode === 'off'
        ? 'This Waypost takes no registrations. Ask its operator for a tenant, or a colleague to invite you to theirs.'
        : 'This Waypost takes registrations by invitation only. Open the link of your invitation, or ask its operator for one.',
    );
  }

  private async expectFew({ address }: Device): Promise<void> {
    const limit = { name: 'register', key: addressKey(address), points: 20, perSeconds: HOUR };
    const { allowed, resetSeconds } = await this.limits.take(limit);
    if (!allowed) throw tooMany(resetSeconds);
  }

  private async useInvite(rows: EntityManager, token: string, email: string): Promise<void> {
    const [used]: [{ email: string }[], number] = await rows.query(
      `UPDATE registration_invite SET used_at = $2 WHERE hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING email`,
      [hashOfToken(token), this.clock.now()],
    );
    const [invite] = used;
    if (!invite) throw linkOver();
    if (invite.email === email) return;
    const message = 'must be the address that was invited';
    throw new AppError('invalid_input', {
      detail: `email ${message}.`,
      errors: [{ field: 'email', message }],
    });
  }
}

function taken(): AppError {
  return new AppError(
    'already_exists',
    'This cannot be registered: the e-mail is in use. Sign in with it, or ask for a link to a new password.',
  );
}
