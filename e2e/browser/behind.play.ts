import type { Page } from '@playwright/test';
import { type Connected, expect, isLive, openShopWithProject, postWebhooks, rowsOf, type Shop, signIn, test as base } from './world/play.ts';
import { Wire } from './world/wire.ts';

/** The browser speaks through a line of its own. */
const test = base.extend<{ wire: Wire }>({
  wire: async ({}, use) => {
    const wire = await Wire.open();
    await use(wire);
    await wire.close();
  },
  baseURL: ({ wire }, use) => use(wire.url),
});

const idsOf = (page: Page) => rowsOf(page).evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.row ?? ''));

/** What the API has, newest first. */
async function allOf(shop: Shop): Promise<string[]> {
  const { data } = await shop.api.get<{ data: { id: string }[] }>('deliveries?limit=200');
  return data.map(({ id }) => id);
}

/** Opens the deliveries of a shop that has two already. */
async function openDeliveries(page: Page, name: string): Promise<{ shop: Shop; number: Connected }> {
  const { shop, number } = await openShopWithProject(name);
  await postWebhooks(number, { count: 2 });
  await signIn(page, shop.login);
  await page.goto('/app/deliveries');
  await isLive(page);
  await expect(rowsOf(page)).toHaveCount(2);
  return { shop, number };
}

/** Every row is there, in its order, none missing and none double. */
async function showsEverything(page: Page, shop: Shop, count: number): Promise<void> {
  await expect(rowsOf(page)).toHaveCount(count, { timeout: 25_000 });
  const ids = await idsOf(page);
  expect(new Set(ids).size).toBe(count);
  expect(ids).toEqual(await allOf(shop));
  await expect(page.getByText(`${count} deliveries`)).toBeVisible();
}

test('a page whose line was cut says that it is behind, and misses nothing afterwards', async ({ page, wire }) => {
  const { shop, number } = await openDeliveries(page, 'Avocet');
  wire.cut();
  await expect(page.getByText(/Behind since .*, reconnecting/)).toBeVisible();
  await postWebhooks(number, { count: 20 });
  wire.mend();
  await isLive(page);
  await showsEverything(page, shop, 22);
  // It goes on as before.
  await postWebhooks(number, { count: 3 });
  await showsEverything(page, shop, 25);
});

test('a stream that cannot be opened again for a while loses nothing either', async ({ page, wire }) => {
  const { shop, number } = await openDeliveries(page, 'Curlew');
  await page.route('**/api/v1/stream', (route) => route.abort());
  wire.cut();
  await expect(page.getByText(/Behind since .*, reconnecting/)).toBeVisible();
  await postWebhooks(number, { count: 10 });
  wire.mend();
  // The line is back, the stream is not: the page does not claim more than it knows.
  await postWebhooks(number, { count: 10 });
  await expect(page.getByText(/Behind since/)).toBeVisible();
  await page.unroute('**/api/v1/stream');
  await isLive(page);
  await showsEverything(page, shop, 22);
});

for (const [name, hours] of [['ten minutes', 1 / 6], ['a night', 8]] as const) {
  test(`a machine that slept for ${name} shows what came meanwhile`, async ({ page, wire }) => {
    await page.clock.install();
    const { shop, number } = await openDeliveries(page, 'Gannet');
    // Asleep: no script runs, nothing comes in; the clock has gone on when it wakes.
    await page.clock.pauseAt(Date.now() + 1_000);
    wire.silence();
    await postWebhooks(number, { count: 12 });
    expect(await idsOf(page)).toHaveLength(2);
    wire.mend();
    await page.clock.fastForward(hours * 3_600_000);
    await page.clock.resume();
    await isLive(page);
    await showsEverything(page, shop, 14);
  });
}

test('nothing moves under the hand: what is new waits until it is let in', async ({ page }) => {
  const { shop, number } = await openDeliveries(page, 'Heron');
  await postWebhooks(number, { count: 8 });
  await expect(rowsOf(page)).toHaveCount(10);
  const before = await idsOf(page);
  const third = rowsOf(page).nth(2);
  await third.hover();
  const boxes = async () => Promise.all((await rowsOf(page).all()).map((row) => row.boundingBox()));
  const places = await boxes();

  await postWebhooks(number, { count: 12 });
  const waiting = page.getByRole('button', { name: '12 new' });
  await expect(waiting).toBeVisible();
  expect(await idsOf(page)).toEqual(before);
  expect(await boxes()).toEqual(places);

  // Letting them in keeps none back and shows none twice.
  await waiting.click();
  await showsEverything(page, shop, 22);
  await expect(waiting).toHaveCount(0);

  // The same while a row is open.
  await rowsOf(page).first().getByRole('link').click();
  await expect(page.getByRole('complementary', { name: 'Delivery' })).toBeVisible();
  await page.mouse.move(5, 5);
  await postWebhooks(number, { count: 4 });
  await expect(page.getByRole('button', { name: '4 new' })).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(22);
  await page.getByRole('button', { name: /Close \(Esc\)/ }).click();
  await page.mouse.move(5, 5);
  await showsEverything(page, shop, 26);
});
