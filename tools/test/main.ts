import { Refusal } from '../services/refusal.ts';
import { lastLine, oneFailed, sum, type Count } from './results.ts';
import {
  allSteps,
  browser,
  integrationOnPostgres,
  integrationOnRedis,
  lint,
  types,
  unit,
  World,
  type Step,
} from './steps.ts';

/** `npm test` runs everything; `npm test -- unit -t name` or `npm test -- e2e/foo.spec.ts` a part, with Jest's own options. */
function choose(args: string[]): { steps: Step[]; extra: string[] } {
  const [first, ...rest] = args;
  const parts: Record<string, Step[]> = {
    lint: [lint],
    types: [types],
    unit: [unit],
    integration: [integrationOnRedis, integrationOnPostgres],
    browser: [browser],
  };
  if (first === undefined) return { steps: allSteps, extra: [] };
  const named = parts[first];
  if (named) return { steps: named, extra: rest };
  if (first.startsWith('e2e/browser')) return { steps: [browser], extra: args };
  if (first.startsWith('e2e')) return { steps: [integrationOnRedis, integrationOnPostgres], extra: args };
  if (/^(apps|libs|tools)\//.test(first)) return { steps: [unit], extra: args };
  throw new Refusal(
    `"${first}" is nothing that can be tested: lint, types, unit, integration, browser, or the path of a spec file.`,
  );
}

async function runSteps(steps: Step[], extra: string[], world: World): Promise<Count> {
  const counts: Count[] = [];
  for (const step of steps) {
    console.log(`\n== ${step.name}`);
    const began = Date.now();
    // One step that breaks must not hide what the others would have told.
    const count = await step.run(world, extra).catch((error: unknown) => {
      console.error(error instanceof Refusal ? error.message : error);
      return oneFailed;
    });
    console.log(`== ${step.name}: ${lastLine(count)} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    counts.push(count);
    if (world.signal.aborted) break;
  }
  return sum(counts);
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
if (process.env.CI) process.env.NO_COLOR = '1';
const world = new World(stopping.signal);
try {
  const { steps, extra } = choose(process.argv.slice(2));
  const total = await runSteps(steps, extra, world);
  await world.stop();
  console.log(`\n${lastLine(total)}`);
  process.exit(stopping.signal.aborted ? 130 : total.failed ? 1 : 0);
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}
