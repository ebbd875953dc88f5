import { type DynamicModule, Module } from '@nestjs/common';
import { HubWorkModule } from '@waypost/hub';
import { PlatformModule, type PlatformOptions } from '@waypost/platform';
import { BulkProcessor } from './bulk/bulk.processor.ts';
import { DeliverProcessor } from './deliver/deliver.processor.ts';
import { ExplodeProcessor } from './explode/explode.processor.ts';
import { Sweep } from './maintain/sweep.ts';
import { entities } from './schema.ts';

@Module({})
export class WorkerModule {
  static forRoot(options: Pick<PlatformOptions, 'settings' | 'clock'>): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forRoot({ ...options, kind: 'worker', entities }), HubWorkModule],
      providers: [ExplodeProcessor, DeliverProcessor, BulkProcessor, Sweep],
    };
  }
}
