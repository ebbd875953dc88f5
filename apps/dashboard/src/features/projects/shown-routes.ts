import type { Mapping, PhoneNumber, Project } from '../../data/lists.ts';

const MOST_NUMBERS = 8;
const MOST_PROJECTS = 8;

interface Input {
  numbers: PhoneNumber[];
  projects: Project[];
  mappings: Mapping[];
  chosen: string | undefined;
}

/**
 * What the map has room for. Of many numbers: the chosen one, those that share a project with it, then those that
 * stand beside it in the list. Of many projects: those of the chosen number, of its neighbours, then the others.
 */
export function shownRoutes({ numbers, projects, mappings, chosen }: Input): { numbers: PhoneNumber[]; projects: Project[] } {
  const near = new Set(mappings.filter((one) => one.phoneNumberId === chosen).map((one) => one.projectId));
  const sharing = new Set(mappings.filter((one) => near.has(one.projectId)).map((one) => one.phoneNumberId));
  const at = Math.max(0, numbers.findIndex((one) => one.phoneNumberId === chosen));
  const shownNumbers = pick(numbers, MOST_NUMBERS, (one, index) => {
    if (one.phoneNumberId === chosen) return -2;
    return sharing.has(one.phoneNumberId) ? -1 : Math.abs(index - at);
  });
  const ids = new Set(shownNumbers.map((one) => one.phoneNumberId));
  const linked = new Set(mappings.filter((one) => ids.has(one.phoneNumberId)).map((one) => one.projectId));
  const most = Math.max(MOST_PROJECTS, near.size);
  const shownProjects = pick(projects, most, (one) => (near.has(one.id) ? 0 : linked.has(one.id) ? 1 : 2));
  return { numbers: shownNumbers, projects: shownProjects };
}

/** The rows with the lowest rank, in the order they had. */
function pick<Row>(rows: Row[], most: number, rank: (row: Row, index: number) => number): Row[] {
  if (rows.length <= most) return rows;
  const ranked = rows.map((row, index) => ({ row, index, rank: rank(row, index) })).toSorted((a, b) => a.rank - b.rank || a.index - b.index);
  return ranked
    .slice(0, most)
    .toSorted((a, b) => a.index - b.index)
    .map(({ row }) => row);
}
