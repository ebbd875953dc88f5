import type { Page } from '@playwright/test';
import { expect, isLive, openShopWithProject, receivedBy, rowsOf, setDestination, signIn, test } from './world/play.ts';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const openRow = (page: Page) => page.locator('tr[aria-selected=true]');

async function shopWithMessages(name: string, texts: string[]) {
  const { shop, number, project } = await openShopWithProject(name);
  for (const text of texts) {
    await shop.api.post('sandbox/messages', { phoneNumberId: number.phoneNumberId, from: '15550142', kind: 'text', text });
  }
  return { shop, number, project };
}

test('every page is reached by keys, never while somebody types, and the keys can be switched off', async ({ page }) => {
  const { shop } = await shopWithMessages('Osprey', []);
  await signIn(page, shop.login);
  await expect(title(page)).toHaveText('Overview');
  const places = { d: 'Deliveries', e: 'Events', n: 'Numbers', p: 'Projects', s: 'Sandbox phone', o: 'Overview' };
  for (const [key, name] of Object.entries(places)) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(title(page)).toHaveText(name);
  }

  // Where somebody types, keys are letters.
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(title(page)).toHaveText('Deliveries');
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox');
  await expect(search).toBeFocused();
  await page.keyboard.type('gn?/jk');
  await expect(search).toHaveValue('gn?/jk');
  await expect(title(page)).toHaveText('Deliveries');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(search).not.toBeFocused();

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Retry the delivery');
  await sheet.getByLabel(/Keyboard shortcuts on/).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await expect(title(page)).toHaveText('Deliveries');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await page.keyboard.press('?');
  await expect(title(page)).toHaveText('Deliveries');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // The palette is no single key: it stays, and from it they are switched on again.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('show key');
  await page.keyboard.press('Enter');
  await sheet.getByLabel(/Keyboard shortcuts on/).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(title(page)).toHaveText('Numbers');
});

test('the palette leads to a page and to a delivery by its id', async ({ page }) => {
  const { shop } = await shopWithMessages('Petrel', ['Found by its id']);
  let id = '';
  await expect
    .poll(async () => {
      const { data } = await shop.api.get<{ data: { id: string }[] }>('deliveries');
      id = data[0]?.id ?? '';
      return id;
    })
    .not.toBe('');
  await signIn(page, shop.login);
  await expect(title(page)).toHaveText('Overview');
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('proj');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Projects');
  await expect(palette).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(id);
  await expect(palette.getByRole('option', { name: /Delivery/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Deliveries');
  await expect(page.getByRole('complementary', { name: 'Delivery' }).getByText('Found by its id')).toBeVisible();
});

test('a failed delivery is found, read and retried without a mouse', async ({ page }) => {
  const { shop, project } = await shopWithMessages('Dunlin', []);
  const { data: numbers } = await shop.api.get<{ data: { phoneNumberId: string }[] }>('phone-numbers');
  await setDestination(project.destination, { mode: 'status', status: 400, body: 'no such order' });
  for (const text of ['First', 'Second', 'Third']) {
    await shop.api.post('sandbox/messages', { phoneNumberId: numbers[0]?.phoneNumberId, from: '15550142', kind: 'text', text });
    // Tried once and then cancelled, so that nobody but the keyboard retries it.
    let waiting: string | undefined;
    await expect
      .poll(async () => (waiting = (await shop.api.get<{ data: { id: string }[] }>('deliveries?states=waiting')).data[0]?.id))
      .toBeTruthy();
    await shop.api.post(`deliveries/${waiting}/cancel`);
  }
  await page.goto('/app/deliveries');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type(shop.login.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(shop.login.password);
  await page.keyboard.press('Enter');
  await isLive(page);
  await expect(rowsOf(page)).toHaveCount(3);

  const ids = await rowsOf(page).evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.row ?? ''));
  const focused = () => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row);
  await page.keyboard.press('j');
  expect(await focused()).toBe(ids[0]);
  await page.keyboard.press('j');
  expect(await focused()).toBe(ids[1]);
  await page.keyboard.press('k');
  expect(await focused()).toBe(ids[0]);
  await page.keyboard.press('Enter');
  const pane = page.getByRole('complementary', { name: 'Delivery' });
  await expect(pane.getByRole('region', { name: 'Body of the request' })).toContainText('Third');
  await page.keyboard.press('j');
  await expect(pane.getByRole('region', { name: 'Body of the request' })).toContainText('Second');
  await expect(openRow(page)).toHaveAttribute('data-row', ids[1] ?? '');
  await expect(pane.getByText(/no such order/)).toBeVisible();

  await setDestination(project.destination, { mode: 'fast' });
  const before = (await receivedBy(project.destination)).counts.received;
  await page.keyboard.press('r');
  await expect(page.getByText('On its way to orders-api again')).toBeVisible();
  await expect(openRow(page)).toContainText('Delivered');
  expect((await receivedBy(project.destination)).counts.received).toBeGreaterThan(before);
  await page.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
  expect(await focused()).toBe(ids[1]);
});
