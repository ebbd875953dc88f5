import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { database, owner, readAccess } from '../../tools/services/postgres-cluster.ts';
import start from './world/start.ts';

const folder = join(import.meta.dirname, '../../docs/pictures');

const stop = await start();
// What they need to know is there only now.
const { Api, digits, openShop, postWebhooks, running, setDestination, settle, signIn } = await import('./world/play.ts');
const { writePast } = await import('./world/history.ts');
type Shop = Awaited<ReturnType<typeof openShop>>;
type Connected = Parameters<typeof postWebhooks>[0];
const kinds = ['text', 'image', 'status', 'text', 'order', 'audio', 'text', 'button_reply', 'location', 'text'];
const login = { email: 'ada@northwind.example', password: 'a password for pictures' };

/** An account with one app and its numbers, verified as by Meta. */
async function connect({ api }: Shop, name: string, numbers: string[]): Promise<Connected[]> {
  const [businessId, appId] = [digits(15), digits(15)];
  const app = { businessId, appId, appSecret: `secret-${appId}`, verifyToken: `token-${appId}` };
  await api.post('business-accounts', { businessId, name });
  await api.post('apps', { id: appId, businessId, name: `${name} Messaging`, verifyToken: app.verifyToken, appSecret: app.appSecret });
  await api.post('sandbox/setup/verify', { appId });
  const connected: Connected[] = [];
  for (const [at, displayName] of numbers.entries()) {
    const number = { ...app, phoneNumberId: digits(15), phoneNumber: `1555010010${at}` };
    await api.post('phone-numbers', { phoneNumberId: number.phoneNumberId, appId, phoneNumber: `+${number.phoneNumber}`, displayName });
    connected.push(number);
  }
  return connected;
}

interface Wanted {
  name: string;
  failing: number;
  /** By the place of the number. */
  priorities: Record<number, number>;
}

const wanted: Wanted[] = [
  { name: 'orders-api', failing: 0.0006, priorities: { 0: 100, 1: 100, 2: 100 } },
  { name: 'crm-sync', failing: 0, priorities: { 0: 50, 1: 80, 3: 100 } },
  { name: 'analytics-sink', failing: 0, priorities: { 0: 10, 1: 10, 2: 10, 3: 10 } },
  { name: 'loyalty-staging', failing: 0.013, priorities: { 3: 50 } },
];

/** A shop that has been at it for a day. */
async function openNorthwind(): Promise<{ shop: Shop; numbers: Connected[]; destinations: Map<string, string> }> {
  const shop = await openShop('Northwind Coffee', { slug: 'northwind', login });
  const numbers = await connect(shop, 'Northwind Coffee', ['Shop', 'Orders', 'Support', 'Wholesale']);
  const destinations = new Map<string, string>();
  const projects: { id: string; failing: number; of: string[] }[] = [];
  for (const { name, failing, priorities } of wanted) {
    const destination = `${name}-${digits(4)}`;
    const { id } = await shop.api.post<{ id: string }>('projects', { name, slug: name, endpoint: `${running.simulator}/destinations/${destination}` });
    const of = Object.entries(priorities).flatMap(([at, priority]) => {
      const number = numbers[Number(at)];
      return number ? [{ phoneNumberId: number.phoneNumberId, priority }] : [];
    });
    for (const mapping of of) await shop.api.post('mappings', { ...mapping, projectId: id, fields: ['messages'] });
    destinations.set(name, destination);
    projects.push({ id, failing, of: of.map(({ phoneNumberId }) => phoneNumberId) });
  }
  const access = readAccess(running.dataDir);
  if (!access) throw new Error('The database of this world is not its own.');
  await writePast(`postgres://${owner}:${access.password}@127.0.0.1:${access.port}/${database}`, {
    tenantId: shop.tenantId,
    phoneNumberIds: numbers.map(({ phoneNumberId }) => phoneNumberId),
    projects,
    perDay: 12_000,
  });
  return { shop, numbers, destinations };
}

/** Traffic of now, of which nothing is invented. */
async function send(numbers: Connected[], count: number): Promise<void> {
  await Promise.all(numbers.flatMap((number) => kinds.map((kind) => postWebhooks(number, { kind, count }))));
}

/** Nothing waits for its first attempt any more. */
async function everythingTried({ api }: Shop): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    const { data } = await api.get<{ data: { attempts: number }[] }>('deliveries?states=pending,delivering,waiting&limit=200');
    if (data.every(({ attempts }) => attempts > 0)) return;
    await new Promise((next) => setTimeout(next, 200));
  }
  throw new Error('There are deliveries that are not tried.');
}

