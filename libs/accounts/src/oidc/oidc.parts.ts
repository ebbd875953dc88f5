import { OidcAdmissions } from './oidc-admissions.service.ts';
import { OidcClients } from './oidc-clients.ts';
import { OidcSettings } from './oidc-settings.service.ts';
import { OidcSignIn } from './oidc-sign-in.service.ts';
import { OidcIdentity, OidcProvider } from './oidc.entities.ts';

/** Signing in at a tenant's own provider; part of the accounts. */
export const oidcEntities = [OidcProvider, OidcIdentity];
export const oidcServices = [OidcClients, OidcSettings, OidcAdmissions, OidcSignIn];
