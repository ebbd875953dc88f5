import { Module } from '@nestjs/common';
import { AlertsModule } from './alerts/alerts.module.ts';
import { ApiKey } from './api-keys/api-key.entity.ts';
import { ApiKeysService } from './api-keys/api-keys.service.ts';
import { ApiKeys } from './api-keys/api-keys.ts';
import { AuditModule } from './audit/audit.module.ts';
import { BrandModule } from './brand/brand.module.ts';
import { MailModule } from './mail/mail.module.ts';
import { AcceptanceService } from './invites/acceptance.service.ts';
import { InvitesService } from './invites/invites.service.ts';
import { Links } from './links/links.service.ts';
import { oidcEntities, oidcServices } from './oidc/oidc.parts.ts';
import { PlanCatalog } from './plans/plan-catalog.service.ts';
import { Plan } from './plans/plan.entity.ts';
import { PlansModule } from './plans/plans.module.ts';
import { RegistrationInvites } from './registration/registration-invites.service.ts';
import { RegistrationService } from './registration/registration.service.ts';
import { VerificationService } from './registration/verification.service.ts';
import { Session, SessionRefresh } from './sessions/session.entity.ts';
import { SessionsModule } from './sessions/sessions.modules.ts';
import { SignInLimits } from './sessions/sign-in-limits.ts';
import { SignInService } from './sessions/sign-in.service.ts';
import { SigningKey } from './sessions/signing-key.entity.ts';
import { Impersonations } from './tenants/impersonation.service.ts';
import { PlanChanges } from './tenants/plan-change.service.ts';
import { Tenant } from './tenants/tenant.entity.ts';
import { TenantLife } from './tenants/tenant-life.service.ts';
import { TenantMails } from './tenants/tenant-mails.ts';
import { TenantsService } from './tenants/tenants.service.ts';
import { Welcome } from './tenants/welcome.ts';
import { TotpService } from './totp/totp.service.ts';
import { Afterwards } from './users/afterwards.ts';
import { KnownDevices } from './users/known-devices.ts';
import { Membership } from './users/membership.entity.ts';
import { OwnDataService } from './users/own-data.service.ts';
import { PasswordProof } from './users/password-proof.ts';
import { PasswordsService } from './users/passwords.service.ts';
import { PeopleService } from './users/people.service.ts';
import { ProfileService } from './users/profile.service.ts';
import { TeamService } from './users/team.service.ts';
import { User } from './users/user.entity.ts';

export const accountsEntities = [Tenant, User, Membership, Session, SessionRefresh, SigningKey, Plan, ApiKey, ...oidcEntities];

const services = [TenantsService, ApiKeys, ApiKeysService, PlanCatalog, PlanChanges, TenantLife, TenantMails, Welcome, Impersonations];

/** How people come in, prove who they are, and work together. */
const people = [
  PeopleService,
  ProfileService,
  OwnDataService,
  SignInService,
  SignInLimits,
  KnownDevices,
  Afterwards,
  Links,
  PasswordProof,
  PasswordsService,
  TotpService,
  VerificationService,
  RegistrationService,
  RegistrationInvites,
  InvitesService,
  AcceptanceService,
  TeamService,
];

/** Tenants, people, and how they sign in. */
@Module({
  imports: [AlertsModule, AuditModule, BrandModule, MailModule, PlansModule, SessionsModule],
  providers: [...services, ...people, ...oidcServices],
  exports: [...services, ...people, ...oidcServices, AlertsModule, AuditModule, BrandModule, MailModule, PlansModule, SessionsModule],
})
export class AccountsModule {}
