import type { EntityManager } from 'typeorm';
import type { TenantContext } from '@waypost/platform';
import type { Delivery } from './event.entity.ts';

/** A delivery with the name of where it goes. */
export type NamedDelivery = Delivery & { projectName: string; projectSlug: string };

/** Deleted projects keep their name as long as their deliveries are kept. */
export async function withProjects<Row extends Delivery>(
  rows: EntityManager,
  { tenantId }: TenantContext,
  deliveries: Row[],
): Promise<(Row & NamedDelivery)[]> {
  if (deliveries.length === 0) return [];
  const ids = [...new Set(deliveries.map(({ projectId }) => projectId))];
  const found: { id: string; name: string; slug: string }[] = await rows.query(
    'SELECT id, name, slug FROM project WHERE tenant_id = $1 AND id = ANY($2::uuid[])',
    [tenantId, ids],
  );
  const byId = new Map(found.map((project) => [project.id, project]));
  return deliveries.map((delivery) => {
    const { name = '', slug = '' } = byId.get(delivery.projectId) ?? {};
    return { ...delivery, projectName: name, projectSlug: slug };
  });
}
