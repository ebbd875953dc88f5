import { createHmac } from 'node:crypto';
import { chromium, type Browser, type Page } from '@playwright/test';
import pg from 'pg';
import { findChromium } from '../../tools/test/system-packages.ts';
import { ms, say, sayVerdict } from '../report.ts';
import type { Verdict } from '../report.ts';
import { percentile } from '../stats.ts';
import { startProduct, type RunningProduct } from '../subjects/product.ts';
import { target } from '../world.ts';
import type { Figure } from './figure.ts';

const RATE = 200;
const SECONDS = 10;
const TARGET_MS = 400;

/** How long after Meta was answered a webhook stands in the list of deliveries, in a browser, while 200 a second come. */
export const screen: Figure = {
  name: 'screen',
  measure: async (bench) => {
    const executablePath = findChromium();
    if (!executablePath) {
      say('screen: there is no Chromium, the figure is left out.');
      return [];
    }
    const subject = await startProduct('screen', {
      services: bench.services,
      label: 'screen',
      receiverPort: bench.rig.ports.port,
      tenants: 1,
      worker: true,
      redis: bench.services.versions.redis !== undefined,
    });
    const client = new pg.Client({ connectionString: subject.databaseUrl });
    await client.connect();
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
    try {
      say(`screen: ${RATE} webhooks/s for ${SECONDS} s, from the answer to Meta until the row is in the list`);
      const page = await openList(browser, subject, client);
      await send(subject, 'warm', RATE * 2);
      await page.waitForTimeout(1_500);
      const answered = await send(subject, 'item', RATE * SECONDS);
      await page.waitForTimeout(2_000);
      return [await verdict(page, client, answered)];
    } finally {
      await browser.close();
      await client.end();
      await subject.stop();
    }
  },
};

/** The list in a browser that notes when it has first shown a row. */
async function openList(browser: Browser, { port, admin }: RunningProduct, client: pg.Client): Promise<Page> {
  const { rows } = await client.query<{ id: string; name: string }>(`SELECT tenant_id AS id, 'Bench' AS name FROM mapping LIMIT 1`);
  const origin = `http://127.0.0.1:${port}`;
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const signedIn = await context.request.post('/api/v1/auth/login', { data: admin, headers: { origin } });
  if (!signedIn.ok()) throw new Error(`sign-in answered ${signedIn.status()}`);
  const page = await context.newPage();
  await page.addInitScript({
    content: `
      sessionStorage.setItem('waypost.acting-for', ${JSON.stringify(JSON.stringify(rows[0]))});
      globalThis.firstShown = {};
      const note = () => {
        const now = Date.now();
        for (const row of document.querySelectorAll('[data-row]')) globalThis.firstShown[row.dataset.row] ??= now;
      };
      document.addEventListener('DOMContentLoaded', () =>
        new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-row'] }));`,
  });
  await page.goto('/app/deliveries');
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Sends texts on a fixed timetable; answers when each of them was answered, by its message id. */
async function send({ port }: RunningProduct, name: string, count: number): Promise<Map<string, number>> {
  const { appId, appSecret } = target(0);
  const answered = new Map<string, number>();
  const began = Date.now();
  const posts = Array.from({ length: count }, async (_, nth) => {
    await new Promise((next) => setTimeout(next, Math.max(0, began + (nth * 1_000) / RATE - Date.now())));
    const messageId = `wamid.${name}.${nth}`;
    const body = textBody(messageId);
    const answer = await fetch(`http://127.0.0.1:${port}/webhooks/meta/${appId}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-hub-signature-256': `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`,
      },
      body,
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`a webhook was answered ${answer.status}`);
    answered.set(messageId, Date.now());
  });
  await Promise.all(posts);
  return answered;
}

function textBody(id: string): string {
  const { businessId, phoneNumberId, phoneNumber } = target(0);
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: phoneNumber, phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: 'Bench' }, wa_id: '15550142' }],
    messages: [{ from: '15550142', id, timestamp: String(Math.floor(Date.now() / 1_000)), type: 'text', text: { body: 'Is it ready?' } }],
  };
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: businessId, changes: [{ field: 'messages', value }] }] });
}

async function verdict(page: Page, client: pg.Client, answered: Map<string, number>): Promise<Verdict> {
  const shown = (await page.evaluate('globalThis.firstShown')) as Record<string, number>;
  const { rows } = await client.query<{ id: string; item: string }>(
    'SELECT d.id, e.item_ids[1] AS item FROM delivery d JOIN event e ON e.tenant_id = d.tenant_id AND e.id = d.event_id WHERE e.item_ids[1] = ANY($1)',
    [[...answered.keys()]],
  );
  // What was never in the list counts as never shown.
  const waits = rows.map(({ id, item }) => (shown[id] ?? Infinity) - (answered.get(item) ?? 0)).sort((a, b) => a - b);
  const [p50, p95] = [percentile(waits, 0.5), percentile(waits, 0.95)];
  const unseen = waits.filter((wait) => wait === Infinity).length;
  const found = {
    figure: `dashboard, from the answer to Meta to the row in the list at ${RATE}/s`,
    value: `p50 ${ms(p50)}, p95 ${ms(p95)} (${rows.length} webhooks, ${unseen} not seen)`,
    target: `p95 at most ${TARGET_MS} ms`,
    met: p95 <= TARGET_MS && rows.length === answered.size,
  };
  sayVerdict(found);
  return found;
}
