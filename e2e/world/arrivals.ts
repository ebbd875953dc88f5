import {
  type BusinessNumber,
  keysOf,
  numericId,
  type ReceivedRequest,
} from '../../apps/simulator/src/index.ts';
import { type Client, ok } from './client.ts';
import { eventually, type Tenant, type World } from './world.ts';

/** The tenant that owns Meta apps which serve many tenants. */
const PLATFORM = '00000000-0000-7000-8000-000000000000';

/** Waits until nothing is owed any more: what has not arrived by then does not come. */
export async function settled(world: World): Promise<void> {
  await eventually(
    () =>
      world.sql(
        `SELECT (SELECT count(*) FROM webhook_pending)::int AS webhooks,
                (SELECT count(*) FROM delivery WHERE state = 'delivering'
                   OR (state IN ('pending', 'waiting') AND next_at <= $1))::int AS deliveries`,
        [world.clock.now()],
      ),
    ([owed]) => owed.webhooks === 0 && owed.deliveries === 0,
  );
}

/** What a project has received, by the identity of the items, in order of arrival. */
export function itemsAt(world: World, project: { name: string }): string[] {
  return world.destinations.requests(project.name).flatMap(({ body }) => keysOf(body));
}

/** The requests that a project has received, once there are as many as expected and nothing more is on its way. */
export async function arrived(
  world: World,
  project: { name: string },
  count: number,
): Promise<ReceivedRequest[]> {
  await eventually(
    () => world.destinations.requests(project.name).length,
    (seen) => seen >= count,
  );
  await settled(world);
  const requests = world.destinations.requests(project.name);
  expect(requests.map(({ body }) => keysOf(body).slice(0, 3))).toHaveLength(count);
  // Standard Webhooks signatures also expire, by the destination's own clock.
  for (const { signatures } of requests) expect(signatures.hub).toBe('valid');
  return requests;
}

/** A Meta app of the platform's own, through which numbers of many tenants are connected. */
export async function platformApp(world: World) {
  const app = { id: numericId(), secret: `secret-${numericId()}`, verifyToken: `token-${numericId()}` };
  const platform: Client = world.root.forTenant(PLATFORM);
  const { id, secret: appSecret, verifyToken } = app;
  await ok(platform.post('/api/v1/apps', { id, name: 'Everybody', verifyToken, appSecret }));
  return {
    ...app,
    /** Connects a new number of the tenant's own account through this app, as a super-admin does. */
    number: async (tenant: Tenant): Promise<BusinessNumber> => {
      const { businessId, client } = tenant;
      const number = { businessId, phoneNumberId: numericId(), phoneNumber: numericId(11) };
      const { phoneNumberId, phoneNumber } = number;
      const displayName = 'Shared';
      await ok(
        client.post('/api/v1/phone-numbers', {
          phoneNumberId,
          appId: app.id,
          phoneNumber,
          displayName,
          businessId,
        }),
      );
      return number;
    },
  };
}

export interface Kept {
  id: string;
  webhookId: string;
  reason: 'not_json' | 'not_meta' | 'foreign' | 'failed';
  detail: string;
  appId: string | null;
  size: number;
}

/** Webhooks that were kept aside and signed by an app, newest first, as the operator sees them. */
export async function keptAside(world: World, appId: string): Promise<Kept[]> {
  const { data } = await ok(world.root.get('/api/v1/system/quarantine?limit=200'));
  return data.filter((entry: Kept) => entry.appId === appId);
}