async function openPage(browser: Browser, who: { email: string; password: string }, dark = false): Promise<Page> {
  const context = await browser.newContext({
    baseURL: running.url,
    viewport: { width: 1440, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await signIn(page, who);
  return page;
}

async function take(page: Page, path: string, name: string, before: (page: Page) => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  await page.goto(`/app${path}`);
  await settle(page);
  await before(page);
  // Figures that are counted and pictures that are drawn late.
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
}

async function takeAll(browser: Browser): Promise<void> {
  const fresh = await openShop('Alder Living', { slug: 'alder', login: { ...login, email: 'ada@alder.example' } });
  const { businessId } = { businessId: digits(15) };
  await fresh.api.post('business-accounts', { businessId, name: 'Alder Living' });
  await fresh.api.post('apps', { id: digits(15), businessId, name: 'Alder Messaging', verifyToken: digits(20), appSecret: digits(20) });
  await take(await openPage(browser, fresh.login), '/', 'first-use');

  const { shop, numbers, destinations } = await openNorthwind();
  await send(numbers, 1);
  const page = await openPage(browser, login);
  await take(page, `/sandbox?number=${numbers[0]?.phoneNumberId ?? ''}`, 'sandbox-phone', async () => {
    const trace = page.getByRole('region', { name: 'Trace', exact: true });
    for (const text of ['Hello, are you open today?', 'Is my order ready?']) {
      await page.getByLabel('Message', { exact: true }).fill(text);
      await page.keyboard.press('Enter');
      await trace.getByText('Everyone called').waitFor();
      await page.getByText(text).first().waitFor();
    }
  });

  const orders = destinations.get('orders-api') ?? '';
  // Some first attempts fail, then everything does: what waits has been tried, and its second attempts open the circuit.
  const away = { mode: 'status', status: 503, body: 'upstream deploying' };
  await setDestination(orders, { ...away, probability: 0.35 });
  await send(numbers, 6);
  await everythingTried(shop);
  await setDestination(orders, away);
  await take(page, '/', 'overview', () => page.getByText('orders-api has stopped answering').waitFor());
  await take(page, '/projects?project=orders-api', 'projects', () => page.getByText('Not answering').or(page.getByText('Being tried')).first().waitFor());
  const { data: projects } = await shop.api.get<{ data: { id: string; slug: string }[] }>('projects?limit=50');
  const projectId = projects.find(({ slug }) => slug === 'orders-api')?.id ?? '';
  const { data } = await shop.api.get<{ data: { id: string; kinds: string[]; attempts: number }[] }>(`deliveries?projectId=${projectId}&states=waiting&limit=12`);
  const shown = data.toSorted((a, b) => b.attempts - a.attempts).find(({ kinds: [kind] }) => kind === 'text') ?? data[0];
  const deliveries = `/deliveries?states=waiting,failed&projectId=${projectId}&delivery=${shown?.id ?? ''}`;
  const isRead = (at: Page) => at.getByRole('region', { name: 'Body of the request' }).waitFor();
  await take(page, deliveries, 'deliveries', isRead);
  await take(await openPage(browser, login, true), deliveries, 'deliveries-dark', isRead);

  await fillPlatform();
  await take(await openPage(browser, running.admin), '/admin', 'super-admin');
}

/** Tenants with some traffic, and something for an operator to do. */
async function fillPlatform(): Promise<void> {
  const admin = await Api.signedIn(running.admin);
  for (const [name, count] of [['Fenwick & Co', 40], ['Harbour Row', 25], ['Larkspur Home', 12]] as const) {
    const shop = await openShop(name);
    const [number] = await connect(shop, name, [name]);
    if (!number) continue;
    const { id } = await shop.api.post<{ id: string }>('projects', { name: 'shop-api', endpoint: `${running.simulator}/destinations/shop-${digits(5)}` });
    await shop.api.post('mappings', { phoneNumberId: number.phoneNumberId, projectId: id });
    await postWebhooks(number, { count });
    if (name === 'Harbour Row') {
      await postWebhooks({ ...number, phoneNumberId: digits(15), phoneNumber: '15550100177' }, { count: 3 });
      await postWebhooks(number, { raw: '{"object":"whatsapp_business_account","entry":[' });
    }
    if (name === 'Larkspur Home') await admin.post(`tenants/${shop.tenantId}/suspend`);
  }
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
try {
  await takeAll(browser);
} finally {
  await browser.close();
  await stop();
}
process.exit(0);
