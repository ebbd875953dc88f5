/** Below this share of deliveries that went through a figure is red. */
const TARGET = 0.995;

export function shareOf({ delivered, troubled }: { delivered: number; troubled: number }): number | null {
  const all = delivered + troubled;
  return all === 0 ? null : delivered / all;
}

export const isLow = (share: number | null): boolean => share !== null && share < TARGET;
