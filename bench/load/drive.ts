import { connect } from 'node:net';
import { now } from './clock.ts';
import { Connection } from './http-client.ts';
import type { Prepared } from './payload.ts';

export interface LoadPlan {
  port: number;
  connections: number;
  seconds: number;
  /** Webhooks per second on a fixed timetable (open loop); without it every connection sends as fast as it is answered. */
  rate?: number;
  /** Holds back while this many webhooks are acknowledged but not yet seen by the receiver. */
  outstanding?: { progressPort: number; limit: number };
}

/** Times are milliseconds of the host's monotonic clock, arrays are indexed by the webhook's number. */
export interface LoadResult {
  sent: number;
  accepted: number;
  /** Webhooks without a 200, by status or by what happened instead. */
  refused: Record<string, number>;
  startedAt: number;
  /** When the last webhook of the window was sent. */
  lastSentAt: number;
  lastAnswerAt: number;
  /** When it was due (open loop) or sent (closed loop). */
  sentAt: Float64Array;
  /** When its 200 arrived; 0 without one. */
  acceptedAt: Float64Array;
  /** Highest number of acknowledged, undelivered webhooks seen by the throttle. */
  peakOutstanding: number;
}

const ANSWER_TIMEOUT_MS = 15_000;

/** Sends one window of load and resolves when the last answer is in. */
export async function drive(prepared: Prepared, plan: LoadPlan): Promise<LoadResult> {
  const sentAt = new Float64Array(prepared.count);
  const acceptedAt = new Float64Array(prepared.count);
  const refused: Record<string, number> = {};
  const idle: Connection[] = [];
  let next = 0;
  let accepted = 0;
  let inFlight = 0;
  let delivered = 0;
  let peakOutstanding = 0;
  let lastAnswerAt = 0;
  let lastSentAt = 0;

  const startedAt = now();
  const endsAt = startedAt + plan.seconds * 1000;
  const refuse = (reason: string, times = 1): void => void (refused[reason] = (refused[reason] ?? 0) + times);
  const dueAt = (sequence: number): number => startedAt + (sequence * 1000) / (plan.rate ?? 1);
  const finished = (at: number): boolean => next >= prepared.count || at >= endsAt;
  const held = (): boolean =>
    plan.outstanding !== undefined && accepted + inFlight - delivered >= plan.outstanding.limit;

  const mayStart = (at: number): boolean =>
    next < prepared.count && !held() && (plan.rate ? dueAt(next) <= Math.min(at, endsAt) : at < endsAt);

  const start = (connection: Connection, at: number): void => {
    const sequence = next++;
    sentAt[sequence] = plan.rate ? dueAt(sequence) : at;
    lastSentAt = at;
    inFlight += 1;
    connection.send(sequence, prepared.request(sequence));
  };

  const pump = (): void => {
    const at = now();
    while (idle.length > 0 && mayStart(at)) start(idle.pop()!, at);
  };

  const onAnswer = (connection: Connection, sequence: number, status: number): void => {
    const at = now();
    inFlight -= 1;
    lastAnswerAt = at;
    if (status === 200) {
      acceptedAt[sequence] = at;
      accepted += 1;
      peakOutstanding = Math.max(peakOutstanding, accepted - delivered);
    } else refuse(status === 0 ? 'broken connection' : String(status));
    if (mayStart(at)) start(connection, at);
    else idle.push(connection);
  };

  const progress = plan.outstanding
    ? followProgress(plan.outstanding.progressPort, (count) => {
        delivered = count;
        pump();
      })
    : undefined;
  const connections = Array.from({ length: plan.connections }, () => new Connection(plan.port, onAnswer));
  idle.push(...connections);
  pump();

  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      pump();
      const at = now();
      const allSent = plan.rate ? next >= prepared.count || dueAt(next) > endsAt : finished(at);
      const givenUp = at > endsAt + ANSWER_TIMEOUT_MS;
      if ((allSent && inFlight === 0) || givenUp) {
        clearInterval(timer);
        resolve();
      }
    }, 1);
  });
  progress?.();
  if (inFlight > 0) refuse('no answer', inFlight);
  const due = plan.rate ? Math.min(prepared.count, Math.floor(plan.seconds * plan.rate)) : next;
  if (due > next) refuse('never sent', due - next);
  connections.forEach((connection) => connection.close());
  return {
    sent: next,
    accepted,
    refused,
    startedAt,
    lastSentAt,
    lastAnswerAt,
    sentAt,
    acceptedAt,
    peakOutstanding,
  };
}

/** Listens to the receiver's running count of delivered webhooks; the returned function hangs up. */
function followProgress(port: number, onCount: (delivered: number) => void): () => void {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  socket.on('data', (chunk) => {
    const at = chunk.length - 4 - (chunk.length % 4);
    if (at >= 0) onCount(chunk.readUInt32LE(at));
  });
  socket.on('error', () => socket.destroy());
  return () => socket.destroy();
}
