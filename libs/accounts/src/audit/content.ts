/** JSON without white space, keys of every object sorted by their UTF-16 code units, absent values left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, kept: unknown) => {
    if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return kept;
    return Object.fromEntries(Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

interface BeforeAndAfter {
  before?: unknown;
  after?: unknown;
}

/** Where both sides are known, only the fields that differ; hidden secrets are kept as what was set. */
export function changedOnly({ before, after }: BeforeAndAfter): BeforeAndAfter {
  if (!isRecord(before) || !isRecord(after)) return { before, after };
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null),
  );
  return { before: pick(before, names), after: pick(after, names) };
}

function pick(from: Record<string, unknown>, names: string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
