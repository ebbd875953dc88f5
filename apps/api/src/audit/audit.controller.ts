import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Plans, type TenantPrincipal } from '@waypost/accounts';
import type { FastifyReply } from 'fastify';
import { Needs } from '../http/authority.ts';
import { ApiCsv } from '../http/csv-answer.ts';
import { ApiPage, type Page } from '../http/paging.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { AuditAnswers } from './audit-answers.ts';
import {
  AuditEntryView,
  AuditFilterQuery,
  AuditQuery,
  AuditVerifiedView,
  AuditVerifyQuery,
} from './audit.dto.ts';

@ApiTags('Audit')
@Controller('audit')
@Needs('audit:read')
export class AuditController {
  constructor(
    private readonly answers: AuditAnswers,
    private readonly plans: Plans,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List who did what in the tenant, newest first' })
  @ApiPage(AuditEntryView)
  list(@Ctx() ctx: TenantPrincipal, @Query() query: AuditQuery): Promise<Page<AuditEntryView>> {
    return this.answers.list(ctx, query);
  }

  @Get('export')
  @ApiOperation({ summary: 'Download the audit as CSV, newest first' })
  @ApiCsv()
  async export(
    @Ctx() ctx: TenantPrincipal,
    @Query() filter: AuditFilterQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.plans.needFeature(ctx.tenantId, 'audit-export', 'the export of the audit');
    return this.answers.export(ctx, filter, reply);
  }

  @Get('verify')
  @ApiOperation({ summary: 'Check that no entry of the audit was changed or taken away' })
  @ApiOkResponse({ type: AuditVerifiedView })
  verify(
    @Ctx() { tenantId }: TenantPrincipal,
    @Query() { after }: AuditVerifyQuery,
  ): Promise<AuditVerifiedView> {
    return this.answers.verify(tenantId, after);
  }
}
