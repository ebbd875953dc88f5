import { Injectable } from '@nestjs/common';
import type { OidcProblem, TenantId } from '@waypost/contracts';
import { Clock, Log, notFound, Tenancy } from '@waypost/platform';
import * as oidc from 'openid-client';
import { Audit } from '../audit/audit.ts';
import { type Device, type OpenedSession, SessionsService } from '../sessions/sessions.service.ts';
import { PeopleService } from '../users/people.service.ts';
import { domainOf, type Vouched } from './admission.ts';
import { causeOf, OidcClients } from './oidc-clients.ts';
import { OidcAdmissions } from './oidc-admissions.service.ts';
import { OidcSettings } from './oidc-settings.service.ts';
import type { OidcProvider } from './oidc.entities.ts';

/** What the browser keeps while its person is at the provider. */
export interface OidcAttempt {
  tenantId: TenantId;
  state: string;
  nonce: string;
  verifier: string;
  /** Milliseconds since 1970. */
  at: number;
}

export type OidcOutcome = { opened: OpenedSession } | { problem: OidcProblem };

const ATTEMPT_MS = 10 * 60_000;

/** Signs people in at the provider of their tenant: code flow with PKCE, state and nonce. */
@Injectable()
export class OidcSignIn {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly settings: OidcSettings,
    private readonly clients: OidcClients,
    private readonly admissions: OidcAdmissions,
    private readonly people: PeopleService,
    private readonly sessions: SessionsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Throws `not_found` for a tenant without a provider as for one that does not exist. */
  async begin(slug: string): Promise<{ url: string; attempt: OidcAttempt } | { problem: OidcProblem }> {
    const tenantId = await this.tenancy.lookUp<TenantId>('SELECT find_oidc_tenant($1) AS found', [slug]);
    const provider = tenantId && (await this.settings.find({ tenantId }));
    if (!provider) throw notFound('single sign-on');
    const config = await this.reach(provider);
    if (!config) return { problem: 'unavailable' };
    const attempt = {
      tenantId,
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      at: this.clock.now().getTime(),
    };
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.settings.redirectUri,
      scope: 'openid email profile',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, attempt };
  }

  /** `query` is what the provider has sent the browser back with. */
  async finish(attempt: OidcAttempt | undefined, query: string, device: Device): Promise<OidcOutcome> {
    if (!attempt || attempt.at + ATTEMPT_MS < this.clock.now().getTime()) return { problem: 'expired' };
    const provider = await this.settings.find(attempt);
    if (!provider) return { problem: 'expired' };
    const config = await this.reach(provider);
    if (!config) return { problem: 'unavailable' };
    const vouched = await this.vouched(config, attempt, query).catch((error: unknown) => whyNot(error));
    if ('problem' in vouched) return this.refuse(provider, vouched, device);
    const admitted = await this.admissions.admit(provider, vouched, device);
    if ('problem' in admitted) {
      // The domain alone: who is let in is known by their account, and of others no address is kept.
      return this.refuse(provider, { ...admitted, why: vouched.email && domainOf(vouched.email) }, device);
    }
    const person = await this.people.find(admitted.userId);
    const membership = person?.memberships.find((one) => one.tenantId === provider.tenantId);
    if (!person || !membership) return { problem: 'not-invited' };
    const { tenantId } = provider;
    // The provider is the tenant's own: what it says opens this tenant, and nothing else of the person.
    return {
      opened: await this.sessions.open(person, {
        membership,
        device,
        methods: ['oidc'],
        onlyTenantId: tenantId,
      }),
    };
  }

  private async vouched(config: oidc.Configuration, attempt: OidcAttempt, query: string): Promise<Vouched> {
    const url = new URL(this.settings.redirectUri);
    url.search = query;
    const tokens = await oidc.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider sent no ID token.');
    // Some providers say in the token only who it is, and the rest when asked.
    const said =
      claims.email === undefined && config.serverMetadata().userinfo_endpoint
        ? { ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)) }
        : claims;
    return {
      subject: claims.sub,
      email: textOf(said.email)?.trim().toLowerCase(),
      // A few providers write it as a text.
      emailVerified: said.email_verified === true || textOf(said.email_verified) === 'true',
      name: textOf(said.name)?.trim(),
    };
  }

  private async reach(provider: OidcProvider): Promise<oidc.Configuration | undefined> {
    try {
      return await this.clients.open(provider);
    } catch (error) {
      this.log.failure('single sign-on: the provider of a tenant cannot be asked', error, {
        tenantId: provider.tenantId,
      });
      return undefined;
    }
  }

  private async refuse(
    { tenantId, id, issuer }: OidcProvider,
    { problem, why }: { problem: OidcProblem; why?: string },
    device: Device,
  ): Promise<OidcOutcome> {
    await this.tenancy.run({ tenantId }, (rows) =>
      this.audit.record(
        rows,
        { ...device, tenantId },
        {
          action: 'session.refused',
          target: { type: 'single-sign-on', id, name: issuer },
          after: { problem, ...(why && { why }) },
        },
      ),
    );
    return { problem };
  }
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim.slice(0, 254) : undefined;
}

/** Whatever is wrong with an answer is the same to who signs in; the tenant's audit says what it was. */
function whyNot(error: unknown): { problem: OidcProblem; why?: string } {
  const cause = causeOf(error);
  if (!(cause instanceof Error)) return { problem: 'refused' };
  const away = cause.name === 'EgressFailed' || cause.name === 'EgressRefused';
  const said = 'error' in cause && typeof cause.error === 'string' ? `: ${cause.error}` : '';
  return { problem: away ? 'unavailable' : 'refused', why: `${cause.message}${said}`.slice(0, 300) };
}
