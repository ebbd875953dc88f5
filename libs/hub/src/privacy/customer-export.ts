import { Injectable } from '@nestjs/common';
import { type ActingContext, Audit } from '@waypost/accounts';
import type { EventId, TenantId, WebhookId } from '@waypost/contracts';
import { AppError, instantOf, SecretBox, Tenancy } from '@waypost/platform';
import { type IsMine, partAbout, type Person } from '@waypost/whatsapp';
import { In, type EntityManager } from 'typeorm';
import { subjectsOf } from '../erasure/raw-webhooks.ts';
import { Attempt, Delivery } from '../events/event.entity.ts';
import { withProjects } from '../events/named-deliveries.ts';
import { eventsWith, itemsOfTenant, learn, type Part, payloadOf, webhooksWith } from './person-rows.ts';
import { type Asked, expectCustomer, nameForHash, personOf } from './sought.ts';

export interface KeptAttempt {
  at: Date;
  status: number | null;
  error: string | null;
  /** What the project answered, as text. */
  answer: string;
}

export interface KeptDelivery {
  id: string;
  project: string;
  state: string;
  attempts: KeptAttempt[];
}

/** One thing that is kept about a customer. */
export interface Kept {
  /** What was split for the tenant and sent to its projects, or a webhook as Meta posted it. */
  kind: 'event' | 'webhook';
  id: string;
  receivedAt: Date;
  /** In Meta's shape: the items about the customer, without those of anybody else. */
  payload: unknown;
  deliveries: KeptDelivery[];
}

export interface KeptPart {
  /** Under which names the customer was looked for and found. */
  numbers: string[];
  userIds: string[];
  data: Kept[];
  /** To be given to the next call; null when everything was gone through. */
  next: string | null;
}

const BATCH = 500;
/** A call looks no longer than that, and answers no more than that. */
const PATIENCE_MS = 2_000;
const ENOUGH = 100;

type Place = { step: 'events' | 'webhooks'; after: string | null };

/** Hands out what is kept about a customer, part by part. */
@Injectable()
export class CustomerExport {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly secrets: SecretBox,
    private readonly audit: Audit,
  ) {}

  async part(ctx: ActingContext, asked: Asked, after?: string): Promise<KeptPart> {
    let person = personOf(asked);
    const { tenantId } = ctx;
    let place: Place | null = placeOf(after);
    if (after === undefined) await this.begin(ctx, person);
    const data: Kept[] = [];
    const end = performance.now() + PATIENCE_MS;
    while (place !== null && data.length < ENOUGH && performance.now() < end) {
      const { step, after: position }: Place = place;
      const reach = { person, after: position, limit: BATCH };
      const part: Part = await this.tenancy.system((rows) =>
        (step === 'events' ? eventsWith : webhooksWith)(rows, tenantId, reach),
      );
      person = learn(
        person,
        part.found.map(({ body }) => body),
      );
      data.push(...(await this.kept(tenantId, { step, part, person })));
      place = behind({ step, after: position }, part);
    }
    const { numbers, userIds } = person;
    return {
      numbers: [...numbers],
      userIds: [...userIds],
      data,
      next: place && `${place.step}.${place.after ?? ''}`,
    };
  }

  private async begin(ctx: ActingContext, person: Person): Promise<void> {
    const hash = await this.secrets.keyedHash(nameForHash(ctx, person));
    await this.tenancy.run(ctx, async (rows) => {
      await expectCustomer(rows, ctx, person);
      await this.audit.record(rows, ctx, {
        action: 'customer.exported',
        target: { type: 'customer', id: hash.toString('hex') },
      });
    });
  }

  private async kept(
    tenantId: TenantId,
    { step, part, person }: { step: Place['step']; part: Part; person: Person },
  ): Promise<Kept[]> {
    if (part.found.length === 0) return [];
    const all: IsMine = () => true;
    const own =
      step === 'events'
        ? new Set<string>()
        : await this.ownWebhooks(
            tenantId,
            part.found.map(({ id }) => id),
          );
    const isMine =
      step === 'events'
        ? all
        : itemsOfTenant(await this.tenancy.system((rows) => subjectsOf(rows, tenantId)));
    const found = part.found.flatMap(({ id, body }) => {
      const payload = payloadOf(body);
      const about = payload && partAbout(payload, person, own.has(id) ? all : isMine);
      return about ? [{ id, payload: JSON.parse(about.toString()) as unknown }] : [];
    });
    const deliveries =
      step === 'events'
        ? await this.tenancy.run({ tenantId }, (rows) =>
            deliveriesOf(
              rows,
              tenantId,
              found.map(({ id }) => id),
            ),
          )
        : new Map<string, KeptDelivery[]>();
    return found.map(({ id, payload }) => ({
      kind: step === 'events' ? 'event' : 'webhook',
      id,
      receivedAt: instantOf(id),
      payload,
      deliveries: deliveries.get(id) ?? [],
    }));
  }

  private async ownWebhooks(tenantId: TenantId, ids: WebhookId[]): Promise<Set<string>> {
    const found: { id: string }[] = await this.tenancy.system((rows) =>
      rows.query('SELECT id FROM webhook_event WHERE app_tenant_id = $1 AND id = ANY($2)', [tenantId, ids]),
    );
    return new Set(found.map(({ id }) => id));
  }
}

function placeOf(cursor: string | undefined): Place {
  if (cursor === undefined) return { step: 'events', after: null };
  const [, step, after] = /^(events|webhooks)\.([0-9a-f-]{36})?$/.exec(cursor) ?? [];
  if (step === 'events' || step === 'webhooks') return { step, after: after ?? null };
  const message = 'is not a cursor of an export; take nextCursor of the part before';
  throw new AppError('invalid_input', {
    detail: `cursor ${message}.`,
    errors: [{ field: 'cursor', message }],
  });
}

function behind({ step, after }: Place, part: Part): Place | null {
  if (part.more) return { step, after: part.last ?? after };
  return step === 'events' ? { step: 'webhooks', after: null } : null;
}

async function deliveriesOf(
  rows: EntityManager,
  tenantId: TenantId,
  eventIds: EventId[],
): Promise<Map<string, KeptDelivery[]>> {
  const deliveries = await rows.find(Delivery, {
    where: { tenantId, eventId: In(eventIds) },
    order: { id: 'ASC' },
  });
  const attempts = await rows.find(Attempt, {
    where: { tenantId, deliveryId: In(deliveries.map(({ id }) => id)) },
    order: { id: 'ASC' },
  });
  const kept = new Map<string, KeptDelivery[]>();
  for (const { id, eventId, state, projectName: project } of await withProjects(
    rows,
    { tenantId },
    deliveries,
  )) {
    const own = attempts.filter(({ deliveryId }) => deliveryId === id);
    const told = own.map(({ startedAt, status, error, response }) => ({
      at: startedAt,
      status,
      error,
      answer: response.toString('utf8'),
    }));
    kept.set(eventId, [...(kept.get(eventId) ?? []), { id, project, state, attempts: told }]);
  }
  return kept;
}
