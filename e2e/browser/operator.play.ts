import { addProject, Api, connectNumber, digits, expect, openShop, openShopWithProject, postWebhooks, receivedBy, running, signIn, test } from './world/play.ts';

test('an operator makes a tenant and acts for it, and never forgets for whom', async ({ page }) => {
  await signIn(page, running.admin);
  await page.getByRole('link', { name: 'New tenant' }).click();
  const name = `Tern ${digits(5)}`;
  const email = `ada-${digits(6)}@example.com`;
  const form = page.getByRole('dialog', { name: 'New tenant' });
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByLabel('E-mail').fill(email);
  await form.getByLabel('Their name').fill('Ada Finch');
  await form.getByRole('button', { name: 'Generate password' }).click();
  const password = await form.getByLabel('Password', { exact: true }).inputValue();
  await form.getByRole('button', { name: 'Create tenant' }).click();
  const made = page.getByRole('dialog', { name: `${name} is ready` });
  await expect(made).toContainText(password);
  await page.keyboard.press('Escape');
  await expect(made).toBeVisible();
  // What was handed over works.
  await Api.signedIn({ email, password });

  await made.getByRole('button', { name: `Act for ${name}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  const rail = page.getByRole('navigation', { name: 'Navigation' });
  await expect(rail).toContainText(`Acting for${name}`);
  await expect(page.locator('html')).toHaveAttribute('data-shell', 'admin');
  expect(await page.content()).not.toContain(password);
  await rail.getByRole('link', { name: 'Deliveries' }).click();
  await expect(page.getByText('No deliveries yet')).toBeVisible();
  await expect(rail).toContainText(`Acting for${name}`);
  await page.reload();
  await expect(rail).toContainText(`Acting for${name}`);
  await rail.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('menuitem', { name: 'Back to the platform' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Health');
  await expect(page.getByText('Acting for')).toHaveCount(0);
});

test('an unclaimed number is assigned, and what came for it goes out', async ({ page }) => {
  const shop = await openShop(`Swift ${digits(5)}`);
  const number = await connectNumber(shop, 'Swift');
  const project = await addProject(shop, 'orders-api');
  const nobodys = { ...number, phoneNumberId: digits(15), phoneNumber: `1555${digits(7)}` };
  await postWebhooks(nobodys, { count: 1, text: 'Is anybody there?' });

  await signIn(page, running.admin);
  await page.getByRole('link', { name: 'Unclaimed', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: nobodys.phoneNumberId.slice(0, 8) });
  await row.getByRole('button', { name: 'Assign number' }).click();
  const dialog = page.getByRole('dialog', { name: /^Assign / });
  await dialog.getByLabel('Tenant').selectOption({ label: shop.name });
  await expect(dialog.getByLabel('Meta’s app id')).toHaveValue(number.appId);
  await dialog.getByLabel('Display name').fill('Swift Shop');
  await dialog.getByLabel('orders-api').check();
  await dialog.getByRole('button', { name: 'Assign and send 1 webhook' }).click();
  await expect(page.getByText('1 webhook goes out now.')).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect.poll(async () => (await receivedBy(project.destination)).counts.received).toBe(1);
  expect((await receivedBy(project.destination)).data[0]?.body).toContain('Is anybody there?');
});

test('a webhook in quarantine is looked at and released', async ({ page }) => {
  const shop = await openShop(`Wren ${digits(5)}`);
  const number = await connectNumber(shop, 'Wren');
  const broken = `{"object":"whatsapp_business_account","entry":[ ${digits(10)}`;
  await postWebhooks(number, { raw: broken });
  await signIn(page, running.admin);
  await page.getByRole('link', { name: 'Quarantine', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: number.appId });
  await row.getByRole('button', { name: 'JSON is broken' }).click();
  const drawer = page.getByRole('dialog', { name: 'Webhook in quarantine' });
  await expect(drawer.getByRole('region', { name: 'Body as received' })).toContainText(broken);
  await expect(drawer).toContainText('The signature is right, but the body is no JSON.');
  await drawer.getByRole('button', { name: 'Release webhook' }).click();
  await expect(page.getByText('The webhook is split again')).toBeVisible();
  await drawer.getByRole('button', { name: 'Close' }).click();
  // It is broken still, so it comes back; the release is on record.
  await expect(row).toHaveCount(1);
  await page.getByRole('button', { name: 'Also released' }).click();
  await expect(row.filter({ hasText: 'Released' })).toHaveCount(1);
});

test('a message id is found in all tenants and opened as its tenant', async ({ page }) => {
  const name = `Dipper ${digits(5)}`;
  const { number } = await openShopWithProject(name);
  const { ids } = await postWebhooks(number, { count: 1, text: 'Where is my parcel?' });
  const [messageId = ''] = ids;
  await signIn(page, running.admin);
  const search = page.getByRole('searchbox', { name: /Message id, phone/ });
  const found = page.getByRole('button', { name: new RegExp(`Delivery.*${name}|${name}.*Delivery`) });
  await expect(async () => {
    await search.fill('');
    await search.fill(messageId);
    await search.press('Enter');
    await expect(found).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await found.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deliveries');
  await expect(page.getByRole('navigation', { name: 'Navigation' })).toContainText(`Acting for${name}`);
  await expect(page.getByRole('complementary', { name: 'Delivery' })).toContainText('Where is my parcel?');
});
