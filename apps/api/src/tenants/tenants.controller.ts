import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { PlanChanges, type Principal, TenantLife, TenantsService } from '@waypost/accounts';
import { HeldDeliveries, TenantFiguresService } from '@waypost/hub';
import { Needs } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { ApiPage, type Page, pageOf, PageQuery, pageRequest } from '../http/paging.ts';
import { Me } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import {
  ChangePlanBody,
  CreateTenantBody,
  PlanChangeQuery,
  ResumeTenantBody,
  SuspendTenantBody,
  TenantsQuery,
  UpdateTenantBody,
} from './tenants-bodies.dto.ts';
import {
  CreatedTenantView,
  createdView,
  detailsView,
  memberView,
  planChangeView,
  PlanChangeView,
  ResumedTenantView,
  TenantDetailsView,
  TenantMemberView,
  TenantsFiguresView,
  TenantView,
  TombstoneView,
  viewOf,
} from './tenants.dto.ts';

const HOUR_MS = 3_600_000;

@ApiTags('Tenants')
@Controller('tenants')
@Needs('platform:admin')
export class TenantsController {
  constructor(
    private readonly tenants: TenantsService,
    private readonly life: TenantLife,
    private readonly planChanges: PlanChanges,
    private readonly held: HeldDeliveries,
    private readonly figures: TenantFiguresService,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Create a tenant, with its first administrator if one is given',
    description: 'An administrator without a password gets a welcome mail with a link to choose one.',
  })
  @ApiCreatedResponse({ type: CreatedTenantView })
  @ApiConflictResponse({ type: Problem, description: 'The slug is taken, or the plan is archived' })
  async create(
    @Me() me: Principal,
    @Body() { planId, ...body }: CreateTenantBody,
  ): Promise<CreatedTenantView> {
    const { tenant, admin } = await this.tenants.create(me, { ...body, plan: planId });
    return createdView(tenant, admin);
  }

  @Get()
  @ApiOperation({ summary: 'List tenants with plan and use, newest first' })
  @ApiPage(TenantView)
  async list(@Query() query: TenantsQuery): Promise<Page<TenantView>> {
    const { search, status, plan } = query;
    return pageOf(await this.tenants.list(pageRequest(query), { search, status, plan }), viewOf);
  }

  @Get('figures')
  @ApiOperation({ summary: 'Show how every tenant stands' })
  @ApiOkResponse({ type: TenantsFiguresView })
  async figuresOfAll(): Promise<TenantsFiguresView> {
    return { data: await this.figures.list() };
  }

  @Get('erased')
  @ApiOperation({ summary: 'List tenants that were erased or are being erased, latest first' })
  @ApiPage(TombstoneView)
  async erased(@Query() query: PageQuery): Promise<Page<TombstoneView>> {
    return pageOf(await this.tenants.tombstones(pageRequest(query)), (tombstone) => tombstone);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Show a tenant with plan, usage and administrators' })
  @ApiOkResponse({ type: TenantDetailsView })
  @ApiNotFoundResponse({ type: Problem })
  async get(@IdParam('id', 'tenant') id: string): Promise<TenantDetailsView> {
    return detailsView(await this.tenants.details(id));
  }

  @Get(':id/members')
  @ApiOperation({ summary: 'List who works in a tenant, longest there first' })
  @ApiPage(TenantMemberView)
  @ApiNotFoundResponse({ type: Problem })
  async members(
    @IdParam('id', 'tenant') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<TenantMemberView>> {
    return pageOf(await this.tenants.members(id, pageRequest(query)), memberView);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change name or slug of a tenant' })
  @ApiOkResponse({ type: TenantView })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'The slug is taken' })
  async update(
    @Me() me: Principal,
    @IdParam('id', 'tenant') id: string,
    @Body() body: UpdateTenantBody,
  ): Promise<TenantView> {
    return viewOf(await this.tenants.rename(me, id, body));
  }

  @Get(':id/plan-change')
  @ApiOperation({ summary: 'Show what another plan would mean for a tenant' })
  @ApiOkResponse({ type: PlanChangeView })
  @ApiNotFoundResponse({ type: Problem })
  async planChange(
    @IdParam('id', 'tenant') id: string,
    @Query() { planId }: PlanChangeQuery,
  ): Promise<PlanChangeView> {
    return planChangeView(await this.planChanges.preview(id, planId));
  }

  @Post(':id/plan')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give a tenant another plan',
    description: 'What is over the limits of the new plan is kept; no more can be added.',
  })
  @ApiOkResponse({ type: TenantView })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'The plan is archived' })
  async changePlan(
    @Me() me: Principal,
    @IdParam('id', 'tenant') id: string,
    @Body() { planId }: ChangePlanBody,
  ): Promise<TenantView> {
    return viewOf(await this.planChanges.change(me, id, planId));
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @ApiBody({ type: SuspendTenantBody, required: false })
  @ApiOperation({ summary: 'Suspend a tenant: its webhooks are stored and held, its people cannot work' })
  @ApiOkResponse({ type: TenantView })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'It is being deleted' })
  async suspend(
    @Me() me: Principal,
    @IdParam('id', 'tenant') id: string,
    @Body() { reason }: SuspendTenantBody,
  ): Promise<TenantView> {
    return viewOf(await this.life.suspend(me, id, reason));
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiBody({ type: ResumeTenantBody, required: false })
  @ApiOperation({ summary: 'Resume a suspended tenant, and send on what was held for it' })
  @ApiOkResponse({ type: ResumedTenantView })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'It is being deleted' })
  async resume(
    @Me() me: Principal,
    @IdParam('id', 'tenant') id: string,
    @Body() body: ResumeTenantBody,
  ): Promise<ResumedTenantView> {
    // Resumed first: what comes in between is not held any more, so nothing is left behind.
    return this.release(await this.life.resume(me, id), body);
  }

  @Delete(':id')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Delete a tenant after a grace',
    description:
      'At once its webhooks are held and its people cannot work. When the grace is over, everything of it is erased.',
  })
  @ApiAcceptedResponse({ type: TenantView })
  @ApiNotFoundResponse({ type: Problem })
  async delete(@Me() me: Principal, @IdParam('id', 'tenant') id: string): Promise<TenantView> {
    return viewOf(await this.life.askDeletion(me, id));
  }

  @Post(':id/restore')
  @HttpCode(200)
  @ApiBody({ type: ResumeTenantBody, required: false })
  @ApiOperation({ summary: 'Call a tenant back that is being deleted, and send on what was held for it' })
  @ApiOkResponse({ type: ResumedTenantView })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'The grace is over' })
  async restore(
    @Me() me: Principal,
    @IdParam('id', 'tenant') id: string,
    @Body() body: ResumeTenantBody,
  ): Promise<ResumedTenantView> {
    return this.release(await this.life.restore(me, id), body);
  }

  /** One that is suspended as before keeps what is held. */
  private async release(
    tenant: Awaited<ReturnType<TenantLife['resume']>>,
    { releaseYoungerThanHours: hours }: ResumeTenantBody,
  ): Promise<ResumedTenantView> {
    const held =
      tenant.status === 'active'
        ? await this.held.release(tenant.id, hours === undefined ? undefined : hours * HOUR_MS)
        : { released: 0, cancelled: 0 };
    return { ...viewOf(tenant), held };
  }
}
