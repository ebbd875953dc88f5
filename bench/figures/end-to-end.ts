import { join } from 'node:path';
import {
  count,
  cpuLine,
  ms,
  percent,
  perSecond,
  rounds,
  say,
  sayVerdict,
  statementLines,
  times,
  troubles,
} from '../report.ts';
import type { Verdict } from '../report.ts';
import { sayProfiles } from '../profile.ts';
import type { Span } from '../profile.ts';
import { median, percentile } from '../stats.ts';
import type { StatementCost } from '../services.ts';
import { bare, product, productWithoutRedis, usual } from '../subjects/index.ts';
import type { Running } from '../subjects/subject.ts';
import { answerLatencies, forwardLatencies, finishRate, runWindow } from '../window.ts';
import type { Measured } from '../window.ts';
import { target } from '../world.ts';
import { against, cpuPerThousand, productLabels, ratesOf } from './compare.ts';
import type { Rounds } from './compare.ts';
import { startSubjects, stopSubjects } from './figure.ts';
import type { Bench, Figure } from './figure.ts';

/** Acknowledged but not yet forwarded webhooks at which the generator holds back: the backlog cannot grow beyond. */
const OUTSTANDING = 2_000;
const OFFERED = 3_300;
/** Left out of latencies at the start of each window, until batches and queues have found their size. */
const RAMP_MS = 1_000;
/** Enough for batches to fill: with 64, every subject would wait for its own answers before the machine is busy. */
const CONNECTIONS = 256;
const DRAIN = { targets: [0], withinMs: 30_000 };

/** Ingest, store, explode, forward to one project, attempt logged: how many a second, for as long as one likes. */
export const endToEnd: Figure = {
  name: 'e2e',
  measure: async (bench) => {
    const profileDir = bench.profileDir;
    const setting = { label: 'e2e', tenants: 1, worker: true, ...(profileDir ? { profileDir } : {}) };
    const subjects = await startSubjects(bench, [usual, bare, product, productWithoutRedis], setting);
    const busy: Spans = new Map(subjects.map(({ name }) => [name, []]));
    const wrong: Wrong = new Map(subjects.map(({ name }) => [name, 0]));
    let verdicts: Verdict[];
    try {
      say(`end to end: sustained, backlog held below ${count(OUTSTANDING)}`);
      const rates = await sustained(bench, subjects, busy, wrong);
      say(`end to end: open loop, ${count(OFFERED)} webhooks a second`);
      verdicts = [...compare(rates), ...(await offered(bench, subjects, wrong)), ...nothingWrong(wrong)];
      verdicts.forEach(sayVerdict);
    } finally {
      await stopSubjects(subjects);
    }
    if (profileDir) for (const [name, spans] of busy) sayProfiles(join(profileDir, name), name, spans);
    return verdicts;
  },
};

/** When each subject was under load, in milliseconds of the monotonic clock. */
type Spans = Map<string, Span[]>;

/** By subject: webhooks lost, wrongly signed or without a logged attempt. */
type Wrong = Map<string, number>;

async function sustained(bench: Bench, subjects: Running[], busy: Spans, wrong: Wrong): Promise<Rounds> {
  const seconds = bench.quick ? 3 : 6;
  const seen: Rounds = new Map(subjects.map(({ name }) => [name, []]));
  const expected = new Map<string, number>();
  const last = new Map<string, Measured>();
  const statements = new Map<string, StatementCost[]>();
  const plan = { targets: [target(0)], connections: CONNECTIONS, outstanding: OUTSTANDING, drain: DRAIN };
  for (const subject of subjects) {
    const warm = await runWindow(bench.rig, subject, { ...plan, seconds: 1.5, count: 20_000 });
    expected.set(subject.name, warm.load.accepted / 1.5);
  }
  for (let round = 0; round < (bench.quick ? 2 : 3); round += 1) {
    for (const subject of subjects) {
      const room =
        Math.ceil(
          Math.max(expected.get(subject.name)!, ...ratesOf(seen.get(subject.name)!)) * seconds * 1.6,
        ) + OUTSTANDING;
      await bench.services.resetStatements();
      const measured = await runWindow(bench.rig, subject, { ...plan, seconds, count: room });
      statements.set(subject.name, await bench.services.topStatements());
      const { load } = measured;
      seen.get(subject.name)!.push({ rate: finishRate(measured), cpu: cpuPerThousand(measured) });
      last.set(subject.name, measured);
      busy.get(subject.name)!.push({ from: load.startedAt, to: load.lastSentAt });
      wrong.set(subject.name, wrong.get(subject.name)! + countWrong(measured));
      troubles(measured).forEach((trouble) => say(`${trouble} (${subject.name})`));
    }
  }
  for (const { name } of subjects) {
    const { load, drainMs } = last.get(name)!;
    const answers = answerLatencies(last.get(name)!, RAMP_MS);
    say(rounds(name, ratesOf(seen.get(name)!), perSecond));
    say(cpuLine(last.get(name)!, load.accepted));
    say(
      `    p99 of the 200 ${ms(percentile(answers, 0.99))}, most outstanding ${count(load.peakOutstanding)}, all forwarded ${ms(drainMs)} after the last 200`,
    );
    statementLines(statements.get(name)!, load.accepted).forEach(say);
  }
  return seen;
}

