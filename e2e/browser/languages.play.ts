import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, openShop, signInQuietly, test } from './world/play.ts';

const html = (page: Page, lang: string, dir: string) => expect(page.locator(`html[lang=${lang}][dir=${dir}]`)).toHaveCount(1);

/** Marks the document, so that loading it again is seen. */
const mark = (page: Page) => page.evaluate(() => void document.body.setAttribute('data-kept', ''));
const isKept = (page: Page) => expect(page.locator('body[data-kept]')).toHaveCount(1);

/** The files that hold the words of a language. */
function filesOf(locale: string): string[] {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../dist/dashboard/.vite/manifest.json'), 'utf8')) as Record<string, { file: string }>;
  return Object.entries(manifest).flatMap(([source, { file }]) => (source.startsWith(`src/i18n/${locale}/`) ? [file] : []));
}

test.describe('somebody whose browser prefers Spanish', () => {
  test.use({ locale: 'es-MX' });

  test('is met in Spanish, loads no other language, and may choose another, which stays', async ({ page }) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto('/app/sign-in');
    await html(page, 'es', 'ltr');
    await expect(page.getByRole('heading', { name: 'Iniciar sesión' })).toBeVisible();
    const others = [...filesOf('en'), ...filesOf('ar')];
    expect(others.length).toBeGreaterThan(10);
    expect(loaded.filter((path) => others.some((file) => path.endsWith(file)))).toEqual([]);

    await page.getByLabel('Correo electrónico').fill('ada@example.com');
    await mark(page);
    await page.getByRole('button', { name: 'العربية' }).click();
    await html(page, 'ar', 'rtl');
    await expect(page.getByRole('heading', { name: 'تسجيل الدخول' })).toBeVisible();
    await expect(page).toHaveTitle(/^تسجيل الدخول/);
    // What was typed is still there.
    await expect(page.getByLabel('البريد الإلكتروني')).toHaveValue('ada@example.com');
    await isKept(page);

    await page.reload();
    await html(page, 'ar', 'rtl');
    await expect(page.getByRole('heading', { name: 'تسجيل الدخول' })).toBeVisible();
  });
});

test('a page is said in another language at once, where it stands', async ({ page }) => {
  const shop = await openShop('Tongues');
  await signInQuietly(page, shop.login);
  await page.goto('/app/deliveries?states=failed&range=7d');
  await expect(page.getByRole('heading', { name: 'Deliveries', exact: true })).toBeVisible();
  await mark(page);

  await page.getByRole('button', { name: /Your account/ }).click();
  await page.getByRole('menuitemradio', { name: 'العربية' }).click();
  await html(page, 'ar', 'rtl');
  await expect(page.getByRole('heading', { name: 'عمليات التسليم', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/states=failed&range=7d/);
  await expect(page.getByRole('navigation').first().getByRole('link', { name: 'المشاريع' })).toBeVisible();
  // The rail stands where lines begin.
  const rail = await page.getByRole('navigation').first().boundingBox();
  expect((rail?.x ?? 0) + (rail?.width ?? 0)).toBe(1440);

  // A page that is opened only now comes in the same language.
  await page.getByRole('navigation').first().getByRole('link', { name: 'المشاريع' }).click();
  await expect(page.getByRole('heading', { name: 'المشاريع', exact: true })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Español');
  await page.getByRole('option', { name: /Español/ }).click();
  await html(page, 'es', 'ltr');
  await expect(page.getByRole('heading', { name: 'Proyectos', exact: true })).toBeVisible();
  await isKept(page);

  // It is the person's own from now on, wherever they sign in.
  await expect.poll(async () => (await shop.api.get<{ user: { locale: string } }>('auth/me')).user.locale).toBe('es');
  await page.evaluate(() => localStorage.removeItem('waypost.locale'));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Proyectos', exact: true })).toBeVisible();
});
