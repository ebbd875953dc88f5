import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../data/client.ts';

const PAGE = 20;
const RUNNING_MS = 3_000;

/** Erasures, newest first; looked at again while one of them runs. */
export function useErasures() {
  return useInfiniteQuery({
    queryKey: ['get', '/api/v1/privacy/erasures', 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const { data, error } = await api.GET('/api/v1/privacy/erasures', { params: { query: { limit: PAGE, cursor: pageParam } }, signal });
      if (error) throw error;
      return data;
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) => {
      const runs = state.data?.pages.some(({ data }) => data.some((erasure) => erasure.state === 'running'));
      return runs ? RUNNING_MS : false;
    },
  });
}

export type Erasures = ReturnType<typeof useErasures>;
