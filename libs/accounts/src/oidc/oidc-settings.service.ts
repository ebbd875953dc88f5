import { Inject, Injectable } from '@nestjs/common';
import type { TenantId } from '@waypost/contracts';
import {
  AppError,
  Clock,
  EgressRefused,
  newId,
  SecretBox,
  SETTINGS,
  type Settings,
  Tenancy,
} from '@waypost/platform';
import { type EntityManager, IsNull } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import { publicAddress } from '../mail/links.ts';
import { Plans } from '../plans/plans.ts';
import type { TenantPrincipal } from '../sessions/principal.ts';
import { Session } from '../sessions/session.entity.ts';
import { OidcClients, placeOfSecret } from './oidc-clients.ts';
import { OidcIdentity, OidcProvider, type RoleOfNewcomers } from './oidc.entities.ts';

export interface ProviderSettings {
  issuer: string;
  clientId: string;
  /** May be left out where the issuer stays. */
  clientSecret?: string;
  emailDomains: string[];
  defaultRole: RoleOfNewcomers;
  createPeople: boolean;
}

const CALLBACK = '/api/v1/auth/oidc/callback';

/** Where a tenant's people sign in, for its administrators. */
@Injectable()
export class OidcSettings {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clients: OidcClients,
    private readonly secrets: SecretBox,
    private readonly plans: Plans,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What the provider must be told to lead back to. */
  get redirectUri(): string {
    return publicAddress(this.settings) + CALLBACK;
  }

  find({ tenantId }: { tenantId: TenantId }): Promise<OidcProvider | null> {
    return this.tenancy.run({ tenantId }, (rows) => rows.findOneBy(OidcProvider, { tenantId }));
  }

  /** Asks the provider first. Throws `destination_refused`, `invalid_input` and `limit_reached`. */
  async put(ctx: TenantPrincipal, wanted: ProviderSettings): Promise<OidcProvider> {
    const { tenantId } = ctx;
    await this.plans.needFeature(tenantId, 'single-sign-on', 'single sign-on');
    const before = await this.find(ctx);
    const clientSecret = await this.secretOf(before, wanted);
    await this.expectProvider({ ...wanted, clientSecret });
    const now = this.clock.now();
    const id = before?.id ?? newId<'oidc provider'>();
    const provider = Object.assign(new OidcProvider(), {
      tenantId,
      id,
      issuer: wanted.issuer,
      clientId: wanted.clientId,
      clientSecret: await this.secrets.seal(placeOfSecret({ tenantId, id }), clientSecret),
      emailDomains: [...new Set(wanted.emailDomains.map((domain) => domain.toLowerCase()))],
      defaultRole: wanted.defaultRole,
      createPeople: wanted.createPeople,
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
    });
    await this.tenancy.system(async (rows) => {
      await rows.upsert(OidcProvider, provider, ['tenantId']);
      // Who was let in by another provider has to be let in by this one.
      if (before && before.issuer !== provider.issuer) await endWhatItOpened(rows, tenantId, now);
      await this.audit.record(rows, ctx, {
        action: 'single-sign-on.changed',
        target: { type: 'single-sign-on', id: provider.id, name: provider.issuer },
        ...(before && { before: shown(before) }),
        after: shown(provider),
      });
    });
    return provider;
  }

  /** Ends the sessions that it has opened, where there is any. */
  async remove(ctx: TenantPrincipal): Promise<void> {
    const { tenantId } = ctx;
    await this.tenancy.system(async (rows) => {
      const provider = await rows.findOneBy(OidcProvider, { tenantId });
      if (!provider) return;
      await rows.delete(OidcProvider, { tenantId });
      await rows.delete(OidcIdentity, { tenantId });
      await endWhatItOpened(rows, tenantId, this.clock.now());
      await this.audit.record(rows, ctx, {
        action: 'single-sign-on.removed',
        target: { type: 'single-sign-on', id: provider.id, name: provider.issuer },
        before: shown(provider),
      });
    });
  }

  /** Whoever changes where the secret is sent must know it. */
  private async secretOf(before: OidcProvider | null, wanted: ProviderSettings): Promise<string> {
    if (wanted.clientSecret !== undefined) return wanted.clientSecret;
    if (before && before.issuer === wanted.issuer)
      return this.secrets.open(placeOfSecret(before), before.clientSecret);
    throw invalid('clientSecret', before ? 'is required with another issuer' : 'is required');
  }

  private async expectProvider(access: {
    issuer: string;
    clientId: string;
    clientSecret: string;
  }): Promise<void> {
    try {
      await this.clients.discover(access);
    } catch (error) {
      if (error instanceof EgressRefused) throw new AppError('destination_refused', error.message);
      const why = error instanceof Error ? error.message : 'no answer';
      throw invalid('issuer', `does not answer as an OpenID provider: ${why}`);
    }
  }
}

async function endWhatItOpened(rows: EntityManager, tenantId: TenantId, now: Date): Promise<void> {
  const opened = { onlyTenantId: tenantId, formerSessionId: IsNull(), endedAt: IsNull() };
  await rows.update(Session, opened, { endedAt: now, endReason: 'account changed' });
}

function shown({ issuer, clientId, emailDomains, defaultRole, createPeople }: OidcProvider): object {
  return { issuer, clientId, emailDomains, defaultRole, createPeople };
}

function invalid(field: string, message: string): AppError {
  return new AppError('invalid_input', { detail: `${field} ${message}.`, errors: [{ field, message }] });
}
