import { ms, rounds, say, sayVerdict, troubles } from '../report.ts';
import type { Verdict } from '../report.ts';
import { median, percentile } from '../stats.ts';
import { bare, product, products, productWithoutRedis, usual } from '../subjects/index.ts';
import { forwardLatencies, runWindow } from '../window.ts';
import { target } from '../world.ts';
import { startSubjects, stopSubjects } from './figure.ts';
import type { Figure } from './figure.ts';

const OFFERED = 500;
const CONNECTIONS = 64;
const WARM_UP_MS = 1_000;
const DRAIN = { targets: [0], withinMs: 15_000 };

/** How long a webhook takes from our door to the project's, at an ordinary load. */
export const latency: Figure = {
  name: 'latency',
  measure: async (bench) => {
    const beside = bench.quick ? [] : [usual, bare];
    const setting = { label: 'latency', tenants: 1, worker: true };
    const subjects = await startSubjects(bench, [...beside, ...products(bench)], setting);
    const seen = new Map(subjects.map(({ name }) => [name, [] as { p50: number; p95: number }[]]));
    const seconds = bench.quick ? 3 : 5;
    try {
      say(`forward latency: open loop, ${OFFERED} webhooks a second, from due until the project is called`);
      for (const subject of subjects) {
        const warmUp = {
          targets: [target(0)],
          connections: CONNECTIONS,
          seconds: 1,
          count: 10_000,
          rate: 2 * OFFERED,
          drain: DRAIN,
        };
        await runWindow(bench.rig, subject, warmUp);
      }
      for (let round = 0; round < (bench.quick ? 1 : 2); round += 1) {
        for (const subject of subjects) {
          const plan = {
            targets: [target(0)],
            connections: CONNECTIONS,
            seconds,
            count: OFFERED * seconds,
            rate: OFFERED,
            drain: DRAIN,
          };
          const measured = await runWindow(bench.rig, subject, plan);
          const latencies = forwardLatencies(measured, [0], WARM_UP_MS);
          seen.get(subject.name)!.push({ p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) });
          troubles(measured).forEach((trouble) => say(`${trouble} (${subject.name})`));
        }
      }
    } finally {
      await stopSubjects(subjects);
    }
    for (const [name, figures] of seen) {
      say(
        rounds(
          `${name} p50`,
          figures.map(({ p50 }) => p50),
          ms,
        ),
      );
      say(
        rounds(
          `${name} p95`,
          figures.map(({ p95 }) => p95),
          ms,
        ),
      );
    }
    const verdicts = [...seen].flatMap(([name, figures]) => verdict(name, figures));
    verdicts.forEach(sayVerdict);
    return verdicts;
  },
};

function verdict(name: string, figures: { p50: number; p95: number }[]): Verdict[] {
  if (name !== product.name && name !== productWithoutRedis.name) return [];
  const promised = name === product.name;
  const p50 = median(figures.map((figure) => figure.p50));
  const p95 = median(figures.map((figure) => figure.p95));
  return [
    {
      figure: `forward latency${promised ? '' : ' without Redis'} at ${OFFERED}/s`,
      value: `p50 ${ms(p50)}, p95 ${ms(p95)}`,
      target: promised ? 'p50 at most 15 ms, p95 at most 60 ms' : '',
      met: promised ? p50 <= 15 && p95 <= 60 : undefined,
    },
  ];
}
