import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { numericId } from '../../apps/simulator/src/index.ts';
import type { Permission } from '../../libs/contracts/src/index.ts';
import { type Json, ok } from './client.ts';
import type { Tenant, World } from './world.ts';

/** What an id can name. */
export type Kind =
  | 'business account'
  | 'app'
  | 'number'
  | 'project'
  | 'slug of a project'
  | 'mapping'
  | 'event'
  | 'delivery'
  | 'cancelled delivery'
  | 'bulk operation'
  | 'tenant'
  | 'quarantined webhook'
  | 'webhook'
  | 'unclaimed number'
  | 'destination';

/** How one route of the OpenAPI document is called so that it goes well, and what else is true of it. */
export interface RoutePlan {
  needs: Permission | 'signed-in' | 'public';
  /** What a GET asks for, where it must ask for something. */
  query?: string;
  /** What the id in the path names. */
  id?: Kind;
  /** A body that is accepted; references in it are the tenant's own. */
  body?: (place: Place) => Promise<Json>;
  /** Fields of the body, or of the query, that name something by its id. */
  refs?: Record<string, Kind>;
  /** What a GET without an id answers, unless it is a list: one thing, or a stream that stays open. */
  answers?: 'one thing' | 'a stream';
}

/** Where something is made: in a tenant, by a super-admin. */
export interface Place {
  world: World;
  tenant: Tenant;
}

const post = async ({ tenant }: Place, path: string, body: Json = {}): Promise<Json> =>
  ok(tenant.client.post(path, body));
const testDelivery = async (place: Place): Promise<Json> =>
  post(place, `/api/v1/projects/${await make('project', place)}/test`);

interface KindPlan {
  make: (place: Place) => Promise<string>;
  absent: () => string;
}

/** Every kind of thing that has an id: how a tenant gets one more of it, and an id of the same shape that names nothing. */
const kinds: Record<Kind, KindPlan> = {
  'business account': {
    make: async (place) =>
      (await post(place, '/api/v1/business-accounts', { businessId: numericId(), name: 'One more' }))
        .businessId,
    absent: numericId,
  },
  app: {
    make: async (place) => (await post(place, '/api/v1/apps', await newApp(place))).id,
    absent: numericId,
  },
  number: {
    make: async ({ tenant }) => (await tenant.number()).phoneNumberId,
    absent: numericId,
  },
  project: {
    make: async ({ tenant }) => (await tenant.project(`p-${randomBytes(4).toString('hex')}`)).id,
    absent: v7,
  },
  'slug of a project': {
    make: async ({ tenant }) => (await tenant.project(`p-${randomBytes(4).toString('hex')}`)).slug,
    absent: () => `p-${randomBytes(4).toString('hex')}`,
  },
  mapping: {
    make: async (place) => (await post(place, '/api/v1/mappings', await newMapping(place))).id,
    absent: v7,
  },
  event: { make: async (place) => (await testDelivery(place)).eventId, absent: v7 },
  delivery: { make: async (place) => (await testDelivery(place)).deliveryId, absent: v7 },
  'cancelled delivery': {
    make: async (place) => {
      const { deliveryId } = await testDelivery(place);
      return (await post(place, `/api/v1/deliveries/${deliveryId}/cancel`)).id;
    },
    absent: v7,
  },
  'bulk operation': { make: async (place) => (await post(place, '/api/v1/deliveries/retry')).id, absent: v7 },
  tenant: { make: async ({ tenant }) => tenant.id, absent: v7 },
  'quarantined webhook': {
    make: async ({ world }) => {
      const [id, webhook] = [v7(), v7()];
      await world.sql(
        `INSERT INTO webhook_event (id, app_tenant_id, meta_app_id, body)
         SELECT $1, tenant_id, id, 'no json' FROM meta_app LIMIT 1`,
        [webhook],
      );
      await world.sql(
        `INSERT INTO webhook_quarantine (id, webhook_id, reason, detail, created_at) VALUES ($1, $2, 'not_json', 'x', now())`,
        [id, webhook],
      );
      return id;
    },
    absent: v7,
  },
  webhook: {
    make: async ({ world, tenant }) => {
      const id = v7();
      await world.sql(
        `INSERT INTO webhook_event (id, app_tenant_id, meta_app_id, body)
         SELECT $1, tenant_id, id, 'no json' FROM meta_app WHERE tenant_id = $2 LIMIT 1`,
        [id, tenant.id],
      );
      return id;
    },
    absent: v7,
  },
  /** A number that nobody holds has no other id than Meta's. */
  'unclaimed number': { make: async () => numericId(), absent: numericId },
  /** At the simulator; it is the tenant's because a project points to it. */
  destination: {
    make: async ({ tenant }) => (await tenant.project(`p-${randomBytes(4).toString('hex')}`)).name,
    absent: () => `p-${randomBytes(4).toString('hex')}`,
  },
};

