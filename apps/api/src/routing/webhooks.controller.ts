import { Controller, Get } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TenantPrincipal } from '@waypost/accounts';
import { WebhookTraces } from '@waypost/hub';
import { Needs } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { traceView, WebhookTraceView } from './webhooks.dto.ts';

@ApiTags('Events')
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly traces: WebhookTraces) {}

  @Get(':id/trace')
  @Needs('deliveries:read')
  @ApiOperation({
    summary: "Follow one POST of Meta's from its arrival to every attempt",
    description: 'The id is that of the header x-waypost-webhook-id which the POST was answered with.',
  })
  @ApiOkResponse({ type: WebhookTraceView })
  @ApiNotFoundResponse({ type: Problem })
  async trace(@Ctx() ctx: TenantPrincipal, @IdParam('id', 'webhook') id: string): Promise<WebhookTraceView> {
    return traceView(await this.traces.trace(ctx, id));
  }
}
