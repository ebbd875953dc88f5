import { Inject, Injectable } from '@nestjs/common';
import {
  Clock,
  Egress,
  EgressRefused,
  type SecretPlace,
  SecretBox,
  SETTINGS,
  type Settings,
} from '@waypost/platform';
import * as oidc from 'openid-client';
import { egressFetch } from './egress-fetch.ts';
import type { OidcProvider } from './oidc.entities.ts';

export type ProviderAccess = Pick<OidcProvider, 'issuer' | 'clientId'> & { clientSecret: string };

/** Speaks with the providers of tenants. */
@Injectable()
export class OidcClients {
  constructor(
    private readonly egress: Egress,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async open(provider: OidcProvider): Promise<oidc.Configuration> {
    const clientSecret = await this.secrets.open(placeOfSecret(provider), provider.clientSecret);
    return this.discover({ ...provider, clientSecret });
  }

  /** Throws EgressRefused, EgressFailed, or what the library throws when the other side is no such provider. */
  async discover({ issuer, clientId, clientSecret }: ProviderAccess): Promise<oidc.Configuration> {
    const ahead = Math.round((this.clock.now().getTime() - Date.now()) / 1_000);
    const plain = new URL(issuer).protocol === 'http:';
    if (plain && !this.settings.allowPrivateDestinations) {
      throw new EgressRefused('url', 'The issuer must be an https address.');
    }
    const config = await oidc
      .discovery(
        new URL(issuer),
        clientId,
        { [oidc.clockSkew]: ahead, [oidc.clockTolerance]: 30 },
        by(clientSecret),
        {
          [oidc.customFetch]: egressFetch(this.egress),
          // Without it only the connection to the provider vouches for what its tokens say.
          execute: [oidc.enableNonRepudiationChecks, ...(plain ? [oidc.allowInsecureRequests] : [])],
        },
      )
      .catch((error: unknown) => {
        throw causeOf(error);
      });
    // The page goes there: a provider must not make it run something instead.
    const { protocol } = new URL(config.serverMetadata().authorization_endpoint ?? 'none:');
    if (protocol !== 'https:' && !(plain && protocol === 'http:')) {
      throw new EgressRefused('url', 'The provider names no https address to sign in at.');
    }
    return config;
  }
}

export function placeOfSecret({ tenantId, id }: Pick<OidcProvider, 'tenantId' | 'id'>): SecretPlace {
  return { tenantId, table: 'oidc_provider', column: 'client_secret', rowId: id };
}

/** The way that the provider knows; without a word of it the one that every provider must know. */
function by(clientSecret: string): oidc.ClientAuth {
  return (server, ...rest) => {
    const known = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = known.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
    way(clientSecret)(server, ...rest);
  };
}

/** The library wraps what its calls throw. */
export function causeOf(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.name === 'EgressRefused' || at.name === 'EgressFailed') return at;
  }
  return error;
}
