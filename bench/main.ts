import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { abandonAll, call, startNode, stop } from './children.ts';
import { endToEnd } from './figures/end-to-end.ts';
import type { Bench, Figure } from './figures/figure.ts';
import { ingest } from './figures/ingest.ts';
import { isolation } from './figures/isolation.ts';
import { latency } from './figures/latency.ts';
import { lists } from './figures/lists.ts';
import { screen } from './figures/screen.ts';
import { wall } from './figures/wall.ts';
import { describeNoise, gaugeSpeed } from './machine.ts';
import { markdown, say, sayVerdict } from './report.ts';
import type { Verdict } from './report.ts';
import { startServices } from './services.ts';
import { temporaryFolder } from './temporary.ts';
import { product, productWithoutRedis } from './subjects/index.ts';
import { missingEntries } from './subjects/product.ts';
import { foreignSoFar } from './window.ts';
import type { Rig } from './window.ts';

const USAGE = `Usage: node bench/main.ts [--quick] [--only figure,...] [--subjects name,...] [--profile] [--write]
  --quick     shorter windows and fewer rounds
  --only      of: ingest, e2e, latency, isolation, lists, screen, wall
  --subjects  of: ceiling, usual, bare, product, product-pg (the product without Redis)
  --profile   in the e2e figure: CPU profiles of every subject's processes, and PostgreSQL's dearest statements
  --write     puts the result into docs/benchmarks.md`;
const FIGURES: Figure[] = [ingest, endToEnd, latency, isolation, lists, screen, wall];
const DOCUMENT = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));
const MARKS = ['<!-- bench:start -->', '<!-- bench:end -->'] as const;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    subjects: { type: 'string', default: '' },
    profile: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const names = (list: string): string[] => list.split(',').filter((name) => name !== '');

async function main(): Promise<void> {
  const figures = FIGURES.filter(({ name }) => options.only === '' || names(options.only).includes(name));
  if (options.help || figures.length === 0) return say(USAGE);
  const startedAt = Date.now();
  const services = await startServices({ statements: options.profile });
  const rig = await startRig();
  const profileDir = options.profile ? temporaryFolder('profile') : undefined;
  const absent = absentSubjects(services.versions.redis !== undefined);
  const wanted = names(options.subjects);
  const bench: Bench = {
    rig,
    services,
    quick: options.quick,
    includes: (subject) => !absent.has(subject) && (wanted.length === 0 || wanted.includes(subject)),
    ...(profileDir ? { profileDir } : {}),
  };
  say(
    `Node ${process.versions.node}, PostgreSQL ${services.versions.postgres}, Redis ${services.versions.redis ?? '-'}, ${navigator.hardwareConcurrency} cores`,
  );

  const verdicts: Verdict[] = [];
  const gauges = [gaugeSpeed()];
  const sayGauge = (): void => say(`one HMAC over 850 bytes takes ${gauges.at(-1)?.toFixed(1)} µs`);
  sayGauge();
  for (const figure of figures) {
    say();
    verdicts.push(...(await figure.measure(bench)));
    gauges.push(gaugeSpeed());
    sayGauge();
  }
  await Promise.all([stop(rig.generator.process), stop(rig.receiver.process)]);
  await services.stop();

  const noise = describeNoise(gauges, foreignSoFar());
  say(`\nSummary, after ${Math.round((Date.now() - startedAt) / 1000)} s`);
  verdicts.forEach(sayVerdict);
  say(`  ${noise}`);
  if (options.write) writeDocument(markdown(verdicts, services.versions, noise));
}

async function startRig(): Promise<Rig> {
  const program = (name: string): string => fileURLToPath(new URL(`load/${name}.ts`, import.meta.url));
  const [generator, receiver] = await Promise.all([
    startNode([program('generator')], {}),
    startNode([program('receiver')], {}),
  ]);
  return { generator, receiver, ports: await call(receiver, 'ports') };
}

/** Subjects that cannot run here, said aloud with the reason. */
function absentSubjects(redis: boolean): Set<string> {
  const absent = new Set<string>();
  if (!redis) {
    say(
      'No redis-server on the PATH: every queue works on PostgreSQL, and the figures with Redis are left out.',
    );
    absent.add(product.name);
  }
  const missing = missingEntries();
  if (missing.length > 0) {
    say(
      `The product is not built (${missing.length} entries missing under dist/, build it with: npx rolldown -c rolldown.config.mjs): only the baselines run.`,
    );
    absent.add(product.name).add(productWithoutRedis.name);
  }
  return absent;
}

function writeDocument(text: string): void {
  const [start, end] = MARKS;
  const document = existsSync(DOCUMENT)
    ? readFileSync(DOCUMENT, 'utf8')
    : `# Benchmarks\n\n${start}\n${end}\n`;
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md needs the markers ${start} and ${end}`);
  writeFileSync(DOCUMENT, `${document.slice(0, from + start.length)}\n${text}\n${document.slice(to)}`);
  say('docs/benchmarks.md written');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    abandonAll();
    process.exit(130);
  });
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  abandonAll();
  process.exit(1);
}
