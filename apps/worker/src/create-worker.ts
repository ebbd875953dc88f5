import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Log, type PlatformOptions } from '@waypost/platform';
import { WorkerModule } from './worker.module.ts';

/** Boots the worker: it works from here on, until `close`. */
export async function createWorker(options: Pick<PlatformOptions, 'settings' | 'clock'>): Promise<INestApplicationContext> {
  const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), {
    bufferLogs: true,
    abortOnError: false,
  });
  worker.useLogger(worker.get(Log));
  return worker;
}
