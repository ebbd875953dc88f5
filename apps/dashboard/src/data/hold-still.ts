interface Row {
  id: string;
}

/**
 * What a list shows while somebody is at it: rows keep their places and only what they say changes, rows that do not
 * match any more stay, older ones join at the end, and all others wait. Both lists are newest first, and ids are
 * made in order of time.
 */
export function holdStill<T extends Row>(shown: T[], fresh: T[]): { rows: T[]; waiting: number } {
  const last = shown.at(-1);
  if (last === undefined) return { rows: fresh, waiting: 0 };
  const now = new Map(fresh.map((row) => [row.id, row]));
  const known = new Set(shown.map(({ id }) => id));
  const older = fresh.filter(({ id }) => id < last.id);
  const rows = [...shown.map((row) => now.get(row.id) ?? row), ...older];
  return { rows, waiting: fresh.filter(({ id }) => id >= last.id && !known.has(id)).length };
}

/** The newest and oldest of the rows that are shown and match no more. */
export function strays<T extends Row>(shown: T[], fresh: T[]): [T, T] | null {
  const matching = new Set(fresh.map(({ id }) => id));
  const gone = shown.filter(({ id }) => !matching.has(id));
  const [newest] = gone;
  const oldest = gone.at(-1);
  return newest && oldest ? [newest, oldest] : null;
}

export const sameRows = <T>(a: T[], b: T[]) =>
  a.length === b.length && a.every((row, index) => row === b[index]);
