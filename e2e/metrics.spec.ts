import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { receiveMany, routed } from './world/deliveries.ts';
import { signInAs } from './world/people.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

const token = 'a token for the scraper';

let world: World;
let tenant: Tenant;
let workerPort: number;

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((open) => void server.listen(0, '127.0.0.1', open));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

const scrape = (url: string, bearer?: string) =>
  fetch(`${url}/metrics`, { headers: bearer ? { authorization: `Bearer ${bearer}` } : {} });
const textOf = async (url: string) => (await scrape(url, token)).text();
const ofWorker = () => `http://127.0.0.1:${workerPort}`;

beforeAll(async () => {
  workerPort = await freePort();
  world = await createWorld({ METRICS_TOKEN: token, WORKER_METRICS_PORT: String(workerPort) });
  tenant = await world.tenant('metrics');
});

afterAll(() => world?.stop());

describe('the metrics', () => {
  it.each([
    ['nobody', undefined],
    ['a wrong token', 'a token for the scrapes'],
  ])('are not for %s', async (_who, bearer) => {
    for (const url of [world.url, ofWorker()]) {
      const answer = await scrape(url, bearer);
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    }
  });

  it('are shown to a super-admin, and to nobody in a tenant', async () => {
    expect((await world.root.get('/api/v1/system/metrics')).status).toBe(200);
    const developer = await signInAs(world, tenant, 'DEVELOPER');
    expect((await developer.get('/api/v1/system/metrics')).status).toBe(403);
  });

  it('count webhooks, attempts and calls, and name no tenant and no number', async () => {
    const { number } = await routed(tenant, 'counted');
    await receiveMany(tenant, number, 1);
    await world.post(Buffer.from('{}'), { secret: 'wrong' });
    await eventually(
      async () => (await textOf(ofWorker())).split('\n').filter((line) => line.startsWith('waypost_delivery_attempt_seconds_count')),
      (lines) => lines.includes('waypost_delivery_attempt_seconds_count{process="worker",answer="2xx"} 1'),
    );
    const api = await textOf(world.url);
    expect(api).toContain('waypost_webhooks_total{outcome="stored",process="api"} 1');
    expect(api).toContain('waypost_webhooks_total{outcome="refused",process="api"} 1');
    expect(api).toMatch(/waypost_http_request_seconds_count\{process="api",method="POST",route="\/api\/v1\/projects",status="201"\} \d/);
    expect(api).toContain('waypost_work_items{queue="deliver",state="pending",process="api"} 0');
    for (const private_ of [tenant.id, number.phoneNumberId, number.phoneNumber]) expect(api).not.toContain(private_);
  });

  it('know every figure that the Grafana dashboard and the alert rules ask for', async () => {
    const known = `${await textOf(world.url)}\n${await textOf(ofWorker())}`;
    const asked = ['waypost.json', 'alerts.yml'].flatMap((file) =>
      [...readFileSync(new URL(`../docs/grafana/${file}`, import.meta.url), 'utf8').matchAll(/\b(waypost|process|nodejs)_[a-z0-9_]+/g)].map(([name]) => name),
    );
    expect(asked.length).toBeGreaterThan(15);
    for (const name of new Set(asked)) expect(known).toContain(`# TYPE ${name.replace(/_(bucket|count|sum)$/, '')} `);
  });
});
