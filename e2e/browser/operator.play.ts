import { addProject, Api, connectNumber, digits, expect, openShop, openShopWithProject, postWebhooks, receivedBy, running, signIn, test } from './world/play.ts';

test('an operator makes a tenant and acts for it, and never forgets for whom', async ({ page }) => {
  await signIn(page, running.admin);
  await page.getByRole('link', { name: 'New tenant' }).click();
  const name = `Tern ${digits(5)}`;
  const email = `ada-${digits(6)}@example.com`;
  const form = page.getByRole('dialog', { name: 'New tenant' });
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByLabel('Plan', { exact: true }).selectOption({ label: 'Starter, $29.00 a month' });
  await form.getByLabel('Language').selectOption('es');
  await form.getByLabel('E-mail').fill(email);
  await form.getByLabel('Their name').fill('Ada Finch');
  // No password is made up for anybody.
  await expect(form.getByLabel(/password/i)).toHaveCount(0);
  await form.getByRole('button', { name: 'Create tenant' }).click();
  await expect(page.getByText(`A welcome mail with a link is on its way to ${email}.`)).toBeVisible();
  const detail = page.getByRole('dialog', { name: 'Tenant', exact: true });
  await expect(detail.getByRole('region', { name: 'Plan' })).toContainText('Starter');
  await expect(detail.getByRole('region', { name: 'People' })).toContainText(email);

  await detail.getByRole('button', { name: `Act for ${name}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  const rail = page.getByRole('navigation', { name: 'Navigation' });
  await expect(rail).toContainText(`Acting for${name}`);
  await expect(page.locator('html')).toHaveAttribute('data-shell', 'admin');
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

test('a plan is changed after its consequences were seen, a tenant is suspended with a reason, and an operator signs in as somebody', async ({ page }) => {
  const shop = await openShopWithProject(`Plover ${digits(5)}`);
  const { name, tenantId, login } = shop.shop;
  const limits = { numbers: 0, projects: 1 };
  const plan = `Small ${digits(5)}`;
  await (await Api.signedIn(running.admin)).post('plans', { name: plan, limits, priceMicros: 9_000_000, currency: 'EUR', interval: 'month' });
  await signIn(page, running.admin);
  await page.goto(`/app/admin/tenants?tenant=${tenantId}`);
  const detail = page.getByRole('dialog', { name: 'Tenant', exact: true });
  const more = detail.getByRole('button', { name: `More for ${name}` });

  await detail.getByRole('button', { name: 'Change plan' }).click();
  const change = page.getByRole('dialog', { name: `Change the plan of ${name}` });
  await change.getByLabel('New plan').selectOption({ label: `${plan}, €9.00 a month` });
  await expect(change.getByRole('row', { name: /^Phone numbers/ })).toContainText('too many');
  await expect(change).toContainText('What is there is kept, and no more can be added.');
  await change.getByRole('button', { name: `Change plan to ${plan}` }).click();
  await expect(page.getByText(`${name} has the plan ${plan} now`)).toBeVisible();
  await expect(detail.getByRole('region', { name: 'Plan' })).toContainText(plan);

  await more.click();
  await page.getByRole('menuitem', { name: 'Suspend tenant' }).click();
  const suspend = page.getByRole('dialog', { name: `Suspend ${name}?` });
  await suspend.getByLabel('Reason').fill('The invoice of May is open');
  await suspend.getByRole('button', { name: 'Suspend tenant' }).click();
  await expect(detail).toContainText('The invoice of May is open');
  await more.click();
  await page.getByRole('menuitem', { name: 'Resume tenant' }).click();
  await page.getByRole('dialog', { name: `Resume ${name}` }).getByRole('button', { name: 'Resume tenant' }).click();
  await expect(page.getByText(`${name} works again`)).toBeVisible();

  await detail.getByRole('button', { name: 'Sign in as' }).click();
  const asking = page.getByRole('dialog', { name: `Sign in to ${name} as one of its people` });
  const begin = asking.getByRole('button', { name: 'Sign in as this person' });
  await expect(asking.getByLabel('Person')).toContainText(login.email);
  await expect(begin).toBeDisabled();
  await asking.getByLabel('Reason').fill('Asked for help with a mapping');
  await begin.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  const banner = page.getByRole('status').filter({ hasText: running.admin.email });
  await expect(banner).toBeVisible();
  await banner.getByRole('button').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Health');
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
