interface LegacyPath {
  /** A path, or with `/*` at the end a path and all below it. */
  from: string;
  to: string;
}

/**
 * Paths of older systems of this kind, first match first, and what they are called here. Whoever moves over keeps
 * the addresses in Meta's dashboard, in monitoring and in scripts.
 */
export const legacyPaths: readonly LegacyPath[] = [
  { from: '/meta/webhook', to: '/webhooks/meta' },
  { from: '/webhook', to: '/webhooks/meta' },
  { from: '/webhook/meta', to: '/webhooks/meta' },
  { from: '/api/webhook', to: '/webhooks/meta' },

  { from: '/api/v1/*', to: '/api/v1' },
  { from: '/api/docs/*', to: '/api/docs' },
  { from: '/api/openapi.json', to: '/api/openapi.json' },
  { from: '/api-docs/*', to: '/api/docs' },
  // The page of /api-docs asks for its scripts relative to itself.
  { from: '/docs/*', to: '/api/docs' },

  { from: '/api/health/*', to: '/api/v1/system/health' },
  { from: '/api/admin/queues/stats', to: '/api/v1/system/queues/stats' },
  { from: '/admin/health', to: '/api/v1/system/health' },
  { from: '/admin/system/queue/stats', to: '/api/v1/system/queues/stats' },
  { from: '/admin/create-tenant', to: '/api/v1/tenants' },
  { from: '/auth/register-tenant', to: '/api/v1/auth/register' },
  { from: '/whatsapp/connect', to: '/api/v1/waba/connect' },

  { from: '/admin/*', to: '/api/v1' },
  { from: '/api/*', to: '/api/v1' },
  { from: '/auth/*', to: '/api/v1/auth' },
  { from: '/contacts/*', to: '/api/v1/contacts' },
  { from: '/templates/*', to: '/api/v1/templates' },
  { from: '/messages/*', to: '/api/v1/messages' },
  { from: '/billing/*', to: '/api/v1/billing' },
  { from: '/plans/*', to: '/api/v1/plans' },
];

export interface Rewritten {
  url: string;
  /** Came by `/admin`: keys may be in snake_case and are answered so. */
  snakeCase: boolean;
}

/** Leaves what no row names as it is; the query string stays. */
export function rewriteLegacyPath(url: string): Rewritten {
  const end = url.search(/[?#]/);
  const path = end < 0 ? url : url.slice(0, end);
  const rest = url.slice(path.length);
  const snakeCase = below(path, '/admin') !== undefined;
  for (const { from, to } of legacyPaths) {
    const tail = from.endsWith('/*') ? below(path, from.slice(0, -2)) : path === from ? '' : undefined;
    if (tail !== undefined) return { url: to + tail + rest, snakeCase };
  }
  return { url, snakeCase };
}

/** What follows `parent` in `path`: empty, or from the slash on; undefined when it is not at or below it. */
function below(path: string, parent: string): string | undefined {
  if (path === parent) return '';
  return path.startsWith(`${parent}/`) ? path.slice(parent.length) : undefined;
}
