import { legacyPaths, rewriteLegacyPath } from './legacy-paths.ts';

const table: [from: string, to: string][] = [
  ['/meta/webhook', '/webhooks/meta'],
  ['/webhook', '/webhooks/meta'],
  ['/webhook/meta', '/webhooks/meta'],
  ['/api/webhook', '/webhooks/meta'],
  ['/webhook?hub.mode=subscribe&hub.challenge=1', '/webhooks/meta?hub.mode=subscribe&hub.challenge=1'],
  ['/api/v1', '/api/v1'],
  ['/api/v1/projects', '/api/v1/projects'],
  ['/api/docs', '/api/docs'],
  ['/api/docs/swagger-ui.css', '/api/docs/swagger-ui.css'],
  ['/api/openapi.json', '/api/openapi.json'],
  ['/api-docs', '/api/docs'],
  ['/api-docs/', '/api/docs/'],
  ['/docs/swagger-ui.css', '/api/docs/swagger-ui.css'],
  ['/api/health', '/api/v1/system/health'],
  ['/api/health/ready', '/api/v1/system/health/ready'],
  ['/api/health/live', '/api/v1/system/health/live'],
  ['/api/admin/queues/stats', '/api/v1/system/queues/stats'],
  ['/admin/health', '/api/v1/system/health'],
  ['/admin/system/queue/stats', '/api/v1/system/queues/stats'],
  ['/admin/system/cache/stats', '/api/v1/system/cache/stats'],
  ['/admin/system/cache/clear', '/api/v1/system/cache/clear'],
  ['/admin/create-tenant', '/api/v1/tenants'],
  ['/auth/register-tenant', '/api/v1/auth/register'],
  ['/whatsapp/connect', '/api/v1/waba/connect'],
  ['/admin/projects', '/api/v1/projects'],
  ['/admin/apps/123/phone-numbers?limit=2', '/api/v1/apps/123/phone-numbers?limit=2'],
  ['/api/projects/p1', '/api/v1/projects/p1'],
  ['/auth/login', '/api/v1/auth/login'],
  ['/contacts', '/api/v1/contacts'],
  ['/templates/t1', '/api/v1/templates/t1'],
  ['/messages?cursor=a%2Fb', '/api/v1/messages?cursor=a%2Fb'],
  ['/billing/balance', '/api/v1/billing/balance'],
  ['/plans', '/api/v1/plans'],
];

describe('rewriteLegacyPath', () => {
  it.each(table)('serves %s as %s', (from, to) => {
    expect(rewriteLegacyPath(from).url).toBe(to);
  });

  it('is tested for every row', () => {
    const untested = legacyPaths.filter(
      ({ from, to }) =>
        !table.some(([path, target]) => path.startsWith(from.replace('/*', '')) && target.startsWith(to)),
    );
    expect(untested).toEqual([]);
  });

  it.each([
    '/',
    '/app',
    '/app/inbox?admin=1',
    '/webhooks/meta/1',
    '/administrator',
    '/apiary',
    '/graph/v25.0/me',
    '*',
  ])('leaves %s alone', (url) => {
    expect(rewriteLegacyPath(url)).toEqual({ url, snakeCase: false });
  });

  it('lets only calls by /admin speak snake_case', () => {
    expect(rewriteLegacyPath('/admin/projects').snakeCase).toBe(true);
    expect(rewriteLegacyPath('/admin/health?x=1').snakeCase).toBe(true);
    expect(rewriteLegacyPath('/api/projects').snakeCase).toBe(false);
    expect(rewriteLegacyPath('/administrator').snakeCase).toBe(false);
  });
});
