const HOUR_MS = 3_600_000;
const TICKS = 24;

/** A span of time in slots that are fine enough for the hours and for the ticks of a project. */
export interface Window {
  since: number;
  until: number;
  /** Where each slot begins, in milliseconds, and where the last one ends. */
  bounds: number[];
}

/** The last so many hours. */
export function windowOf(hours: number, until: number): Window {
  const since = until - hours * HOUR_MS;
  const marks = new Set([until]);
  for (let at = since; at < until; at += HOUR_MS) marks.add(at);
  for (let at = 0; at < TICKS; at += 1) marks.add(since + (at * hours * HOUR_MS) / TICKS);
  return { since, until, bounds: [...marks].sort((a, b) => a - b) };
}

/** The window before it, as long, in plain slots: only its sums are asked for. */
export function windowBefore({ since, until }: Window): Window {
  const length = until - since;
  const bounds = Array.from({ length: TICKS + 1 }, (_, at) => since - length + (at * length) / TICKS);
  return { since: since - length, until: since, bounds };
}

/** Which part of `parts` equal ones of the window a slot (counted from 1, as the database does) lies in. */
export function partOf({ since, until, bounds }: Window, slot: number, parts: number): number {
  const at = bounds[slot - 1] ?? since;
  return Math.min(parts - 1, Math.floor(((at - since) * parts) / (until - since)));
}

export function startsOf({ since, until }: Window, parts: number): Date[] {
  return Array.from({ length: parts }, (_, at) => new Date(since + (at * (until - since)) / parts));
}

export interface Sample {
  ms: number;
  /** How many it stands for. */
  weight: number;
}

/** The smallest value that at least this share of everything does not exceed, rounded to whole milliseconds. */
export function percentile(samples: Sample[], share: number): number | null {
  const sorted = samples.toSorted((a, b) => a.ms - b.ms);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let seen = 0;
  for (const { ms, weight } of sorted) {
    seen += weight;
    // A hair less, because weights are fractions.
    if (seen >= share * total - 1e-6) return Math.max(0, Math.round(ms));
  }
  return null;
}
