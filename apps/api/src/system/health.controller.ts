import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { Heartbeat } from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/authority.ts';
import { VERSION } from '../version.ts';
import { HealthView, LiveView, ReadyView } from './health.dto.ts';
import { HealthService } from './health.service.ts';

@ApiTags('System')
@Controller('system/health')
@Public({ unlimited: true })
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly heartbeat: Heartbeat,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Version, uptime and the processes that are alive' })
  @ApiOkResponse({ type: HealthView })
  async show(): Promise<HealthView> {
    const processes = await this.heartbeat.processes();
    return {
      name: 'Waypost',
      version: VERSION,
      uptime: Math.round(process.uptime()),
      // Anybody may ask, so hosts and process ids stay out; system/cache/stats shows them.
      processes: processes.map(({ kind, startedAt, seenAt }) => ({ kind, startedAt, seenAt })),
    };
  }

  @Get('live')
  @ApiOperation({ summary: 'Answers as long as the process runs' })
  @ApiOkResponse({ type: LiveView })
  live(): LiveView {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether requests can be served: needs the database, reports the queue and the workers' })
  @ApiOkResponse({ type: ReadyView })
  @ApiServiceUnavailableResponse({ type: ReadyView, description: 'The database does not answer' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyView> {
    const readiness = await this.health.readiness();
    void reply.status(readiness.status === 'down' ? 503 : 200);
    return readiness;
  }
}
