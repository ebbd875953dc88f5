import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Metrics } from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { Needs } from '../http/authority.ts';

@ApiTags('System')
@Controller('system/metrics')
@Needs('platform:admin')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @ApiOperation({
    summary: 'The metrics of this process, as Prometheus reads them at /metrics',
    description: 'Prometheus itself uses /metrics with METRICS_TOKEN as its bearer token.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async show(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { type, body } = await this.metrics.text();
    void reply.type(type);
    return body;
  }
}
