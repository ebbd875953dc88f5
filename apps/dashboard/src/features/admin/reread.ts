import { useQueryClient } from '@tanstack/react-query';

function useReread(paths: string[]): () => void {
  const queries = useQueryClient();
  return () =>
    void queries.invalidateQueries({ predicate: ({ queryKey }) => paths.some((path) => String(queryKey[1]).startsWith(path)) });
}

/** After tenants have changed. */
export const useRereadTenants = () => useReread(['/api/v1/tenants', '/api/v1/system', '/api/v1/plans']);
/** After what waits for an operator has changed. */
export const useRereadSystem = () => useReread(['/api/v1/system']);
