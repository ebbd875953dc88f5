import { batch, serialize, statusUpdate, textMessage } from '../apps/simulator/src/index.ts';
import { ok } from './world/client.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld();
  shop = await world.tenant('shop');
});
afterAll(() => world?.stop());

test('one webhook in, every mapped project out: byte for byte, re-signed, and seen over REST', async () => {
  const number = await shop.number();
  const orders = await shop.project('orders');
  const support = await shop.project('support');
  await shop.map(number, orders, { priority: 100 });
  await shop.map(number, support, { priority: 50 });

  const message = textMessage(number, { text: 'Grüße ✓' });
  const bytes = serialize(batch([message]), { spacing: 'odd' });
  const answer = await shop.receive(bytes);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: 'received', message_id: message.item.id });

  for (const { name } of [orders, support]) {
    const [request] = await eventually(() => world.destinations.requests(name), (seen) => seen.length === 1);
    expect(request!.body.equals(bytes)).toBe(true);
    expect(request!.signatures).toEqual({ hub: 'valid', standard: 'valid' });
  }
  const { data } = await eventually(
    () => ok(shop.client.get('/api/v1/deliveries')),
    (page) => page.data.length === 2 && page.data.every((row: { state: string }) => row.state === 'delivered'),
  );
  const detail = await ok(shop.client.get(`/api/v1/deliveries/${data[0].id}`));
  expect(detail.log).toEqual([expect.objectContaining({ number: 1, status: 200, error: null })]);
  const events = await ok(shop.client.get(`/api/v1/events?messageId=${encodeURIComponent(String(message.item.id))}`));
  expect(events.data).toHaveLength(1);
  const event = await ok(shop.client.get(`/api/v1/events/${events.data[0].id}`));
  expect(event.payload).toBe(bytes.toString());
  expect(event.deliveries).toHaveLength(2);
});

test('a status for an unmapped field goes nowhere, and is still there to be seen', async () => {
  const number = await shop.number();
  expect((await shop.receive(batch([statusUpdate(number)]))).status).toBe(200);
  await eventually(
    () => ok(shop.client.get(`/api/v1/events?phoneNumberId=${number.phoneNumberId}`)),
    (page) => page.data.length === 1,
  );
});
