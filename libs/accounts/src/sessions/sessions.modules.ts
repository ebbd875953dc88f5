import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { SETTINGS } from '@waypost/platform';
import { AuditModule } from '../audit/audit.module.ts';
import { AccessTokens } from './access-tokens.ts';
import { LiveSessions } from './live-sessions.service.ts';
import { OwnSessions } from './own-sessions.service.ts';
import { Principals } from './principals.service.ts';
import { Renewals } from './renewals.service.ts';
import { SessionUpkeep } from './session-upkeep.service.ts';
import { SessionsService } from './sessions.service.ts';
import { SigningKeys } from './signing-keys.service.ts';
import { tokenOptions } from './token-options.ts';

@Module({ imports: [AuditModule], providers: [SigningKeys], exports: [SigningKeys] })
export class SigningKeysModule {}

const services = [AccessTokens, LiveSessions, Principals, SessionsService, Renewals, OwnSessions];

/** Sessions of people, and the tokens that belong to them. */
@Module({
  imports: [
    AuditModule,
    SigningKeysModule,
    JwtModule.registerAsync({
      imports: [SigningKeysModule],
      inject: [SETTINGS, SigningKeys],
      useFactory: tokenOptions,
    }),
  ],
  providers: services,
  exports: [...services, SigningKeysModule],
})
export class SessionsModule {}

/** What the worker does for them. */
@Module({ imports: [SigningKeysModule], providers: [SessionUpkeep], exports: [SessionUpkeep] })
export class SessionsWorkModule {}
