import { type DynamicModule, Module } from '@nestjs/common';
import { MailWorkModule, SessionsWorkModule } from '@waypost/accounts';
import { HubWorkModule } from '@waypost/hub';
import { PlatformModule, type PlatformOptions } from '@waypost/platform';
import { BulkProcessor } from './bulk/bulk.processor.ts';
import { DeliverProcessor } from './deliver/deliver.processor.ts';
import { ExplodeProcessor } from './explode/explode.processor.ts';
import { KeyUpkeep } from './keys/key-upkeep.ts';
import { MailProcessor } from './mail/mail.processor.ts';
import { Sweep } from './maintain/sweep.ts';
import { MetricsDoor } from './metrics/metrics-door.ts';
import { entities, sealed } from './schema.ts';

@Module({})
export class WorkerModule {
  static forRoot(options: Pick<PlatformOptions, 'settings' | 'clock' | 'log'>): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forRoot({ ...options, kind: 'worker', entities, sealed }), HubWorkModule, MailWorkModule, SessionsWorkModule],
      providers: [ExplodeProcessor, DeliverProcessor, BulkProcessor, MailProcessor, KeyUpkeep, MetricsDoor, Sweep],
    };
  }
}
