import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import type { TenantPrincipal } from '@waypost/accounts';
import { TenantRetention } from '@waypost/hub';
import { Needs } from '../http/authority.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { RetentionBody, RetentionView } from './privacy.dto.ts';

@ApiTags('Privacy')
@Controller('tenants/current/retention')
export class RetentionController {
  constructor(private readonly retention: TenantRetention) {}

  @Get()
  @Needs('settings:read')
  @ApiOperation({ summary: 'Show how long the tenant keeps what came in' })
  @ApiOkResponse({ type: RetentionView })
  get(@Ctx() ctx: TenantPrincipal): Promise<RetentionView> {
    return this.retention.get(ctx);
  }

  @Patch()
  @Needs('settings:write')
  @ApiOperation({ summary: 'Choose how long the tenant keeps what came in' })
  @ApiOkResponse({ type: RetentionView })
  @ApiUnprocessableEntityResponse({ type: Problem, description: 'More than the plan allows' })
  set(@Ctx() ctx: TenantPrincipal, @Body() { eventDays }: RetentionBody): Promise<RetentionView> {
    return this.retention.set(ctx, eventDays);
  }
}
