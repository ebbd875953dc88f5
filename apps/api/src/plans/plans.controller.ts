import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { PlanCatalog, Plans, type Principal, type TenantPrincipal } from '@waypost/accounts';
import { Needs, SignedIn } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { Ctx, Me } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import {
  CreatePlanBody,
  CurrentPlanView,
  newPlanOf,
  planChangeOf,
  PlansView,
  planView,
  PlanView,
  UpdatePlanBody,
} from './plans.dto.ts';

@ApiTags('Plans')
@Controller('plans')
export class PlansController {
  constructor(
    private readonly plans: Plans,
    private readonly catalog: PlanCatalog,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'List the plans that are offered; a super-admin sees all, also archived ones' })
  @ApiOkResponse({ type: PlansView })
  async list(@Me() { superAdmin }: Principal): Promise<PlansView> {
    const found = superAdmin ? await this.catalog.list() : await this.plans.offered();
    return { data: found.map(planView) };
  }

  @Get('current')
  @Needs('plan:read')
  @ApiOperation({ summary: "Show the tenant's plan, and what is used of it" })
  @ApiOkResponse({ type: CurrentPlanView })
  async current(@Ctx() ctx: TenantPrincipal): Promise<CurrentPlanView> {
    const { plan, usage } = await this.plans.current(ctx);
    return { plan: planView(plan), usage };
  }

  @Post()
  @Needs('platform:admin')
  @ApiOperation({ summary: 'Create a plan' })
  @ApiCreatedResponse({ type: PlanView })
  @ApiConflictResponse({ type: Problem, description: 'The slug is taken' })
  async create(@Me() me: Principal, @Body() body: CreatePlanBody): Promise<PlanView> {
    return planView(await this.catalog.create(me, newPlanOf(body)));
  }

  @Patch(':id')
  @Needs('platform:admin')
  @ApiOperation({
    summary: 'Change a plan, archive it or reopen it',
    description:
      'Tenants that have it have the change at once. What is over a smaller limit is kept; no more can be added.',
  })
  @ApiOkResponse({ type: PlanView })
  @ApiNotFoundResponse({ type: Problem })
  async update(
    @Me() me: Principal,
    @IdParam('id', 'plan') id: string,
    @Body() body: UpdatePlanBody,
  ): Promise<PlanView> {
    return planView(await this.catalog.patch(me, id, planChangeOf(body)));
  }

  @Delete(':id')
  @Needs('platform:admin')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a plan that no tenant has' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'Tenants have it: archive it instead' })
  async delete(@Me() me: Principal, @IdParam('id', 'plan') id: string): Promise<void> {
    await this.catalog.delete(me, id);
  }
}
