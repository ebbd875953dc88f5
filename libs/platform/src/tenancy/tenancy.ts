import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { TenantId } from '@waypost/contracts';
import { SYSTEM } from '../database/names.ts';

export interface TenantContext {
  tenantId: TenantId;
}

/**
 * The only way to rows: one short transaction per unit of work. Never around an outgoing call, a stream or
 * another unit of work, because each holds a connection.
 */
@Injectable()
export class Tenancy {
  private readonly inside = new AsyncLocalStorage<true>();

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

  private unitOfWork<T>(source: DataSource, work: (rows: EntityManager) => Promise<T>): Promise<T> {
    if (this.inside.getStore()) throw new Error('A unit of work was opened inside another one.');
    return this.inside.run(true, () => source.transaction(work));
  }
}
