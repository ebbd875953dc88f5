import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Tenancy, type TenantContext } from '@waypost/platform';
import { findDelivery } from './deliveries.service.ts';
import { countDeliveries } from './delivery-counts.ts';
import { Attempt, Event } from './event.entity.ts';
import type { CountedEvent } from './events.service.ts';
import type { NamedDelivery } from './named-deliveries.ts';
import { type ShownRequest, shownRequest } from './shown-request.ts';

/** The app whose signature was checked when the webhook came in; nulls for what did not come in, as tests. */
export interface Signature {
  appId: string | null;
  appName: string | null;
}

export interface DeliveryDetail extends NamedDelivery {
  log: Attempt[];
  /** Null when the body is not kept any more. */
  request: ShownRequest | null;
  event: CountedEvent | null;
  signature: Signature;
}

/** A delivery with everything that there is to know of it. */
@Injectable()
export class DeliveryDetails {
  constructor(private readonly tenancy: Tenancy) {}

  /** Throws `not_found`. */
  async get(ctx: TenantContext, id: string): Promise<DeliveryDetail> {
    const found = await this.tenancy.run(ctx, async (rows) => {
      const delivery = await findDelivery(rows, ctx, id);
      const { tenantId } = ctx;
      const log = await rows.find(Attempt, { where: { tenantId, deliveryId: id }, order: { id: 'ASC' } });
      const event = await rows.findOneBy(Event, { tenantId, id: delivery.eventId });
      const counts = await countDeliveries(rows, ctx, [delivery.eventId]);
      return {
        ...delivery,
        log,
        event: event && { ...event, counts: counts(event.id) },
        request: await readRequest(rows, ctx, delivery),
      };
    });
    return { ...found, signature: await this.signatureOf(found.event) };
  }

  /** Read as the system, since the app may be the platform's; it has spoken for this tenant, so they may know it. */
  private async signatureOf(event: CountedEvent | null): Promise<Signature> {
    const [app]: Signature[] = await this.tenancy.system((rows) =>
      rows.query(
        `SELECT a.app_id AS "appId", a.name AS "appName" FROM webhook_event w
         JOIN meta_app a ON a.tenant_id = w.app_tenant_id AND a.id = w.meta_app_id WHERE w.id = $1`,
        [event?.webhookId ?? null],
      ),
    );
    return app ?? { appId: null, appName: null };
  }
}

async function readRequest(
  rows: EntityManager,
  { tenantId }: TenantContext,
  delivery: NamedDelivery,
): Promise<ShownRequest | null> {
  const [found]: { body: Buffer | null; asReceived: boolean; endpoint: string; headerNames: string[] }[] =
    await rows.query(
      `SELECT read_event_body(e.id) AS body, e.body IS NULL AS "asReceived", p.endpoint, p.header_names AS "headerNames"
       FROM event e, project p
       WHERE e.tenant_id = $1 AND e.id = $2 AND p.tenant_id = $1 AND p.id = $3`,
      [tenantId, delivery.eventId, delivery.projectId],
    );
  if (!found?.body) return null;
  const { body, asReceived, ...project } = found;
  return shownRequest({ delivery, project, body, asReceived });
}
