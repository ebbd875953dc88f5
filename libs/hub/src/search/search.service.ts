import { Injectable } from '@nestjs/common';
import { PLATFORM_TENANT_ID, type TenantId } from '@waypost/contracts';
import { Tenancy, type TenantContext } from '@waypost/platform';
import {
  byUuid,
  configured,
  eventsAndDeliveries,
  eventsWithItem,
  eventsWithItemAnywhere,
  type Hit,
} from './finders.ts';
import { type Query, queryOf } from './query.ts';

export { type HitKind, hitKinds } from './finders.ts';

export interface FoundHit extends Hit {
  tenantName: string;
}

interface NamedTenant {
  id: TenantId;
  name: string;
  slug: string;
}

const MOST = 20;

/** Finds a thing by any of its ids, a part of its number or its name. */
@Injectable()
export class SearchService {
  constructor(private readonly tenancy: Tenancy) {}

  /** Among what is the tenant's own. */
  within(ctx: TenantContext, typed: string): Promise<FoundHit[]> {
    const query = queryOf(typed);
    const { tenantId } = ctx;
    return this.tenancy.run(ctx, async (rows) => {
      const scope = { rows, tenantIds: [tenantId] };
      const tenants: NamedTenant[] = await rows.query('SELECT id, name, slug FROM tenant WHERE id = $1', [
        tenantId,
      ]);
      const events = query.itemId === null ? [] : await eventsWithItem(rows, tenantId, query.itemId);
      const hits = [
        ...(await byUuid(scope, query)),
        ...(await eventsAndDeliveries(scope, events)),
        ...(await configured(scope, query)),
      ];
      return named(hits, tenants);
    });
  }

  /** In every tenant and among the tenants themselves: for super-admins. */
  everywhere(typed: string): Promise<FoundHit[]> {
    const query = queryOf(typed);
    return this.tenancy.system(async (rows) => {
      const tenants: NamedTenant[] = await rows.query('SELECT id, name, slug FROM tenant ORDER BY id');
      const scope = { rows, tenantIds: tenants.map(({ id }) => id) };
      const events = query.itemId === null ? [] : await eventsWithItemAnywhere(scope, query.itemId);
      const hits = [
        ...(await byUuid(scope, query)),
        ...(await eventsAndDeliveries(scope, events)),
        ...tenantsLike(tenants, query),
        ...(await configured(scope, query)),
      ];
      return named(hits, tenants);
    });
  }
}

function tenantsLike(tenants: NamedTenant[], { text, uuid }: Query): Hit[] {
  const wanted = text.toLowerCase();
  return tenants
    .filter(({ id }) => id !== PLATFORM_TENANT_ID)
    .filter(
      ({ id, name, slug }) => id === uuid || name.toLowerCase().includes(wanted) || slug.includes(wanted),
    )
    .slice(0, MOST)
    .map(({ id, name, slug }) => ({ kind: 'tenant', id, title: name, detail: slug, tenantId: id }));
}

function named(hits: Hit[], tenants: NamedTenant[]): FoundHit[] {
  const names = new Map(tenants.map(({ id, name }) => [id, name]));
  return hits.slice(0, MOST).map((hit) => ({ ...hit, tenantName: names.get(hit.tenantId) ?? '' }));
}
