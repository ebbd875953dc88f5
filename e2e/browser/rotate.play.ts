import type { Page } from '@playwright/test';
import { addProject, connectNumber, expect, openShop, type Received, receivedBy, setDestination, signIn, test } from './world/play.ts';

/** Everything in the page that could keep a secret: document, fields, storage, address, history, and the caches of queries and mutations. */
function everythingKept(page: Page): Promise<string> {
  return page.evaluate(() => {
    interface Fiber {
      memoizedProps?: { client?: { getQueryCache?: () => Cache; getMutationCache?: () => Cache } };
      child: Fiber | null;
    }
    interface Cache {
      getAll: () => { state: unknown; queryKey?: unknown }[];
    }
    const root = Object.entries(document.getElementById('root') ?? {}).find(([key]) => key.startsWith('__reactContainer'))?.[1] as Fiber | undefined;
    let client: NonNullable<Fiber['memoizedProps']>['client'];
    for (let fiber: Fiber | null | undefined = root; fiber && !client; fiber = fiber.child) {
      if (fiber.memoizedProps?.client?.getQueryCache) client = fiber.memoizedProps.client;
    }
    if (!client?.getQueryCache || !client.getMutationCache) throw new Error('There is no query client to look into.');
    const caches = [client.getQueryCache(), client.getMutationCache()].flatMap((cache) => cache.getAll().map(({ state, queryKey }) => ({ state, queryKey })));
    const fields = Array.from(document.querySelectorAll('input, textarea'), (field) => (field as HTMLInputElement).value);
    return JSON.stringify([document.documentElement.outerHTML, fields, { ...localStorage }, { ...sessionStorage }, location.href, history.state, caches]);
  });
}

test('a secret is rotated with an overlap in which both sign, and is seen once', async ({ page }) => {
  const shop = await openShop('Fenwick');
  const number = await connectNumber(shop, 'Fenwick');
  const project = await addProject(shop, 'crm-sync', number.phoneNumberId);
  await signIn(page, shop.login);
  await page.goto(`/app/projects?project=${project.id}`);

  let sent = 0;
  /** The call that a new message leads to, checked with this secret. */
  const callCheckedWith = async (secret: string): Promise<Received> => {
    await setDestination(project.destination, { secret });
    await shop.api.post('sandbox/messages', { phoneNumberId: number.phoneNumberId, from: '15550142', kind: 'text', text: `Message ${sent}` });
    sent += 1;
    await expect.poll(async () => (await receivedBy(project.destination)).counts.received).toBe(sent);
    const call = (await receivedBy(project.destination)).data.at(-1);
    if (!call) throw new Error('There was no call.');
    return call;
  };
  const signatures = ({ headers }: Received) => headers['webhook-signature']?.split(' ').length;
  const rotate = async (hours: string): Promise<string> => {
    await page.getByRole('button', { name: 'Rotate secret…' }).click();
    const asking = page.getByRole('dialog', { name: /Rotate the signing secret/ });
    await asking.getByLabel('Overlap in hours').fill(hours);
    await asking.getByRole('button', { name: 'Rotate secret', exact: true }).click();
    const shown = page.getByRole('dialog', { name: 'Signing secret of crm-sync' });
    const secret = (await shown.getByRole('textbox', { name: 'Signing secret' }).textContent()) ?? '';
    await page.keyboard.press('Escape');
    await page.mouse.click(5, 5);
    await expect(shown).toBeVisible();
    await shown.getByLabel('I have stored it').check();
    await shown.getByRole('button', { name: 'Close' }).click();
    await expect(shown).toHaveCount(0);
    return secret;
  };

  const first = await callCheckedWith(project.secret);
  expect(first.signatures).toEqual({ hub: 'valid', standard: 'valid' });
  expect(signatures(first)).toBe(1);

  const second = await rotate('1');
  expect(second).toMatch(/^whsec_/);
  expect(second).not.toBe(project.secret);
  await expect(page.getByText('Previous secret')).toBeVisible();
  // Whoever knows either of them accepts what comes.
  const checkedWithOld = await callCheckedWith(project.secret);
  expect(checkedWithOld.signatures.standard).toBe('valid');
  expect(signatures(checkedWithOld)).toBe(2);
  expect((await callCheckedWith(second)).signatures).toEqual({ hub: 'valid', standard: 'valid' });

  // The overlap is ended by a rotation that has none.
  const third = await rotate('0');
  await expect(page.getByText('Previous secret')).toHaveCount(0);
  const alone = await callCheckedWith(second);
  expect(alone.signatures).toEqual({ hub: 'invalid', standard: 'invalid' });
  expect(signatures(alone)).toBe(1);
  expect((await callCheckedWith(third)).signatures).toEqual({ hub: 'valid', standard: 'valid' });

  const kept = await everythingKept(page);
  expect(kept).toContain('crm-sync');
  for (const secret of [project.secret, second, third]) expect(kept).not.toContain(secret.replace('whsec_', ''));
});
