import { QueryClient } from '@tanstack/react-query';
import { createApiClient, type Schemas } from '@waypost/api-client';
import createQueryHooks from 'openapi-react-query';
import { currentLocale, wordsIn } from '../i18n/locale.ts';
import { actingFor } from './acting-for.ts';
import { fetchSignedIn } from './renewal.ts';

/** What every failed call throws: the API's own words, or ours when it did not answer. */
export type Problem = Pick<Schemas['Problem'], 'title' | 'detail' | 'status' | 'code'> &
  Partial<Pick<Schemas['Problem'], 'errors' | 'requestId'>>;

/** For calls outside of rendering; inside use `$api.useQuery` and `$api.useMutation`. */
export const api = createApiClient(location.origin, {
  headers: (): Record<string, string> => {
    const tenant = actingFor();
    return tenant ? { 'x-tenant-id': tenant.id } : {};
  },
  fetch: fetchSignedIn,
});

export const $api = createQueryHooks(api);

export function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'status' in error && 'code' in error;
}

/** An error in the shape of a problem, whatever it was. */
export function problemOf(error: unknown): Problem {
  if (isProblem(error)) return error;
  const { unreachable, unreachableHint } = wordsIn(currentLocale()).ui;
  return {
    status: 0,
    code: 'unavailable',
    title: unreachable,
    detail: unreachableHint,
  };
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // What the stream announces is read again at once; the rest may be a little old.
      staleTime: 10_000,
      // What the caller did wrong does not become right by asking again.
      retry: (count, error) => count < 2 && (!isProblem(error) || error.status >= 500),
    },
  },
});
