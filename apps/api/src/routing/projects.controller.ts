import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { TenantPrincipal } from '@waypost/accounts';
import { BulkService, EventsService, ProbeService, ProjectsService } from '@waypost/hub';
import { AppError } from '@waypost/platform';
import { Needs } from '../http/authority.ts';
import { ApiPage, type Page, pageOf, PageQuery, pageRequest } from '../http/paging.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { BulkView, bulkView, RecoverBody, TestView } from './events.dto.ts';
import {
  CreateProjectBody,
  ProbeAnswer,
  ProjectAnswer,
  ProjectWithSecretAnswer,
  RotateSecretBody,
  UpdateProjectBody,
} from './projects.dto.ts';

const refused = { type: Problem, description: 'The endpoint or a header is not allowed' };

/** Addressed by id or by slug. */
@ApiTags('Projects')
@Controller('projects')
export class ProjectsController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly events: EventsService,
    private readonly bulk: BulkService,
    private readonly probes: ProbeService,
  ) {}

  @Post()
  @Needs('routing:write')
  @ApiOperation({ summary: 'Create a project; the answer shows its signing secret for the only time' })
  @ApiCreatedResponse({ type: ProjectWithSecretAnswer })
  @ApiConflictResponse({ type: Problem, description: 'The slug is taken' })
  @ApiUnprocessableEntityResponse(refused)
  create(@Ctx() ctx: TenantPrincipal, @Body() body: CreateProjectBody): Promise<ProjectWithSecretAnswer> {
    return this.projects.create(ctx, body);
  }

  @Get()
  @Needs('routing:read')
  @ApiOperation({ summary: 'List projects with their health, newest first' })
  @ApiPage(ProjectAnswer)
  async list(@Ctx() ctx: TenantPrincipal, @Query() query: PageQuery): Promise<Page<ProjectAnswer>> {
    return pageOf(await this.projects.list(ctx, pageRequest(query)), (project) => project);
  }

  @Get(':id')
  @Needs('routing:read')
  @ApiOperation({ summary: 'Show a project with its health' })
  @ApiOkResponse({ type: ProjectAnswer })
  @ApiNotFoundResponse({ type: Problem })
  get(@Ctx() ctx: TenantPrincipal, @Param('id') id: string): Promise<ProjectAnswer> {
    return this.projects.get(ctx, id);
  }

  @Patch(':id')
  @Needs('routing:write')
  @ApiOperation({ summary: 'Change a project; headers are replaced as a whole' })
  @ApiOkResponse({ type: ProjectAnswer })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'The slug is taken' })
  @ApiUnprocessableEntityResponse(refused)
  patch(
    @Ctx() ctx: TenantPrincipal,
    @Param('id') id: string,
    @Body() body: UpdateProjectBody,
  ): Promise<ProjectAnswer> {
    return this.projects.patch(ctx, id, body);
  }

  @Delete(':id')
  @Needs('routing:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a project and its mappings; its past deliveries stay' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: Problem })
  delete(@Ctx() ctx: TenantPrincipal, @Param('id') id: string): Promise<void> {
    return this.projects.delete(ctx, id);
  }

  @Post(':id/rotate-secret')
  @Needs('routing:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Replace the signing secret; the answer shows the new one for the only time' })
  @ApiOkResponse({ type: ProjectWithSecretAnswer })
  @ApiNotFoundResponse({ type: Problem })
  rotateSecret(
    @Ctx() ctx: TenantPrincipal,
    @Param('id') id: string,
    @Body() { overlapHours }: RotateSecretBody,
  ): Promise<ProjectWithSecretAnswer> {
    return this.projects.rotateSecret(ctx, id, { overlapHours });
  }

  @Post(':id/enable')
  @Needs('routing:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Enable a project and forget its past failures' })
  @ApiOkResponse({ type: ProjectAnswer })
  @ApiNotFoundResponse({ type: Problem })
  enable(@Ctx() ctx: TenantPrincipal, @Param('id') id: string): Promise<ProjectAnswer> {
    return this.projects.enable(ctx, id);
  }

  @Post(':id/disable')
  @Needs('routing:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Disable a project: it gets nothing until it is enabled again' })
  @ApiOkResponse({ type: ProjectAnswer })
  @ApiNotFoundResponse({ type: Problem })
  disable(@Ctx() ctx: TenantPrincipal, @Param('id') id: string): Promise<ProjectAnswer> {
    return this.projects.disable(ctx, id);
  }

  @Post(':id/test')
  @Needs('deliveries:write')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send the project a test message, delivered like any other' })
  @ApiAcceptedResponse({ type: TestView })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'The project is disabled' })
  async test(@Ctx() ctx: TenantPrincipal, @Param('id') id: string): Promise<TestView> {
    const project = await this.projects.get(ctx, id);
    if (project.status !== 'enabled') {
      throw new AppError('wrong_state', 'The project is disabled. Enable it, then send the test.');
    }
    return this.events.sendTest(ctx, project.id);
  }

  @Post(':id/probe')
  @Needs('deliveries:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Call a project now with a test message, past its circuit; a 2xx closes the circuit',
  })
  @ApiOkResponse({ type: ProbeAnswer })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'The project is disabled' })
  probe(@Ctx() ctx: TenantPrincipal, @Param('id') id: string): Promise<ProbeAnswer> {
    return this.probes.probe(ctx, id);
  }

  @Post(':id/recover')
  @Needs('deliveries:write')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Send everything that failed or was not sent since an instant, as a bulk operation',
  })
  @ApiAcceptedResponse({ type: BulkView })
  @ApiNotFoundResponse({ type: Problem })
  async recover(
    @Ctx() ctx: TenantPrincipal,
    @Param('id') id: string,
    @Body() { since }: RecoverBody,
  ): Promise<BulkView> {
    const project = await this.projects.get(ctx, id);
    return bulkView(await this.bulk.retry(ctx, { projectId: project.id, since }));
  }
}
