import { digits, expect, isLive, openShop, receivedBy, rowsOf, running, setDestination, signIn, test } from './world/play.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('an administrator connects everything through the pages, and the first message arrives', async ({ page, context }) => {
  test.setTimeout(120_000);
  const shop = await openShop('Larkspur');
  const [businessId, appId, phoneNumberId, secret] = [digits(15), digits(15), digits(15), `secret-${digits(12)}`];
  const destination = `larkspur-${digits(6)}`;
  await signIn(page, shop.login);
  await expect(page.getByRole('heading', { name: 'Connect the first number of Larkspur' })).toBeVisible();

  await test.step('account, app and number, one step after the other', async () => {
    await page.getByRole('link', { name: 'Numbers', exact: true }).click();
    await page.getByRole('button', { name: 'Connect a number' }).first().click();
    await page.getByLabel('Account id').fill(businessId);
    await page.getByLabel('Name', { exact: true }).fill('Larkspur Home');
    await page.getByRole('button', { name: 'Add account' }).click();
    await page.getByLabel('App id').fill(appId);
    await page.getByLabel('Name', { exact: true }).fill('Larkspur Messaging');
    await page.getByLabel('App secret').fill(secret);
    const token = await page.getByLabel('Verify token').inputValue();
    expect(token.length).toBeGreaterThanOrEqual(32);
    await page.getByRole('button', { name: 'Add app' }).click();
    await page.getByLabel('Phone number id').fill(phoneNumberId);
    await page.getByLabel('Phone number', { exact: true }).fill(`+1555${digits(7)}`);
    await page.getByLabel('Name', { exact: true }).fill('Larkspur Shop');
    await page.getByRole('button', { name: 'Connect number' }).click();
    // The token stands there to be copied, until the page is left.
    await expect(page.getByText(token)).toBeVisible();
    await expect(page.getByText(`/webhooks/meta/${appId}`)).toBeVisible();
    await page.reload();
    await expect(page.getByText('It was shown once, when the app was added.')).toBeVisible();
    expect(await page.content()).not.toContain(token);
    await page.getByRole('button', { name: 'Let the simulator verify it' }).click();
    await expect(page.getByRole('heading', { name: /^Point Meta at this hub ?, done/ })).toBeVisible();
  });

  await test.step('a project, whose secret is shown once', async () => {
    await page.getByRole('link', { name: 'Projects', exact: true }).click();
    await page.getByRole('button', { name: 'New project' }).first().click();
    const form = page.getByRole('dialog', { name: 'New project' });
    await form.getByLabel('Name', { exact: true }).fill('Orders API');
    await form.getByLabel('Endpoint').fill(`${running.simulator}/destinations/${destination}`);
    await form.getByRole('button', { name: 'Create project' }).click();
    const dialog = page.getByRole('dialog', { name: 'Signing secret of Orders API' });
    const shown = (await dialog.getByRole('textbox', { name: 'Signing secret' }).textContent()) ?? '';
    expect(shown).toMatch(/^whsec_/);
    await page.keyboard.press('Escape');
    await page.mouse.click(5, 5);
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeDisabled();
    await dialog.getByLabel('I have stored it').check();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
    expect(await page.content()).not.toContain(shown);
    await setDestination(destination, { mode: 'fast', secret: shown });
  });

  await test.step('the number is mapped to it, with a priority and fields', async () => {
    await page.getByRole('button', { name: 'Map a number' }).click();
    const dialog = page.getByRole('dialog', { name: 'Map a number to a project' });
    await dialog.getByLabel('Number', { exact: true }).selectOption(phoneNumberId);
    await dialog.getByLabel('Priority').fill('250');
    await dialog.getByLabel('account_update', { exact: true }).check();
    await dialog.getByRole('button', { name: 'Map number' }).click();
    const row = page.getByRole('row', { name: /orders-api/ });
    await expect(row.getByLabel('Priority of orders-api')).toHaveValue('250');
    await expect(row.getByText('messages')).toBeVisible();
    await expect(row.getByText('account_update')).toBeVisible();
    await row.getByLabel('Priority of orders-api').fill('300');
    await row.getByLabel('Priority of orders-api').press('Enter');
    await expect(page.getByText('orders-api has priority 300')).toBeVisible();
  });

  await page.getByRole('link', { name: 'Deliveries', exact: true }).first().click();
  await expect(page.getByText('No deliveries yet')).toBeVisible();
  await isLive(page);

  await test.step('what the sandbox phone sends is seen in the deliveries without a reload', async () => {
    const phone = await context.newPage();
    await phone.goto('/app/sandbox');
    await phone.getByLabel('Message', { exact: true }).fill('Do you have the blue one?');
    await phone.keyboard.press('Enter');
    await expect(phone.getByRole('region', { name: 'Trace', exact: true }).getByText('Everyone called')).toBeVisible();
    await phone.close();
    await expect(rowsOf(page)).toHaveCount(1);
    await expect(rowsOf(page)).toContainText('Delivered');
  });

  await test.step('the drawer tells what was sent and answered, and keeps secrets to itself', async () => {
    await rowsOf(page).click();
    const pane = page.getByRole('complementary', { name: 'Delivery' });
    await expect(pane.getByRole('region', { name: 'Body of the request' })).toContainText('Do you have the blue one?');
    await pane.getByRole('tab', { name: /Response/ }).click();
    await expect(pane.getByText('200 OK')).toBeVisible();
    await pane.getByRole('tab', { name: /Headers/ }).click();
    await expect(pane.getByText('webhook-signature')).toBeVisible();
    await expect(pane.getByText('x-hub-signature-256')).toBeVisible();
    const { data } = await receivedBy(destination);
    const [call] = data;
    expect(call?.signatures).toEqual({ hub: 'valid', standard: 'valid' });
    await pane.getByRole('button', { name: 'Copy as curl' }).click();
    const curl = await page.evaluate(() => navigator.clipboard.readText());
    expect(curl).toContain(`curl -X POST '${running.simulator}/destinations/${destination}'`);
    expect(curl).toContain('Do you have the blue one?');
    for (const name of ['webhook-signature', 'x-hub-signature-256']) {
      expect(curl.toLowerCase()).toContain(name);
      expect(call?.headers[name]).toBeTruthy();
      expect(curl).not.toContain(call?.headers[name] ?? '');
    }
    expect(curl).not.toContain('whsec_');
  });

  await test.step('its event shows what came, and is replayed', async () => {
    await page.getByRole('link', { name: 'Open event' }).click();
    const pane = page.getByRole('complementary', { name: 'Event' });
    await expect(pane.getByRole('region', { name: 'Payload' })).toContainText('Do you have the blue one?');
    await pane.getByRole('button', { name: 'Replay event' }).click();
    await page.getByRole('menuitem', { name: 'To the projects it is routed to now' }).click();
    await expect(page.getByText('Replayed in 1 delivery')).toBeVisible();
    await expect.poll(async () => (await receivedBy(destination)).counts.received).toBe(2);
    await expect(pane.getByRole('link', { name: /Delivered/ })).toHaveCount(2);
  });
});
