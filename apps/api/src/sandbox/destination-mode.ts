/** How a destination answers, in the words of the sandbox. */
export const modeNames = ['ok', 'slow', 'status', '410', '429', 'hang', 'reset', 'drop'] as const;
export type ModeName = (typeof modeNames)[number];

export interface DestinationMode {
  mode: ModeName;
  /** Of `slow`. */
  ms?: number;
  /** Of `status`. */
  status?: number;
  /** Seconds; of `status` and `429`. */
  retryAfter?: number;
  /** Share of the requests, 0 to 1; the others are answered 200. */
  probability?: number;
  /** Only for so many requests from now on. */
  first?: number;
}

export interface Destination {
  name: string;
  mode: Omit<DestinationMode, 'mode'> & { mode: string };
  counts: { received: number; unsigned: number; answered: Record<string, number> };
}

/** The same in the words of the simulator, for whom 410 and 429 are statuses like any other. */
export function modeForSimulator({ mode, ...rest }: DestinationMode): object {
  switch (mode) {
    case 'ok':
      return { mode: 'fast' };
    case '410':
    case '429':
      return { ...rest, mode: 'status', status: Number(mode) };
    default:
      return { ...rest, mode };
  }
}
