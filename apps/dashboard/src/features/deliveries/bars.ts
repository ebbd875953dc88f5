export interface Bar {
  at: string;
  delivered: number;
  troubled: number;
  open: number;
}
export const WIDTH = 960;
export const HEIGHT = 88;

type Part = 'troubled' | 'delivered' | 'open';
const order: Part[] = ['troubled', 'delivered', 'open'];

const sumOf = (bar: Bar) => bar.troubled + bar.delivered + bar.open;

/** One path per part: trouble stands on the base line, what was delivered on it, what is on its way on top. */
export function pathOf(bars: Bar[], part: Part, within?: [number, number]): string {
  const top = Math.max(1, ...bars.map(sumOf));
  const step = WIDTH / Math.max(1, bars.length);
  const steps: string[] = [];
  for (const [index, bar] of bars.entries()) {
    if (bar[part] === 0 || (within && (index < within[0] || index > within[1]))) continue;
    const heights = order.map((each) => heightOf(bar[each], top));
    const below = heights.slice(0, order.indexOf(part)).reduce((sum, height) => sum + height, 0);
    const height = Math.min(heights[order.indexOf(part)] ?? 0, HEIGHT - below);
    steps.push(
      `M${(index * step + step * 0.1).toFixed(1)} ${(HEIGHT - below).toFixed(1)}v${(-height).toFixed(1)}h${(step * 0.8).toFixed(1)}v${height.toFixed(1)}z`,
    );
  }
  return steps.join('');
}

/** However few they are, they can be seen. */
const heightOf = (count: number, top: number) =>
  count === 0 ? 0 : Math.max(2, (count / top) * (HEIGHT - 6));

/** Which bars lie in the chosen time; null when none is chosen. */
export function chosenBars(
  bars: Bar[],
  bucketMs: number,
  since: string | undefined,
  until: string | undefined,
): [number, number] | null {
  const [first] = bars;
  if (!first || (!since && !until)) return null;
  const start = Date.parse(first.at);
  const index = (instant: number) => Math.floor((instant - start) / bucketMs);
  const clamp = (value: number) => Math.min(bars.length - 1, Math.max(0, value));
  return [
    clamp(since ? index(Date.parse(since)) : 0),
    clamp(until ? index(Date.parse(until) - 1) : bars.length - 1),
  ];
}

export function totalsOf(bars: Bar[], within: [number, number] | null): Omit<Bar, 'at'> {
  const part = within ? bars.slice(within[0], within[1] + 1) : bars;
  const sum = (key: Part) => part.reduce((total, bar) => total + bar[key], 0);
  return { delivered: sum('delivered'), troubled: sum('troubled'), open: sum('open') };
}
