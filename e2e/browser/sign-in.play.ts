import { expect, openShop, running, signIn, test } from './world/play.ts';

test('somebody signs in by keyboard, and is led where they wanted to go', async ({ page }) => {
  const shop = await openShop('Alder Living');
  await page.goto('/app/deliveries');
  await expect(page).toHaveURL(/sign-in\?from=/);
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type(shop.login.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(shop.login.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/app\/deliveries/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deliveries');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deliveries');
});

test('a wrong password and an unknown e-mail have one answer', async ({ page }) => {
  const shop = await openShop('Fenwick');
  for (const email of [shop.login.email, 'nobody@example.com']) {
    await page.goto('/app/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('E-mail or password is wrong');
    // The e-mail is mostly right: what has to be typed again is the password.
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  }
});

test('a super-admin comes to the platform, and no script can read what keeps them signed in', async ({ page, context }) => {
  await signIn(page, running.admin);
  await expect(page).toHaveURL(/\/app\/admin/);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(/eyJ/);
  const cookies = await context.cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual(['waypost_device', 'waypost_refresh', 'waypost_session']);
  for (const { name, httpOnly, sameSite } of cookies) expect([name, httpOnly, sameSite]).toEqual([name, true, 'Strict']);
});
