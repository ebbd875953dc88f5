import { Injectable } from '@nestjs/common';
import { Audit } from '@waypost/accounts';
import type { TenantId } from '@waypost/contracts';
import { Clock, lowestIdAt, SecretBox, Signals, Tenancy } from '@waypost/platform';
import type { Person } from '@waypost/whatsapp';
import type { EntityManager } from 'typeorm';
import { subjectsOf } from '../erasure/raw-webhooks.ts';
import { type ErasedCounts, eraseFromEvents, eraseFromWebhooks } from './erase-rows.ts';
import { eventsWith, itemsOfTenant, knowsMore, learn, type Part, webhooksWith } from './person-rows.ts';
import { personFromText, personToText } from './sought.ts';

/** Rows that are looked through in one step. */
const BATCH = 500;

interface Running {
  id: string;
  tenantId: TenantId;
  sealed: Buffer;
  hash: Buffer;
  step: 'events' | 'webhooks';
  position: string | null;
  createdAt: Date;
}

type Progress = 'on' | 'done' | 'not now';

const nothing: ErasedCounts = { events: 0, webhooks: 0, items: 0, answers: 0, cancelled: 0 };
const columns = `id, tenant_id AS "tenantId", person_sealed AS sealed, person_hash AS hash, step, position, created_at AS "createdAt"`;
const sealOf = (tenantId: TenantId, id: string) => ({
  tenantId,
  table: 'customer_erasure',
  column: 'person',
  rowId: id,
});

/**
 * Carries erasures on, a few hundred rows in each transaction: through the tenant's events, then through the received
 * webhooks. Rows say how far it is, so any process can go on.
 */
@Injectable()
export class ErasureRunner {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly secrets: SecretBox,
    private readonly audit: Audit,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  seal({ tenantId, id }: { tenantId: TenantId; id: string }, person: Person): Promise<Buffer> {
    return this.secrets.seal(sealOf(tenantId, id), personToText(person));
  }

  /** Everything that is running, or one erasure for a while. */
  async drain({ only, ms = Infinity }: { only?: string; ms?: number } = {}): Promise<void> {
    const end = performance.now() + ms;
    const running: { id: string }[] = await this.tenancy.system((rows) =>
      rows.query(
        `SELECT id FROM customer_erasure WHERE state = 'running' AND ($1::uuid IS NULL OR id = $1) ORDER BY id`,
        [only ?? null],
      ),
    );
    for (const { id } of running) {
      let progress: Progress = 'on';
      while (progress === 'on' && performance.now() < end) progress = await this.step(id);
    }
  }

  private async step(id: string): Promise<Progress> {
    const [found]: Running[] = await this.tenancy.system((rows) =>
      rows.query(`SELECT ${columns} FROM customer_erasure WHERE id = $1 AND state = 'running'`, [id]),
    );
    if (!found) return 'done';
    if (await this.tenancy.system((rows) => waits(rows, found.createdAt))) return 'not now';
    const person = personFromText(await this.secrets.open(sealOf(found.tenantId, id), found.sealed));
    const part = await this.look(found, person);
    const known = learn(
      person,
      part.found.map(({ body }) => body),
    );
    if (knowsMore(known, person)) return this.beginAgain(found, known);
    return this.erase(found, person, part);
  }

  private look({ tenantId, step, position }: Running, person: Person): Promise<Part> {
    const look = step === 'events' ? eventsWith : webhooksWith;
    return this.tenancy.system((rows) => look(rows, tenantId, { person, after: position, limit: BATCH }));
  }

  /** Another name of the person has come up, which may stand in what was gone through: noted before anything is erased. */
  private async beginAgain(found: Running, person: Person): Promise<Progress> {
    const sealed = await this.seal(found, person);
    await this.tenancy.system(async (rows) => {
      if (!(await stillThere(rows, found))) return;
      await rows.query(
        `UPDATE customer_erasure SET person_sealed = $3, step = 'events', position = NULL, updated_at = $4
         WHERE tenant_id = $1 AND id = $2`,
        [found.tenantId, found.id, sealed, this.clock.now()],
      );
    });
    return 'on';
  }

  private async erase(found: Running, person: Person, part: Part): Promise<Progress> {
    const { tenantId, step } = found;
    const now = this.clock.now();
    const ids = part.found.map(({ id }) => id);
    const done = step === 'webhooks' && !part.more;
    const went = await this.tenancy.system(async (rows) => {
      if (!(await stillThere(rows, found))) return false;
      let counts = nothing;
      if (step === 'events')
        counts = { ...nothing, ...(await eraseFromEvents(rows, ids, { tenantId, person, now })) };
      else if (ids.length > 0) {
        const isMine = itemsOfTenant(await subjectsOf(rows, tenantId));
        counts = { ...nothing, webhooks: await eraseFromWebhooks(rows, ids, { tenantId, person, isMine }) };
      }
      await advance(rows, found, { counts, now, part, done });
      if (done) await this.finish(rows, found);
      return true;
    });
    if (went && ids.length > 0) this.signals.mark(tenantId, 'deliveries', 'events');
    if (!went) return 'not now';
    return done ? 'done' : 'on';
  }

  /** The proof, without a word about who it was. */
  private async finish(rows: EntityManager, { tenantId, id, hash }: Running): Promise<void> {
    const [after]: ErasedCounts[] = await rows.query(
      'SELECT events, webhooks, items, answers, cancelled FROM customer_erasure WHERE tenant_id = $1 AND id = $2',
      [tenantId, id],
    );
    await this.audit.record(
      rows,
      { system: 'worker', tenantId },
      {
        action: 'customer.erased',
        target: { type: 'customer', id: hash.toString('hex') },
        after: { erasure: id, ...after },
      },
    );
  }
}

/** What came before the request and is not split yet would bring the person back. */
async function waits(rows: EntityManager, before: Date): Promise<boolean> {
  const found: unknown[] = await rows.query('SELECT FROM webhook_pending WHERE id <= $1 LIMIT 1', [
    lowestIdAt(new Date(before.getTime() + 1)),
  ]);
  return found.length > 0;
}

/** Locks the erasure, unless another process has carried it on meanwhile. */
async function stillThere(rows: EntityManager, { tenantId, id, step, position }: Running): Promise<boolean> {
  const found: unknown[] = await rows.query(
    `SELECT FROM customer_erasure WHERE tenant_id = $1 AND id = $2 AND state = 'running' AND step = $3
       AND position IS NOT DISTINCT FROM $4 FOR UPDATE SKIP LOCKED`,
    [tenantId, id, step, position],
  );
  return found.length > 0;
}

async function advance(
  rows: EntityManager,
  { tenantId, id, step, position }: Running,
  { counts, now, part, done }: { counts: ErasedCounts; now: Date; part: Part; done: boolean },
): Promise<void> {
  const over = step === 'events' && !part.more;
  await rows.query(
    `UPDATE customer_erasure SET events = events + $3, webhooks = webhooks + $4, items = items + $5, answers = answers + $6,
       cancelled = cancelled + $7, step = $8, position = $9, updated_at = $10,
       state = CASE WHEN $11 THEN 'done' ELSE state END, finished_at = CASE WHEN $11 THEN $10::timestamptz END,
       person_sealed = CASE WHEN $11 THEN NULL ELSE person_sealed END
     WHERE tenant_id = $1 AND id = $2`,
    [
      tenantId,
      id,
      counts.events,
      counts.webhooks,
      counts.items,
      counts.answers,
      counts.cancelled,
      over ? 'webhooks' : step,
      over ? null : (part.last ?? position),
      now,
      done,
    ],
  );
}
