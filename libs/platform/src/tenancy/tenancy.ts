import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { TenantId } from '@waypost/contracts';
import { SYSTEM } from '../database/names.ts';
import { AppError } from '../errors/app-error.ts';

export interface TenantContext {
  tenantId: TenantId;
}

/** A call that must have its effect once: the row that stands for it, and who works on it. */
export interface OnceOnly {
  tenantId: TenantId;
  id: string;
  owner: string;
}

/**
 * The only way to rows: one short transaction per unit of work. Never around an outgoing call, a stream or
 * another unit of work, because each holds a connection.
 */
@Injectable()
export class Tenancy {
  private readonly inside = new AsyncLocalStorage<true>();
  private readonly calls = new AsyncLocalStorage<OnceOnly & { over: boolean }>();

  constructor(
    @InjectDataSource() private readonly app: DataSource,
    @InjectDataSource(SYSTEM) private readonly everyTenant: DataSource,
  ) {}

  /** Works as `waypost_app` on the rows of `ctx.tenantId`; the database shows no others. */
  run<T>(ctx: TenantContext, work: (rows: EntityManager) => Promise<T>): Promise<T> {
    return this.unitOfWork(this.app, async (rows) => {
      await rows.query(`SELECT set_config('app.tenant_id', $1, true)`, [ctx.tenantId]);
      return work(rows);
    });
  }

  /** Works on the rows of every tenant: for steps that cross tenants and for super-admins, nothing else. */
  system<T>(work: (rows: EntityManager) => Promise<T>): Promise<T> {
    return this.unitOfWork(this.everyTenant, work);
  }

  /** Calls what must be answered before the tenant is known: a SECURITY DEFINER function, no table. */
  async lookUp<T>(sql: string, parameters: unknown[]): Promise<T | undefined> {
    const rows: { found: T | null }[] = await this.app.query(sql, parameters);
    return rows[0]?.found ?? undefined;
  }

  /** Every unit of work inside commits together with the mark that the call has had effect, or not at all. */
  async once<T>(call: OnceOnly, work: () => Promise<T>): Promise<T> {
    const open = { ...call, over: false };
    try {
      return await this.calls.run(open, work);
    } finally {
      // What the call has left running behind it is no part of its effect.
      open.over = true;
    }
  }

  private unitOfWork<T>(source: DataSource, work: (rows: EntityManager) => Promise<T>): Promise<T> {
    if (this.inside.getStore()) throw new Error('A unit of work was opened inside another one.');
    const call = this.calls.getStore();
    return this.inside.run(true, () =>
      source.transaction(async (rows) => {
        const result = await work(rows);
        if (call && !call.over) await markEffective(rows, call);
        return result;
      }),
    );
  }
}

/** Last before the commit. Who was so slow that another one has taken the call over does not commit any more. */
async function markEffective(rows: EntityManager, { tenantId, id, owner }: OnceOnly): Promise<void> {
  const values = [tenantId, id, owner];
  const [row]: { mine: boolean }[] = await rows.query('SELECT commit_idempotent($1, $2, $3) AS mine', values);
  if (row?.mine) return;
  throw new AppError('idempotency_running', 'This call took so long that its repetition is made instead.');
}
