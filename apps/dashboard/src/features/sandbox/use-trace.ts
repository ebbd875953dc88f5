import { $api } from '../../data/client.ts';
import { progressOf } from './steps.ts';

const QUICK_MS = 150;
const QUICK_FOR_MS = 3_000;

/** The way of one webhook. The stream tells what is new; in its first seconds it is read faster than that. */
export function useTrace(webhookId: string | undefined) {
  return $api.useQuery(
    'get',
    '/api/v1/webhooks/{id}/trace',
    { params: { path: { id: webhookId ?? '' } } },
    {
      enabled: webhookId !== undefined,
      retry: false,
      refetchInterval: ({ state: { data, error } }) => {
        if (error || !data) return false;
        const fresh = Date.now() - Date.parse(data.receivedAt) < QUICK_FOR_MS;
        const { progress } = progressOf(data);
        return fresh && (progress === 'open' || progress === 'troubled') ? QUICK_MS : false;
      },
    },
  );
}
