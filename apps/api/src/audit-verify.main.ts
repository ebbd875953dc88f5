import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { checkDatabase, loadSettings, Log, sentenceOf, type Settings } from '@waypost/platform';
import { verifyAudit } from './audit/verify-audit.ts';
import { migrations } from './schema.ts';
import { SeedModule } from './seed/seed.module.ts';

const CLOSE_MS = 3_000;
const known = 'Known: --tenant <slug or id>, --anchors <file of log lines>.';

/** Walks along every chain of the audit, or one; answers whether all of them hold. */
async function run(settings: Settings, asked: { tenant?: string; anchors?: string }): Promise<boolean> {
  await checkDatabase(settings, migrations);
  const services = await NestFactory.createApplicationContext(SeedModule.forRoot(settings), {
    logger: new Log(settings.logLevel, 'audit-verify'),
    abortOnError: false,
  });
  try {
    return await verifyAudit(services, asked, (line) => process.stdout.write(`${line}\n`));
  } finally {
    // A queue whose backend is away may never close, and nothing here has used it.
    await Promise.race([services.close(), sleep(CLOSE_MS)]);
  }
}

try {
  const { values } = parseArgs({ options: { tenant: { type: 'string' }, anchors: { type: 'string' } } });
  process.exit((await run(loadSettings(), values)) ? 0 : 1);
} catch (error) {
  const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${isUsage ? `${(error as Error).message} ${known}` : sentenceOf(error)}\n`);
  process.exit(1);
}
