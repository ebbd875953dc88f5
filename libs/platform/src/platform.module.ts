import { join } from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.ts';
import type { Settings } from './config/read-settings.ts';
import { LocalKeyProvider } from './crypto/key-provider.ts';
import { SecretBox } from './crypto/secret-box.ts';
import { DataKeys } from './database/data-keys.ts';
import { DatabaseModule, type Entities } from './database/database.module.ts';
import { Egress } from './egress/egress.ts';
import { Log } from './logging/logger.ts';
import { Mailer } from './mail/mailer.ts';
import { Caches } from './processes/caches.ts';
import { Heartbeat } from './processes/heartbeat.ts';
import { QueueModule } from './queue/queue.module.ts';
import { Signals } from './signals/signals.ts';
import { Tenancy } from './tenancy/tenancy.ts';
import { PROCESS_KIND, SETTINGS } from './tokens.ts';

export interface PlatformOptions {
  settings: Settings;
  kind: 'api' | 'worker';
  entities: Entities;
  clock?: Clock;
}

/** What every process stands on: settings, clock, log, database, tenancy, queue, secrets, outgoing HTTP. */
@Module({})
export class PlatformModule {
  static forRoot({ settings, kind, entities, clock = new SystemClock() }: PlatformOptions): DynamicModule {
    const shared = [
      { provide: SETTINGS, useValue: settings },
      { provide: PROCESS_KIND, useValue: kind },
      { provide: Clock, useValue: clock },
      { provide: Log, useFactory: () => new Log(settings.logLevel, kind) },
      {
        provide: SecretBox,
        inject: [DataKeys],
        useFactory: async (store: DataKeys) => new SecretBox(await keyProvider(settings), store),
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
      DataKeys,
      Mailer,
      Caches,
      Heartbeat,
      Signals,
      Tenancy,
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

function keyProvider({ encryptionKey, dataDir }: Settings): Promise<LocalKeyProvider> | LocalKeyProvider {
  return encryptionKey ? new LocalKeyProvider(encryptionKey) : LocalKeyProvider.fromFile(join(dataDir, 'keys', 'local.key'));
}
