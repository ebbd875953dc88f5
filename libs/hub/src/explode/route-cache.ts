import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import { Caches, CountedCache, SETTINGS, type Settings } from '@waypost/platform';
import type { AccountEntry, Directory, NumberEntry, Route } from './directory.ts';

type Fallback = ReturnType<Directory['fallback']>;

const routeJson = `jsonb_build_object('projectId', p.id, 'priority', m.priority, 'fields', m.fields,
  'split', p.split, 'enabled', p.status = 'enabled')`;

/**
 * Numbers and accounts with their routes, kept in the process. The epoch that is read in the transaction of
 * each batch says whether anything changed anywhere, so a batch never uses a route older than itself.
 */
@Injectable()
export class RouteCache {
  private epoch = '';
  private readonly numbers: CountedCache<{ entry: NumberEntry | null }>;
  private readonly digits: CountedCache<{ entry: NumberEntry | null }>;
  private readonly accounts: CountedCache<{ entry: AccountEntry | null }>;
  private readonly fallbacks: CountedCache<{ entry: Fallback }>;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly caches: Caches,
  ) {
    this.numbers = caches.add(new CountedCache('routes-by-number'));
    this.digits = caches.add(new CountedCache('routes-by-digits'));
    this.accounts = caches.add(new CountedCache('routes-by-account'));
    this.fallbacks = caches.add(new CountedCache('default-project'));
  }

  /** A directory that knows these numbers and accounts as they are at `epoch`. */
  async directory(
    rows: EntityManager,
    epoch: string,
    wanted: { numbers: Iterable<string>; digits: Iterable<string>; accounts: Iterable<string> },
  ): Promise<Directory> {
    if (epoch !== this.epoch) {
      // All of this process: what this batch makes is also to be delivered by today's endpoints and secrets.
      this.caches.clear();
      this.epoch = epoch;
    }
    const numbers = await resolve(this.numbers, wanted.numbers, (keys) => loadNumbers(rows, 'phone_number_id', keys));
    const digits = await resolve(this.digits, wanted.digits, (keys) => loadNumbers(rows, 'phone_number', keys));
    const accounts = await resolve(this.accounts, wanted.accounts, (keys) => loadAccounts(rows, keys));
    const fallbackId = this.settings.defaultProjectId;
    const fallback = fallbackId
      ? await resolve(this.fallbacks, [fallbackId], (keys) => loadFallback(rows, keys))
      : new Map<string, Fallback>();
    return {
      number: (id) => numbers.get(id) ?? null,
      numberByDigits: (id) => digits.get(id) ?? null,
      account: (id) => accounts.get(id) ?? null,
      fallback: () => (fallbackId && fallback.get(fallbackId)) || null,
    };
  }
}

/** Answers from the cache, loads the rest in one query, and remembers absence too. */
async function resolve<Entry>(
  cache: CountedCache<{ entry: Entry | null }>,
  keys: Iterable<string>,
  load: (missing: string[]) => Promise<Map<string, Entry>>,
): Promise<Map<string, Entry | null>> {
  const found = new Map<string, Entry | null>();
  const missing: string[] = [];
  for (const key of new Set(keys)) {
    const hit = cache.get(key);
    if (hit) found.set(key, hit.entry);
    else missing.push(key);
  }
  if (missing.length > 0) {
    const loaded = await load(missing);
    for (const key of missing) {
      const entry = loaded.get(key) ?? null;
      cache.set(key, { entry });
      found.set(key, entry);
    }
  }
  return found;
}

async function loadNumbers(rows: EntityManager, column: 'phone_number_id' | 'phone_number', keys: string[]) {
  const found: (NumberEntry & { key: string })[] = await rows.query(
    `SELECT n.${column} AS key, n.tenant_id AS "tenantId", t.status <> 'active' AS suspended, n.id,
            n.meta_app_id AS "metaAppId",
            coalesce(jsonb_agg(${routeJson}) FILTER (WHERE p.id IS NOT NULL), '[]') AS routes
     FROM phone_number n JOIN tenant t ON t.id = n.tenant_id AND t.erasing_since IS NULL
     LEFT JOIN mapping m ON m.tenant_id = n.tenant_id AND m.phone_number_id = n.id
     LEFT JOIN project p ON p.tenant_id = m.tenant_id AND p.id = m.project_id AND p.status <> 'deleted'
     WHERE n.${column} = ANY($1) GROUP BY n.tenant_id, n.id, t.status`,
    [keys],
  );
  const entries = new Map<string, NumberEntry>();
  const ambiguous = new Set<string>();
  for (const { key, ...entry } of found) {
    if (entries.has(key)) ambiguous.add(key);
    entries.set(key, entry);
  }
  for (const key of ambiguous) entries.delete(key);
  return entries;
}

async function loadAccounts(rows: EntityManager, keys: string[]) {
  const found: (Omit<AccountEntry, 'routes'> & { key: string; routes: Route[] })[] = await rows.query(
    `SELECT b.business_id AS key, b.tenant_id AS "tenantId", t.status <> 'active' AS suspended,
            coalesce(array_agg(DISTINCT n.meta_app_id::text) FILTER (WHERE n.app_tenant_id = $2), '{}') AS "platformAppIds",
            coalesce(jsonb_agg(${routeJson}) FILTER (WHERE p.id IS NOT NULL), '[]') AS routes
     FROM business_account b JOIN tenant t ON t.id = b.tenant_id AND t.erasing_since IS NULL
     LEFT JOIN phone_number n ON n.tenant_id = b.tenant_id AND n.business_account_id = b.id
     LEFT JOIN mapping m ON m.tenant_id = n.tenant_id AND m.phone_number_id = n.id
     LEFT JOIN project p ON p.tenant_id = m.tenant_id AND p.id = m.project_id AND p.status <> 'deleted'
     WHERE b.business_id = ANY($1) GROUP BY b.tenant_id, b.id, t.status`,
    [keys, PLATFORM_TENANT_ID],
  );
  return new Map(found.map(({ key, ...entry }) => [key, { ...entry, routes: oncePerProject(entry.routes) }]));
}

/** An account's projects come by way of its numbers, often several times: each counts once, with all its fields. */
function oncePerProject(routes: Route[]): Route[] {
  const once = new Map<string, Route>();
  for (const route of routes) {
    const known = once.get(route.projectId);
    once.set(route.projectId, {
      ...route,
      priority: Math.max(route.priority, known?.priority ?? route.priority),
      fields: [...new Set([...route.fields, ...(known?.fields ?? [])])],
    });
  }
  return [...once.values()];
}

/** By id, or by a slug while one tenant alone uses it: slugs are unique within a tenant only. */
async function loadFallback(rows: EntityManager, [name = '']: string[]): Promise<Map<string, NonNullable<Fallback>>> {
  const found: NonNullable<Fallback>[] = await rows.query(
    `SELECT p.tenant_id AS "tenantId", t.status <> 'active' AS suspended,
            jsonb_build_object('projectId', p.id, 'priority', 0, 'fields', '["*"]'::jsonb,
              'split', p.split, 'enabled', p.status = 'enabled') AS route
     FROM project p JOIN tenant t ON t.id = p.tenant_id AND t.erasing_since IS NULL
     WHERE (p.id::text = $1 OR p.slug = $1) AND p.status <> 'deleted'`,
    [name],
  );
  const only = found.find(({ route }) => route.projectId === name) ?? (found.length === 1 ? found[0] : undefined);
  return new Map(only ? [[name, only]] : []);
}
