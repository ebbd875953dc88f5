import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TenantPrincipal } from '@waypost/accounts';
import { SearchService } from '@waypost/hub';
import { Needs } from '../http/authority.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { FoundView, SearchQuery } from './search.dto.ts';

@ApiTags('Search')
@Controller()
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get('search')
  @Needs('deliveries:read')
  @ApiOperation({ summary: 'Find anything of the tenant by an id, a number or a name' })
  @ApiOkResponse({ type: FoundView })
  async within(@Ctx() ctx: TenantPrincipal, @Query() { q }: SearchQuery): Promise<FoundView> {
    return { data: await this.search.within(ctx, q) };
  }

  @Get('system/search')
  @Needs('platform:admin')
  @ApiOperation({ summary: 'Find anything of any tenant by an id, a number or a name' })
  @ApiOkResponse({ type: FoundView })
  async everywhere(@Query() { q }: SearchQuery): Promise<FoundView> {
    return { data: await this.search.everywhere(q) };
  }
}
