import { $api } from '../../data/client.ts';
import { type Mapping, type PhoneNumber, type Project, useMappings, useNumbers, useProjects } from '../../data/lists.ts';

/** How a project did in 24 equal slices of the last day. */
export interface Tick {
  at: string;
  delivered: number;
  troubled: number;
}

export interface Figures {
  waiting: number;
  failed: number;
  delivered: number;
  ticks: Tick[];
}

export interface Routing {
  numbers: PhoneNumber[];
  projects: Project[];
  mappings: Mapping[];
  /** By project; absent while they are not read. */
  figures: Map<string, Figures>;
}

/** All that the page of projects shows, read together. */
export function useRouting() {
  const numbers = useNumbers();
  const projects = useProjects();
  const mappings = useMappings();
  const overview = $api.useQuery('get', '/api/v1/overview', { params: { query: { hours: 24 } } });
  const parts = [numbers, projects, mappings];
  const ready = numbers.data && projects.data && mappings.data;
  return {
    routing: ready && {
      numbers: numbers.data,
      projects: projects.data,
      mappings: mappings.data,
      figures: new Map<string, Figures>(overview.data?.projects.map((project) => [project.id, project]) ?? []),
    },
    error: parts.find((part) => part.error)?.error,
    retry: () => void Promise.all(parts.map((part) => part.refetch())),
  };
}

/** A circuit that lets nothing through, or a project that is switched off. */
export const isBroken = (project: Project): boolean => project.status !== 'enabled' || project.health.breaker === 'open';