export function make(kind: Kind, place: Place): Promise<string> {
  return kinds[kind].make(place);
}

/** An id as this kind has, of nothing. */
export function absent(kind: Kind): string {
  return kinds[kind].absent();
}

const newApp = async ({ tenant }: Place) => ({
  id: numericId(),
  businessId: tenant.businessId,
  name: 'One more',
  verifyToken: 'a-verify-token',
  appSecret: 'an-app-secret',
});
const newNumber = async ({ tenant }: Place) => ({
  phoneNumberId: numericId(),
  appId: tenant.app.id,
  phoneNumber: '+1 555 010 9999',
  displayName: 'One more',
  businessId: tenant.businessId,
});
const newMapping = async (place: Place): Promise<Json> => ({
  phoneNumberId: await make('number', place),
  projectId: await make('project', place),
  priority: 7,
  fields: ['messages'],
});
const newProject = async ({ world }: Place) => ({
  name: 'One more',
  slug: `p-${randomBytes(4).toString('hex')}`,
  endpoint: world.destinations.endpoint('one-more'),
  description: 'Of no use',
  headers: { 'X-Key': 'value' },
  split: 'event',
});
const without = async (from: Promise<Json>, ...fields: string[]): Promise<Json> => {
  const body = { ...(await from) };
  for (const field of fields) delete body[field];
  return body;
};
const period = { since: '2026-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' };
const eventFilter = {
  phoneNumberId: '106540352242922',
  businessId: '102290129340398',
  field: 'messages',
  kind: 'text',
  ...period,
};

const deliveryRefs: Record<string, Kind> = { projectId: 'project', eventId: 'event', phoneNumberId: 'number' };

const accounts = '/api/v1/business-accounts';
const projects = '/api/v1/projects';

