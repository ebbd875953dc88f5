import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { running } from './running.ts';

export { Api } from './api.ts';
export { running } from './running.ts';
export { addProject, connectNumber, digits, type Made, openShop, openShopWithProject, type Shop } from './shop.ts';
export { type Connected, linkTo, postWebhooks, type Received, receivedBy, setDestination } from './simulator.ts';
export { expect } from '@playwright/test';

export async function signIn(page: Page, login: { email: string; password: string }): Promise<void> {
  await page.goto('/app/sign-in');
  await page.getByLabel('E-mail').fill(login.email);
  await page.getByLabel('Password', { exact: true }).fill(login.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}

/** Whatever is loaded late has come, or says that it is coming. */
export async function settle(page: Page): Promise<void> {
  // Not by its role: behind a dialog it has none.
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.getByRole('status', { name: /^(Loading|Cargando|جارٍ التحميل)$/ })).toHaveCount(0);
}

/** The stream is open: what happens from now on is seen. */
export async function isLive(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible();
}

/** Signed in without the page of it, whose words are of a language. */
export async function signInQuietly(page: Page, data: { email: string; password: string }): Promise<void> {
  const answer = await page.request.post('/api/v1/auth/login', { data, headers: { origin: running.url } });
  expect(answer.ok()).toBe(true);
}

/** What axe finds wrong, one line each; of all rules, of some, or of all but some. */
export async function violations(page: Page, rules?: string[], without: string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
  if (without.length > 0) axe.disableRules(without);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`));
}

/** The rows of a list: they carry the id of what they show. */
export const rowsOf = (page: Page): Locator => page.locator('[data-row]');

/** Fails a play whose page has said something to the console that it should not have to say. */
export const test = base.extend<{ quiet: void }>({
  baseURL: running.url,
  quiet: [
    async ({ page }, use) => {
      const said: string[] = [];
      page.on('pageerror', (error) => said.push(error.message));
      page.on('console', (message) => {
        // A refused call is shown on the page; the browser writes it to the console whatever we do.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) said.push(message.text());
      });
      await use();
      expect(said).toEqual([]);
    },
    { auto: true },
  ],
});
