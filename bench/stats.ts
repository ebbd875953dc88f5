/** The value below which `share` (0 to 1) of the numbers lie; NaN for none. */
export function percentile(numbers: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (numbers: number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Round by round, since neighbours in time share the machine's mood. */
export const ratios = (above: number[], below: number[]): number[] =>
  above.map((value, round) => value / below[round]!);
