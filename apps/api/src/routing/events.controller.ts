import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TenantPrincipal } from '@waypost/accounts';
import { BulkService, EventsService } from '@waypost/hub';
import { Needs } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { ApiPage, type Page, pageOf, pageRequest } from '../http/paging.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import {
  BulkReplayBody,
  BulkView,
  bulkView,
  deliveryView,
  EventDetailView,
  EventQuery,
  EventView,
  eventView,
  ReplayBody,
  ReplayView,
} from './events.dto.ts';

@ApiTags('Events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly events: EventsService,
    private readonly bulk: BulkService,
  ) {}

  @Get()
  @Needs('deliveries:read')
  @ApiOperation({ summary: 'List what came in, newest first' })
  @ApiPage(EventView)
  async list(@Ctx() ctx: TenantPrincipal, @Query() query: EventQuery): Promise<Page<EventView>> {
    const { limit: _limit, cursor: _cursor, ...filter } = query;
    return pageOf(await this.events.list(ctx, filter, pageRequest(query)), eventView);
  }

  @Get(':id')
  @Needs('deliveries:read')
  @ApiOperation({ summary: 'Show an event with its payload and its deliveries' })
  @ApiOkResponse({ type: EventDetailView })
  @ApiNotFoundResponse({ type: Problem })
  async get(@Ctx() ctx: TenantPrincipal, @IdParam('id', 'event') id: string): Promise<EventDetailView> {
    const event = await this.events.get(ctx, id);
    return {
      ...eventView(event),
      payload: event.payload?.toString('utf8') ?? null,
      deliveries: event.deliveries.map(deliveryView),
    };
  }

  @Post(':id/replay')
  @Needs('deliveries:write')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send an event again, to the projects it is routed to now or to one' })
  @ApiAcceptedResponse({ type: ReplayView })
  @ApiNotFoundResponse({ type: Problem })
  replay(
    @Ctx() ctx: TenantPrincipal,
    @IdParam('id', 'event') id: string,
    @Body() { projectId }: ReplayBody,
  ): Promise<ReplayView> {
    return this.events.replay(ctx, id, projectId);
  }

  @Post('replay')
  @Needs('deliveries:write')
  @HttpCode(202)
  @ApiOperation({ summary: 'Replay every event that meets a filter, as a bulk operation' })
  @ApiAcceptedResponse({ type: BulkView })
  async replayAll(@Ctx() ctx: TenantPrincipal, @Body() filter: BulkReplayBody): Promise<BulkView> {
    return bulkView(await this.bulk.replay(ctx, filter));
  }
}
