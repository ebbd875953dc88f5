export const ranges = [1, 24, 168] as const;
export type Range = (typeof ranges)[number];

/** What the address of the overview says: hours to look back, and whether all that needs attention is listed. */
export interface OverviewSearch {
  hours?: Range;
  all?: true;
}

export const DEFAULT_RANGE: Range = 24;

export function overviewSearch(search: Record<string, unknown>): OverviewSearch {
  const hours = ranges.find((range) => range === Number(search.hours));
  return {
    ...(hours && hours !== DEFAULT_RANGE && { hours }),
    ...((search.all === true || search.all === 'true') && { all: true as const }),
  };
}
