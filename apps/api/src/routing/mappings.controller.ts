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
import { MappingsService } from '@waypost/hub';
import { Needs } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { ApiPage, type Page, pageOf, pageRequest } from '../http/paging.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import {
  CreateMappingBody,
  MappedProjectAnswer,
  MappingAnswer,
  MappingQuery,
  UpdateMappingBody,
} from './mappings.dto.ts';

@ApiTags('Mappings')
@Controller()
export class MappingsController {
  constructor(private readonly mappings: MappingsService) {}

  @Post('mappings')
  @Needs('routing:write')
  @ApiOperation({ summary: "Send a number's webhooks to a project" })
  @ApiCreatedResponse({ type: MappingAnswer })
  @ApiNotFoundResponse({ type: Problem, description: 'There is no such number or project here' })
  @ApiConflictResponse({ type: Problem, description: 'The number is mapped to the project already' })
  create(@Ctx() ctx: TenantPrincipal, @Body() body: CreateMappingBody): Promise<MappingAnswer> {
    return this.mappings.create(ctx, body);
  }

  @Get('mappings')
  @Needs('routing:read')
  @ApiOperation({ summary: 'List mappings, newest first' })
  @ApiPage(MappingAnswer)
  async list(@Ctx() ctx: TenantPrincipal, @Query() query: MappingQuery): Promise<Page<MappingAnswer>> {
    const { phoneNumberId, projectId } = query;
    const page = await this.mappings.list(ctx, { ...pageRequest(query), phoneNumberId, projectId });
    return pageOf(page, (mapping) => mapping);
  }

  @Get('mappings/:id')
  @Needs('routing:read')
  @ApiOperation({ summary: 'Show a mapping' })
  @ApiOkResponse({ type: MappingAnswer })
  @ApiNotFoundResponse({ type: Problem })
  get(@Ctx() ctx: TenantPrincipal, @IdParam('id', 'mapping') id: string): Promise<MappingAnswer> {
    return this.mappings.get(ctx, id);
  }

  @Patch('mappings/:id')
  @Needs('routing:write')
  @ApiOperation({ summary: 'Change priority or fields of a mapping' })
  @ApiOkResponse({ type: MappingAnswer })
  @ApiNotFoundResponse({ type: Problem })
  patch(
    @Ctx() ctx: TenantPrincipal,
    @IdParam('id', 'mapping') id: string,
    @Body() body: UpdateMappingBody,
  ): Promise<MappingAnswer> {
    return this.mappings.patch(ctx, id, body);
  }

  @Delete('mappings/:id')
  @Needs('routing:write')
  @HttpCode(204)
  @ApiOperation({ summary: "Stop sending a number's webhooks to a project" })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: Problem })
  delete(@Ctx() ctx: TenantPrincipal, @IdParam('id', 'mapping') id: string): Promise<void> {
    return this.mappings.delete(ctx, id);
  }

  @Get('phone-numbers/:id/projects')
  @Needs('routing:read')
  @ApiOperation({
    summary: "List all projects that get a number's webhooks, those with the highest priority first",
  })
  @ApiPage(MappedProjectAnswer)
  @ApiNotFoundResponse({ type: Problem })
  async projectsOf(
    @Ctx() ctx: TenantPrincipal,
    @Param('id') phoneNumberId: string,
  ): Promise<Page<MappedProjectAnswer>> {
    return { data: await this.mappings.projectsOf(ctx, phoneNumberId), nextCursor: null };
  }
}
