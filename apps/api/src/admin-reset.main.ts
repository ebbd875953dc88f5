import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { checkDatabase, loadSettings, Log, sentenceOf, type Settings } from '@waypost/platform';
import { migrations } from './schema.ts';
import { resetAdmin } from './seed/reset-admin.ts';
import { SeedModule } from './seed/seed.module.ts';

const CLOSE_MS = 3_000;

/** Gives a super-admin who cannot sign in any more a new password and prints it, this once. */
async function run(settings: Settings, wanted: string): Promise<void> {
  await checkDatabase(settings, migrations);
  const services = await NestFactory.createApplicationContext(SeedModule.forRoot(settings), {
    logger: new Log(settings.logLevel, 'admin-reset'),
    abortOnError: false,
  });
  try {
    const password = await resetAdmin(services, settings, wanted);
    process.stdout.write(`New password of ${wanted}: ${password}\n`);
  } finally {
    // A queue whose backend is away may never close, and nothing here has used it.
    await Promise.race([services.close(), sleep(CLOSE_MS)]);
  }
}

try {
  const { values } = parseArgs({ options: { email: { type: 'string' } } });
  const settings = loadSettings();
  await run(settings, values.email ?? settings.adminEmail);
  process.exit(0);
} catch (error) {
  const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(
    `${isUsage ? `${(error as Error).message} Known: --email <e-mail of a super-admin>.` : sentenceOf(error)}\n`,
  );
  process.exit(1);
}
