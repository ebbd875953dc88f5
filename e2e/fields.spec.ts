import {
  accountChange,
  accountReview,
  batch,
  type BusinessNumber,
  echoMessage,
  numberName,
  numericId,
  preferenceUpdate,
  securityUpdate,
  serialize,
  statusUpdate,
  templateStatus,
  textMessage,
  type Update,
  updateKey,
} from '../apps/simulator/src/index.ts';
import { itemsAt, settled } from './world/arrivals.ts';
import { ok } from './world/client.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

type Project = Awaited<ReturnType<Tenant['project']>>;

let world: World;
let shop: Tenant;
let other: Tenant;
let first: BusinessNumber;
let second: BusinessNumber;
let everything: Project;
let messages: Project;
let templates: Project;
let elsewhere: Project;

beforeAll(async () => {
  world = await createWorld();
  [shop, other] = await Promise.all([world.tenant('shop'), world.tenant('other')]);
  [first, second] = [await shop.number(), await shop.number()];
  everything = await shop.project('everything');
  messages = await shop.project('messages');
  templates = await shop.project('templates');
  elsewhere = await other.project('elsewhere');
  await other.map(await other.number(), elsewhere, { fields: ['*'] });
  // By both numbers, which must not make it two of anything that concerns the account.
  for (const number of [first, second]) await shop.map(number, everything, { fields: ['*'] });
  await shop.map(first, messages);
  await shop.map(second, templates, { fields: ['message_template_status_update', 'a_field_of_tomorrow'] });
});
afterAll(() => world?.stop());

beforeEach(async () => {
  await settled(world);
  for (const { name } of [everything, messages, templates, elsewhere]) world.destinations.clear(name);
});

async function hear(...updates: Update[]) {
  expect((await shop.receive(batch(updates))).status).toBe(200);
  await settled(world);
  return {
    everything: itemsAt(world, everything).sort(),
    messages: itemsAt(world, messages).sort(),
    templates: itemsAt(world, templates).sort(),
    elsewhere: itemsAt(world, elsewhere),
  };
}
const nobody = { everything: [], messages: [], templates: [], elsewhere: [] };

it('what concerns the account goes to the projects that asked for the field, by way of any of its numbers, once', async () => {
  const update = templateStatus(first);
  const key = [updateKey(update)];
  expect(await hear(update)).toEqual({ ...nobody, everything: key, templates: key });
});

it('what concerns the account and nobody asked for goes to those who take everything', async () => {
  const update = accountReview(first);
  expect(await hear(update)).toEqual({ ...nobody, everything: [updateKey(update)] });
});

it.each<[string, (number: BusinessNumber) => Update]>([
  ['its name', (number) => numberName(number)],
  ['its security', (number) => securityUpdate(number)],
  ['a preference of a customer', (number) => preferenceUpdate(number)],
  ['an echo of what was sent from the phone', (number) => echoMessage(number)],
])('what concerns one number goes by that number’s projects: %s', async (_what, make) => {
  const update = make(first);
  expect(await hear(update)).toEqual({ ...nobody, everything: [updateKey(update)] });
  const { data } = await ok(shop.client.get(`/api/v1/events?field=${update.field}`));
  expect(data).toHaveLength(1);
});

it('messages and statuses go to the projects of their own number only', async () => {
  const [one, two, three] = [textMessage(first), textMessage(second), statusUpdate(first)];
  expect(await hear(one, two, three)).toEqual({
    ...nobody,
    everything: [one, two, three].map(updateKey).sort(),
    messages: [one, three].map(updateKey).sort(),
  });
});

it('a field that nobody knows is stored, shown, and forwarded to those who take everything or asked for it by name', async () => {
  const unknown = accountChange(first, 'a_field_of_next_year', { anything: [1, { goes: true }], event: 'X' });
  expect(await hear(unknown)).toEqual({ ...nobody, everything: [updateKey(unknown)] });
  const { data } = await ok(shop.client.get('/api/v1/events?field=a_field_of_next_year'));
  expect(data).toEqual([
    expect.objectContaining({
      businessId: shop.businessId,
      phoneNumberId: null,
      kinds: [unknown.field],
      items: 1,
    }),
  ]);
  const event = await ok(shop.client.get(`/api/v1/events/${data[0].id}`));
  expect(JSON.parse(event.payload)).toEqual(JSON.parse(serialize(batch([unknown])).toString()));

  const asked = accountChange(first, 'a_field_of_tomorrow', { anything: 'goes' });
  const both = [unknown, asked].map(updateKey).sort();
  expect(await hear(asked)).toEqual({ ...nobody, everything: both, templates: [updateKey(asked)] });
});

it('a change of fields or of a mapping is heeded by the very next webhook', async () => {
  const mapping = (await ok(shop.client.get(`/api/v1/mappings?projectId=${messages.id}`))).data[0];
  await ok(shop.client.patch(`/api/v1/mappings/${mapping.id}`, { fields: ['account_review_update'] }));
  const [review, message] = [accountReview(first, { decision: 'REJECTED' }), textMessage(first)];
  expect((await hear(review, message)).messages).toEqual([updateKey(review)]);

  await ok(shop.client.patch(`/api/v1/mappings/${mapping.id}`, { fields: ['*'] }));
  const back = textMessage(first);
  expect((await hear(back)).messages).toEqual([review, back].map(updateKey).sort());

  await ok(shop.client.delete(`/api/v1/mappings/${mapping.id}`));
  expect((await hear(textMessage(first))).messages).toHaveLength(2);
});

it('an event that no project asked for is stored, and can be replayed to one', async () => {
  const lonely = await shop.number();
  const message = textMessage(lonely);
  expect(await hear(message)).toEqual(nobody);
  const { data } = await ok(shop.client.get(`/api/v1/events?phoneNumberId=${lonely.phoneNumberId}`));
  expect((await ok(shop.client.get(`/api/v1/events/${data[0].id}`))).deliveries).toEqual([]);
  await ok(shop.client.post(`/api/v1/events/${data[0].id}/replay`, { projectId: templates.id }));
  await settled(world);
  expect(itemsAt(world, templates)).toEqual([updateKey(message)]);
});

it('an account that has no numbers yet has events, and no project gets them', async () => {
  const businessId = numericId();
  await ok(shop.client.post('/api/v1/business-accounts', { businessId, name: 'New' }));
  expect(await hear(accountReview({ businessId }))).toEqual(nobody);
  expect((await ok(shop.client.get(`/api/v1/events?businessId=${businessId}`))).data).toHaveLength(1);
});
