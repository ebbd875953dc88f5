import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { ApiKeysService, type TenantPrincipal } from '@waypost/accounts';
import { Needs } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { ApiPage, type Page, pageOf, PageQuery, pageRequest } from '../http/paging.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import {
  ApiKeyAnswer,
  ApiKeyWithKeyAnswer,
  CreateApiKeyBody,
  RotateApiKeyBody,
  UpdateApiKeyBody,
} from './api-keys.dto.ts';

@ApiTags('API keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  @Needs('keys:read')
  @ApiOperation({ summary: 'List API keys, newest first' })
  @ApiPage(ApiKeyAnswer)
  async list(@Ctx() ctx: TenantPrincipal, @Query() query: PageQuery): Promise<Page<ApiKeyAnswer>> {
    return pageOf(await this.keys.list(ctx, pageRequest(query)), (key) => key);
  }

  @Post()
  @Needs('keys:write')
  @ApiOperation({ summary: 'Make an API key; the answer shows it for the only time' })
  @ApiCreatedResponse({ type: ApiKeyWithKeyAnswer })
  @ApiUnprocessableEntityResponse({ type: Problem, description: 'A scope or the time is not allowed' })
  create(@Ctx() ctx: TenantPrincipal, @Body() body: CreateApiKeyBody): Promise<ApiKeyWithKeyAnswer> {
    const { name, scopes, expiresAt } = body;
    return this.keys.create(ctx, { name, scopes, expiresAt: expiresAt ? new Date(expiresAt) : undefined });
  }

  @Patch(':id')
  @Needs('keys:write')
  @ApiOperation({ summary: 'Rename an API key or change its scopes, which are replaced as a whole' })
  @ApiOkResponse({ type: ApiKeyAnswer })
  @ApiNotFoundResponse({ type: Problem })
  change(
    @Ctx() ctx: TenantPrincipal,
    @IdParam('id', 'API key') id: string,
    @Body() body: UpdateApiKeyBody,
  ): Promise<ApiKeyAnswer> {
    return this.keys.change(ctx, id, body);
  }

  @Delete(':id')
  @Needs('keys:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke an API key: the next call with it is refused' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: Problem })
  revoke(@Ctx() ctx: TenantPrincipal, @IdParam('id', 'API key') id: string): Promise<void> {
    return this.keys.revoke(ctx, id);
  }

  @Post(':id/rotate')
  @Needs('keys:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Replace the secret of an API key; the answer shows the new key for the only time',
  })
  @ApiOkResponse({ type: ApiKeyWithKeyAnswer })
  @ApiNotFoundResponse({ type: Problem })
  rotate(
    @Ctx() ctx: TenantPrincipal,
    @IdParam('id', 'API key') id: string,
    @Body() body: RotateApiKeyBody,
  ): Promise<ApiKeyWithKeyAnswer> {
    return this.keys.rotate(ctx, id, body);
  }
}
