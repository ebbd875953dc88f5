import { randomBytes } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { v7 } from 'uuid';
import { numericId } from '../../apps/simulator/src/index.ts';
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
  | 'plan'
  | 'API key'
  | 'session'
  | 'logo'
  | 'caught mail'
  | 'member'
  | 'invitation'
  | 'invitation to register'
  | 'destination'
  | 'erasure';

/** Where something is made: in a tenant, by a super-admin. */
export interface Place {
  world: World;
  tenant: Tenant;
}

export const post = async ({ tenant }: Place, path: string, body: Json = {}): Promise<Json> =>
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
  'API key': { make: async (place) => (await post(place, '/api/v1/api-keys', newApiKey())).id, absent: v7 },
  tenant: { make: async ({ tenant }) => tenant.id, absent: v7 },
  plan: { make: async ({ world }) => (await ok(world.root.post('/api/v1/plans', newPlan()))).id, absent: v7 },
  session: {
    make: async ({ world, tenant }) => {
      const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', tenant.login));
      return (await ok(world.stranger.as(accessToken).get('/api/v1/auth/me'))).session.id;
    },
    absent: v7,
  },
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
  /** The one thing of a tenant's that anybody may read, by its address; it names nothing of others. */
  logo: {
    make: async ({ tenant }) =>
      (await ok(tenant.client.call('PUT', '/api/v1/tenants/current/theme/logo', PNG))).logoUrl
        .split('/')
        .at(-2),
    absent: () => randomBytes(24).toString('base64url'),
  },
  /** To the tenant's first administrator. */
  'caught mail': {
    make: async ({ world, tenant }) => {
      const mailbox = async (): Promise<Json> => (await fetch(`${world.simulator.url}/control/mails`)).json();
      const { port } = await mailbox();
      const sender = createTransport({ host: '127.0.0.1', port });
      await sender.sendMail({
        from: 'a@waypost.test',
        to: tenant.login.email,
        subject: 'One more',
        html: '<p>One more',
      });
      return (await mailbox()).data.at(-1).id;
    },
    absent: v7,
  },
  member: {
    make: async ({ world, tenant }) => {
      const [id, membership] = [v7(), v7()];
      await world.sql(
        `INSERT INTO app_user (id, email, name, created_at, updated_at) VALUES ($1::uuid, concat($1::uuid, '@member.test'), 'Member', now(), now())`,
        [id],
      );
      await world.sql(
        `INSERT INTO membership (tenant_id, id, user_id, role, created_at) VALUES ($1, $2, $3, 'AGENT', now())`,
        [tenant.id, membership, id],
      );
      return id;
    },
    absent: v7,
  },
  invitation: {
    make: async (place) => (await post(place, '/api/v1/team/invites', newInvite())).id,
    absent: v7,
  },
  'invitation to register': {
    make: async ({ world }) =>
      (await ok(world.root.post('/api/v1/registration-invites', { email: newInvite().email }))).id,
    absent: v7,
  },
  erasure: {
    make: async (place) => (await post(place, '/api/v1/privacy/erase', { phone: '+1 202 555 0177' })).id,
    absent: v7,
  },
  /** At the simulator; it is the tenant's because a project points to it. */
  destination: {
    make: async ({ tenant }) => (await tenant.project(`p-${randomBytes(4).toString('hex')}`)).name,
    absent: () => `p-${randomBytes(4).toString('hex')}`,
  },
};

/** The smallest there is: one clear dot. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export function make(kind: Kind, place: Place): Promise<string> {
  return kinds[kind].make(place);
}

/** An id as this kind has, of nothing. */
export function absent(kind: Kind): string {
  return kinds[kind].absent();
}

export const newApp = async ({ tenant }: Place) => ({
  id: numericId(),
  businessId: tenant.businessId,
  name: 'One more',
  verifyToken: 'a-verify-token',
  appSecret: 'an-app-secret',
});
export const newNumber = async ({ tenant }: Place) => ({
  phoneNumberId: numericId(),
  appId: tenant.app.id,
  phoneNumber: '+1 555 010 9999',
  displayName: 'One more',
  businessId: tenant.businessId,
});
export const newMapping = async (place: Place): Promise<Json> => ({
  phoneNumberId: await make('number', place),
  projectId: await make('project', place),
  priority: 7,
  fields: ['messages'],
});
export const newProject = async ({ world }: Place) => ({
  name: 'One more',
  slug: `p-${randomBytes(4).toString('hex')}`,
  endpoint: world.destinations.endpoint('one-more'),
  description: 'Of no use',
  headers: { 'X-Key': 'value' },
  split: 'event',
});
export const newNotifications = (world: World): Json => ({
  emails: ['ops@waypost.test'],
  webhookUrl: world.destinations.endpoint('alerts'),
  projectFailing: false,
  errorSpikes: true,
});
export const newPlan = (): Json => ({
  name: 'One more',
  slug: `p-${randomBytes(4).toString('hex')}`,
  description: 'Of no use',
  limits: {
    messagesPerMinute: 1,
    messagesPerMonth: 1,
    apiCallsPerMinute: 1,
    numbers: 1,
    projects: 1,
    users: 1,
    contacts: 1,
    apiKeys: 1,
    retentionDays: null,
  },
  features: ['bot'],
  priceMicros: 1,
  currency: 'EUR',
  interval: 'year',
  public: false,
  position: 9,
});
export const newApiKey = (): Json => ({
  name: 'One more',
  scopes: ['routing:read'],
  expiresAt: period.until,
});
export const newInvite = (): Json => ({
  email: `guest-${randomBytes(4).toString('hex')}@waypost.test`,
  role: 'AGENT',
});
export const without = async (from: Promise<Json>, ...fields: string[]): Promise<Json> => {
  const body = { ...(await from) };
  for (const field of fields) delete body[field];
  return body;
};
export const period = { since: '2026-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' };
export const eventFilter = {
  phoneNumberId: '106540352242922',
  businessId: '102290129340398',
  field: 'messages',
  kind: 'text',
  ...period,
};
