import type { Schemas } from '@waypost/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { $api } from '../../data/client.ts';

export type SandboxNumber = Schemas['SandboxNumberView'];
export type Destination = Schemas['SandboxDestinationView'];
export type Mode = Schemas['DestinationModeBody'];

/** What there is to play with. The shell asks too, so the answer is shared. */
export const useSandbox = () => $api.useQuery('get', '/api/v1/sandbox', {}, { refetchOnMount: 'always' });

/** After something was called or told how to answer. */
export function useRereadSandbox(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['get', '/api/v1/sandbox'] });
}

/** Projects by id. */
export function useProjects(): Map<string, Schemas['ProjectAnswer']> | undefined {
  const { data } = $api.useQuery('get', '/api/v1/projects', { params: { query: { limit: 200 } } });
  return data && new Map(data.data.map((project) => [project.id, project]));
}
