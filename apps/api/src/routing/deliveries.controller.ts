import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TenantPrincipal } from '@waypost/accounts';
import { BulkService, DeliveriesService, DeliveryDetails, DeliveryFigures } from '@waypost/hub';
import { Needs } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { ApiPage, type Page, pageOf, pageRequest } from '../http/paging.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import {
  BulkView,
  bulkView,
  DeliveryDetailView,
  deliveryDetailView,
  DeliveryFilterBody,
  DeliveryQuery,
  DeliveryView,
  deliveryView,
  HistogramQuery,
} from './events.dto.ts';
import { DeliveryCountView, HistogramView } from './figures.dto.ts';

@ApiTags('Deliveries')
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly details: DeliveryDetails,
    private readonly figures: DeliveryFigures,
    private readonly bulk: BulkService,
  ) {}

  @Get()
  @Needs('deliveries:read')
  @ApiOperation({ summary: 'List deliveries, newest first' })
  @ApiPage(DeliveryView)
  async list(@Ctx() ctx: TenantPrincipal, @Query() query: DeliveryQuery): Promise<Page<DeliveryView>> {
    const { limit: _limit, cursor: _cursor, ...filter } = query;
    return pageOf(await this.deliveries.list(ctx, filter, pageRequest(query)), deliveryView);
  }

  @Get('count')
  @Needs('deliveries:read')
  @ApiOperation({ summary: 'Count the deliveries that meet a filter' })
  @ApiOkResponse({ type: DeliveryCountView })
  count(@Ctx() ctx: TenantPrincipal, @Query() filter: DeliveryFilterBody): Promise<DeliveryCountView> {
    return this.figures.count(ctx, filter);
  }

  @Get('histogram')
  @Needs('deliveries:read')
  @ApiOperation({
    summary: 'Count the deliveries that meet a filter by time',
    description: 'Of the last 24 hours unless `since` and `until` say otherwise.',
  })
  @ApiOkResponse({ type: HistogramView })
  histogram(@Ctx() ctx: TenantPrincipal, @Query() { buckets, ...filter }: HistogramQuery): Promise<HistogramView> {
    return this.figures.histogram(ctx, filter, buckets);
  }

  @Post('retry')
  @Needs('deliveries:write')
  @HttpCode(202)
  @ApiOperation({ summary: 'Retry every delivery that meets a filter, as a bulk operation' })
  @ApiAcceptedResponse({ type: BulkView })
  async retryAll(@Ctx() ctx: TenantPrincipal, @Body() filter: DeliveryFilterBody): Promise<BulkView> {
    return bulkView(await this.bulk.retry(ctx, filter));
  }

  @Get(':id')
  @Needs('deliveries:read')
  @ApiOperation({ summary: 'Show a delivery with every attempt' })
  @ApiOkResponse({ type: DeliveryDetailView })
  @ApiNotFoundResponse({ type: Problem })
  async get(@Ctx() ctx: TenantPrincipal, @IdParam('id', 'delivery') id: string): Promise<DeliveryDetailView> {
    return deliveryDetailView(await this.details.get(ctx, id));
  }

  @Post(':id/retry')
  @Needs('deliveries:write')
  @HttpCode(202)
  @ApiOperation({ summary: 'Put a delivery back on its way now' })
  @ApiAcceptedResponse({ type: DeliveryView })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'It was delivered, or is on its way' })
  async retry(@Ctx() ctx: TenantPrincipal, @IdParam('id', 'delivery') id: string): Promise<DeliveryView> {
    return deliveryView(await this.deliveries.retry(ctx, id));
  }

  @Post(':id/cancel')
  @Needs('deliveries:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give up on a delivery that has not gone out' })
  @ApiOkResponse({ type: DeliveryView })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem })
  async cancel(@Ctx() ctx: TenantPrincipal, @IdParam('id', 'delivery') id: string): Promise<DeliveryView> {
    return deliveryView(await this.deliveries.cancel(ctx, id));
  }
}
