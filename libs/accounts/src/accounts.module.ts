import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { JwtModule, type JwtModuleOptions } from '@nestjs/jwt';
import { readOrCreateKey, SETTINGS, type Settings } from '@waypost/platform';
import { AccessTokens } from './sessions/access-tokens.ts';
import { Principals } from './sessions/principals.service.ts';
import { SignInService } from './sessions/sign-in.service.ts';
import { Tenant } from './tenants/tenant.entity.ts';
import { TenantsService } from './tenants/tenants.service.ts';
import { Membership } from './users/membership.entity.ts';
import { PeopleService } from './users/people.service.ts';
import { User } from './users/user.entity.ts';

export const accountsEntities = [Tenant, User, Membership];

const services = [TenantsService, PeopleService, SignInService, AccessTokens, Principals];

/** One algorithm for signing and the only one accepted; verifying by what a token says of itself lets it lie. */
async function tokenOptions(settings: Settings): Promise<JwtModuleOptions> {
  const secret = settings.jwtSecret ?? (await readOrCreateKey(join(settings.dataDir, 'keys', 'jwt.key')));
  const named = { issuer: 'waypost', audience: 'waypost-api' };
  return {
    secret,
    signOptions: { ...named, algorithm: 'HS256', expiresIn: settings.jwtExpiresIn },
    verifyOptions: { ...named, algorithms: ['HS256'] },
  };
}

/** Tenants, people, and how they sign in. */
@Module({
  imports: [JwtModule.registerAsync({ inject: [SETTINGS], useFactory: tokenOptions })],
  providers: services,
  exports: services,
})
export class AccountsModule {}
