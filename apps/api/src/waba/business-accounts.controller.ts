import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { TenantPrincipal } from '@waypost/accounts';
import { AppsService, BusinessAccountsService } from '@waypost/waba';
import { Needs } from '../http/authority.ts';
import { ApiPage, type Page, pageOf, PageQuery, pageRequest } from '../http/paging.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { AppAnswer, CreateAppBody } from './apps.dto.ts';
import {
  BusinessAccountAnswer,
  CreateBusinessAccountBody,
  UpdateBusinessAccountBody,
} from './business-accounts.dto.ts';
import { expectSame } from './field-rules.ts';

@ApiTags('Business accounts')
@Controller('business-accounts')
export class BusinessAccountsController {
  constructor(
    private readonly accounts: BusinessAccountsService,
    private readonly apps: AppsService,
  ) {}

  @Post()
  @Needs('waba:write')
  @ApiOperation({ summary: 'Add a business account (WABA)' })
  @ApiCreatedResponse({ type: BusinessAccountAnswer })
  @ApiConflictResponse({ type: Problem, description: 'It is in this hub already' })
  create(
    @Ctx() ctx: TenantPrincipal,
    @Body() body: CreateBusinessAccountBody,
  ): Promise<BusinessAccountAnswer> {
    return this.accounts.create(ctx, body);
  }

  @Get()
  @Needs('waba:read')
  @ApiOperation({ summary: 'List business accounts, newest first' })
  @ApiPage(BusinessAccountAnswer)
  async list(@Ctx() ctx: TenantPrincipal, @Query() query: PageQuery): Promise<Page<BusinessAccountAnswer>> {
    return pageOf(await this.accounts.list(ctx, pageRequest(query)), (account) => account);
  }

  @Get(':id')
  @Needs('waba:read')
  @ApiOperation({ summary: 'Show a business account' })
  @ApiOkResponse({ type: BusinessAccountAnswer })
  @ApiNotFoundResponse({ type: Problem })
  get(@Ctx() ctx: TenantPrincipal, @Param('id') id: string): Promise<BusinessAccountAnswer> {
    return this.accounts.get(ctx, id);
  }

  @Patch(':id')
  @Needs('waba:write')
  @ApiOperation({ summary: 'Change name or time zone of a business account' })
  @ApiOkResponse({ type: BusinessAccountAnswer })
  @ApiNotFoundResponse({ type: Problem })
  patch(
    @Ctx() ctx: TenantPrincipal,
    @Param('id') id: string,
    @Body() body: UpdateBusinessAccountBody,
  ): Promise<BusinessAccountAnswer> {
    return this.accounts.patch(ctx, id, body);
  }

  @Delete(':id')
  @Needs('waba:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a business account' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'Apps or numbers belong to it' })
  delete(@Ctx() ctx: TenantPrincipal, @Param('id') id: string): Promise<void> {
    return this.accounts.delete(ctx, id);
  }

  @Get(':id/apps')
  @Needs('waba:read')
  @ApiOperation({ summary: 'List the apps of a business account' })
  @ApiPage(AppAnswer)
  @ApiNotFoundResponse({ type: Problem })
  async listApps(
    @Ctx() ctx: TenantPrincipal,
    @Param('id') businessId: string,
    @Query() query: PageQuery,
  ): Promise<Page<AppAnswer>> {
    return pageOf(await this.apps.list(ctx, { ...pageRequest(query), businessId }), (app) => app);
  }

  @Post(':id/apps')
  @Needs('waba:write')
  @ApiOperation({ summary: 'Add a Meta app to a business account' })
  @ApiCreatedResponse({ type: AppAnswer })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'The app is in this hub already' })
  createApp(
    @Ctx() ctx: TenantPrincipal,
    @Param('id') businessId: string,
    @Body() body: CreateAppBody,
  ): Promise<AppAnswer> {
    expectSame('businessId', body.businessId, businessId);
    return this.apps.create(ctx, { ...body, businessId });
  }
}
