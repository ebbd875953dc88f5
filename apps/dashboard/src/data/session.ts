import { redirect } from '@tanstack/react-router';
import type { Schemas } from '@waypost/api-client';
import { roleAllows, type Permission } from '@waypost/contracts';
import { actFor, useActingFor } from './acting-for.ts';
import { $api, api, isProblem, queryClient } from './client.ts';

export type Me = Schemas['MeView'];

const meQuery = () => $api.queryOptions('get', '/api/v1/auth/me', {}, { staleTime: 60_000, retry: false });

/** Who is signed in, or a way to the sign-in page that leads back. */
export async function requireSession(href: string): Promise<Me> {
  try {
    return await queryClient.ensureQueryData(meQuery());
  } catch (error) {
    if (isProblem(error) && error.status === 401) throw redirect({ to: '/sign-in', search: { from: href } });
    throw error;
  }
}

/** Only below a route that has called `requireSession`. */
export function useMe(): Me {
  const { data } = $api.useSuspenseQuery('get', '/api/v1/auth/me', {}, { staleTime: 60_000, retry: false });
  return data;
}

/** Whether the person may do it in the tenant at hand; the API has the last word. */
export function useMay(permission: Permission): boolean {
  const { user, tenant } = useMe();
  const acting = useActingFor();
  if (user.superAdmin) return permission === 'platform:admin' || acting !== null || tenant !== null;
  return tenant !== null && roleAllows(tenant.role, permission);
}

export async function signOut(): Promise<void> {
  await api.POST('/api/v1/auth/logout');
  actFor(null);
  queryClient.clear();
  globalThis.location.assign('/app/sign-in');
}

/** Goes on in another tenant of the person; everything that was read belongs to the one before. */
export async function switchTenant(tenantId: string): Promise<void> {
  await api.POST('/api/v1/auth/switch', { body: { tenantId } });
  globalThis.location.assign('/app/');
}
