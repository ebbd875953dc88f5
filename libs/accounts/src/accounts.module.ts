import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { SETTINGS } from '@waypost/platform';
import { AccessTokens } from './sessions/access-tokens.ts';
import { Principals } from './sessions/principals.service.ts';
import { SignInService } from './sessions/sign-in.service.ts';
import { tokenOptions } from './sessions/token-options.ts';
import { Tenant } from './tenants/tenant.entity.ts';
import { TenantsService } from './tenants/tenants.service.ts';
import { Membership } from './users/membership.entity.ts';
import { PeopleService } from './users/people.service.ts';
import { User } from './users/user.entity.ts';

export const accountsEntities = [Tenant, User, Membership];

const services = [TenantsService, PeopleService, SignInService, AccessTokens, Principals];

/** Tenants, people, and how they sign in. */
@Module({
  imports: [JwtModule.registerAsync({ inject: [SETTINGS], useFactory: tokenOptions })],
  providers: services,
  exports: services,
})
export class AccountsModule {}
