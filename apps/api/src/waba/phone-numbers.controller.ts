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
import { PhoneNumbersService } from '@waypost/waba';
import { Needs } from '../http/authority.ts';
import { ApiPage, type Page, pageOf, PageQuery, pageRequest } from '../http/paging.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { connecting } from './connecting.ts';
import { NumberAnswers } from './number-answers.ts';
import { CreatePhoneNumberBody, PhoneNumberAnswer, UpdatePhoneNumberBody } from './phone-numbers.dto.ts';

@ApiTags('Phone numbers')
@Controller('phone-numbers')
export class PhoneNumbersController {
  constructor(
    private readonly numbers: PhoneNumbersService,
    private readonly answers: NumberAnswers,
  ) {}

  @Post()
  @Needs('waba:write')
  @ApiOperation({ summary: 'Connect a phone number' })
  @ApiCreatedResponse({ type: PhoneNumberAnswer })
  @ApiNotFoundResponse({ type: Problem, description: 'There is no such app or business account here' })
  @ApiConflictResponse({ type: Problem, description: 'You or another tenant of this hub has the number' })
  create(@Ctx() ctx: TenantPrincipal, @Body() body: CreatePhoneNumberBody): Promise<PhoneNumberAnswer> {
    return this.answers.one(ctx, this.numbers.create(connecting(ctx), body));
  }

  @Get()
  @Needs('waba:read')
  @ApiOperation({ summary: 'List phone numbers, newest first' })
  @ApiPage(PhoneNumberAnswer)
  async list(@Ctx() ctx: TenantPrincipal, @Query() query: PageQuery): Promise<Page<PhoneNumberAnswer>> {
    const page = await this.numbers.list(ctx, pageRequest(query));
    return pageOf({ ...page, data: await this.answers.of(ctx, page.data) }, (number) => number);
  }

  @Get(':id')
  @Needs('waba:read')
  @ApiOperation({ summary: "Show a phone number, addressed by Meta's phone_number_id" })
  @ApiOkResponse({ type: PhoneNumberAnswer })
  @ApiNotFoundResponse({ type: Problem })
  get(@Ctx() ctx: TenantPrincipal, @Param('id') id: string): Promise<PhoneNumberAnswer> {
    return this.answers.one(ctx, this.numbers.get(ctx, id));
  }

  @Patch(':id')
  @Needs('waba:write')
  @ApiOperation({ summary: 'Change a phone number, or move it to another app or business account' })
  @ApiOkResponse({ type: PhoneNumberAnswer })
  @ApiNotFoundResponse({ type: Problem })
  patch(
    @Ctx() ctx: TenantPrincipal,
    @Param('id') id: string,
    @Body() body: UpdatePhoneNumberBody,
  ): Promise<PhoneNumberAnswer> {
    return this.answers.one(ctx, this.numbers.patch(connecting(ctx), id, body));
  }

  @Delete(':id')
  @Needs('waba:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Disconnect a phone number and remove its mappings' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: Problem })
  delete(@Ctx() ctx: TenantPrincipal, @Param('id') id: string): Promise<void> {
    return this.numbers.delete(ctx, id);
  }
}
