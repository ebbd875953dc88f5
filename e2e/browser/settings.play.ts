import { readFile } from 'node:fs/promises';
import { addProject, connectNumber, expect, openShop, openShopWithProject, running, settle, signIn, test } from './world/play.ts';

test('a new brand colour has its verdict at once, and leaves an entry in an audit that holds', async ({ page }) => {
  const shop = await openShop('Bramble');
  await signIn(page, shop.login);
  await page.goto('/app/appearance');
  await page.getByLabel('Brand colour').fill('#ffe066');
  await expect(page.getByText('which is hard to read as text')).toBeVisible();
  await expect(page.getByText(/^button \d+\.\d:1, link \d+\.\d:1$/)).toHaveCount(2);
  await page.getByLabel('Brand colour').fill('no colour');
  await expect(page.getByText('Type a colour such as #108a9e.')).toBeVisible();
  await page.getByLabel('Brand colour').fill('#7a3ff2');
  await page.getByRole('button', { name: 'Save appearance' }).click();
  await expect(page.getByText('The appearance is saved')).toBeVisible();

  await page.goto('/app/audit?action=theme.changed');
  await settle(page);
  const row = page.getByRole('row').filter({ hasText: 'theme.changed' });
  await expect(row).toHaveCount(1);
  await row.getByRole('button').click();
  await expect(page.getByRole('cell', { name: '#7a3ff2', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(page.getByText(/^\d+ entr(y|ies), and the chain holds$/)).toBeVisible();
});

test('the plan says what is used of it', async ({ page }) => {
  const shop = await openShop('Sedge');
  const number = await connectNumber(shop, 'Sedge');
  await addProject(shop, 'orders-api', number.phoneNumberId);
  await signIn(page, shop.login);
  await page.goto('/app/plan');
  for (const name of [/^Phone numbers/, /^Projects/, /^People and invitations/]) {
    await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(/1 (of \d+|used)/);
  }
});

test('notifications have a webhook whose secret is seen once, and fewer days are asked about', async ({ page }) => {
  const shop = await openShop('Tarn');
  await signIn(page, shop.login);
  await page.goto('/app/settings');
  await page.getByLabel('E-mail addresses').fill('ops@example.com\nnot an address');
  await page.getByRole('button', { name: 'Save notifications' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('E-mail addresses').fill('ops@example.com');
  await page.getByLabel('Webhook').fill(`${running.simulator}/destinations/alerts`);
  await page.getByLabel('More errors than usual').uncheck();
  await page.getByRole('button', { name: 'Save notifications' }).click();
  const shown = page.getByRole('dialog', { name: 'Secret of the notification webhook' });
  const secret = (await shown.getByRole('textbox', { name: 'Webhook secret' }).textContent()) ?? '';
  expect(secret).toMatch(/^whsec_/);
  await shown.getByLabel('I have stored it').check();
  await shown.getByRole('button', { name: 'Close' }).click();
  await expect(shown).toHaveCount(0);
  expect(await page.content()).not.toContain(secret);

  await page.getByLabel('Days that events').fill('7');
  await page.getByRole('button', { name: 'Save retention' }).click();
  await page.getByRole('dialog', { name: 'Keep events for 7 days?' }).getByRole('button', { name: 'Delete what is older' }).click();
  await expect(page.getByText('The retention is saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Days that events')).toHaveValue('7');
  await expect(page.getByLabel('E-mail addresses')).toHaveValue('ops@example.com');
  await expect(page.getByLabel('More errors than usual')).not.toBeChecked();
});

test('what is kept about a customer is handed out, and erased once their number was typed again', async ({ page }) => {
  const { shop, number } = await openShopWithProject('Heron');
  const from = '12025550143';
  await shop.api.post('sandbox/messages', { phoneNumberId: number.phoneNumberId, from, kind: 'text', text: 'Where is my heron?' });
  await expect.poll(async () => (await shop.api.get<{ count: number }>('deliveries/count?states=delivered')).count).toBeGreaterThan(0);
  await signIn(page, shop.login);
  await page.goto('/app/settings');
  await page.getByLabel('Phone number').fill('+1 202 555 0143');
  await page.getByRole('button', { name: 'Look up what is kept' }).click();
  await expect(page.getByText(/entr(y is|ies are) kept about this customer/)).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as JSON' }).click()]);
  expect(file.suggestedFilename()).not.toContain('2025550143');
  expect(await readFile(await file.path(), 'utf8')).toContain('Where is my heron?');

  await page.getByRole('button', { name: 'Erase this customer…' }).click();
  const asking = page.getByRole('dialog', { name: 'Erase this customer?' });
  await expect(asking.getByRole('button', { name: 'Erase the customer' })).toBeDisabled();
  await asking.getByRole('textbox').fill('+1 202 555 0143');
  await asking.getByRole('button', { name: 'Erase the customer' }).click();
  await page.getByRole('dialog', { name: /^The (customer is erased|erasure is running)$/ }).getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('region', { name: 'Erasures' }).getByRole('row').nth(1)).toContainText('Done', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Look up what is kept' }).click();
  await expect(page.getByText('Nothing is kept about this customer')).toBeVisible();
});

test('single sign-on says what is wrong with a provider, and the sign-in page what came of it', async ({ page }) => {
  const shop = await openShop('Willow');
  await signIn(page, shop.login);
  await page.goto('/app/settings');
  await expect(page.getByText('/api/v1/auth/oidc/callback')).toBeVisible();
  await page.getByRole('button', { name: 'Save single sign-on' }).click();
  await expect(page.getByRole('alert')).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/app/sign-in?sso=not-invited');
  await expect(page.getByRole('alert')).toContainText('Ask your administrator for an invitation.');
  await page.getByLabel('Short name of your tenant').fill('nobody-knows-this');
  await page.getByRole('button', { name: 'Go on to your organisation' }).click();
  await expect(page.getByRole('alert')).toContainText('There is no such sign-in');
  await page.getByRole('button', { name: 'Sign in with a password' }).click();
  await expect(page.getByLabel('E-mail')).toBeFocused();
});
