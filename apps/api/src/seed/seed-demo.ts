import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { AppError, type Settings, StartError } from '@waypost/platform';
import { type Demo, DemoTenant } from './demo-tenant.ts';
import { readPrivateJson, writePrivateJson } from './private-file.ts';

/** A tenant to try everything with, noted in demo.json once it is whole; without that note it is completed again. */
export async function seedDemo(services: INestApplicationContext, settings: Settings): Promise<string[]> {
  const file = join(settings.dataDir, 'demo.json');
  const demo = new DemoTenant(services, settings);
  const noted = await readPrivateJson(file);
  if (isDemo(noted) && (await demo.isCurrent(noted))) return [];
  await writePrivateJson(file, await demo.make().catch(explain));
  return [`Made the demo tenant; its ids and secrets are in ${file}.`];
}

function isDemo(noted: unknown): noted is Demo {
  const { appId, projects } = (noted ?? {}) as Partial<Demo>;
  return typeof appId === 'string' && Array.isArray(projects);
}

function explain(error: unknown): never {
  if (error instanceof AppError && error.code === 'destination_refused') {
    throw new StartError(
      'The projects of the demo tenant are on this machine: set ALLOW_PRIVATE_DESTINATIONS=1, or WAYPOST_DEMO=0.',
    );
  }
  throw error;
}
