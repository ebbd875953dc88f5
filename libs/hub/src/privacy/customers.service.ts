import { Injectable } from '@nestjs/common';
import { type ActingContext, Audit } from '@waypost/accounts';
import {
  Clock,
  newId,
  notFound,
  pageOf,
  type PagePart,
  type PageRequest,
  SecretBox,
  Tenancy,
  type TenantContext,
} from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import type { ErasedCounts } from './erase-rows.ts';
import { ErasureRunner } from './erasure-runner.ts';
import { type Asked, expectCustomer, nameForHash, personOf } from './sought.ts';

export interface Erasure extends ErasedCounts {
  id: string;
  state: 'running' | 'done';
  createdAt: Date;
  finishedAt: Date | null;
}

/** How long whoever asks waits for the end of it; a worker carries on with the rest. */
const PATIENCE_MS = 3_000;
const columns = `id, state, events, webhooks, items, answers, cancelled, created_at AS "createdAt", finished_at AS "finishedAt"`;

/** Customers who want to be forgotten. */
@Injectable()
export class CustomersService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly secrets: SecretBox,
    private readonly runner: ErasureRunner,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Begins, and goes on for a few seconds; what is kept longer than that is gone through in the background. */
  async erase(ctx: ActingContext, asked: Asked): Promise<Erasure> {
    const person = personOf(asked);
    const { tenantId } = ctx;
    const id = newId<'erasure'>();
    const sealed = await this.runner.seal({ tenantId, id }, person);
    const hash = await this.secrets.keyedHash(nameForHash(ctx, person));
    const now = this.clock.now();
    await this.tenancy.run(ctx, async (rows) => {
      await expectCustomer(rows, ctx, person);
      await rows.query(
        `INSERT INTO customer_erasure (tenant_id, id, person_sealed, person_hash, created_by, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $6)`,
        [tenantId, id, sealed, hash, 'userId' in ctx ? (ctx.userId ?? null) : null, now],
      );
      const target = { type: 'customer', id: hash.toString('hex') };
      await this.audit.record(rows, ctx, {
        action: 'customer-erasure.started',
        target,
        after: { erasure: id },
      });
    });
    await this.runner.drain({ only: id, ms: PATIENCE_MS });
    return this.get(ctx, id);
  }

  get(ctx: TenantContext, id: string): Promise<Erasure> {
    return this.tenancy.run(ctx, async (rows) => {
      const [found] = await this.read(rows, ctx, `id = $2`, [id]);
      if (!found) throw notFound('erasure');
      return found;
    });
  }

  /** Newest first. */
  list(ctx: TenantContext, { limit, after }: PageRequest): Promise<PagePart<Erasure>> {
    return this.tenancy.run(ctx, async (rows) => {
      const found = await this.read(rows, ctx, '($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3', [
        after ?? null,
        limit + 1,
      ]);
      return pageOf(found, limit, (row) => row.id);
    });
  }

  private read(
    rows: EntityManager,
    { tenantId }: TenantContext,
    where: string,
    values: unknown[],
  ): Promise<Erasure[]> {
    return rows.query(`SELECT ${columns} FROM customer_erasure WHERE tenant_id = $1 AND ${where}`, [
      tenantId,
      ...values,
    ]);
  }
}
