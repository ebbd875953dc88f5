import { type Json, ok } from './client.ts';
import { allRoutes } from './routes.ts';
import type { Tenant } from './world.ts';

/** The lists of a tenant's things. */
export const lists = allRoutes.filter(
  ({ method, path, id, answers, needs }) =>
    method === 'GET' &&
    !id &&
    !answers &&
    !path.includes('/auth/') &&
    needs !== 'public' &&
    needs !== 'platform:admin',
);

/** All that is in a tenant's lists, by the path of each, as its first administrator sees it. */
export async function everythingOf(tenant: Tenant): Promise<Record<string, Json[]>> {
  const pages = await Promise.all(lists.map(({ path }) => ok(tenant.admin.get(`${path}?limit=200`))));
  return Object.fromEntries(lists.map(({ path }, at) => [path, pages[at].data]));
}
