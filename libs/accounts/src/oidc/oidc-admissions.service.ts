import { Injectable } from '@nestjs/common';
import type { OidcProblem, Role, UserId } from '@waypost/contracts';
import { AppError, Clock, newId, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import { Plans } from '../plans/plans.ts';
import type { Device } from '../sessions/sessions.service.ts';
import { PeopleService } from '../users/people.service.ts';
import { type Admission, admit, type Known, type Vouched } from './admission.ts';
import { OidcIdentity, type OidcProvider } from './oidc.entities.ts';

const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('single sign-on ' || $1, 0))`;

/** What is known of an identity, of its address, and of an invitation to it; in one statement. */
const KNOWN = `
  SELECT
    (SELECT jsonb_build_object('userId', u.id, 'disabled', u.status <> 'active')
     FROM oidc_identity o JOIN app_user u ON u.id = o.user_id
     WHERE o.tenant_id = $1 AND o.issuer = $2 AND o.subject = $3) AS linked,
    (SELECT jsonb_build_object('userId', u.id, 'disabled', u.status <> 'active',
       'member', EXISTS (SELECT FROM membership m WHERE m.tenant_id = $1 AND m.user_id = u.id),
       'linkedOtherwise', EXISTS (SELECT FROM oidc_identity o
         WHERE o.tenant_id = $1 AND o.user_id = u.id AND o.issuer = $2 AND o.subject <> $3))
     FROM app_user u WHERE u.email = $4) AS account,
    (SELECT jsonb_build_object('id', i.id, 'role', i.role) FROM invite i
     WHERE i.tenant_id = $1 AND i.email = $4 AND i.expires_at > $5) AS invite`;

type Row = { [Name in keyof Known]: Known[Name] | null };

/** Finds out as whom somebody comes in, and makes them a member where they are to become one. */
@Injectable()
export class OidcAdmissions {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly people: PeopleService,
    private readonly plans: Plans,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async admit(
    provider: OidcProvider,
    vouched: Vouched,
    device: Device,
  ): Promise<{ userId: UserId } | { problem: OidcProblem }> {
    try {
      return await this.tenancy.system(async (rows) => {
        // Of two who come as the same at once, the second finds what the first has made.
        await rows.query(LOCK, [provider.tenantId]);
        const admission = admit(vouched, await this.known(rows, provider, vouched), provider);
        if (admission.kind === 'refused') return { problem: admission.problem };
        const userId = await this.letIn(rows, provider, { admission, vouched, device });
        return { userId };
      });
    } catch (error) {
      if (error instanceof AppError && error.code === 'limit_reached') return { problem: 'limit' };
      throw error;
    }
  }

  private async known(
    rows: EntityManager,
    { tenantId, issuer }: OidcProvider,
    { subject, email = '' }: Vouched,
  ): Promise<Known> {
    const parameters = [tenantId, issuer, subject, email, this.clock.now()];
    const [row]: Row[] = await rows.query(KNOWN, parameters);
    const { linked, account, invite } = row ?? { linked: null, account: null, invite: null };
    return { linked: linked ?? undefined, account: account ?? undefined, invite: invite ?? undefined };
  }

  private async letIn(
    rows: EntityManager,
    provider: OidcProvider,
    {
      admission,
      vouched,
      device,
    }: { admission: Exclude<Admission, { kind: 'refused' }>; vouched: Vouched; device: Device },
  ): Promise<UserId> {
    if (admission.kind === 'known') return admission.userId;
    const userId = admission.userId ?? (await this.makeAccount(rows, vouched));
    if (admission.kind === 'join') await this.join(rows, provider, { ...admission, userId, device });
    const { tenantId, issuer } = provider;
    await rows.insert(OidcIdentity, {
      tenantId,
      id: newId<'oidc identity'>(),
      userId,
      issuer,
      subject: vouched.subject,
      createdAt: this.clock.now(),
    });
    await this.audit.record(
      rows,
      { ...device, userId, tenantId },
      {
        action: 'identity.linked',
        target: { type: 'person', id: userId },
        after: { issuer },
      },
    );
    return userId;
  }

  /**
   * Without a password, and with an address that nobody has proven to this Waypost: a tenant's provider may say what it
   * likes of addresses, and whoever reads the mails of this one takes the account over by a link of ours.
   */
  private async makeAccount(rows: EntityManager, { email = '', name }: Vouched): Promise<UserId> {
    const draft = await this.people.draft({ email, name: name ?? email }, { verified: false });
    if (!(await this.people.insert(rows, draft)))
      throw new AppError('already_exists', `${email} has an account by now.`);
    return draft.id;
  }

  private async join(
    rows: EntityManager,
    { tenantId }: OidcProvider,
    { userId, role, inviteId, device }: { userId: UserId; role: Role; inviteId?: string; device: Device },
  ): Promise<void> {
    if (inviteId)
      await rows.query('DELETE FROM invite WHERE tenant_id = $1 AND id = $2', [tenantId, inviteId]);
    await this.plans.check(rows, tenantId, 'users');
    await this.people.addMember(rows, tenantId, userId, role);
    await this.audit.record(
      rows,
      { ...device, userId, tenantId },
      {
        action: inviteId ? 'invite.accepted' : 'member.joined',
        target: inviteId ? { type: 'invite', id: inviteId } : { type: 'person', id: userId },
        after: { role, by: 'single sign-on' },
      },
    );
  }
}
