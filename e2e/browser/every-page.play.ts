import type { Page } from '@playwright/test';
import { digits, expect, openShop, openShopWithProject, postWebhooks, rowsOf, running, setDestination, settle, signIn, signInQuietly, test, violations } from './world/play.ts';

type World = Awaited<ReturnType<typeof openShopWithProject>>;
const tenantPages = ['/', '/numbers', '/numbers?connect=new', '/projects', '/projects?view=list', '/deliveries', '/events', '/sandbox', '/team', '/keys', '/profile', '/plan', '/appearance', '/audit', '/settings'];
const adminPages = ['/admin', '/admin/tenants', '/admin/queues', '/admin/unclaimed', '/admin/quarantine', '/admin/audit', '/admin/plans', '/admin/tenants?view=invites'];
// What a theme can break are its colours; all else is the same in both, and looked at once.
const themes = { light: undefined, dark: ['color-contrast', 'link-in-text-block'] };

let world: World;

test.beforeAll(async () => {
  world = await openShopWithProject('Harbour Row');
  const { shop, number, project } = world;
  await postWebhooks(number, { count: 5 });
  await postWebhooks(number, { raw: '{"object":' });
  await postWebhooks({ ...number, phoneNumberId: digits(15), phoneNumber: `1555${digits(7)}` }, { count: 1 });
  await expect.poll(async () => (await shop.api.get<{ count: number }>('deliveries/count?states=delivered')).count).toBe(5);
  await setDestination(project.destination, { mode: 'status', status: 503 });
  await postWebhooks(number, { count: 5 });
});

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`/app${path}`);
  await settle(page);
}

