import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { TenantsService } from '@waypost/accounts';
import { HeldDeliveries, TenantFiguresService } from '@waypost/hub';
import { Needs } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { ApiPage, type Page, pageOf, PageQuery, pageRequest } from '../http/paging.ts';
import { Problem } from '../http/problem.ts';
import {
  CreatedTenantView,
  createdView,
  CreateTenantBody,
  ResumedTenantView,
  ResumeTenantBody,
  TenantsFiguresView,
  TenantView,
  UpdateTenantBody,
  viewOf,
} from './tenants.dto.ts';

const HOUR_MS = 3_600_000;

@ApiTags('Tenants')
@Controller('tenants')
@Needs('platform:admin')
export class TenantsController {
  constructor(
    private readonly tenants: TenantsService,
    private readonly held: HeldDeliveries,
    private readonly figures: TenantFiguresService,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Create a tenant, with its first administrator if one is given' })
  @ApiCreatedResponse({ type: CreatedTenantView })
  @ApiConflictResponse({ type: Problem, description: 'The slug is taken' })
  async create(@Body() body: CreateTenantBody): Promise<CreatedTenantView> {
    const { tenant, admin } = await this.tenants.create(body);
    return createdView(tenant, admin);
  }

  @Get()
  @ApiOperation({ summary: 'List tenants, newest first' })
  @ApiPage(TenantView)
  async list(@Query() query: PageQuery): Promise<Page<TenantView>> {
    return pageOf(await this.tenants.list(pageRequest(query)), viewOf);
  }

  @Get('figures')
  @ApiOperation({ summary: 'Show how every tenant stands' })
  @ApiOkResponse({ type: TenantsFiguresView })
  async figuresOfAll(): Promise<TenantsFiguresView> {
    return { data: await this.figures.list() };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Show a tenant' })
  @ApiOkResponse({ type: TenantView })
  @ApiNotFoundResponse({ type: Problem })
  async get(@IdParam('id', 'tenant') id: string): Promise<TenantView> {
    return viewOf(await this.tenants.get(id));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change name or slug of a tenant' })
  @ApiOkResponse({ type: TenantView })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'The slug is taken' })
  async update(@IdParam('id', 'tenant') id: string, @Body() body: UpdateTenantBody): Promise<TenantView> {
    return viewOf(await this.tenants.rename(id, body));
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @ApiOperation({ summary: 'Suspend a tenant: its webhooks are stored and held, its people cannot work' })
  @ApiOkResponse({ type: TenantView })
  @ApiNotFoundResponse({ type: Problem })
  async suspend(@IdParam('id', 'tenant') id: string): Promise<TenantView> {
    return viewOf(await this.tenants.suspend(id));
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Resume a suspended tenant, and send on what was held for it' })
  @ApiOkResponse({ type: ResumedTenantView })
  @ApiNotFoundResponse({ type: Problem })
  async resume(
    @IdParam('id', 'tenant') id: string,
    @Body() { releaseYoungerThanHours: hours }: ResumeTenantBody,
  ): Promise<ResumedTenantView> {
    // Resumed first: what comes in between is not held any more, so nothing is left behind.
    const tenant = await this.tenants.resume(id);
    const held = await this.held.release(id, hours === undefined ? undefined : hours * HOUR_MS);
    return { ...viewOf(tenant), held };
  }
}
