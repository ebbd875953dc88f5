import { batch, type BusinessNumber, textMessage } from '../../apps/simulator/src/index.ts';
import { type Json, ok } from './client.ts';
import { eventually, type Tenant } from './world.ts';

/** A project with a number of its own. */
export async function routed(tenant: Tenant, name: string, more: Json = {}) {
  const number = await tenant.number();
  const project = await tenant.project(name, more);
  await tenant.map(number, project);
  return { number, project };
}

/** Receives so many webhooks of one message each; answers the ids of the messages. */
export async function receiveMany(tenant: Tenant, number: BusinessNumber, count: number): Promise<string[]> {
  const messages = Array.from({ length: count }, (_, index) =>
    textMessage(number, { text: `message ${index}` }),
  );
  for (let at = 0; at < count; at += 50) {
    const answers = await Promise.all(
      messages.slice(at, at + 50).map((message) => tenant.receive(batch([message]))),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  }
  return messages.map(({ item }) => String(item.id));
}

/** Receives so many messages in one webhook, as Meta batches them. */
export async function receiveBatch(tenant: Tenant, number: BusinessNumber, count: number): Promise<void> {
  const messages = Array.from({ length: count }, (_, index) =>
    textMessage(number, { text: `message ${index}` }),
  );
  expect((await tenant.receive(batch(messages))).status).toBe(200);
}

/** The newest 200 deliveries of a project (or all of the tenant's), as REST shows them. */
export async function deliveries(tenant: Tenant, project?: { id: string }, query = ''): Promise<Json[]> {
  const ofProject = project ? `&projectId=${project.id}` : '';
  return (await ok(tenant.client.get(`/api/v1/deliveries?limit=200${ofProject}${query}`))).data;
}

/** The one delivery of a project, with its attempts, as soon as it is in this state. */
export async function oneDelivery(tenant: Tenant, project: { id: string }, state: string): Promise<Json> {
  const [row] = await eventually(
    () => deliveries(tenant, project),
    (rows) => rows.length === 1 && rows[0].state === state,
  );
  return detail(tenant, row.id);
}

export function detail(tenant: Tenant, id: string): Promise<Json> {
  return ok(tenant.client.get(`/api/v1/deliveries/${id}`));
}

/** The project's deliveries as soon as there are so many and all are in this state. */
export function allAre(
  tenant: Tenant,
  project: { id: string },
  state: string,
  count: number,
): Promise<Json[]> {
  return eventually(
    () => deliveries(tenant, project),
    (rows) => rows.length === count && rows.every((row) => row.state === state),
  );
}

/** How many of a project's deliveries are in each state, also beyond the first page. */
export async function states(tenant: Tenant, project: { id: string }): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  let cursor = '';
  do {
    const page = await ok(tenant.client.get(`/api/v1/deliveries?limit=200&projectId=${project.id}${cursor}`));
    for (const { state } of page.data) counts[state] = (counts[state] ?? 0) + 1;
    cursor = page.nextCursor && `&cursor=${encodeURIComponent(page.nextCursor)}`;
  } while (cursor);
  return counts;
}
