import { $api } from '../../data/client.ts';

const LOOK_AGAIN_MS = 3_000;

/**
 * How far an app's set-up is. The stream tells of webhooks before the hub has noted that the app is in use, which it
 * does only every few seconds: until the first one is noted, we look again by ourselves.
 */
export const useSetup = (appId: string | undefined) =>
  $api.useQuery(
    'get',
    '/api/v1/apps/{id}/setup',
    { params: { path: { id: appId ?? '' } } },
    { enabled: appId !== undefined, refetchInterval: ({ state }) => (state.data?.lastWebhookAt ? false : LOOK_AGAIN_MS) },
  );
