import { call } from './children.ts';
import type { Started } from './children.ts';
import { cpuBetween, cpuSeconds, machineBusySeconds } from './cpu.ts';
import type { CpuSeconds } from './cpu.ts';
import { now } from './load/clock.ts';
import type { DriveResult, PrepareArgument } from './load/generator.ts';
import type { LoadPlan } from './load/drive.ts';
import type { ReceiverReport, WatchArgument } from './load/receiver.ts';
import type { Running } from './subjects/subject.ts';
import type { Target } from './world.ts';

/** The two processes that every figure loads its subjects with. */
export interface Rig {
  generator: Started;
  receiver: Started;
  ports: { port: number; progressPort: number };
}

export interface WindowPlan {
  targets: Target[];
  seconds: number;
  /** Webhooks to sign ahead; the window ends early when they are used up. */
  count: number;
  /** Keep-alive connections of the generator, each with one request under way. */
  connections: number;
  /** Webhooks per second on a timetable; without it, each connection sends as soon as it is answered. */
  rate?: number;
  /** Hold back at this many acknowledged, undelivered webhooks. */
  outstanding?: number;
  /** Wait, after the load, until so many targets' webhooks have been forwarded; absent: do not wait. */
  drain?: { targets: number[]; withinMs: number };
  hang?: Record<string, number>;
}

export interface Measured {
  load: DriveResult;
  received: ReceiverReport;
  /** CPU seconds by role from the first webhook until everything was forwarded. */
  cpu: CpuSeconds;
  /** Share of the machine (0 to 1) that went to processes outside the bench meanwhile; undefined if unknown. */
  foreign: number | undefined;
  /** From the last 200 until the last forward. */
  drainMs: number;
  /** Forwarded but not logged as an attempt, once the counting had time to settle; undefined when not countable. */
  unlogged: number | undefined;
  /** Acknowledged but never forwarded. */
  lost: number;
}

const cores = navigator.hardwareConcurrency;
let windows = 0;
const foreignShares: number[] = [];

/** How much of the machine others' processes took during each window so far, 0 to 1. */
export const foreignSoFar = (): readonly number[] => foreignShares;

/** One window of load on one subject, with everything that happened during it. */
export async function runWindow(rig: Rig, subject: Running, plan: WindowPlan): Promise<Measured> {
  windows += 1;
  const preparing: PrepareArgument = { targets: plan.targets, window: windows, count: plan.count };
  await call(rig.generator, 'prepare', preparing);
  const watching: WatchArgument = {
    window: windows,
    count: plan.count,
    secrets: subject.secrets,
    hang: plan.hang ?? {},
  };
  await call(rig.receiver, 'watch', watching);
  const attemptsBefore = plan.drain ? await subject.attempts() : undefined;

  const pids = {
    ...subject.pids,
    generator: rig.generator.pid,
    receiver: rig.receiver.pid,
    bench: process.pid,
  };
  const before = { at: now(), cpu: cpuSeconds(pids), busy: machineBusySeconds() };
  const load = await call<DriveResult>(rig.generator, 'drive', {
    port: subject.port,
    connections: plan.connections,
    seconds: plan.seconds,
    ...(plan.rate ? { rate: plan.rate } : {}),
    ...(plan.outstanding
      ? { outstanding: { progressPort: rig.ports.progressPort, limit: plan.outstanding } }
      : {}),
  } satisfies LoadPlan);
  const received = plan.drain
    ? await awaitForwards(rig, load, plan.drain)
    : await call<ReceiverReport>(rig.receiver, 'report');
  const after = { at: now(), cpu: cpuSeconds(pids), busy: machineBusySeconds() };

  const cpu = cpuBetween(before.cpu, after.cpu);
  const own = Object.values(cpu).reduce((sum, seconds) => sum + seconds, 0);
  const machine = (cores * (after.at - before.at)) / 1000;
  const foreign =
    before.busy === undefined || after.busy === undefined
      ? undefined
      : Math.max(0, after.busy - before.busy - own) / machine;
  if (foreign !== undefined) foreignShares.push(foreign);
  const awaited = new Set(plan.drain?.targets);
  return {
    load,
    received,
    cpu,
    foreign,
    drainMs: Math.max(0, lastOf(received.receivedAt) - load.lastAnswerAt),
    unlogged:
      attemptsBefore === undefined
        ? undefined
        : await awaitAttempts(subject, attemptsBefore, received.delivered + received.repeated),
    lost: countLost(load, received, awaited),
  };
}

async function awaitForwards(
  rig: Rig,
  load: DriveResult,
  drain: { targets: number[]; withinMs: number },
): Promise<ReceiverReport> {
  const until = now() + drain.withinMs;
  const awaited = new Set(drain.targets);
  const everything = load.target.every((target) => awaited.has(target));
  for (;;) {
    const delivered = await call<number>(rig.receiver, 'delivered');
    const late = now() > until;
    if (late || !everything || delivered >= load.accepted) {
      const report = await call<ReceiverReport>(rig.receiver, 'report');
      if (late || countLost(load, report, awaited) === 0) return report;
    }
    await pause(everything ? 10 : 100);
  }
}

function countLost(load: DriveResult, received: ReceiverReport, awaited: Set<number>): number {
  let lost = 0;
  for (let sequence = 0; sequence < load.sent; sequence += 1) {
    if (load.acceptedAt[sequence] && awaited.has(load.target[sequence]!) && !received.receivedAt[sequence])
      lost += 1;
  }
  return lost;
}

/** An attempt is logged after the call, so the last ones may need a moment. */
async function awaitAttempts(subject: Running, before: number, made: number): Promise<number | undefined> {
  for (let tries = 0; ; tries += 1) {
    const logged = await subject.attempts();
    if (logged === undefined) return undefined;
    const missing = before + made - logged;
    if (missing <= 0 || tries === 30) return Math.max(0, missing);
    await pause(100);
  }
}

/** Webhooks per second from the first one sent until the last one forwarded: the whole work, nothing left over. */
export const finishRate = ({ load, received }: Measured): number =>
  (received.delivered * 1000) / (lastOf(received.receivedAt) - load.startedAt);

/** From the moment each webhook was due at the product's door until its project was called, in ms, of the chosen targets. */
export function forwardLatencies({ load, received }: Measured, targets: number[], fromMs = 0): number[] {
  const wanted = new Set(targets);
  const latencies: number[] = [];
  for (let sequence = 0; sequence < load.sent; sequence += 1) {
    const sentAt = load.sentAt[sequence]!;
    const at = received.receivedAt[sequence]!;
    if (at && wanted.has(load.target[sequence]!) && sentAt >= load.startedAt + fromMs)
      latencies.push(at - sentAt);
  }
  return latencies;
}

/** From the moment each webhook was due until its 200, in ms. */
export function answerLatencies({ load }: Measured, fromMs = 0): number[] {
  const latencies: number[] = [];
  for (let sequence = 0; sequence < load.sent; sequence += 1) {
    const sentAt = load.sentAt[sequence]!;
    const at = load.acceptedAt[sequence]!;
    if (at && sentAt >= load.startedAt + fromMs) latencies.push(at - sentAt);
  }
  return latencies;
}

const lastOf = (times: Float64Array): number => times.reduce((last, at) => Math.max(last, at), 0);
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
