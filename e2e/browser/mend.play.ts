import { expect, isLive, openShopWithProject, postWebhooks, type Received, receivedBy, setDestination, signIn, test } from './world/play.ts';

const MANY = 500;

/** How often each delivery was accepted, by the id that it carries. */
function acceptances(calls: Received[], how: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { answered, headers } of calls) {
    const id = headers['webhook-id'] ?? 'without id';
    if (answered === how) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

test('a project that fails is seen, mended and probed, and nothing is lost', async ({ page, context }) => {
  test.setTimeout(90_000);
  const { shop, number, project } = await openShopWithProject('Marlow');
  await signIn(page, shop.login);
  await page.goto('/app/sandbox');
  await page.getByRole('button', { name: 'Force an error' }).click();
  await page.getByRole('button', { name: 'Until mended' }).click();
  await page.getByRole('button', { name: /^500/ }).click();
  await expect(page.getByRole('list', { name: 'Projects that answer badly' })).toContainText('orders-api');

  const overview = await context.newPage();
  await overview.goto('/app/');
  await postWebhooks(number, { count: 40 });
  await expect(overview.getByText('orders-api has stopped answering')).toBeVisible();
  await expect(overview.getByText(/Circuit open, .*Nothing is lost/)).toBeVisible();

  // A probe says what is, as long as nothing is mended.
  await overview.getByRole('button', { name: 'Probe orders-api now' }).click();
  await expect(overview.getByText('orders-api still does not answer')).toBeVisible();

  await overview.goto('/app/projects');
  const row = overview.getByRole('region', { name: 'Routes from numbers to projects' }).getByRole('button', { name: /orders-api/ });
  await expect(row).toContainText(/Open|Half open/);
  await row.click();
  const panel = overview.getByRole('complementary', { name: 'Project orders-api' });
  await expect(panel.getByText('Not answering').or(panel.getByText('Being tried'))).toBeVisible();

  await page.getByRole('list', { name: 'Projects that answer badly' }).getByRole('button', { name: /^Mend/ }).click();
  await expect(page.getByRole('list', { name: 'Projects that answer badly' })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Probe now' }).click();
  await expect(panel.getByText(/Answered 200 in .* The circuit is closed/)).toBeVisible();
  await expect(panel.getByText('Answering', { exact: true })).toBeVisible();

  await expect.poll(async () => (await shop.api.get<{ count: number }>('deliveries/count?states=delivered')).count, { timeout: 60_000 }).toBe(40);
  const { data } = await receivedBy(project.destination);
  const accepted = acceptances(data.filter(({ body }) => body.includes('messages')), 'fast');
  expect([...accepted.values()].every((times) => times === 1)).toBe(true);
  await overview.goto('/app/');
  await expect(overview.getByText('orders-api has stopped answering')).toHaveCount(0);
});

test('five hundred deliveries are retried by filter, cancelled midway and retried again: each arrives exactly once', async ({ page }) => {
  test.setTimeout(150_000);
  const { shop, number, project } = await openShopWithProject('Kestrel');
  await setDestination(project.destination, { mode: 'status', status: 500 });
  await postWebhooks(number, { count: MANY, concurrency: 20 });
  const count = async (states: string) => (await shop.api.get<{ count: number }>(`deliveries/count?states=${states}`)).count;
  await expect.poll(() => count('pending,waiting'), { timeout: 30_000 }).toBe(MANY);

  await signIn(page, shop.login);
  await page.goto(`/app/projects?project=${project.id}`);
  const panel = page.getByRole('complementary', { name: 'Project orders-api' });
  await panel.getByRole('button', { name: 'Disable' }).click();
  await expect(panel.getByText('Disabled by hand.')).toBeVisible();
  await expect.poll(() => count('cancelled'), { timeout: 30_000 }).toBe(MANY);
  // Slow enough to be cancelled midway.
  await setDestination(project.destination, { mode: 'slow', ms: 400 });
  await panel.getByRole('button', { name: 'Enable' }).click();
  await expect(panel.getByText('Disabled by hand.')).toHaveCount(0);

  await page.getByRole('link', { name: 'Deliveries', exact: true }).first().click();
  await isLive(page);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const filters = page.getByRole('dialog', { name: 'Filters' });
  for (const state of ['Waiting', 'Failed', 'Cancelled']) await filters.getByLabel(state).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Retry 500 deliveries' }).click();
  const asking = page.getByRole('dialog', { name: 'Retry 500 deliveries?' });
  await asking.getByRole('button', { name: 'Retry 500 deliveries' }).click();
  const running = page.getByRole('list', { name: 'Running now' });
  await expect(running).toContainText('Retrying 500 deliveries');
  await expect.poll(() => count('delivered')).toBeGreaterThan(10);
  await running.getByRole('button', { name: 'Cancel retry' }).click();
  await expect(page.getByText(/Retry cancelled after \d+ deliveries/)).toBeVisible();
  await expect(running).toHaveCount(0);
  await expect.poll(() => count('pending,delivering')).toBe(0);
  const arrived = await count('delivered');
  expect(arrived).toBeLessThan(MANY);

  await setDestination(project.destination, { mode: 'fast' });
  const rest = page.getByRole('button', { name: `Retry ${MANY - arrived} deliveries` });
  await rest.click();
  await page.getByRole('dialog').getByRole('button', { name: `Retry ${MANY - arrived} deliveries` }).click();
  await expect.poll(() => count('delivered'), { timeout: 60_000 }).toBe(MANY);
  await expect(page.getByText('Nothing matches')).toBeVisible();

  const { data } = await receivedBy(project.destination);
  const accepted = [...acceptances(data, 'slow'), ...acceptances(data, 'fast')];
  expect(accepted).toHaveLength(MANY);
  expect(new Set(accepted.map(([id]) => id)).size).toBe(MANY);
  expect(accepted.every(([, times]) => times === 1)).toBe(true);
});
