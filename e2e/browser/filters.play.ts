import type { Page } from '@playwright/test';
import { addProject, connectNumber, expect, isLive, openShop, postWebhooks, rowsOf, setDestination, type Shop, signIn, test } from './world/play.ts';

const asked = (page: Page) => new URL(page.url()).searchParams;
const chart = (page: Page) => page.getByRole('slider', { name: /Deliveries over time/ });

/** A shop with two projects, of which one fails: four deliveries each. */
async function openTroubledShop(name: string): Promise<Shop> {
  const shop = await openShop(name);
  const number = await connectNumber(shop, name);
  await addProject(shop, 'Orders API', number.phoneNumberId);
  const crm = await addProject(shop, 'CRM Sync', number.phoneNumberId);
  await setDestination(crm.destination, { mode: 'status', status: 503 });
  await postWebhooks(number, { count: 3, kind: 'text' });
  await postWebhooks(number, { count: 1, kind: 'image' });
  await expect.poll(async () => (await shop.api.get<{ count: number }>('deliveries/count?states=waiting,delivered')).count).toBe(8);
  return shop;
}

test('filters stand in the address, outlive a reload, and the back button undoes them', async ({ page }) => {
  const shop = await openTroubledShop('Plover');
  await signIn(page, shop.login);
  await page.goto('/app/deliveries');
  await isLive(page);
  await expect(rowsOf(page)).toHaveCount(8);

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const filters = page.getByRole('dialog', { name: 'Filters' });
  await filters.getByLabel('Project').selectOption({ label: 'CRM Sync' });
  await filters.getByLabel('Kind').selectOption('text');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(3);
  expect(asked(page).get('kind')).toBe('text');
  expect(asked(page).get('projectId')).toBeTruthy();
  await expect(page.getByText('3 of 8 deliveries')).toBeVisible();

  await page.reload();
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Remove the filter Kind' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove the filter Kind' }).click();
  await expect(rowsOf(page)).toHaveCount(4);
  await page.goBack();
  await expect(rowsOf(page)).toHaveCount(3);
  await page.goForward();
  await expect(rowsOf(page)).toHaveCount(4);

  // The open delivery is part of the address too.
  await rowsOf(page).first().getByRole('link').click();
  const pane = page.getByRole('complementary', { name: 'Delivery' });
  await expect(pane).toBeVisible();
  await page.reload();
  await expect(pane).toContainText('503 Service Unavailable');
  await page.goBack();
  await expect(pane).toHaveCount(0);
  await expect(rowsOf(page)).toHaveCount(4);
});

test('a view is saved under a name, opened again and deleted with a way back', async ({ page }) => {
  const shop = await openTroubledShop('Siskin');
  await signIn(page, shop.login);
  await page.goto('/app/deliveries?kind=image&states=waiting');
  await expect(rowsOf(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name').fill('Pictures that wait');
  await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
  const views = page.getByRole('group', { name: 'Views' });
  const own = views.getByRole('button', { name: /^Pictures that wait/ });
  await expect(own).toHaveAttribute('aria-pressed', 'true');

  await views.getByRole('button', { name: 'Failing now' }).click();
  await expect(rowsOf(page)).toHaveCount(4);
  expect(asked(page).get('states')).toBe('waiting,failed');
  await views.getByRole('button', { name: 'All' }).click();
  await expect(rowsOf(page)).toHaveCount(8);
  await page.reload();
  await own.click();
  await expect(rowsOf(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Change the view Pictures that wait' }).click();
  await page.getByRole('menuitem', { name: 'Delete view' }).click();
  await expect(own).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(own).toBeVisible();
});

test('a time is chosen on the histogram by mouse and by keys', async ({ page }) => {
  const shop = await openTroubledShop('Wagtail');
  await signIn(page, shop.login);
  await page.goto('/app/deliveries?range=6h');
  await expect(rowsOf(page)).toHaveCount(8);
  await expect(page.getByText('3.75 min a bar')).toBeVisible();

  const drag = async (from: number, to: number) => {
    const box = await chart(page).boundingBox();
    if (!box) throw new Error('There is no histogram.');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * from, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * ((from + to) / 2), y);
    await page.mouse.move(box.x + box.width * to, y);
    await page.mouse.up();
    await page.mouse.move(5, 5);
  };
  await drag(0.1, 0.4);
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await expect(page.getByText(/selected/)).toBeVisible();
  const [since, until] = [Date.parse(asked(page).get('since') ?? ''), Date.parse(asked(page).get('until') ?? '')];
  // Three tenths of six hours, in whole bars.
  expect((until - since) / 60_000).toBeGreaterThan(100);
  expect((until - since) / 60_000).toBeLessThan(120);
  await drag(0.9, 0.999);
  await expect(rowsOf(page)).toHaveCount(8);
  await page.reload();
  await expect(page.getByText(/selected/)).toBeVisible();
  await page.goBack();
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the selected time' }).click();
  await expect(rowsOf(page)).toHaveCount(8);
  expect(asked(page).get('since')).toBeNull();

  await chart(page).focus();
  await page.keyboard.press('End');
  await expect(chart(page)).toHaveAttribute('aria-valuenow', '95');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => Date.parse(asked(page).get('until') ?? '') - Date.parse(asked(page).get('since') ?? '')).toBe(4 * 3.75 * 60_000);
  await expect(rowsOf(page)).toHaveCount(8);
  await page.keyboard.press('Escape');
  await expect.poll(() => asked(page).get('since')).toBeNull();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing matches')).toBeVisible();
});
