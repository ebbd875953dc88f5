import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccountsModule } from '@waypost/accounts';
import { AuthGuard } from './auth.guard.ts';
import { AuthorityCheck } from './authority-check.ts';
import { CallLimits } from './call-limits.ts';
import { IdempotencyInterceptor } from './idempotency.interceptor.ts';
import { ProblemFilter } from './problem.filter.ts';
import { validation } from './validation.ts';

/** What every REST call passes: who may call, what may be sent, how errors are answered. */
@Module({
  imports: [AccountsModule, DiscoveryModule],
  providers: [
    AuthorityCheck,
    CallLimits,
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useValue: validation },
  ],
})
export class HttpModule {}
