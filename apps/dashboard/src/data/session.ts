import { redirect } from '@tanstack/react-router';
import type { Schemas } from '@waypost/api-client';
import { roleAllows, type Permission } from '@waypost/contracts';
import { actFor, useActingFor } from './acting-for.ts';
import { $api, api, isProblem, queryClient } from './client.ts';
import { followLocale } from './person-locale.ts';
import { heedSession } from './renewal.ts';

export type Me = Schemas['MeView'];

const meQuery = () => $api.queryOptions('get', '/api/v1/auth/me', {}, { staleTime: 60_000, retry: false });

heedSession({
  /** A page that was signed in leaves what it shows; others find their own way. */
  lost: () => {
    if (!queryClient.getQueryData(meQuery().queryKey)) return;
    forget();
    const from = location.pathname.replace(/^\/app/, '') + location.search;
    globalThis.location.assign(`/app/sign-in?from=${encodeURIComponent(from)}`);
  },
  /** Whose time as somebody else is over goes on as themself: nothing that is shown is theirs any more. */
  renewed: (userId) => {
    const me = queryClient.getQueryData<Me | Schemas['KeyMeView']>(meQuery().queryKey);
    if (!me || !('user' in me) || me.user.id === userId) return;
    forget();
    globalThis.location.assign('/app/');
  },
});

function forget(): void {
  actFor(null);
  queryClient.clear();
}

/** Who is signed in, or a way to the sign-in page that leads back. */
export async function requireSession(href: string): Promise<Me> {
  try {
    const me = person(await queryClient.ensureQueryData(meQuery()));
    // A page in another language is better than none.
    await followLocale(me).catch(() => undefined);
    return me;
  } catch (error) {
    if (isProblem(error) && error.status === 401) throw redirect({ to: '/sign-in', search: { from: href } });
    throw error;
  }
}

/** Only below a route that has called `requireSession`. */
export function useMe(): Me {
  const { data } = $api.useSuspenseQuery('get', '/api/v1/auth/me', {}, { staleTime: 60_000, retry: false });
  return person(data);
}

/** A program with an API key is told of its key instead; it opens no pages. */
function person(me: Me | Schemas['KeyMeView']): Me {
  if ('user' in me) return me;
  throw new Error('An API key has no pages.');
}

/** Answers whether the person may do something in the tenant at hand; the API has the last word. */
export function useMayAll(): (permission: Permission) => boolean {
  const { user, tenant } = useMe();
  const acting = useActingFor();
  return (permission) => {
    if (user.superAdmin) return permission === 'platform:admin' || acting !== null || tenant !== null;
    return tenant !== null && roleAllows(tenant.role, permission);
  };
}

export const useMay = (permission: Permission): boolean => useMayAll()(permission);

export async function signOut(): Promise<void> {
  await api.POST('/api/v1/auth/logout');
  forget();
  globalThis.location.assign('/app/sign-in');
}

/** Goes on in another tenant of the person; everything that was read belongs to the one before. */
export async function switchTenant(tenantId: string): Promise<void> {
  await api.POST('/api/v1/auth/switch', { body: { tenantId } });
  globalThis.location.assign('/app/');
}
