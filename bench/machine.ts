import { createHmac, createSecretKey } from 'node:crypto';
import { cpus, totalmem } from 'node:os';
import { median } from './stats.ts';

const BODY = Buffer.alloc(850, 'a');
const TIMES = 30_000;

/** Microseconds for one HMAC over a webhook's bytes on one core right now: on a shared machine it tells how fast the machine is today. */
export function gaugeSpeed(): number {
  const key = createSecretKey(Buffer.from('gauge'));
  const startedAt = performance.now();
  for (let count = 0; count < TIMES; count += 1) createHmac('sha256', key).update(BODY).digest();
  return ((performance.now() - startedAt) * 1000) / TIMES;
}

/** `2 cores (model), 24 GB memory` */
export function describeMachine(): string {
  const all = cpus();
  return `${all.length} cores (${all[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB memory`;
}

/** How fast the machine was, from gauges taken during the run, and how much of it (0 to 1 per window) others used meanwhile. */
export function describeNoise(gauges: number[], foreign: readonly number[]): string {
  const speed = `One HMAC over 850 bytes took ${gauges.map((gauge) => gauge.toFixed(1)).join(', ')} µs before, between and after the figures`;
  if (foreign.length === 0) return `${speed}.`;
  const share = (value: number): string => `${(value * 100).toFixed(0)} %`;
  return `${speed}; processes outside the bench took ${share(median([...foreign]))} of the machine in the median window and ${share(Math.max(...foreign))} in the worst.`;
}
