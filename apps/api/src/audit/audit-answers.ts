import { Injectable } from '@nestjs/common';
import {
  type ActingContext,
  Audit,
  type AuditEntry,
  type AuditFilter,
  AuditLog,
  AuditVerification,
} from '@waypost/accounts';
import type { TenantId } from '@waypost/contracts';
import { type Cell, Tenancy, type TenantContext } from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { sendCsv } from '../http/csv-answer.ts';
import { type Page, pageOf, pageRequest } from '../http/paging.ts';
import type { AuditEntryView, AuditQuery, AuditVerifiedView } from './audit.dto.ts';

const PART = 500;
/** Entries that one call verifies at most: some seconds of work. */
const MOST_VERIFIED = 20_000;

const columns = [
  'sequence',
  'at',
  'action',
  'actor kind',
  'actor id',
  'actor name',
  'actor e-mail',
  'impersonator id',
  'impersonator e-mail',
  'target type',
  'target id',
  'target name',
  'before',
  'after',
  'address',
  'user agent',
  'request id',
  'hash',
];

/** The audit of a tenant or of the platform, as it is answered. */
@Injectable()
export class AuditAnswers {
  constructor(
    private readonly log: AuditLog,
    private readonly verification: AuditVerification,
    private readonly audit: Audit,
    private readonly tenancy: Tenancy,
  ) {}

  async list(ctx: TenantContext, { limit, cursor, ...filter }: AuditQuery): Promise<Page<AuditEntryView>> {
    return pageOf(await this.log.list(ctx, filter, pageRequest({ limit, cursor })), (entry) => entry);
  }

  /** Taking the audit out of the house is a deed of its own. */
  async export(ctx: ActingContext, filter: AuditFilter, reply: FastifyReply): Promise<void> {
    await this.tenancy.run(ctx, (rows) =>
      this.audit.record(rows, ctx, {
        action: 'audit.exported',
        target: { type: 'audit', id: ctx.tenantId },
        after: { ...filter },
        tenantId: ctx.tenantId,
      }),
    );
    await sendCsv(reply, { name: 'audit', columns, rows: this.rows(ctx, filter) });
  }

  verify(tenantId: TenantId, after: number | undefined): Promise<AuditVerifiedView> {
    return this.verification.verify(tenantId, { after, limit: MOST_VERIFIED });
  }

  private async *rows(ctx: TenantContext, filter: AuditFilter): AsyncGenerator<Cell[][]> {
    for (let after: string | undefined; ;) {
      const { data, next } = await this.log.list(ctx, filter, { limit: PART, after });
      yield data.map(cells);
      if (next === null) return;
      after = next;
    }
  }
}

function cells(entry: AuditEntry): Cell[] {
  const { actor, target } = entry;
  const json = (value: object | null) => (value === null ? null : JSON.stringify(value));
  return [
    entry.sequence,
    entry.at,
    entry.action,
    actor.kind,
    actor.id,
    actor.name,
    actor.email,
    actor.impersonator?.id ?? null,
    actor.impersonator?.email ?? null,
    target.type,
    target.id,
    target.name,
    json(entry.before),
    json(entry.after),
    entry.address,
    entry.userAgent,
    entry.requestId,
    entry.hash,
  ];
}
