import { ms, rounds, say, sayVerdict, times, troubles } from '../report.ts';
import type { Verdict } from '../report.ts';
import { median, percentile, ratios } from '../stats.ts';
import { product, productWithoutRedis } from '../subjects/index.ts';
import type { Subject } from '../subjects/subject.ts';
import { forwardLatencies, runWindow } from '../window.ts';
import type { Measured, WindowPlan } from '../window.ts';
import { destinationPath, target } from '../world.ts';
import { startSubjects, stopSubjects } from './figure.ts';
import type { Bench, Figure } from './figure.ts';

const NEIGHBOURS = [1, 2, 3];
/** Webhooks a second for each neighbour; the hanging project's tenant gets ten times as many. */
const NEIGHBOUR_RATE = 50;
const LOUD = 10;
const HANG_MS = 10_000;
const CONNECTIONS = 64;
const WARM_UP_MS = 1_000;

/** Does one project that keeps every call waiting, at ten times the traffic, slow the other tenants? */
export const isolation: Figure = {
  name: 'isolation',
  measure: async (bench) => {
    const subject = [product, productWithoutRedis].find(({ name }) => bench.includes(name));
    if (!subject) return [];
    const seen: Round[] = [];
    say(
      `isolation: ${NEIGHBOURS.length} tenants at ${NEIGHBOUR_RATE}/s each; another at ${NEIGHBOUR_RATE * LOUD}/s, healthy, then hanging ${HANG_MS / 1000} s per call`,
    );
    for (let round = 0; round < (bench.quick ? 1 : 2); round += 1)
      seen.push(await measureRound(bench, subject, round));
    const alone = seen.map((round) => round.alone);
    const healthy = seen.map((round) => round.healthy);
    const hanging = seen.map((round) => round.hanging);
    say(rounds('neighbours alone p95', alone, ms));
    say(rounds('beside healthy p95', healthy, ms));
    say(rounds('beside hanging p95', hanging, ms));
    const all = ratios(hanging, alone);
    const verdict: Verdict = {
      figure: `isolation${subject === product ? '' : ' without Redis'}, neighbours' p95 beside a hanging project`,
      value: `${times(median(all))} of without it (${ms(median(hanging))} against ${ms(median(alone))}; rounds ${all.map(times).join(', ')}); ${times(median(ratios(hanging, healthy)))} of beside the same traffic to a project that answers (${ms(median(healthy))})`,
      target: 'at most 2x',
      met: median(all) <= 2,
    };
    sayVerdict(verdict);
    return [verdict];
  },
};

interface Round {
  alone: number;
  healthy: number;
  hanging: number;
}

/** A fresh start for each round: what a hanging project leaves behind would be retried into the next one. */
async function measureRound(bench: Bench, subject: Subject, round: number): Promise<Round> {
  const subjects = await startSubjects(bench, [subject], {
    label: `isolation_${round}`,
    tenants: NEIGHBOURS.length + 1,
    worker: true,
  });
  const [running] = subjects;
  if (!running) throw new Error(`${subject.name} takes no part in this run`);
  const neighbours = NEIGHBOURS.map((index) => target(index));
  const everybody = [target(0, LOUD), ...neighbours];
  const seconds = bench.quick ? 3 : 6;
  const window = (
    plan: Pick<WindowPlan, 'targets' | 'seconds' | 'hang'> & { rate: number; awaited: number[] },
  ): Promise<Measured> =>
    runWindow(bench.rig, running, {
      ...plan,
      connections: CONNECTIONS,
      count: Math.ceil(plan.rate * plan.seconds),
      drain: { targets: plan.awaited, withinMs: 15_000 },
    });
  const quiet = NEIGHBOUR_RATE * NEIGHBOURS.length;
  const loud = quiet + NEIGHBOUR_RATE * LOUD;
  try {
    await window({ targets: everybody, seconds: 2, rate: 2 * loud, awaited: [0, 1, 2, 3] });
    const alone = await window({ targets: neighbours, seconds, rate: quiet, awaited: [0, 1, 2] });
    const healthy = await window({ targets: everybody, seconds, rate: loud, awaited: [0, 1, 2, 3] });
    const hanging = await window({
      targets: everybody,
      // Long enough for the first calls to come back from hanging.
      seconds: bench.quick ? seconds : 14,
      rate: loud,
      awaited: [1, 2, 3],
      hang: { [destinationPath(0)]: HANG_MS },
    });
    [alone, healthy, hanging].forEach((measured) =>
      troubles({ ...measured, unlogged: undefined }).forEach(say),
    );
    return {
      alone: percentile(forwardLatencies(alone, [0, 1, 2], WARM_UP_MS), 0.95),
      healthy: percentile(forwardLatencies(healthy, [1, 2, 3], WARM_UP_MS), 0.95),
      hanging: percentile(forwardLatencies(hanging, [1, 2, 3], WARM_UP_MS), 0.95),
    };
  } finally {
    await stopSubjects(subjects);
  }
}
