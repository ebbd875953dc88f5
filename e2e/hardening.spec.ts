import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { receiveMany, routed } from './world/deliveries.ts';
import { createWorld, eventually, type Tenant, type World } from './world/world.ts';

const friend = 'https://crm.example.com';
const logDir = mkdtempSync(join(tmpdir(), 'waypost-logs-'));

interface Exported {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: { name: string; traceId: string; parentSpanId?: string }[] }[];
  }[];
}

let collector: Server;
const exported: Exported[] = [];
let world: World;
let tenant: Tenant;

const spans = () => exported.flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));

function lines(): Record<string, unknown>[] {
  return readdirSync(logDir).flatMap((file) =>
    readFileSync(join(logDir, file), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>),
  );
}

beforeAll(async () => {
  collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      exported.push(JSON.parse(Buffer.concat(chunks).toString()) as Exported);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((open) => void collector.listen(0, '127.0.0.1', open));
  const { port } = collector.address() as AddressInfo;
  world = await createWorld({
    CORS_ORIGINS: friend,
    PUBLIC_URL: 'https://hub.example.com',
    LOG_DIR: logDir,
    LOG_STDOUT: '0',
    LOG_LEVEL: 'info',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    TRACE_PERCENT: '100',
  });
  tenant = await world.tenant('hardened');
});

afterAll(async () => {
  await world?.stop();
  collector.close();
  rmSync(logDir, { recursive: true, force: true });
});

describe('what browsers are told', () => {
  it.each(['/api/v1/system/health', '/api/v1/projects', '/api/openapi.json', '/nowhere'])('%s is data, and nothing that runs', async (path) => {
    const { headers } = await fetch(world.url + path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('answers of the API are kept by nobody on the way', async () => {
    const answers = [await world.root.get('/api/v1/auth/me'), await world.stranger.get('/api/v1/projects'), await world.root.get('/api/v1/nowhere')];
    expect(answers.map(({ status, headers }) => [status, headers.get('cache-control')])).toEqual([
      [200, 'no-store'],
      [401, 'no-store'],
      [404, 'no-store'],
    ]);
  });

  it('the pages of the API reference run only the scripts that they bring', async () => {
    const { headers } = await fetch(`${world.url}/api/docs`);
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
  });

  it('Meta is told none of it', async () => {
    const { headers } = await world.post(Buffer.from('{}'), { secret: 'wrong' });
    expect(headers.get('content-security-policy')).toBeNull();
  });
});

describe('pages of other origins', () => {
  const preflight = (origin: string) =>
    fetch(`${world.url}/api/v1/projects`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });

  it('may call when they are named, with a token and never with a cookie', async () => {
    const { status, headers } = await preflight(friend);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(friend);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('access-control-allow-headers')).toContain('Authorization');
  });

  it.each(['https://evil.example.com', 'https://crm.example.com.evil.example', 'null', 'http://crm.example.com'])('%s is not allowed', async (origin) => {
    const { headers } = await preflight(origin);
    expect(headers.get('access-control-allow-origin')).not.toBe(origin);
    expect(headers.get('access-control-allow-origin')).not.toBe('*');
  });
});

describe('the log', () => {
  it('has a line for each call, with its request, its tenant and its trace, in a file of its own', async () => {
    await tenant.client.get('/api/v1/projects?q=%2B15550001111');
    const line = await eventually(
      () => lines().find(({ msg, route, tenantId }) => msg === 'request' && route === '/api/v1/projects' && tenantId === tenant.id),
      (found) => found !== undefined,
    );
    expect(line).toMatchObject({ name: 'api', method: 'GET', status: expect.any(Number), ms: expect.any(Number) });
    expect(line?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(line?.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(lines())).not.toContain('15550001111');
    expect(readdirSync(logDir).some((file) => /^api[\d.-]+\.log$/.test(file))).toBe(true);
  });
});

describe('traces', () => {
  it('go to the collector, and on to the project that is called', async () => {
    const { number, project } = await routed(tenant, 'traced');
    await receiveMany(tenant, number, 1);
    const [request] = await eventually(() => world.destinations.requests(project.name), (seen) => seen.length === 1);
    const [, traceId] = /^00-([0-9a-f]{32})-[0-9a-f]{16}-01$/.exec(String(request?.headers.traceparent)) ?? [];
    expect(traceId).toBeDefined();
    // What is collected goes out every few seconds.
    await eventually(spans, (seen) => seen.some((span) => span.name === 'deliver' && span.traceId === traceId), 20_000);
  });

  it('carry on that of a caller', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    await fetch(`${world.url}/api/v1/system/health`, { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } });
    await eventually(spans, (seen) => seen.some((span) => span.traceId === traceId && span.parentSpanId === 'b7ad6b7169203331'), 20_000);
  });
});
