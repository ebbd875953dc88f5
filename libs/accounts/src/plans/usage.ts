import type { EntityManager } from 'typeorm';
import { type CountedLimit, countedLimits, type TenantId } from '@waypost/contracts';

/** How each counted limit is counted for the tenant `$1`; invitations that wait take their places already. */
const counts: Record<CountedLimit, string> = {
  numbers: 'SELECT count(*) FROM phone_number WHERE tenant_id = $1',
  projects: `SELECT count(*) FROM project WHERE tenant_id = $1 AND status <> 'deleted'`,
  users: `SELECT (SELECT count(*) FROM membership WHERE tenant_id = $1)
    + (SELECT count(*) FROM invite WHERE tenant_id = $1 AND expires_at > $2)`,
  apiKeys: 'SELECT count(*) FROM api_key WHERE tenant_id = $1',
};

export type Usage = Record<CountedLimit, number>;

/** What a tenant uses; works on its own rows and, for cross-tenant steps, on everybody's. */
export async function readUsage<Name extends CountedLimit = CountedLimit>(
  rows: EntityManager,
  { tenantId, now }: { tenantId: TenantId; now: Date },
  names: readonly Name[] = countedLimits as readonly CountedLimit[] as readonly Name[],
): Promise<Pick<Usage, Name>> {
  const columns = names.map((name) => `(${counts[name]})::int AS "${name}"`);
  const [usage]: [Pick<Usage, Name>] = await rows.query(
    `SELECT ${columns.join(', ')}, $1::uuid AS tenant, $2::timestamptz AS now`,
    [tenantId, now],
  );
  return Object.fromEntries(names.map((name) => [name, usage[name]])) as Pick<Usage, Name>;
}
