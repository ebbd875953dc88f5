import { randomBytes } from 'node:crypto';
import { numericId, type BusinessNumber } from '../../apps/simulator/src/index.ts';
import type { Rest } from './rest.ts';

/** The platform's own tenant: its Meta app carries numbers of every tenant. */
const PLATFORM = '00000000-0000-7000-8000-000000000000';

/** A Meta app as the sender plays it. */
export interface App {
  id: string;
  secret: string;
  /** Whether changes of the account as a whole come through it as well. */
  ofTenant: boolean;
  numbers: BusinessNumber[];
}

/** Two tenants with their projects, and what goes where. */
export interface World {
  apps: App[];
  projects: Map<string, { id: string; tenantId: string; secret: string }>;
  /** The projects that must get what is said of a number (phone_number_id) or an account (WABA id), and no others. */
  owners: Map<string, string[]>;
}

interface NumberPlan {
  /** Project and priority. */
  to: [project: string, priority: number][];
  /** Projects that also get what is said of the number's account. */
  account?: string[];
  /** Connected through the platform's app instead of the tenant's own. */
  platform?: boolean;
}

/** The project that answers with errors, and the one whose answers can be held back. */
export const flaky = 'flaky';
export const slow = 'orders';

const tenants: { name: string; projects: Record<string, object>; numbers: NumberPlan[] }[] = [
  {
    name: 'north',
    projects: { orders: {}, archive: {}, [flaky]: {} },
    numbers: [
      {
        to: [
          ['orders', 100],
          ['archive', 50],
        ],
        account: ['archive'],
      },
      { to: [['orders', 0]] },
      { to: [[flaky, 0]] },
      { to: [['orders', 0]], platform: true },
    ],
  },
  {
    name: 'south',
    projects: { desk: { split: 'event' }, leads: {} },
    numbers: [{ to: [['desk', 0]] }, { to: [['leads', 0]] }, { to: [['desk', 0]], platform: true }],
  },
];

/** Sets both tenants up as a person would, through REST; `endpointOf` is where a project's webhooks go. */
export async function createWorld(rest: Rest, endpointOf: (project: string) => string): Promise<World> {
  const world: World = { apps: [], projects: new Map(), owners: new Map() };
  const platform = await createApp(rest, 'platform', PLATFORM);
  for (const { name, projects, numbers } of tenants) {
    const { id: tenantId } = await rest.post<{ id: string }>('/tenants', { name, slug: name });
    const businessId = numericId();
    await rest.post('/business-accounts', { businessId, name }, tenantId);
    const app = await createApp(rest, name, tenantId, businessId);
    for (const [project, options] of Object.entries(projects)) {
      const made = await rest.post<{ id: string; secret: string }>(
        '/projects',
        { name: project, endpoint: endpointOf(project), ...options },
        tenantId,
      );
      world.projects.set(project, { ...made, tenantId });
    }
    world.owners.set(businessId, []);
    for (const plan of numbers) {
      const through = plan.platform ? platform : app;
      const number = { businessId, phoneNumberId: numericId(), phoneNumber: `1202${numericId(7)}` };
      await rest.post(
        '/phone-numbers',
        { ...number, appId: through.id, displayName: `${name} ${through.numbers.length}` },
        tenantId,
      );
      for (const [project, priority] of plan.to) {
        const fields = [
          'messages',
          ...(plan.account?.includes(project) ? ['message_template_status_update'] : []),
        ];
        await rest.post(
          '/mappings',
          { phoneNumberId: number.phoneNumberId, projectId: idOf(world, project), priority, fields },
          tenantId,
        );
      }
      world.owners.set(
        number.phoneNumberId,
        plan.to.map(([project]) => project),
      );
      world.owners.get(businessId)?.push(...(plan.account ?? []));
      through.numbers.push(number);
    }
    world.apps.push(app);
  }
  world.apps.push(platform);
  return world;
}

async function createApp(rest: Rest, name: string, tenantId: string, businessId?: string): Promise<App> {
  const app = { id: numericId(), secret: randomBytes(16).toString('hex') };
  await rest.post(
    '/apps',
    { id: app.id, name: `${name} app`, businessId, verifyToken: `token-of-${name}`, appSecret: app.secret },
    tenantId,
  );
  return { ...app, ofTenant: businessId !== undefined, numbers: [] };
}

function idOf(world: World, project: string): string {
  const known = world.projects.get(project);
  if (!known) throw new Error(`no project ${project}`);
  return known.id;
}
