import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { checkDatabase, openLog, type PlatformOptions } from '@waypost/platform';
import { migrations } from './schema.ts';
import { WorkerModule } from './worker.module.ts';

/**
 * Boots the worker: it works from here on, until `close`. Throws StartError when the database is away or on another
 * version.
 */
export async function createWorker(
  options: Pick<PlatformOptions, 'settings' | 'clock'>,
): Promise<INestApplicationContext> {
  await checkDatabase(options.settings, migrations);
  const log = await openLog(options.settings, 'worker');
  return NestFactory.createApplicationContext(WorkerModule.forRoot({ ...options, log }), {
    logger: log,
    abortOnError: false,
  });
}