/** What lies over the pages: how it is opened, and what is there then. */
const overlays: { what: string; path: string; open: (page: Page) => Promise<void> }[] = [
  {
    what: 'an open delivery',
    path: '/deliveries',
    open: async (page) => {
      await rowsOf(page).first().getByRole('link').click();
      await expect(page.getByRole('complementary', { name: 'Delivery' }).getByRole('region', { name: 'Body of the request' })).toBeVisible();
    },
  },
  {
    what: 'the filters of the deliveries',
    path: '/deliveries',
    open: (page) => page.getByRole('button', { name: 'Filter', exact: true }).click(),
  },
  {
    what: 'the question before a bulk retry',
    path: '/deliveries?states=waiting,failed',
    open: async (page) => {
      await page.getByRole('button', { name: /^Retry \d+ deliver/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    what: 'an open event',
    path: '/events',
    open: async (page) => {
      await rowsOf(page).first().getByRole('link').click();
      await expect(page.getByRole('complementary', { name: 'Event' }).getByRole('region', { name: 'Payload' })).toBeVisible();
    },
  },
  {
    what: 'an open project',
    path: '/projects?project=orders-api',
    open: (page) => expect(page.getByRole('button', { name: 'Probe now' })).toBeVisible(),
  },
  {
    what: 'a new project',
    path: '/projects',
    open: (page) => page.getByRole('button', { name: 'New project' }).click(),
  },
  {
    what: 'a new mapping',
    path: '/projects',
    open: (page) => page.getByRole('button', { name: 'Map a number' }).click(),
  },
  {
    what: 'a forced error',
    path: '/sandbox',
    open: (page) => page.getByRole('button', { name: 'Force an error' }).click(),
  },
  {
    what: 'a trace',
    path: '/sandbox',
    open: async (page) => {
      await page.getByRole('button', { name: 'Where is my order?' }).click();
      await expect(page.getByRole('region', { name: 'Trace', exact: true }).getByRole('button', { name: /Stored/ })).toBeVisible();
    },
  },
  {
    what: 'an invitation to the team',
    path: '/team?invite=new',
    open: (page) => expect(page.getByRole('dialog', { name: 'Invite a colleague' })).toBeVisible(),
  },
  {
    what: 'a new API key',
    path: '/keys?new=key',
    open: (page) => expect(page.getByRole('dialog', { name: 'New API key' })).toBeVisible(),
  },
  {
    what: 'the set-up of an authenticator',
    path: '/profile',
    open: (page) => page.getByRole('button', { name: 'Set up authenticator…' }).click(),
  },
  {
    what: 'the palette',
    path: '/',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    what: 'the sheet of keys',
    path: '/',
    open: async (page) => {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
];

const adminOverlays: typeof overlays = [
  { what: 'a new plan', path: '/admin/plans?plan=new', open: (page) => expect(page.getByRole('dialog', { name: 'New plan' })).toBeVisible() },
  {
    what: 'an open tenant',
    path: '/admin/tenants',
    open: async (page) => {
      await page.getByRole('link', { name: /Harbour Row/ }).first().click();
      await expect(page.getByRole('dialog', { name: 'Tenant', exact: true }).getByRole('region', { name: 'People' }).getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    what: 'what another plan means',
    path: '/admin/tenants?q=Harbour',
    open: async (page) => {
      await page.getByRole('button', { name: /^More for Harbour Row/ }).first().click();
      await page.getByRole('menuitem', { name: 'Change plan' }).click();
      await page.getByLabel('New plan').selectOption({ index: 1 });
      await expect(page.getByRole('region', { name: 'What changes' })).toBeVisible();
    },
  },
  {
    what: 'who is told of trouble',
    path: '/admin',
    open: (page) => page.getByRole('button', { name: 'Change alerts' }).click(),
  },
  { what: 'a new tenant', path: '/admin/tenants?tenant=new', open: (page) => expect(page.getByRole('dialog', { name: 'New tenant' })).toBeVisible() },
  {
    what: 'the assignment of a number',
    path: '/admin/unclaimed',
    open: (page) => page.getByRole('button', { name: 'Assign number' }).first().click(),
  },
  {
    what: 'a webhook in quarantine',
    path: '/admin/quarantine',
    open: async (page) => {
      await page.getByRole('button', { name: 'JSON is broken' }).first().click();
      await expect(page.getByRole('region', { name: 'Body as received' })).toBeVisible();
    },
  },
];

for (const [theme, rules] of Object.entries(themes)) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme as keyof typeof themes });
    test.setTimeout(120_000);

    test('a tenant’s pages are accessible', async ({ page }) => {
      await page.goto('/app/sign-in');
      expect(await violations(page, rules)).toEqual([]);
      await signIn(page, world.shop.login);
      for (const path of tenantPages) {
        await open(page, path);
        expect.soft(await violations(page, rules), path).toEqual([]);
      }
    });

    test('what lies over a tenant’s pages is accessible', async ({ page }) => {
      await signIn(page, world.shop.login);
      for (const { what, path, open: show } of overlays) {
        await open(page, path);
        await show(page);
        await settle(page);
        expect.soft(await violations(page, rules), what).toEqual([]);
      }
    });

    test('the platform’s pages, and what lies over them, are accessible', async ({ page }) => {
      await signIn(page, running.admin);
      for (const path of adminPages) {
        await open(page, path);
        expect.soft(await violations(page, rules), path).toEqual([]);
      }
      for (const { what, path, open: show } of adminOverlays) {
        await open(page, path);
        await show(page);
        expect.soft(await violations(page, rules), what).toEqual([]);
      }
    });
  });
}

test('a tenant without anything yet has accessible pages that say how to begin', async ({ page }) => {
  const empty = await openShop('New');
  await signIn(page, empty.login);
  for (const path of tenantPages) {
    await open(page, path);
    expect.soft(await violations(page), path).toEqual([]);
  }
  for (const path of ['/', '/numbers', '/projects', '/deliveries', '/events', '/sandbox']) {
    await open(page, path);
    // A heading or a sentence, and something to do.
    await expect(page.getByRole('main').getByRole('link').or(page.getByRole('main').getByRole('button')).first()).toBeVisible();
  }
});

/** Every answer takes its time, each its own: what comes late must not move what stands. Answers how to wait for the last. */
async function answerUnevenly(page: Page): Promise<() => Promise<void>> {
  const MOST_MS = 400;
  const REST_MS = 250;
  let owed = 0;
  let lastAt = 0;
  await page.route('**/api/v1/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith('/stream')) return route.continue();
    let sum = 0;
    for (const sign of pathname) sum = (sum * 31 + sign.charCodeAt(0)) % 9_973;
    owed += 1;
    await new Promise((next) => setTimeout(next, sum % MOST_MS));
    // The page may have been left meanwhile.
    await route.continue().catch(() => undefined);
    owed -= 1;
    lastAt = Date.now();
  });
  return () => expect.poll(() => owed === 0 && Date.now() - lastAt > REST_MS, { intervals: [50] }).toBe(true);
}

/** Keeps what has moved by itself since the document was opened. */
async function watchMoves(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    interface Shift extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources?: { node?: Node; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
    }
    const seen = window as unknown as { moved: string[] };
    seen.moved = [];
    const place = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ');
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        const names = sources?.map(({ node, previousRect, currentRect }) => {
          const name = node instanceof Element ? `${node.tagName}.${node.className}` : (node?.nodeName ?? '');
          return `${name} (${place(previousRect)} → ${place(currentRect)})`;
        });
        if (!hadRecentInput && value > 0.001) seen.moved.push(`${value.toFixed(4)} ${names?.join(', ') ?? ''}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { moved: string[] }).moved);
}

for (const [whose, login, paths] of [
  ['a tenant’s', () => world.shop.login, [...tenantPages, '/projects?project=orders-api', '/deliveries?states=failed,waiting']],
  ['the platform’s', () => running.admin, adminPages],
] as const) {
  test(`nothing moves while ${whose} page loads`, async ({ page }) => {
    test.setTimeout(90_000);
    const moves = await watchMoves(page);
    await signIn(page, login());
    const answered = await answerUnevenly(page);
    for (const path of paths) {
      await open(page, path);
      await answered();
      expect.soft(await moves(), path).toEqual([]);
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('every page is shown without scrolling sideways, and everything can be hit by a finger', async ({ page }) => {
    test.setTimeout(90_000);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await signIn(page, world.shop.login);
    for (const path of [...tenantPages, '/projects?project=orders-api']) {
      await open(page, path);
      expect.soft(await width(), path).toBeLessThanOrEqual(390);
      const small = await page.locator('button:visible, [role=tab]:visible').evaluateAll((buttons) =>
        buttons.flatMap((button) => {
          const { width: w, height: h } = button.getBoundingClientRect();
          return h < 39 || w < 24 ? [`${Math.round(w)}×${Math.round(h)} ${button.getAttribute('aria-label') ?? button.textContent}`] : [];
        }),
      );
      expect.soft(small, path).toEqual([]);
    }
    await open(page, '/deliveries');
    await rowsOf(page).first().getByRole('link').click();
    await expect(page.getByRole('complementary', { name: 'Delivery' })).toBeVisible();
    expect(await width()).toBeLessThanOrEqual(390);
  });
});

/** Words that do not fit where they stand, and do not say that they are cut. */
const cutWords = (page: Page): Promise<string[]> =>
  page.locator('button, th, h1, h2, label, dt, [role=tab], nav a').evaluateAll((elements) =>
    elements.flatMap((element) => {
      const shown = element.clientWidth > 1 && getComputedStyle(element).textOverflow !== 'ellipsis' && !element.querySelector('.truncate, input');
      return shown && element.scrollWidth > element.clientWidth + 1 ? [`${element.tagName} ${element.textContent}`] : [];
    }),
  );

test.describe('in Arabic', () => {
  test.use({ locale: 'ar' });

  for (const [whose, login, paths] of [
    ['a tenant’s', () => world.shop.login, tenantPages],
    ['the platform’s', () => running.admin, adminPages],
  ] as const) {
    test(`${whose} pages are accessible, and run from right to left`, async ({ page }) => {
      test.setTimeout(90_000);
      const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await signInQuietly(page, login());
      await page.request.patch('/api/v1/auth/me', { data: { locale: 'ar' }, headers: { origin: running.url } });
      for (const path of paths) {
        await page.setViewportSize({ width: 1440, height: 900 });
        await open(page, path);
        await expect(page.locator('html[lang=ar][dir=rtl]')).toHaveCount(1);
        // Colours are those of English, and the slowest to look at.
        expect.soft(await violations(page, undefined, ['color-contrast']), path).toEqual([]);
        expect.soft(await cutWords(page), path).toEqual([]);
        await page.setViewportSize({ width: 390, height: 844 });
        expect.soft(await sideways(), `${path} on a phone`).toBeLessThanOrEqual(0);
        expect.soft(await cutWords(page), `${path} on a phone`).toEqual([]);
      }
      await page.request.patch('/api/v1/auth/me', { data: { locale: 'en' }, headers: { origin: running.url } });
    });
  }
});

test('no secret stands in a page, in what it keeps, or in its address', async ({ page }) => {
  const { shop, number, project } = world;
  await signIn(page, shop.login);
  const secrets = [number.verifyToken, number.appSecret, project.secret.replace('whsec_', ''), 'whsec_', 'eyJhbGci'];
  for (const path of [...tenantPages, '/projects?project=orders-api']) {
    await open(page, path);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, history.state]));
    const whole = (await page.content()) + kept;
    for (const secret of secrets) expect(whole.includes(secret), `${secret} in ${path}`).toBe(false);
  }
});
