import type { Json } from './client.ts';
import type { RoutePlan } from './route-plan.ts';
import { routesOfHub } from './routes-of-hub.ts';
import { routesOfPeople } from './routes-of-people.ts';

/** Every route there is. One that is missing here fails the tests that go through all of them. */
export const routes: Record<string, RoutePlan> = { ...routesOfPeople, ...routesOfHub };

/** Method, path and plan of every route. */
export const allRoutes = Object.entries(routes).map(([route, plan]) => {
  const [method = '', path = ''] = route.split(' ');
  return { route, method, path, ...plan };
});

export function pathWith(path: string, id: string | undefined): string {
  const query = routes[`GET ${path}`]?.query;
  return path.replace(/\{\w+\}/, encodeURIComponent(id ?? '')) + (query ? `?${query}` : '');
}

/** The routes that the document names, as `METHOD /path`. */
export function documentedRoutes(document: Json): string[] {
  return Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}
