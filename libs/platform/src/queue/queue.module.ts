import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { createPostgresBackend, type QueueOptions, setDefaultBackendFactory } from 'bullmq';
import { queueNames } from '@waypost/contracts';
import type { Settings } from '../config/read-settings.ts';
import { listenForErrors } from '../database/database.module.ts';
import { WakeUps } from './wake-ups.ts';

/** How BullMQ reaches its backend: Redis when there is one, else the database. */
export function queueConnection(settings: Settings): Pick<QueueOptions, 'connection' | 'prefix'> {
  if (settings.redisUrl) {
    return { connection: { url: settings.redisUrl, maxRetriesPerRequest: null }, prefix: settings.queuePrefix };
  }
  setDefaultBackendFactory(createPostgresBackend);
  const pool = { connectionString: settings.databaseUrl, max: 3, verify: listenForErrors };
  const postgres = { ...pool, schema: 'bullmq', migrate: true };
  return { connection: postgres as QueueOptions['connection'] };
}

@Module({})
export class QueueModule {
  static forRoot(settings: Settings): DynamicModule {
    const queues = queueNames.map((name) => ({
      name,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: 100 },
    }));
    return {
      module: QueueModule,
      global: true,
      imports: [BullModule.forRoot(queueConnection(settings)), BullModule.registerQueue(...queues)],
      providers: [WakeUps],
      exports: [WakeUps, BullModule],
    };
  }
}
