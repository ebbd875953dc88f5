import type { Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { digits, expect, linkTo, openShop, running, signIn, test } from './world/play.ts';

const password = 'a sentence that nobody guesses';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const banner = (page: Page) => page.getByRole('status').filter({ hasText: 'is not verified yet' });
/** What the authenticator shows now, or some steps of 30 s later: each code works once. */
const codeOf = (secret: string, steps = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

test('a stranger registers, verifies, invites a colleague, and calls with a key', async ({ page, browser }) => {
  const email = `ida-${digits(8)}@example.com`;
  const colleague = `grace-${digits(8)}@example.com`;
  await page.goto('/app/sign-in');
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Business').fill('Larch & Daughters');
  await page.getByLabel('Your name').fill('Ida Larch');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(heading(page)).toHaveText('Overview');
  await expect(banner(page)).toContainText(email);

  await page.goto(await linkTo(email, 'verify'));
  await expect(page.getByRole('main')).toContainText(`${email} is verified`);
  await page.getByRole('link', { name: 'Go on to Waypost' }).click();
  await expect(heading(page)).toHaveText('Overview');
  await expect(banner(page)).toHaveCount(0);

  await page.getByRole('main').getByRole('link', { name: 'Invite colleague' }).click();
  const inviting = page.getByRole('dialog', { name: 'Invite a colleague' });
  await inviting.getByLabel('E-mail').fill(colleague);
  await inviting.getByRole('radio', { name: /^Developer/ }).check();
  await inviting.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText(`${colleague} is invited`)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Invitations' })).toContainText(colleague);

  const elsewhere = await browser.newContext({ baseURL: running.url });
  const other = await elsewhere.newPage();
  await other.goto(await linkTo(colleague, 'invite'));
  await expect(heading(other)).toHaveText('Join Larch & Daughters');
  await other.getByLabel('Your name').fill('Grace Moor');
  await other.getByLabel('Password', { exact: true }).fill(password);
  await other.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(heading(other)).toHaveText('Overview');
  // Her role makes keys and does not write to the team.
  await expect(other.getByRole('link', { name: 'API keys' })).toBeVisible();
  await other.getByRole('link', { name: 'Team', exact: true }).click();
  await expect(other.getByRole('table', { name: 'Members' })).toContainText('Ida Larch');
  await expect(other.getByRole('button', { name: 'Invite colleague' })).toHaveCount(0);
  await elsewhere.close();

  await page.reload();
  await expect(page.getByRole('table', { name: 'Members' })).toContainText('Grace Moor');
  await page.getByRole('link', { name: 'API keys' }).click();
  await page.getByRole('button', { name: 'New API key' }).click();
  const making = page.getByRole('dialog', { name: 'New API key' });
  await making.getByLabel('Name').fill('Shop backend');
  await making.getByRole('button', { name: 'Make key' }).click();
  await expect(making.getByText('Choose at least one thing')).toBeVisible();
  await making.getByLabel('Read: Deliveries').check();
  await making.getByRole('button', { name: 'Make key' }).click();
  const shown = page.getByRole('dialog', { name: 'API key Shop backend' });
  const key = (await shown.getByRole('textbox', { name: 'API key' }).textContent()) ?? '';
  await shown.getByLabel('I have stored it').check();
  await shown.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('table', { name: 'API keys' })).toContainText('Shop backend');
  expect(await page.content()).not.toContain(key);

  const call = (path: string) => fetch(`${running.url}/api/v1/${path}`, { headers: { authorization: `Bearer ${key}` } });
  expect((await call('deliveries')).status).toBe(200);
  expect((await call('projects')).status).toBe(403);
  await page.getByRole('button', { name: 'Actions for Shop backend' }).click();
  await page.getByRole('menuitem', { name: 'Delete key…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete key' }).click();
  await expect(page.getByText('No API key yet')).toBeVisible();
  expect((await call('deliveries')).status).toBe(401);
});

test('an authenticator is asked for at sign-in, and a recovery code stands in for it', async ({ page }) => {
  const { login } = await openShop('Thistle');
  await signIn(page, login);
  await page.getByRole('button', { name: /Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Profile and sessions' }).click();
  await expect(heading(page)).toHaveText('Profile and sessions');
  await page.getByRole('button', { name: 'Set up authenticator…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Current password').fill(login.password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  const secret = (await dialog.locator('[data-secret]').textContent()) ?? '';
  await dialog.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret, -1));
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  const codes = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allTextContents();
  expect(codes.length).toBeGreaterThan(5);
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download codes' }).click();
  expect((await downloading).suggestedFilename()).toBe('waypost-recovery-codes.txt');
  await dialog.getByLabel('I have stored it').check();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'Turn off…' })).toBeVisible();

  for (const code of [codeOf(secret, 0), codes[0] ?? '']) {
    await page.getByRole('button', { name: /Your account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in/);
    await page.getByLabel('E-mail').fill(login.email);
    await page.getByLabel('Password', { exact: true }).fill(login.password);
    await page.keyboard.press('Enter');
    await page.getByLabel('Code').fill(code);
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText('Overview');
  }
});

test('what is open elsewhere is ended, a person takes their data along, and leaves', async ({ page, browser }) => {
  const { login } = await openShop('Rowan');
  const elsewhere = await browser.newContext({ baseURL: running.url });
  await signIn(await elsewhere.newPage(), login);
  await signIn(page, login);
  await page.goto('/app/profile');
  await page.getByRole('button', { name: /^Sign out (all )?\d+ other/ }).click();
  await expect(page.getByText(/sessions? (is|are) signed out/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Sign out Chrome/ })).toHaveCount(0);
  await elsewhere.close();

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my data' }).click();
  expect((await downloading).suggestedFilename()).toBe('waypost-account.json');

  await page.getByRole('button', { name: 'Delete account…' }).click();
  const asking = page.getByRole('dialog', { name: 'Delete your account?' });
  await expect(asking.getByRole('button', { name: 'Delete account' })).toBeDisabled();
  await asking.getByLabel('Type your e-mail').fill(login.email);
  await asking.getByLabel('Current password').fill(login.password);
  await asking.getByRole('button', { name: 'Delete account' }).click();
  // Nobody else could administer the tenant.
  await expect(asking.getByRole('alert')).toBeVisible();
});
