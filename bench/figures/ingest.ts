import {
  count,
  cpuLine,
  ms,
  perSecond,
  percent,
  rounds,
  say,
  sayVerdict,
  times,
  troubles,
} from '../report.ts';
import type { Verdict } from '../report.ts';
import { median, percentile } from '../stats.ts';
import { ceiling, products, usual } from '../subjects/index.ts';
import type { Running } from '../subjects/subject.ts';
import { answerLatencies, runWindow } from '../window.ts';
import type { Measured } from '../window.ts';
import { target } from '../world.ts';
import { against, cpuPerThousand, productLabels, ratesOf } from './compare.ts';
import type { Rounds } from './compare.ts';
import { startSubjects, stopSubjects } from './figure.ts';
import type { Bench, Figure } from './figure.ts';

const CONNECTIONS = 64;
const OFFERED = 3_300;
/** More than any subject can take, so that the first window cannot run dry. */
const FASTEST = 30_000;

/** How many webhooks a second are durable before their 200, with nothing working them off. */
export const ingest: Figure = {
  name: 'ingest',
  measure: async (bench) => {
    const subjects = await startSubjects(bench, [ceiling, usual, ...products(bench)], {
      label: 'ingest',
      tenants: 1,
      worker: false,
    });
    try {
      say(`ingest: closed loop, ${CONNECTIONS} keep-alive connections, no worker`);
      const rates = await closedLoop(bench, subjects);
      say(`ingest: open loop, ${count(OFFERED)} webhooks a second`);
      const answers = await openLoop(bench, subjects);
      return verdicts(rates, answers);
    } finally {
      await stopSubjects(subjects);
    }
  },
};

const plan = { targets: [target(0)], connections: CONNECTIONS };

type ByName<T> = Map<string, T[]>;

async function closedLoop(bench: Bench, subjects: Running[]): Promise<Rounds> {
  const seconds = bench.quick ? 1.5 : 3;
  const seen: Rounds = new Map(subjects.map(({ name }) => [name, []]));
  const last = new Map<string, Measured>();
  const warmUp = new Map<string, number>();
  for (const subject of subjects) {
    const warm = await runWindow(bench.rig, subject, { ...plan, seconds: 1, count: FASTEST });
    warmUp.set(subject.name, acceptRate(warm));
  }
  for (let round = 0; round < (bench.quick ? 2 : 3); round += 1) {
    for (const subject of subjects) {
      const room = Math.ceil(
        Math.max(...ratesOf(seen.get(subject.name)!), warmUp.get(subject.name)!) * seconds * 1.6,
      );
      const measured = await runWindow(bench.rig, subject, { ...plan, seconds, count: room });
      seen.get(subject.name)!.push({ rate: acceptRate(measured), cpu: cpuPerThousand(measured) });
      last.set(subject.name, measured);
    }
  }
  for (const { name } of subjects) {
    say(rounds(name, ratesOf(seen.get(name)!), perSecond));
    say(cpuLine(last.get(name)!, last.get(name)!.load.accepted));
    troubles(last.get(name)!).forEach(say);
  }
  return seen;
}

async function openLoop(bench: Bench, subjects: Running[]): Promise<ByName<{ p50: number; p99: number }>> {
  const seconds = bench.quick ? 2 : 3;
  const answers: ByName<{ p50: number; p99: number }> = new Map(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < (bench.quick ? 1 : 2); round += 1) {
    for (const subject of subjects) {
      const measured = await runWindow(bench.rig, subject, {
        ...plan,
        seconds,
        count: OFFERED * seconds,
        rate: OFFERED,
      });
      const latencies = answerLatencies(measured, 500);
      answers.get(subject.name)!.push({ p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) });
      troubles(measured).forEach(say);
    }
  }
  for (const { name } of subjects) {
    say(
      rounds(
        `${name} p50`,
        answers.get(name)!.map(({ p50 }) => p50),
        ms,
      ),
    );
    say(
      rounds(
        `${name} p99`,
        answers.get(name)!.map(({ p99 }) => p99),
        ms,
      ),
    );
  }
  return answers;
}

const acceptRate = ({ load }: Measured): number =>
  (load.accepted * 1000) / (load.lastAnswerAt - load.startedAt);

function verdicts(seen: Rounds, answers: ByName<{ p50: number; p99: number }>): Verdict[] {
  const made = productLabels('ingest').flatMap(([name, label, promised]): Verdict[] => {
    const own = answers.get(name);
    if (!own) return [];
    const p99 = median(own.map((answer) => answer.p99));
    const p50 = median(own.map((answer) => answer.p50));
    return [
      ...against(seen, name, label, {
        other: ceiling.name,
        what: 'share of a bare server that only checks and parses',
        show: percent,
        floor: 0.5,
      }),
      ...against(seen, name, label, {
        other: usual.name,
        what: 'times one insert and one job per webhook',
        show: times,
        floor: 3,
      }),
      {
        figure: `${label}, p99 of the 200 at ${count(OFFERED)}/s`,
        value: `${ms(p99)} (p50 ${ms(p50)})`,
        target: promised ? 'at most 50 ms' : '',
        met: promised ? p99 <= 50 : undefined,
      },
    ];
  });
  made.forEach(sayVerdict);
  return made;
}
