import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '@waypost/accounts';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import type { FastifyReply } from 'fastify';
import { Needs } from '../http/authority.ts';
import { ApiCsv } from '../http/csv-answer.ts';
import { ApiPage, type Page } from '../http/paging.ts';
import { Me } from '../http/principal.decorators.ts';
import { AuditAnswers } from './audit-answers.ts';
import {
  AuditEntryView,
  AuditFilterQuery,
  AuditQuery,
  AuditVerifiedView,
  AuditVerifyQuery,
} from './audit.dto.ts';

/** What was done on the platform: with tenants, plans, queues, and by people outside of any tenant. */
@ApiTags('Operator')
@Controller('system/audit')
@Needs('platform:admin')
export class PlatformAuditController {
  constructor(private readonly answers: AuditAnswers) {}

  @Get()
  @ApiOperation({ summary: 'List who did what on the platform, newest first' })
  @ApiPage(AuditEntryView)
  list(@Query() query: AuditQuery): Promise<Page<AuditEntryView>> {
    return this.answers.list({ tenantId: PLATFORM_TENANT_ID }, query);
  }

  @Get('export')
  @ApiOperation({ summary: 'Download the audit of the platform as CSV, newest first' })
  @ApiCsv()
  export(@Me() me: Principal, @Query() filter: AuditFilterQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.answers.export({ ...me, tenantId: PLATFORM_TENANT_ID }, filter, reply);
  }

  @Get('verify')
  @ApiOperation({ summary: 'Check that no entry of the audit of the platform was changed or taken away' })
  @ApiOkResponse({ type: AuditVerifiedView })
  verify(@Query() { after }: AuditVerifyQuery): Promise<AuditVerifiedView> {
    return this.answers.verify(PLATFORM_TENANT_ID, after);
  }
}
