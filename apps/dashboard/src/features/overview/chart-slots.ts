import type { Overview } from './overview-data.ts';
import type { Range } from './overview-search.ts';

const HOUR_MS = 3_600_000;
const MOST_COLUMNS = 32;

export interface Slot {
  /** Where it begins and ends, in milliseconds. */
  from: number;
  to: number;
  /** Null where only deliveries are counted this finely. */
  received: number | null;
  delivered: number;
  troubled: number;
}

/** The columns of the chart: hours as they are, days in columns of six hours, one hour in the slices of its projects. */
export function chartSlots({ hours, projects }: Pick<Overview, 'hours' | 'projects'>, range: Range): Slot[] {
  if (hours.length < 2) return slices(projects, range);
  const together = Math.ceil(hours.length / MOST_COLUMNS);
  const width = (range * HOUR_MS) / hours.length;
  return Array.from({ length: Math.ceil(hours.length / together) }, (_, column) => {
    const part = hours.slice(column * together, (column + 1) * together);
    const from = Date.parse(part[0]?.at ?? '');
    return {
      from,
      to: from + width * part.length,
      received: sum(part.map(({ received }) => received)),
      delivered: sum(part.map(({ delivered }) => delivered)),
      troubled: sum(part.map(({ troubled }) => troubled)),
    };
  });
}

function slices(projects: Overview['projects'], range: Range): Slot[] {
  const ticks = projects[0]?.ticks ?? [];
  const width = (range * HOUR_MS) / Math.max(1, ticks.length);
  return ticks.map(({ at }, slice) => ({
    from: Date.parse(at),
    to: Date.parse(at) + width,
    received: null,
    delivered: sum(projects.map((project) => project.ticks[slice]?.delivered ?? 0)),
    troubled: sum(projects.map((project) => project.ticks[slice]?.troubled ?? 0)),
  }));
}

export const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** The next number above whose quarters are round. */
export function roundTop(value: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  const top = [4, 8, 12, 16, 20, 24, 32, 40, 60, 80, 100].find((factor) => factor * power >= value) ?? 100;
  return top * power;
}
