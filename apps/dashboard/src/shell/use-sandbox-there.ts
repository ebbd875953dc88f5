import { useEffect } from 'react';
import { $api } from '../data/client.ts';

const KEY = 'waypost.no-sandbox';

/** Whether this hub has a simulator; until it has said so, what it said last time, so that the rail does not move. */
export function useSandboxThere(asks: boolean): boolean {
  const { data } = $api.useQuery('get', '/api/v1/sandbox', {}, { enabled: asks, staleTime: 60_000 });
  const available = data?.available;
  useEffect(() => {
    if (available === true) localStorage.removeItem(KEY);
    if (available === false) localStorage.setItem(KEY, '1');
  }, [available]);
  return asks && (available ?? localStorage.getItem(KEY) === null);
}
