import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TenantPrincipal } from '@waypost/accounts';
import { OverviewService } from '@waypost/hub';
import { Needs } from '../http/authority.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { OverviewQuery, OverviewView } from './overview.dto.ts';

@ApiTags('Overview')
@Controller('overview')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get()
  @Needs('deliveries:read')
  @ApiOperation({ summary: 'Show how the tenant stands and what needs a person' })
  @ApiOkResponse({ type: OverviewView })
  get(@Ctx() ctx: TenantPrincipal, @Query() { hours }: OverviewQuery): Promise<OverviewView> {
    return this.overview.get(ctx, hours);
  }
}
