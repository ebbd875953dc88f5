import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { TenantPrincipal } from '@waypost/accounts';
import { CustomerExport, CustomersService } from '@waypost/hub';
import { Needs } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { ApiPage, type Page, pageOf, PageQuery, pageRequest } from '../http/paging.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { CustomerBody, CustomerExportBody, CustomerExportView, ErasureView } from './privacy.dto.ts';

const nobody = { type: Problem, description: 'Nobody is named, or a number of your own' };

/** What a customer may ask for: what is kept about them, and to be forgotten. */
@ApiTags('Privacy')
@Controller('privacy')
export class PrivacyController {
  constructor(
    private readonly exports: CustomerExport,
    private readonly customers: CustomersService,
  ) {}

  @Post('export')
  @Needs('privacy:read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Show all that is kept about a customer, part by part' })
  @ApiOkResponse({ type: CustomerExportView })
  @ApiUnprocessableEntityResponse(nobody)
  async export(
    @Ctx() ctx: TenantPrincipal,
    @Body() { cursor, ...asked }: CustomerExportBody,
  ): Promise<CustomerExportView> {
    const after = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString('utf8');
    const { next, ...part } = await this.exports.part(ctx, asked, after);
    return { ...part, nextCursor: next && Buffer.from(next).toString('base64url') };
  }

  @Post('erase')
  @Needs('privacy:write')
  @HttpCode(202)
  @ApiOperation({ summary: 'Erase a customer from everything that is kept' })
  @ApiAcceptedResponse({
    type: ErasureView,
    description: 'Mostly done when it is answered; else it goes on by itself',
  })
  @ApiUnprocessableEntityResponse(nobody)
  erase(@Ctx() ctx: TenantPrincipal, @Body() asked: CustomerBody): Promise<ErasureView> {
    return this.customers.erase(ctx, asked);
  }

  @Get('erasures')
  @Needs('privacy:read')
  @ApiOperation({ summary: 'List erasures, newest first, without whom they were about' })
  @ApiPage(ErasureView)
  async list(@Ctx() ctx: TenantPrincipal, @Query() query: PageQuery): Promise<Page<ErasureView>> {
    return pageOf(await this.customers.list(ctx, pageRequest(query)), (erasure) => erasure);
  }

  @Get('erasures/:id')
  @Needs('privacy:read')
  @ApiOperation({ summary: 'Show how far an erasure is' })
  @ApiOkResponse({ type: ErasureView })
  @ApiNotFoundResponse({ type: Problem })
  get(@Ctx() ctx: TenantPrincipal, @IdParam('id', 'erasure') id: string): Promise<ErasureView> {
    return this.customers.get(ctx, id);
  }
}
