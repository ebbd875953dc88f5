import { type DynamicModule, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.ts';
import type { Settings } from './config/read-settings.ts';
import { chooseRootKeys } from './crypto/providers/choose-root-keys.ts';
import { KeyRewraps } from './crypto/rewrap/key-rewraps.ts';
import { Resealing } from './crypto/rewrap/reseal.ts';
import { RetiredKeys } from './crypto/rewrap/retired-keys.ts';
import { RewrapRunner } from './crypto/rewrap/rewrap-runner.ts';
import { WrappedKeys } from './crypto/rewrap/wrapped-keys.ts';
import { RootKeys } from './crypto/root-keys.ts';
import { platformSealed, type SealedColumn } from './crypto/sealed-columns.ts';
import { SecretAlarms } from './crypto/secret-alarms.ts';
import { SecretBox } from './crypto/secret-box.ts';
import { DataKeys } from './database/data-keys.ts';
import { DatabaseModule, type Entities } from './database/database.module.ts';
import { Egress } from './egress/egress.ts';
import { Idempotency } from './idempotency/idempotency.ts';
import { LimitCounters } from './limits/limit-counters.ts';
import { RateLimits } from './limits/rate-limits.ts';
import { Log } from './logging/logger.ts';
import { Mailer } from './mail/mailer.ts';
import { Metrics } from './metrics/metrics.ts';
import { Caches } from './processes/caches.ts';
import { Heartbeat } from './processes/heartbeat.ts';
import { Troubles } from './processes/troubles.ts';
import { QueueModule } from './queue/queue.module.ts';
import { Signals } from './signals/signals.ts';
import { Tenancy } from './tenancy/tenancy.ts';
import { PROCESS_KIND, SEALED_COLUMNS, SETTINGS } from './tokens.ts';
import { Tracing } from './tracing/tracing.ts';

export interface PlatformOptions {
  settings: Settings;
  kind: 'api' | 'worker';
  entities: Entities;
  /** Every column that holds sealed secrets. */
  sealed: readonly SealedColumn[];
  clock?: Clock;
  /** The log of the process, when it has one already. */
  log?: Log;
}

/** What every process stands on: settings, clock, log, database, tenancy, queue, secrets, outgoing HTTP. */
@Module({})
export class PlatformModule {
  static forRoot({ settings, kind, entities, sealed, clock = new SystemClock(), log = new Log(settings.logLevel, kind) }: PlatformOptions): DynamicModule {
    const shared = [
      { provide: SETTINGS, useValue: settings },
      { provide: PROCESS_KIND, useValue: kind },
      { provide: Clock, useValue: clock },
      { provide: Log, useValue: log },
      { provide: RootKeys, useFactory: () => chooseRootKeys(settings) },
      {
        provide: SecretBox,
        inject: [RootKeys, DataKeys, SecretAlarms],
        useFactory: (roots: RootKeys, store: DataKeys, alarms: SecretAlarms) =>
          new SecretBox(roots, store, { now: () => clock.now().getTime(), watch: alarms.raise }),
      },
      {
        provide: Egress,
        useFactory: () =>
          new Egress({
            allowPrivate: settings.allowPrivateDestinations,
            allowedNetworks: settings.allowedNetworks,
            // Lanes bound what is out to a project; projects that share a host must not wait there for each other.
            connections: 1_024,
          }),
      },
      { provide: SEALED_COLUMNS, useValue: [...platformSealed, ...sealed] },
      DataKeys,
      SecretAlarms,
      WrappedKeys,
      Resealing,
      KeyRewraps,
      RewrapRunner,
      RetiredKeys,
      Mailer,
      Metrics,
      Caches,
      Heartbeat,
      Troubles,
      Idempotency,
      LimitCounters,
      RateLimits,
      Signals,
      Tenancy,
      Tracing,
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [DatabaseModule.forRoot(settings, entities), QueueModule.forRoot(settings)],
      providers: shared,
      exports: shared,
    };
  }
}