/** The promised load on a timetable: is it forwarded as fast as it comes, and how long does Meta wait? */
async function offered(bench: Bench, subjects: Running[], wrong: Wrong): Promise<Verdict[]> {
  const seconds = bench.quick ? 3 : 6;
  const verdicts: Verdict[] = [];
  for (const subject of subjects) {
    // The usual pattern would only pile up a backlog; the bare pipeline tells whether this machine can do it at all.
    if (subject.name === usual.name || (bench.quick && subject.name === bare.name)) continue;
    const plan = {
      targets: [target(0)],
      connections: CONNECTIONS,
      seconds,
      count: OFFERED * seconds,
      rate: OFFERED,
      drain: DRAIN,
    };
    const measured = await runWindow(bench.rig, subject, plan);
    const { load, drainMs } = measured;
    const forwarded = finishRate(measured);
    const answers = answerLatencies(measured, RAMP_MS);
    const p99 = percentile(answers, 0.99);
    const behind = percentile(forwardLatencies(measured, [0], RAMP_MS), 0.95);
    say(
      `  ${subject.name}: p99 of the 200 ${ms(p99)}; forwarded ${perSecond(forwarded)}, p95 ${ms(behind)} after it was due; all forwarded ${ms(drainMs)} after the last 200`,
    );
    say(cpuLine(measured, load.accepted));
    wrong.set(subject.name, wrong.get(subject.name)! + countWrong(measured));
    troubles(measured).forEach(say);
    if (subject.name === bare.name) continue;
    const promised = subject.name === product.name;
    verdicts.push({
      figure: `end to end${promised ? '' : ' without Redis'}, p99 of the 200 at ${count(OFFERED)}/s with everything forwarded`,
      value: `${ms(p99)} (p50 ${ms(percentile(answers, 0.5))}; forwarded ${perSecond(forwarded)})`,
      target: promised ? 'at most 50 ms' : '',
      met: promised ? p99 <= 50 : undefined,
    });
  }
  return verdicts;
}

const compare = (seen: Rounds): Verdict[] =>
  productLabels('end to end').flatMap(([name, label, promised]): Verdict[] => {
    const own = seen.get(name);
    if (!own) return [];
    const lowest = Math.min(...ratesOf(own));
    return [
      {
        figure: `${label}, sustained on this machine`,
        value: `${perSecond(median(ratesOf(own)))} (lowest round ${perSecond(lowest)})`,
        target: promised ? `never under ${perSecond(OFFERED)}` : '',
        met: promised ? lowest >= OFFERED : undefined,
      },
      ...against(seen, name, label, {
        other: usual.name,
        what: 'times the usual pattern',
        show: times,
        floor: 4,
        aim: 6,
      }),
      ...against(seen, name, label, {
        other: bare.name,
        what: 'share of the bare pipeline',
        show: percent,
        floor: 0.35,
        aim: 0.5,
      }),
    ];
  });

const countWrong = ({ lost, unlogged, received }: Measured): number =>
  lost + (unlogged ?? 0) + received.badSignatures;

const nothingWrong = (wrong: Wrong): Verdict[] =>
  productLabels('end to end')
    .filter(([name]) => wrong.has(name))
    .map(([name, label]) => ({
      figure: `${label}, acknowledged but not forwarded, wrongly signed or not logged`,
      value: count(wrong.get(name)!),
      target: '0',
      met: wrong.get(name) === 0,
    }));
