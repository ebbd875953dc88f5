/** The window that is judged, and the one before it that says what is usual. */
export const RECENT_MINUTES = 5;
export const BEFORE_MINUTES = 60;

/** Fewer are an incident of their own and no spike. */
const LEAST = 10;
/** Less than this share of all is no spike, whatever is usual. */
const LEAST_SHARE = 0.1;
const TIMES_USUAL = 3;
/** Over when it is back at most at so many times what was usual as it began. */
const TIMES_OVER = 1.5;

export interface Figures {
  /** What went wrong in the window. */
  bad: number;
  /** Everything in the window; absent where only what goes wrong is counted. */
  total?: number;
}

export interface Verdict {
  spiking: boolean;
  /** What the time before would have led one to expect in the recent window. */
  expected: number;
  /** What is usual, as a share of all, or as a number a minute where nothing else is counted. */
  usual: number;
}

/**
 * Whether more goes wrong than usual. While it does (`usualThen` is what was usual as it began) that is measured, since
 * the trouble itself has become part of the hour before.
 */
export function judge(recent: Figures, before: Figures, usualThen?: number): Verdict {
  const usual = usualThen ?? rate(before, BEFORE_MINUTES);
  const now = rate(recent, RECENT_MINUTES);
  const expected = Math.round(usual * (recent.total ?? RECENT_MINUTES));
  const floor = recent.total === undefined ? LEAST / RECENT_MINUTES : LEAST_SHARE;
  if (usualThen !== undefined) {
    const over = now <= Math.max(usual * TIMES_OVER, floor / 2) || recent.bad < LEAST / 2;
    return { spiking: !over, expected, usual };
  }
  return { spiking: recent.bad >= LEAST && now >= Math.max(floor, usual * TIMES_USUAL), expected, usual };
}

function rate({ bad, total }: Figures, minutes: number): number {
  if (total === undefined) return bad / minutes;
  return total === 0 ? 0 : bad / total;
}

/** How an alert stands. */
export interface AlertState {
  raised: boolean;
  since: Date;
  /** When people last heard of it. */
  toldAt: Date | null;
}

export type Step = { next: 'stay' } | { next: 'raise' | 'remind' | 'end'; tell: boolean };

const HOUR_MS = 3_600_000;

/** What follows from a verdict. People hear of a trouble once an hour at most, and of its end if they heard of it. */
export function nextStep(state: AlertState | undefined, spiking: boolean, now: Date): Step {
  const quietFor = state?.toldAt ? now.getTime() - state.toldAt.getTime() : Infinity;
  const mayTell = quietFor >= HOUR_MS;
  if (!state?.raised) return spiking ? { next: 'raise', tell: mayTell } : { next: 'stay' };
  if (spiking) return mayTell ? { next: 'remind', tell: true } : { next: 'stay' };
  return { next: 'end', tell: state.toldAt !== null && state.toldAt >= state.since };
}
