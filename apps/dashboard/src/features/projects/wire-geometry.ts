export const ROW = 72;
const SPREAD = 13;

export interface Route {
  id: string;
  phoneNumberId: string;
  projectId: string;
  priority: number;
}

export interface Wire extends Route {
  lit: boolean;
  /** From the number's side to the project's, in pixels from the top. */
  y0: number;
  y1: number;
}

/**
 * Where the lines between two columns of rows begin and end. Lines that share a row are fanned out around its
 * middle, in the order of what they lead to, so that they cross as little as they can.
 */
export function placeWires(routes: Route[], numbers: string[], projects: string[], chosen: string | undefined): Wire[] {
  const from = new Map(numbers.map((id, row) => [id, row]));
  const to = new Map(projects.map((id, row) => [id, row]));
  const rows = routes.flatMap((route) => {
    const number = from.get(route.phoneNumberId);
    const project = to.get(route.projectId);
    return number === undefined || project === undefined ? [] : [{ route, number, project }];
  });
  type Row = (typeof rows)[number];
  const fanned = (row: Row, side: 'number' | 'project', far: 'number' | 'project') => {
    const beside = rows.filter((other) => other[side] === row[side]).toSorted((a, b) => a[far] - b[far]);
    const gap = Math.min(SPREAD, (ROW - 24) / Math.max(1, beside.length - 1));
    return row[side] * ROW + ROW / 2 + (beside.indexOf(row) - (beside.length - 1) / 2) * gap;
  };
  return rows
    .map((row) => ({
      ...row.route,
      lit: row.route.phoneNumberId === chosen,
      y0: fanned(row, 'number', 'project'),
      y1: fanned(row, 'project', 'number'),
    }))
    .toSorted((a, b) => Number(a.lit) - Number(b.lit));
}

export function wirePath({ y0, y1 }: Pick<Wire, 'y0' | 'y1'>, width: number): string {
  const middle = width / 2;
  return `M0 ${y0}C${middle} ${y0} ${middle} ${y1} ${width - 6} ${y1}`;
}

/** How far along the line its priority stands, near the number. */
export const LABEL_AT = 0.3;

/** The height of a line where its label stands: a cubic curve whose first two points and last two share a height. */
export function labelHeight({ y0, y1 }: Pick<Wire, 'y0' | 'y1'>): number {
  const t = LABEL_AT;
  const near = (1 - t) ** 3 + 3 * (1 - t) ** 2 * t;
  return y0 * near + y1 * (1 - near);
}

/** Moves labels apart that would lie on each other, in the order they are in. */
export function apart(heights: number[], gap: number): number[] {
  const order = heights.map((height, index) => ({ height, index })).toSorted((a, b) => a.height - b.height);
  const placed: number[] = [];
  for (const { height } of order) placed.push(Math.max(height, (placed.at(-1) ?? -Infinity) + gap));
  const drift = placed.reduce((sum, height, at) => sum + height - (order[at]?.height ?? height), 0) / Math.max(1, placed.length);
  const result = [...heights];
  order.forEach(({ index }, at) => {
    result[index] = (placed[at] ?? 0) - drift;
  });
  return result;
}
