import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Audit } from '@waypost/accounts';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import {
  checkDatabase,
  type KeyRewrap,
  KeyRewraps,
  loadSettings,
  Log,
  RewrapRunner,
  sentenceOf,
  type Settings,
} from '@waypost/platform';
import { migrations } from './schema.ts';
import { SeedModule } from './seed/seed.module.ts';

const CLOSE_MS = 3_000;
const LOOK_MS = 1_000;
const known = 'Known: --new-data-keys, --tenant <id of a tenant>.';

interface Asked {
  newDataKeys: boolean;
  onlyTenant?: string;
}

/** Renews keys to the end, beside whatever runs; carries on with what was begun. Answers whether it went well. */
async function run(settings: Settings, asked: Asked): Promise<boolean> {
  await checkDatabase(settings, migrations);
  // The progress is what is to be read here.
  const logLevel = settings.logLevel === 'info' ? 'error' : settings.logLevel;
  const services = await NestFactory.createApplicationContext(SeedModule.forRoot({ ...settings, logLevel }), {
    logger: new Log(logLevel, 'keys-rewrap'),
    abortOnError: false,
  });
  try {
    return await renew(services, asked);
  } finally {
    // A queue whose backend is away may never close, and nothing here has used it.
    await Promise.race([services.close(), sleep(CLOSE_MS)]);
  }
}

async function renew(
  services: INestApplicationContext,
  { newDataKeys, onlyTenant }: Asked,
): Promise<boolean> {
  const rewraps = services.get(KeyRewraps, { strict: false });
  const runner = services.get(RewrapRunner, { strict: false });
  const audit = services.get(Audit, { strict: false });
  const { rootKey, latest } = await rewraps.overview();
  if (latest?.state === 'running' && latest.rootKey === rootKey)
    say(`Carrying on with what began at ${latest.startedAt.toISOString()}.`);
  else {
    await rewraps.start({ newDataKeys, onlyTenant }, (rows, { id }) =>
      audit.record(
        rows,
        { system: 'keys:rewrap' },
        {
          action: 'keys.renewed',
          target: { type: 'keys', id },
          after: { rootKey, newDataKeys, onlyTenant: onlyTenant ?? null },
          tenantId: PLATFORM_TENANT_ID,
        },
      ),
    );
  }
  let shown = '';
  for (;;) {
    await Promise.race([runner.drain(), sleep(LOOK_MS)]);
    const now = await rewraps.latest();
    if (!now) throw new Error('The renewal is gone from the table key_rewrap.');
    const line = sentence(now);
    if (line !== shown) say(line);
    shown = line;
    if (now.state !== 'running') return now.state === 'done';
    // What has to wait for a key service, or is carried on by another process.
    await sleep(LOOK_MS);
  }
}

function sentence({ state, phase, error, rootKey, ...counts }: KeyRewrap): string {
  const { keysDone, keysTotal, secretsDone, secretsTotal, secretsUnreadable } = counts;
  if (state === 'failed') return `Not done: ${error}`;
  const keys = `${keysDone} of ${keysTotal} data keys wrapped by ${rootKey}`;
  const secrets = phase === 'secrets' ? `, ${secretsDone} of ${secretsTotal} secrets sealed anew` : '';
  const unreadable =
    secretsUnreadable > 0 ? `, ${secretsUnreadable} do not open (see secret.altered in the audit)` : '';
  return `${state === 'done' ? 'Done' : 'So far'}: ${keys}${secrets}${unreadable}.${error ? ` Waiting: ${error}` : ''}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  const { values } = parseArgs({
    options: { 'new-data-keys': { type: 'boolean' }, tenant: { type: 'string' } },
  });
  const asked = { newDataKeys: values['new-data-keys'] ?? false, onlyTenant: values.tenant };
  process.exit((await run(loadSettings(), asked)) ? 0 : 1);
} catch (error) {
  const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${isUsage ? `${(error as Error).message} ${known}` : sentenceOf(error)}\n`);
  process.exit(1);
}
