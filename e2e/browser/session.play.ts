import type { BrowserContext, Page } from '@playwright/test';
import { expect, openShop, signIn, test } from './world/play.ts';

/** As after ten minutes: the access token is over, the refresh token is not. */
const afterTenMinutes = (context: BrowserContext) => context.clearCookies({ name: 'waypost_session' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a page goes on by itself when its ten minutes are over', async ({ page, context }) => {
  const shop = await openShop('Marlow');
  await signIn(page, shop.login);
  await page.goto('/app/deliveries');
  await expect(heading(page)).toHaveText('Deliveries');
  await afterTenMinutes(context);
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(heading(page)).toHaveText('Projects');
  await afterTenMinutes(context);
  await page.reload();
  await expect(heading(page)).toHaveText('Projects');
});

test('two tabs that find it over at the same moment both go on, and again', async ({ page, context }) => {
  const shop = await openShop('Harwood');
  await signIn(page, shop.login);
  const other = await context.newPage();
  await Promise.all([page.goto('/app/deliveries'), other.goto('/app/projects')]);
  for (let round = 0; round < 3; round += 1) {
    await afterTenMinutes(context);
    await Promise.all([page.reload(), other.reload()]);
    await expect(heading(page)).toHaveText('Deliveries');
    await expect(heading(other)).toHaveText('Projects');
  }
});

test('a page whose session was ended elsewhere leads to the sign-in, and back', async ({ page, browser }) => {
  const shop = await openShop('Whitby');
  await signIn(page, shop.login);
  await page.goto('/app/projects');
  await expect(heading(page)).toHaveText('Projects');
  const elsewhere = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const second = await elsewhere.newPage();
  await signIn(second, shop.login);
  const status = await second.evaluate(
    async () => (await fetch('/api/v1/auth/logout-all', { method: 'POST' })).status,
  );
  expect(status).toBe(204);
  // Its live stream tells it, at the next beat and without a click.
  await expect(page).toHaveURL(/sign-in\?from=%2Fprojects/, { timeout: 20_000 });
  await elsewhere.close();
});
