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
import { AppSetupService, AppsService, PhoneNumbersService } from '@waypost/waba';
import { Needs } from '../http/authority.ts';
import { ApiPage, type Page, pageOf, PageQuery, pageRequest } from '../http/paging.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { AppAnswer, AppSetupAnswer, CreateAppBody, UpdateAppBody } from './apps.dto.ts';
import { connecting } from './connecting.ts';
import { expectSame } from './field-rules.ts';
import { NumberAnswers } from './number-answers.ts';
import { CreateNumberOfAppBody, PhoneNumberAnswer } from './phone-numbers.dto.ts';

@ApiTags('Meta apps')
@Controller('apps')
export class AppsController {
  constructor(
    private readonly apps: AppsService,
    private readonly setups: AppSetupService,
    private readonly numbers: PhoneNumbersService,
    private readonly answers: NumberAnswers,
  ) {}

  @Post()
  @Needs('waba:write')
  @ApiOperation({ summary: 'Add a Meta app' })
  @ApiCreatedResponse({ type: AppAnswer })
  @ApiNotFoundResponse({ type: Problem, description: 'There is no such business account here' })
  @ApiConflictResponse({ type: Problem, description: 'The app is in this hub already' })
  create(@Ctx() ctx: TenantPrincipal, @Body() body: CreateAppBody): Promise<AppAnswer> {
    return this.apps.create(ctx, body);
  }

  @Get()
  @Needs('waba:read')
  @ApiOperation({ summary: 'List Meta apps, newest first' })
  @ApiPage(AppAnswer)
  async list(@Ctx() ctx: TenantPrincipal, @Query() query: PageQuery): Promise<Page<AppAnswer>> {
    return pageOf(await this.apps.list(ctx, pageRequest(query)), (app) => app);
  }

  @Get(':id')
  @Needs('waba:read')
  @ApiOperation({ summary: 'Show a Meta app' })
  @ApiOkResponse({ type: AppAnswer })
  @ApiNotFoundResponse({ type: Problem })
  get(@Ctx() ctx: TenantPrincipal, @Param('id') id: string): Promise<AppAnswer> {
    return this.apps.get(ctx, id);
  }

  @Patch(':id')
  @Needs('waba:write')
  @ApiOperation({ summary: 'Change a Meta app, replace its secrets, or switch it off' })
  @ApiOkResponse({ type: AppAnswer })
  @ApiNotFoundResponse({ type: Problem })
  patch(
    @Ctx() ctx: TenantPrincipal,
    @Param('id') id: string,
    @Body() body: UpdateAppBody,
  ): Promise<AppAnswer> {
    return this.apps.patch(ctx, id, body);
  }

  @Delete(':id')
  @Needs('waba:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a Meta app' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'Phone numbers are connected through it' })
  delete(@Ctx() ctx: TenantPrincipal, @Param('id') id: string): Promise<void> {
    return this.apps.delete(ctx, id);
  }

  @Get(':id/setup')
  @Needs('waba:read')
  @ApiOperation({ summary: 'Show whether Meta reaches a Meta app, and what was refused last' })
  @ApiOkResponse({ type: AppSetupAnswer })
  @ApiNotFoundResponse({ type: Problem })
  setup(@Ctx() ctx: TenantPrincipal, @Param('id') id: string): Promise<AppSetupAnswer> {
    return this.setups.get(ctx, id);
  }

  @Get(':id/phone-numbers')
  @Needs('waba:read')
  @ApiOperation({ summary: 'List the phone numbers connected through a Meta app' })
  @ApiPage(PhoneNumberAnswer)
  @ApiNotFoundResponse({ type: Problem })
  async listNumbers(
    @Ctx() ctx: TenantPrincipal,
    @Param('id') appId: string,
    @Query() query: PageQuery,
  ): Promise<Page<PhoneNumberAnswer>> {
    const page = await this.numbers.list(ctx, { ...pageRequest(query), appId });
    return pageOf({ ...page, data: await this.answers.of(ctx, page.data) }, (number) => number);
  }

  @Post(':id/phone-numbers')
  @Needs('waba:write')
  @ApiOperation({ summary: 'Connect a phone number through a Meta app' })
  @ApiCreatedResponse({ type: PhoneNumberAnswer })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'You or another tenant of this hub has the number' })
  createNumber(
    @Ctx() ctx: TenantPrincipal,
    @Param('id') appId: string,
    @Body() body: CreateNumberOfAppBody,
  ): Promise<PhoneNumberAnswer> {
    expectSame('appId', body.appId, appId);
    return this.answers.one(ctx, this.numbers.create(connecting(ctx), { ...body, appId }));
  }
}