/** Every route there is. One that is missing here fails the tests that go through all of them. */
export const routes: Record<string, RoutePlan> = {
  'POST /api/v1/auth/login': {
    needs: 'public',
    body: async ({ tenant }) => ({ email: tenant.login.email, password: tenant.login.password }),
  },
  'POST /api/v1/auth/logout': { needs: 'public' },
  'GET /api/v1/auth/me': { needs: 'signed-in' },
  'POST /api/v1/auth/switch': {
    needs: 'signed-in',
    body: async ({ tenant }) => ({ tenantId: tenant.id }),
    refs: { tenantId: 'tenant' },
  },

  'POST /api/v1/tenants': {
    needs: 'platform:admin',
    body: async () => {
      const slug = `t-${randomBytes(4).toString('hex')}`;
      return {
        name: 'One more',
        slug,
        admin: { email: `admin@${slug}.test`, name: 'Admin', password: 'a long enough one' },
      };
    },
  },
  'GET /api/v1/tenants': { needs: 'platform:admin' },
  'GET /api/v1/tenants/figures': { needs: 'platform:admin' },
  'GET /api/v1/tenants/{id}': { needs: 'platform:admin', id: 'tenant' },
  'PATCH /api/v1/tenants/{id}': {
    needs: 'platform:admin',
    id: 'tenant',
    body: async () => ({ name: 'Renamed', slug: `t-${randomBytes(4).toString('hex')}` }),
  },
  'POST /api/v1/tenants/{id}/suspend': { needs: 'platform:admin', id: 'tenant' },
  'POST /api/v1/tenants/{id}/resume': {
    needs: 'platform:admin',
    id: 'tenant',
    body: async () => ({ releaseYoungerThanHours: 1 }),
  },

  [`POST ${accounts}`]: {
    needs: 'waba:write',
    body: async () => ({ businessId: numericId(), name: 'One more', timezone: 'Europe/Berlin' }),
  },
  [`GET ${accounts}`]: { needs: 'waba:read' },
  [`GET ${accounts}/{id}`]: { needs: 'waba:read', id: 'business account' },
  [`PATCH ${accounts}/{id}`]: {
    needs: 'waba:write',
    id: 'business account',
    body: async () => ({ name: 'Renamed', timezone: 'UTC' }),
  },
  [`DELETE ${accounts}/{id}`]: { needs: 'waba:write', id: 'business account' },
  [`GET ${accounts}/{id}/apps`]: { needs: 'waba:read', id: 'business account' },
  [`POST ${accounts}/{id}/apps`]: {
    needs: 'waba:write',
    id: 'business account',
    body: (place) => without(newApp(place), 'businessId'),
  },

  'POST /api/v1/apps': { needs: 'waba:write', body: newApp, refs: { businessId: 'business account' } },
  'GET /api/v1/apps': { needs: 'waba:read' },
  'GET /api/v1/apps/{id}': { needs: 'waba:read', id: 'app' },
  'PATCH /api/v1/apps/{id}': {
    needs: 'waba:write',
    id: 'app',
    body: async () => ({ name: 'Renamed', verifyToken: 'another', appSecret: 'another', active: false }),
  },
  'DELETE /api/v1/apps/{id}': { needs: 'waba:write', id: 'app' },
  'GET /api/v1/apps/{id}/setup': { needs: 'waba:read', id: 'app' },
  'GET /api/v1/apps/{id}/phone-numbers': { needs: 'waba:read', id: 'app' },
  'POST /api/v1/apps/{id}/phone-numbers': {
    needs: 'waba:write',
    id: 'app',
    body: (place) => without(newNumber(place), 'appId'),
    refs: { businessId: 'business account', appId: 'app' },
  },

  'POST /api/v1/phone-numbers': {
    needs: 'waba:write',
    body: newNumber,
    refs: { businessId: 'business account', appId: 'app' },
  },
  'GET /api/v1/phone-numbers': { needs: 'waba:read' },
  'GET /api/v1/phone-numbers/{id}': { needs: 'waba:read', id: 'number' },
  'PATCH /api/v1/phone-numbers/{id}': {
    needs: 'waba:write',
    id: 'number',
    body: (place) => without(newNumber(place), 'phoneNumberId'),
    refs: { businessId: 'business account', appId: 'app' },
  },
  'DELETE /api/v1/phone-numbers/{id}': { needs: 'waba:write', id: 'number' },
  'GET /api/v1/phone-numbers/{id}/projects': { needs: 'routing:read', id: 'number' },

  [`POST ${projects}`]: { needs: 'routing:write', body: newProject },
  [`GET ${projects}`]: { needs: 'routing:read' },
  [`GET ${projects}/{id}`]: { needs: 'routing:read', id: 'project' },
  [`PATCH ${projects}/{id}`]: { needs: 'routing:write', id: 'project', body: newProject },
  [`DELETE ${projects}/{id}`]: { needs: 'routing:write', id: 'project' },
  [`POST ${projects}/{id}/rotate-secret`]: {
    needs: 'routing:write',
    id: 'project',
    body: async () => ({ overlapHours: 1 }),
  },
  [`POST ${projects}/{id}/enable`]: { needs: 'routing:write', id: 'project' },
  [`POST ${projects}/{id}/disable`]: { needs: 'routing:write', id: 'slug of a project' },
  [`POST ${projects}/{id}/test`]: { needs: 'deliveries:write', id: 'slug of a project' },
  [`POST ${projects}/{id}/probe`]: { needs: 'deliveries:write', id: 'project' },
  [`POST ${projects}/{id}/recover`]: {
    needs: 'deliveries:write',
    id: 'project',
    body: async () => ({ since: period.since }),
  },

  'POST /api/v1/mappings': {
    needs: 'routing:write',
    body: newMapping,
    refs: { phoneNumberId: 'number', projectId: 'project' },
  },
  'GET /api/v1/mappings': { needs: 'routing:read', refs: { phoneNumberId: 'number', projectId: 'project' } },
  'GET /api/v1/mappings/{id}': { needs: 'routing:read', id: 'mapping' },
  'PATCH /api/v1/mappings/{id}': {
    needs: 'routing:write',
    id: 'mapping',
    body: async () => ({ priority: 8, fields: ['*'] }),
  },
  'DELETE /api/v1/mappings/{id}': { needs: 'routing:write', id: 'mapping' },

  'GET /api/v1/events': {
    needs: 'deliveries:read',
    refs: { phoneNumberId: 'number', businessId: 'business account' },
  },
  'GET /api/v1/events/{id}': { needs: 'deliveries:read', id: 'event' },
  'POST /api/v1/events/{id}/replay': {
    needs: 'deliveries:write',
    id: 'event',
    body: async (place) => ({ projectId: await make('project', place) }),
    refs: { projectId: 'project' },
  },
  'POST /api/v1/events/replay': {
    needs: 'deliveries:write',
    body: async (place) => ({ ...eventFilter, projectId: await make('project', place) }),
    refs: { projectId: 'project', phoneNumberId: 'number', businessId: 'business account' },
  },
  'GET /api/v1/webhooks/{id}/trace': { needs: 'deliveries:read', id: 'webhook' },
  'GET /api/v1/deliveries': { needs: 'deliveries:read', refs: deliveryRefs },
  'GET /api/v1/deliveries/count': { needs: 'deliveries:read', refs: deliveryRefs, answers: 'one thing' },
  'GET /api/v1/deliveries/histogram': { needs: 'deliveries:read', refs: deliveryRefs, answers: 'one thing' },
  'POST /api/v1/deliveries/retry': {
    needs: 'deliveries:write',
    body: async (place) => ({
      projectId: await make('project', place),
      eventId: await make('event', place),
      states: ['failed', 'cancelled'],
      status: 500,
      phoneNumberId: '106540352242922',
      kind: 'status',
      q: 'No answer',
      minDurationMs: 1_000,
      source: 'live',
      ...period,
    }),
    refs: deliveryRefs,
  },
  'GET /api/v1/deliveries/{id}': { needs: 'deliveries:read', id: 'delivery' },
  'POST /api/v1/deliveries/{id}/retry': { needs: 'deliveries:write', id: 'cancelled delivery' },
  'POST /api/v1/deliveries/{id}/cancel': { needs: 'deliveries:write', id: 'delivery' },
  'GET /api/v1/bulk-operations': { needs: 'deliveries:read' },
  'GET /api/v1/bulk-operations/{id}': { needs: 'deliveries:read', id: 'bulk operation' },
  'POST /api/v1/bulk-operations/{id}/cancel': { needs: 'deliveries:write', id: 'bulk operation' },

  'GET /api/v1/overview': { needs: 'deliveries:read', answers: 'one thing' },
  'GET /api/v1/search': { needs: 'deliveries:read', answers: 'one thing', query: 'q=orders' },

  'GET /api/v1/sandbox': { needs: 'deliveries:read', answers: 'one thing' },
  'POST /api/v1/sandbox/messages': {
    needs: 'deliveries:write',
    body: async (place) => ({
      phoneNumberId: await make('number', place),
      from: '+1 202 555 0143',
      name: 'Pia Lund',
      kind: 'text',
      text: 'Hello',
      image: 'data:image/png;base64,iVBORw0KGgo=',
      latitude: 52.5,
      longitude: 13.4,
      times: 1,
    }),
    refs: { phoneNumberId: 'number' },
  },
  'POST /api/v1/sandbox/setup/verify': {
    needs: 'deliveries:write',
    body: async ({ tenant }) => ({ appId: tenant.app.id }),
    refs: { appId: 'app' },
  },
  'PUT /api/v1/sandbox/destinations/{name}': {
    needs: 'deliveries:write',
    id: 'destination',
    body: async () => ({ mode: 'status', status: 503, ms: 5, retryAfter: 1, probability: 1, first: 1 }),
  },

  'GET /api/v1/stream': { needs: 'signed-in', answers: 'a stream' },

  'GET /api/v1/system/health': { needs: 'public' },
  'GET /api/v1/system/health/live': { needs: 'public' },
  'GET /api/v1/system/health/ready': { needs: 'public' },
  'GET /api/v1/system/cache/stats': { needs: 'platform:admin' },
  'POST /api/v1/system/cache/clear': { needs: 'platform:admin' },
  'GET /api/v1/system/queues/stats': { needs: 'platform:admin' },
  'GET /api/v1/system/search': { needs: 'platform:admin', query: 'q=orders' },
  'GET /api/v1/system/quarantine': { needs: 'platform:admin' },
  'GET /api/v1/system/quarantine/{id}': { needs: 'platform:admin', id: 'quarantined webhook' },
  'POST /api/v1/system/quarantine/{id}/release': { needs: 'platform:admin', id: 'quarantined webhook' },
  'GET /api/v1/system/unclaimed': { needs: 'platform:admin' },
  'POST /api/v1/system/unclaimed/{subject}/assign': {
    needs: 'platform:admin',
    id: 'unclaimed number',
    body: async ({ world, tenant }) => ({
      tenantId: tenant.id,
      projects: [await make('slug of a project', { world, tenant })],
      appId: tenant.app.id,
      phoneNumber: '+1 555 010 9998',
      displayName: 'Assigned',
    }),
    refs: { appId: 'app' },
  },
  'POST /api/v1/system/unclaimed/{subject}/replay': { needs: 'platform:admin', id: 'unclaimed number' },
};

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
