import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TenantPrincipal } from '@waypost/accounts';
import { BulkService } from '@waypost/hub';
import { Needs } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { ApiPage, type Page, pageOf, PageQuery, pageRequest } from '../http/paging.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { BulkView, bulkView } from './events.dto.ts';

@ApiTags('Bulk operations')
@Controller('bulk-operations')
export class BulkOperationsController {
  constructor(private readonly bulk: BulkService) {}

  @Get()
  @Needs('deliveries:read')
  @ApiOperation({ summary: 'List bulk retries and replays, newest first' })
  @ApiPage(BulkView)
  async list(@Ctx() ctx: TenantPrincipal, @Query() query: PageQuery): Promise<Page<BulkView>> {
    return pageOf(await this.bulk.list(ctx, pageRequest(query)), bulkView);
  }

  @Get(':id')
  @Needs('deliveries:read')
  @ApiOperation({ summary: 'Show how far a bulk operation is' })
  @ApiOkResponse({ type: BulkView })
  @ApiNotFoundResponse({ type: Problem })
  async get(@Ctx() ctx: TenantPrincipal, @IdParam('id', 'bulk operation') id: string): Promise<BulkView> {
    return bulkView(await this.bulk.get(ctx, id));
  }

  @Post(':id/cancel')
  @Needs('deliveries:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stop a bulk operation within two seconds' })
  @ApiOkResponse({ type: BulkView })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'It has ended already' })
  async cancel(@Ctx() ctx: TenantPrincipal, @IdParam('id', 'bulk operation') id: string): Promise<BulkView> {
    return bulkView(await this.bulk.cancel(ctx, id));
  }
}
