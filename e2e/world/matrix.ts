import { keyScopes, type Role, roleAllows, roles } from '../../libs/contracts/src/index.ts';
import { type Client, type Json, ok } from './client.ts';
import { comparable } from './comparable.ts';
import { everythingOf } from './everything.ts';
import { type Login, newMember, newSuperAdmin } from './people.ts';
import { absent, type Kind, make, type Place } from './kinds.ts';
import { allRoutes, pathWith } from './routes.ts';
import { staysSignedIn } from './signed-in.ts';
import type { Tenant, World } from './world.ts';

type Route = (typeof allRoutes)[number];
/** What a route answers about the caller's own thing, about one of another tenant, and about nothing. */
export interface Cell {
  own: string;
  foreign: string;
  nothing: string;
}

/** Somebody who calls every route, in a tenant of their own. */
interface Caller {
  name: string;
  tenant: Tenant;
  client: Client;
  /** For what is asked of a body or made of a person, such as a session. */
  login: Login;
  may(route: Route): boolean;
  /** After a call that ended what the caller signs in with. */
  renew(): Promise<void>;
}

export const callerNames = ['nobody', 'SUPER_ADMIN', ...roles, 'key, all scopes', 'key, no scope'];

export interface Walked {
  cells: Map<string, Cell[]>;
  /** Who could tell a foreign thing from none, and by which route. */
  told: string[];
  /** What the other tenant had before, and has now. */
  theirs: { before: Json; after: Json };
}

/** Calls every route as everybody; who is refused is refused before anything is looked up. */
export async function walk(world: World): Promise<Walked> {
  const theirs = await world.tenant('theirs');
  const foreign = new Map<Kind, string>();
  for (const { id } of allRoutes) {
    if (id && !foreign.has(id)) foreign.set(id, await make(id, { world, tenant: theirs }));
  }
  const before = await everythingOf(theirs);
  const cells = new Map<string, Cell[]>(allRoutes.map(({ route }) => [route, []]));
  const told: string[] = [];
  // Each in a tenant of their own, so nobody disturbs the others.
  await Promise.all(
    callerNames.map(async (name, column) => {
      const caller = await newCaller(world, name, await world.tenant(`m-${column}`));
      const known = new Map<Kind, string>();
      for (const route of allRoutes) {
        const answers = await callRoute(world, caller, route, { known, foreign });
        const row = cells.get(route.route);
        if (row) row[column] = answers.cell;
        if (answers.differ) told.push(`${route.route} as ${name}`);
      }
    }),
  );
  return { cells, told, theirs: { before, after: await everythingOf(theirs) } };
}

/** The file in which the answers are kept: a row per route, a column per caller. */
export function written(cells: Map<string, Cell[]>): string {
  const width = Math.max(...[...cells.keys()].map((route) => route.length)) + 2;
  const line = (route: string, columns: string[]) =>
    route.padEnd(width) +
    columns
      .map((column) => column.padEnd(COLUMN))
      .join('')
      .trimEnd();
  const rows = [...cells].map(([route, row]) =>
    line(
      route,
      callerNames.map((_, at) => shown(row[at])),
    ),
  );
  return `${[...HEAD, line('', callerNames), ...rows].join('\n')}\n`;
}

const COLUMN = 16;
const HEAD = [
  "The status that everybody is answered by every route: about what is their tenant's own / about what is another",
  'tenant\'s or nothing at all, which must not be told apart. Written by "node tools/matrix.mjs --write".',
  '',
];

function shown(cell: Cell | undefined): string {
  if (!cell) return '?';
  return cell.nothing === cell.own ? cell.own : `${cell.own} / ${cell.nothing}`;
}

async function newCaller(world: World, name: string, tenant: Tenant): Promise<Caller> {
  const { stranger } = world;
  if (name === 'nobody' || name.startsWith('key')) {
    const scopes = name === 'key, all scopes' ? keyScopes : [];
    const client =
      name === 'nobody'
        ? stranger
        : stranger.as((await ok(tenant.admin.post('/api/v1/api-keys', { name, scopes }))).key);
    const may = ({ needs }: Route) => needs === 'public' || scopes.some((scope) => scope === needs);
    const renew = () => Promise.reject(new Error(`${name} was shut out.`));
    return { name, tenant, client, login: tenant.login, may: name === 'nobody' ? isPublic : may, renew };
  }
  const root = name === 'SUPER_ADMIN';
  const caller: Caller = {
    name,
    tenant,
    client: stranger,
    login: tenant.login,
    may: ({ needs }) =>
      root || needs === 'public' || needs === 'signed-in' || roleAllows(name as Role, needs),
    renew: async () => {
      caller.login = root ? await newSuperAdmin(world) : await newMember(world, tenant, name as Role);
      const token = staysSignedIn(stranger, world.clock, caller.login);
      caller.client = stranger.as(token, root ? tenant.id : undefined);
    },
  };
  await caller.renew();
  return caller;
}

const isPublic = ({ needs }: Route) => needs === 'public';

interface Things {
  /** What a caller who is refused asks about, once made. */
  known: Map<Kind, string>;
  foreign: Map<Kind, string>;
}

async function callRoute(
  world: World,
  caller: Caller,
  route: Route,
  { known, foreign }: Things,
): Promise<{ cell: Cell; differ: boolean }> {
  const { method, path, id, needs } = route;
  const may = caller.may(route);
  const place = await placeOf(world, caller, route, may);
  const body = may ? await route.body?.(place) : undefined;
  const ask = async (thing: string | undefined) => {
    const address = pathWith(path, thing);
    if (route.answers === 'a stream') {
      const status = String(await caller.client.look(address));
      return { status, same: status };
    }
    const given = body ?? (method === 'POST' || method === 'PATCH' ? {} : undefined);
    const answer = await caller.client.call(method, address, given);
    return { status: String(answer.status), same: thing && comparable(answer, thing) };
  };
  if (!id) {
    const { status } = await ask(undefined);
    await mend(caller, route);
    return { cell: { own: status, foreign: status, nothing: status }, differ: false };
  }
  const nothing = await ask(absent(id));
  // What belongs to the platform, or is for everybody, belongs to no other tenant.
  const operators = caller.name === 'SUPER_ADMIN' && id === 'caught mail';
  const walled = needs !== 'platform:admin' && needs !== 'public' && !operators;
  const other = walled ? await ask(foreign.get(id)) : nothing;
  const mine = may ? await make(id, place) : (known.get(id) ?? (await make(id, place)));
  known.set(id, mine);
  const own = await ask(mine);
  await mend(caller, route);
  return {
    cell: { own: own.status, foreign: other.status, nothing: nothing.status },
    differ: JSON.stringify(other.same) !== JSON.stringify(nothing.same),
  };
}

/** What a super-admin does to a whole tenant is done to one that nobody needs any more. */
async function placeOf(world: World, caller: Caller, { needs, id }: Route, may: boolean): Promise<Place> {
  const spare = may && needs === 'platform:admin' && id === 'tenant';
  const tenant = spare ? await world.tenant(`s-${crypto.randomUUID().slice(-12)}`) : caller.tenant;
  return { world, tenant: { ...tenant, login: spare ? tenant.login : caller.login } };
}

/** Some calls end the caller's own session, password or account. */
async function mend(caller: Caller, { method, path }: Route): Promise<void> {
  if (method === 'GET' || !path.includes('/auth/')) return;
  if (caller.name === 'nobody' || caller.name.startsWith('key')) return;
  if (path.endsWith('/password/change') || (await caller.client.get('/api/v1/auth/me')).status !== 200)
    await caller.renew();
}
