import { expect, receivedBy, running, test } from './world/play.ts';

test('from a fresh start it takes at most six clicks to see a message come to both projects', async ({ page }) => {
  let clicks = 0;
  await page.exposeFunction('clicked', () => (clicks += 1));
  // A key that presses a button is no click; a finger or a mouse that goes down is.
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => (window as unknown as { clicked: () => void }).clicked(), { capture: true });
  });
  const before = await Promise.all(['orders', 'support'].map(async (name) => (await receivedBy(name)).counts.received));

  await page.goto('/');
  await page.getByLabel('E-mail').pressSequentially(running.demo.login.email);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(running.demo.login.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('link', { name: 'Sandbox phone', exact: true }).click();
  await page.getByRole('button', { name: 'Hello, are you open today?' }).click();

  const trace = page.getByRole('region', { name: 'Trace', exact: true });
  await expect(trace.getByText('Everyone called')).toBeVisible();
  for (const step of ['Received', 'Stored', 'Split', 'Orders', 'Support']) {
    await expect(trace.getByRole('button', { name: new RegExp(step) }).first()).toBeVisible();
  }
  await expect(page.getByRole('region', { name: 'What this customer wrote' }).getByText('Everyone called')).toBeVisible();
  expect(clicks).toBeGreaterThan(0);
  expect(clicks).toBeLessThanOrEqual(6);
  const after = await Promise.all(['orders', 'support'].map(async (name) => (await receivedBy(name)).counts.received));
  expect(after).toEqual(before.map((count) => count + 1));
});
