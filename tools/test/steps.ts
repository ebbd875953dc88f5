import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from '../build.ts';
import { commandOfPackage, root, run, type RunOptions } from '../run.ts';
import { startPostgres, type Postgres } from '../services/postgres.ts';
import { startQueue, type Queue } from '../services/queue.ts';
import { findChromium, haveChromium, haveRedis } from './system-packages.ts';
import { countJest, countPlaywright, oneFailed, onePassed, sum, without, worthAnotherTry, type Count, type JestReport, type PlaywrightReport } from './results.ts';

const minutes = 60_000;

/** What the steps share: services that are started by the first step that needs them. */
export class World {
  readonly signal: AbortSignal;
  #postgres: Promise<Postgres> | undefined;
  #queue: Promise<Queue> | undefined;

  constructor(signal: AbortSignal) {
    this.signal = signal;
  }

  /** No test kills this PostgreSQL, so it need not wait for the disk. */
  postgres(): Promise<Postgres> {
    return (this.#postgres ??= startPostgres({ ephemeral: true, durable: false, signal: this.signal }));
  }

  redis(): Promise<Queue> {
    return (this.#queue ??= haveRedis().then(() => startQueue({ signal: this.signal })));
  }

  async stop(): Promise<void> {
    const [postgres, queue] = await Promise.allSettled([this.#postgres, this.#queue]);
    if (postgres.status === 'fulfilled') await postgres.value?.stop();
    if (queue.status === 'fulfilled' && queue.value?.kind === 'own') await queue.value.daemon.stop();
  }
}

export interface Step {
  name: string;
  run(world: World, extra: string[]): Promise<Count>;
}

export const lint: Step = {
  name: 'lint',
  async run({ signal }) {
    const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
    const nx = await node([commandOfPackage('nx'), 'run-many', '-t', 'lint', '--outputStyle=static'], {
      env,
      signal,
      quiet: true,
    });
    const folders = ['e2e', 'bench', 'tools'].filter((folder) => existsSync(join(root, folder)));
    const rest = await node([commandOfPackage('eslint'), '--no-error-on-unmatched-pattern', ...folders], {
      signal,
    });
    return nx && rest ? onePassed : oneFailed;
  },
};

export const types: Step = {
  name: 'types',
  async run({ signal }) {
    const check = (config: string) => node([commandOfPackage('typescript', 'tsc'), '-p', config], { signal });
    const results = [];
    for (const folder of ['.', 'apps/dashboard', 'e2e/browser']) results.push(await check(join(folder, 'tsconfig.json')));
    return results.every(Boolean) ? onePassed : oneFailed;
  },
};

export const generated: Step = {
  name: 'generated files',
  run: async ({ signal }) =>
    (await node([join(root, 'tools', 'generate.mjs'), '--check'], { signal })) ? onePassed : oneFailed,
};

export const unit: Step = {
  name: 'unit',
  run: ({ signal }, extra) => jest('unit', extra, bareEnv(), signal),
};

export const integrationOnRedis: Step = {
  name: 'integration, queue on Redis',
  async run(world, extra) {
    const queue = await world.redis();
    if (queue.kind === 'postgres') {
      console.error(
        'There is no redis-server or valkey-server (6.2 or newer) on the PATH: install one of them, half of the suite needs it.',
      );
      return oneFailed;
    }
    return integration(world, extra, { WAYPOST_TEST_QUEUE: 'redis', WAYPOST_TEST_REDIS_URL: queue.url });
  },
};

export const integrationOnPostgres: Step = {
  name: 'integration, queue on PostgreSQL',
  run: (world, extra) => integration(world, extra, { WAYPOST_TEST_QUEUE: 'postgres' }),
};

export const browser: Step = {
  name: 'browser',
  async run({ signal }, extra) {
    if (!(await haveChromium())) {
      console.error('There is no Chromium: install it ("apt-get install chromium"), or name yours in CHROMIUM_PATH. The pages need it.');
      return oneFailed;
    }
    await build();
    const { report, code } = await runReported<PlaywrightReport>((file) => ({
      program: commandOfPackage('@playwright/test', 'playwright'),
      args: ['test', '--config', 'e2e/browser/playwright.config.ts', ...extra],
      options: {
        env: { ...bareEnv(), NODE_OPTIONS: '', CHROMIUM_PATH: findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: file },
        signal,
        timeout: 20 * minutes,
      },
    }));
    return countPlaywright(report, code);
  },
};

/** All of them, in the order of `npm test`. */
export const allSteps: Step[] = [
  lint,
  types,
  ...(existsSync(join(root, 'tools', 'generate.mjs')) ? [generated] : []),
  unit,
  integrationOnRedis,
  integrationOnPostgres,
  browser,
];

async function integration(world: World, extra: string[], queue: NodeJS.ProcessEnv): Promise<Count> {
  await build(); // Some tests start the built processes.
  const postgres = await world.postgres();
  return jest(
    'integration',
    ['--runInBand', ...extra],
    { ...bareEnv(), ...queue, WAYPOST_TEST_DATABASE_URL: postgres.adminUrl },
    world.signal,
  );
}

/** A developer's own settings must neither steer the tests nor be reached by them. */
function bareEnv(): NodeJS.ProcessEnv {
  const settings =
    /^(WAYPOST|SIMULATOR|DATABASE|REDIS|DB|META|SMTP)_|^(PORT|HOST|SIMULATOR|PUBLIC_URL|LOG_LEVEL|ALLOW_PRIVATE_DESTINATIONS)$/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name)));
  return {
    ...env,
    NODE_ENV: 'test',
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  };
}

async function jest(
  config: 'unit' | 'integration',
  extra: string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Count> {
  const first = await runJest(config, extra, env, signal);
  const again = config === 'integration' ? worthAnotherTry(first.report) : [];
  if (!first.report || again.length === 0 || signal.aborted) return countJest(first.report, first.code);
  console.log(`\nOnce more, alone: ${again.map((file) => relative(root, file)).join(', ')}`);
  const second = await runJest(config, ['--runInBand', ...again], env, signal);
  const count = countJest(second.report, second.code);
  if (count.failed === 0) console.log('Passed at the second try.');
  return sum([countJest(without(first.report, again), 0), count]);
}

async function runJest(
  config: 'unit' | 'integration',
  extra: string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<{ report?: JestReport; code: number }> {
  const { report, code } = await runReported<JestReport>((file) => ({
    program: commandOfPackage('jest'),
    args: ['--config', `tools/jest/${config}.config.mjs`, '--json', '--outputFile', file, ...extra],
    options: { env, signal, timeout: 20 * minutes, output: 'errors' },
  }));
  return { report, code };
}

interface Reported {
  program: string;
  args: string[];
  options: RunOptions;
}

/** Runs a test program that writes a report in JSON to the file it is given. */
async function runReported<Report>(described: (file: string) => Reported): Promise<{ report?: Report; code: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-report-'));
  const file = join(folder, 'report.json');
  try {
    const { program, args, options } = described(file);
    const { code } = await run(process.execPath, [program, ...args], options);
    const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
    return { report, code };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns whether it ended well; `quiet` shows what it said only when it did not */
async function node(
  args: string[],
  options: { env?: NodeJS.ProcessEnv; signal: AbortSignal; quiet?: boolean },
): Promise<boolean> {
  const { code, output } = await run(process.execPath, args, {
    env: options.env,
    signal: options.signal,
    timeout: 10 * minutes,
    output: options.quiet ? 'keep' : 'show',
  });
  if (code !== 0 && options.quiet) console.error(output.trimEnd());
  return code === 0;
}
