import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { AppError, Log, type Settings, StartError } from '@waypost/platform';
import type { DataSource } from 'typeorm';
import { seedDemo } from './seed-demo.ts';
import { seedFirstAdmin } from './first-admin.ts';
import { seedPlatformApp } from './platform-app.ts';
import { SeedModule } from './seed.module.ts';

const LOCK = 7_204_116;
const CLOSE_MS = 3_000;

/**
 * Makes what a fresh Waypost needs, each thing once: the first super-admin, the platform's Meta app, the demo
 * tenant. Two processes that try at once wait for each other. Answers a sentence for each thing made.
 */
export async function seed(settings: Settings, owner: DataSource): Promise<string[]> {
  const lock = owner.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return await seedAll(settings);
  } catch (error) {
    throw error instanceof AppError ? new StartError(error.message) : error;
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    await lock.release();
  }
}

async function seedAll(settings: Settings): Promise<string[]> {
  const services = await NestFactory.createApplicationContext(SeedModule.forRoot(settings), {
    logger: new Log(settings.logLevel, 'migrate'),
    abortOnError: false,
  });
  try {
    return [
      ...(await seedFirstAdmin(services, settings)),
      ...(await seedPlatformApp(services, settings)),
      ...(settings.demo ? await seedDemo(services, settings) : []),
    ];
  } finally {
    // A queue whose backend is away may never close, and nothing here has used it.
    await Promise.race([services.close(), sleep(CLOSE_MS)]);
  }
}
