import { Injectable } from '@nestjs/common';
import type { Locale, Role, TenantId, TenantStatus, UserId } from '@waypost/contracts';
import { AppError, Clock, newId, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import { hashOfToken, linkOver } from '../links/links.service.ts';
import { Plans } from '../plans/plans.ts';
import type { PersonPrincipal } from '../sessions/principal.ts';
import {
  type Device,
  type OpenedSession,
  SessionsService,
  type SignInMethod,
} from '../sessions/sessions.service.ts';
import { SignInService } from '../sessions/sign-in.service.ts';
import { KnownDevices } from '../users/known-devices.ts';
import { expectGoodPassword } from '../users/password-rules.ts';
import { PeopleService } from '../users/people.service.ts';
import type { User } from '../users/user.entity.ts';

export interface Acceptance {
  token: string;
  /** Of somebody new. */
  name?: string;
  /** Of somebody new, to be; of somebody who has an account and is not signed in, theirs. */
  password?: string;
  /** Of somebody who has an account with an authenticator. */
  code?: string;
}

export interface InviteLook {
  tenant: { name: string; slug: string };
  email: string;
  role: Role;
  /** Then the person signs in instead of choosing a password. */
  hasAccount: boolean;
}

interface FoundInvite {
  tenantId: TenantId;
  id: string;
  email: string;
  role: Role;
  /** ISO 8601. */
  expiresAt: string;
  tenantName: string;
  slug: string;
  tenantStatus: TenantStatus;
  hasAccount: boolean;
}

/**
 * Joins a tenant by the link of a mail. The link proves that its holder reads mails to the invited address, no more:
 * an account that exists is opened by its own password and code only, and no other account joins in its place.
 */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly devices: KnownDevices,
    private readonly plans: Plans,
    private readonly audit: Audit,
  ) {}

  /** Throws `link_over`. */
  async look(token: string): Promise<InviteLook> {
    const { tenantName, slug, email, role, hasAccount } = await this.find(token);
    return { tenant: { name: tenantName, slug }, email, role, hasAccount };
  }

  /**
   * `me` is whoever is signed in already, if anybody. Throws `link_over`, `limit_reached`, `forbidden` for who is signed
   * in as somebody else, and what signing in throws.
   */
  async accept(
    input: Acceptance,
    { device, locale, me }: { device: Device; locale: Locale; me?: PersonPrincipal },
  ): Promise<OpenedSession> {
    const invite = await this.find(input.token);
    if (invite.hasAccount && me && input.password === undefined) {
      expectSamePerson(invite, me);
      await this.joinKnown(invite, input, { userId: me.userId, device });
      return this.sessions.switchTo(me, invite.tenantId);
    }
    const { userId, methods } = invite.hasAccount
      ? await this.joinBySigningIn(invite, input, device)
      : await this.joinNew(invite, input, { device, locale, me });
    const person = await this.people.find(userId);
    if (!person) throw linkOver();
    const membership = person.memberships.find(({ tenantId }) => tenantId === invite.tenantId);
    await this.devices.remember(person.id, device);
    return this.sessions.open(person, { membership, device, methods });
  }

  private async joinBySigningIn(
    invite: FoundInvite,
    { token, password, code }: Acceptance,
    device: Device,
  ): Promise<{ userId: UserId; methods: SignInMethod[] }> {
    const { email } = invite;
    if (password === undefined) throw signInFirst(email);
    const { person, methods } = await this.signIns.prove({ email, password, code }, device);
    await this.joinKnown(invite, { token }, { userId: person.id, device });
    return { userId: person.id, methods };
  }

  private async joinKnown(
    invite: FoundInvite,
    { token }: Pick<Acceptance, 'token'>,
    { userId, device }: { userId: UserId; device: Device },
  ): Promise<void> {
    await this.tenancy.system(async (rows) => {
      await this.use(rows, invite, token);
      await rows.query(
        'UPDATE app_user SET email_verified_at = coalesce(email_verified_at, $2) WHERE id = $1 AND email = $3',
        [userId, this.clock.now(), invite.email],
      );
      await this.join(rows, invite, { userId, device });
    });
  }

  private async joinNew(
    invite: FoundInvite,
    { token, name, password }: Acceptance,
    { device, locale, me }: { device: Device; locale: Locale; me?: PersonPrincipal },
  ): Promise<{ userId: UserId; methods: SignInMethod[] }> {
    const { email } = invite;
    if (me && password === undefined) throw notYou(email, me.email);
    const missing = [
      ...(name === undefined || name.trim() === '' ? ['name'] : []),
      ...(password === undefined ? ['password'] : []),
    ];
    if (name === undefined || password === undefined || missing.length > 0) {
      const errors = missing.map((field) => ({ field, message: 'is required' }));
      throw new AppError('invalid_input', { detail: `${missing.join(' and ')} must be given.`, errors });
    }
    expectGoodPassword(password, { about: [email, name, invite.tenantName] });
    const draft: User = await this.people.draft({ email, name, password }, { verified: true, locale });
    await this.tenancy.system(async (rows) => {
      await this.use(rows, invite, token);
      if (!(await this.people.insert(rows, draft))) {
        throw new AppError(
          'already_exists',
          `There is an account for ${email} by now. Sign in with it to join.`,
        );
      }
      await this.join(rows, invite, { userId: draft.id, device });
    });
    return { userId: draft.id, methods: ['link', 'password'] };
  }

  private async find(token: string): Promise<FoundInvite> {
    const invite = await this.tenancy.lookUp<FoundInvite>('SELECT find_invite($1) AS found', [
      hashOfToken(token),
    ]);
    if (!invite || new Date(invite.expiresAt) <= this.clock.now() || invite.tenantStatus === 'deleting')
      throw linkOver();
    if (invite.tenantStatus === 'suspended') {
      throw new AppError(
        'wrong_state',
        `${invite.tenantName} is suspended. Try again when it has been resumed.`,
      );
    }
    return invite;
  }

  /** Of two who come at once, or who come as it is cancelled, one is told that the link is over. */
  private async use(rows: EntityManager, { tenantId, id }: FoundInvite, token: string): Promise<void> {
    const [used]: [unknown[], number] = await rows.query(
      'DELETE FROM invite WHERE tenant_id = $1 AND id = $2 AND hash = $3 AND expires_at > $4 RETURNING id',
      [tenantId, id, hashOfToken(token), this.clock.now()],
    );
    if (used.length === 0) throw linkOver();
  }

  private async join(
    rows: EntityManager,
    { tenantId, id, role }: FoundInvite,
    { userId, device }: { userId: UserId; device: Device },
  ): Promise<void> {
    await this.plans.check(rows, tenantId, 'users');
    // Who is a member by now, by whatever way, keeps the role they have.
    await rows.query(
      `INSERT INTO membership (tenant_id, id, user_id, role, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, user_id) DO NOTHING`,
      [tenantId, newId<'membership'>(), userId, role, this.clock.now()],
    );
    await this.audit.record(
      rows,
      { ...device, userId, tenantId },
      { action: 'invite.accepted', target: { type: 'invite', id }, after: { role } },
    );
  }
}

function signInFirst(email: string): AppError {
  return new AppError('unauthenticated', `There is an account for ${email}. Sign in with it to join.`);
}

/** Who works as somebody else, or was let in by one tenant alone, is not the person for this. */
function expectSamePerson({ email }: FoundInvite, me: PersonPrincipal): void {
  if (me.impersonator || me.onlyTenantId) throw signInFirst(email);
  if (me.email !== email) throw notYou(email, me.email);
}

function notYou(invited: string, signedIn: string): AppError {
  return new AppError(
    'forbidden',
    `The invitation is for ${invited}, and you are signed in as ${signedIn}. Sign out and open its link again.`,
  );
}
