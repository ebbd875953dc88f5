import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '@waypost/accounts';
import { Needs } from '../http/authority.ts';
import { Me } from '../http/principal.decorators.ts';
import { CacheClearView, CacheStatsView } from './cache.dto.ts';
import { CacheService } from './cache.service.ts';

@ApiTags('System')
@Controller('system/cache')
@Needs('platform:admin')
export class CacheController {
  constructor(private readonly caches: CacheService) {}

  @Get('stats')
  @ApiOperation({ summary: 'What the look-up caches of every process hold, and how often they knew' })
  @ApiOkResponse({ type: CacheStatsView })
  stats(): Promise<CacheStatsView> {
    return this.caches.stats();
  }

  @Post('clear')
  @HttpCode(200)
  @ApiOperation({ summary: 'Clear the look-up caches of every process' })
  @ApiOkResponse({ type: CacheClearView })
  clear(@Me() me: Principal): Promise<CacheClearView> {
    return this.caches.clear(me);
  }
}
