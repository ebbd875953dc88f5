export interface Duration {
  value: number;
  unit: 'ms' | 's' | 'min';
}

/** Milliseconds in the unit in which a person reads them. */
export function durationOf(ms: number): Duration {
  if (ms < 10_000) return { value: Math.round(ms), unit: 'ms' };
  if (ms < 600_000) return { value: Math.round(ms / 1_000), unit: 's' };
  return { value: Math.round(ms / 60_000), unit: 'min' };
}
