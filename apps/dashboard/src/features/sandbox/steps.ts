import type { Schemas } from '@waypost/api-client';
import type { Progress, Sent } from './use-thread.ts';

export type Trace = Schemas['WebhookTraceView'];
export type TracedDelivery = Schemas['TracedDeliveryView'];
export type Attempt = Schemas['AttemptView'];

interface Timed {
  key: string;
  /** Milliseconds since the webhook came. */
  at: number;
  /** Null while it goes on, or where nobody measured it. */
  took: number | null;
}

export type Step = Timed &
  (
    | { kind: 'received'; bytes: number }
    | { kind: 'stored'; answeredAt: number | null; rows: number | null }
    | { kind: 'split'; events: number; items: number; routes: number; state: Trace['state'] }
    | { kind: 'call'; delivery: TracedDelivery; attempt: Attempt | null; last: boolean }
  );

const since = (start: string, instant: string) => Math.max(0, Date.parse(instant) - Date.parse(start));

/** What happened to a webhook, in the order in which it did. Where it was not sent from here, `sent` is missing. */
export function stepsOf(trace: Trace, sent?: Sent): Step[] {
  const checked = sent?.checkMs ?? null;
  const committed = sent?.commitMs ?? null;
  const answeredAt = checked !== null && committed !== null ? checked + committed : null;
  const steps: Step[] = [
    { kind: 'received', key: 'received', at: 0, took: checked, bytes: trace.bytes },
    { kind: 'stored', key: 'stored', at: checked ?? 0, took: committed, answeredAt, rows: sent?.rows ?? null },
  ];
  if (trace.state === 'stored') return steps;
  const splitEnds = trace.events.map(({ splitAt }) => since(trace.receivedAt, splitAt));
  const began = answeredAt ?? 0;
  steps.push({
    kind: 'split',
    key: 'split',
    at: began,
    took: splitEnds.length > 0 ? Math.max(0, Math.max(...splitEnds) - began) : null,
    events: trace.events.length,
    items: trace.events.reduce((sum, { items }) => sum + items, 0),
    routes: trace.events.reduce((sum, { deliveries }) => sum + deliveries.length, 0),
    state: trace.state,
  });
  const calls = trace.events.flatMap(({ deliveries }) => deliveries).flatMap((delivery) => callsOf(trace, delivery));
  return [...steps, ...calls.toSorted((one, other) => one.at - other.at)];
}

function callsOf(trace: Trace, delivery: TracedDelivery): Step[] {
  const made = since(trace.receivedAt, delivery.createdAt);
  if (delivery.log.length === 0) return [{ kind: 'call', key: delivery.id, at: made, took: null, delivery, attempt: null, last: true }];
  return delivery.log.map((attempt, index) => ({
    kind: 'call' as const,
    key: `${delivery.id}.${attempt.number}`,
    at: since(trace.receivedAt, attempt.startedAt),
    took: attempt.durationMs,
    delivery,
    attempt,
    last: index === delivery.log.length - 1,
  }));
}

export interface Progressing {
  progress: Progress;
  /** From the arrival to the end of the last call. */
  ms: number | null;
}

/** How far it has come. */
export function progressOf(trace: Trace): Progressing {
  if (trace.state === 'stored') return { progress: 'open', ms: null };
  if (trace.state === 'quarantined') return { progress: 'quarantined', ms: null };
  if (trace.events.length === 0) return { progress: 'dropped', ms: null };
  const deliveries = trace.events.flatMap((event) => event.deliveries);
  if (deliveries.length === 0) return { progress: 'nobody', ms: null };
  const ends = deliveries.flatMap(({ log }) => log.map(({ startedAt, durationMs }) => since(trace.receivedAt, startedAt) + durationMs));
  const ms = ends.length > 0 ? Math.max(...ends) : null;
  const states = deliveries.map(({ state }) => state);
  if (states.every((state) => state === 'delivered')) return { progress: 'called', ms };
  if (states.some((state) => state === 'waiting')) return { progress: 'troubled', ms: null };
  if (states.some((state) => state === 'pending' || state === 'delivering')) return { progress: 'open', ms: null };
  return { progress: 'failed', ms };
}

const FAR = 3;
const AT_LEAST_MS = 20;

/** What the axis shows. A retry that came much later than all the rest would leave nothing to see of the rest. */
export function axisOf(steps: Step[]): { end: number; ticks: number[] } {
  const first = steps.filter((step) => step.kind !== 'call' || (step.attempt?.number ?? 1) === 1);
  const near = Math.max(AT_LEAST_MS, ...first.map(endOf));
  const longest = Math.max(near, ...steps.map(endOf).filter((end) => end <= near * FAR));
  const size = niceStep(longest / 5);
  const count = Math.max(1, Math.ceil(longest / size));
  return { end: count * size, ticks: Array.from({ length: count + 1 }, (_, index) => index * size) };
}

export const endOf = ({ at, took }: Step) => at + (took ?? 0);

function niceStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return ([1, 2, 2.5, 5].find((factor) => factor * power >= atLeast) ?? 10) * power;
}
