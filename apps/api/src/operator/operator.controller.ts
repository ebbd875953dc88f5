import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '@waypost/accounts';
import {
  MappingsService,
  ProjectsService,
  QuarantineService,
  QueueFiguresService,
  UnclaimedService,
} from '@waypost/hub';
import { notFound, SETTINGS, type Settings } from '@waypost/platform';
import { metaIdPattern, PhoneNumbersService } from '@waypost/waba';
import { Needs } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { Me } from '../http/principal.decorators.ts';
import { ApiPage, type Page, pageOf, PageQuery, pageRequest } from '../http/paging.ts';
import { Problem } from '../http/problem.ts';
import {
  AssignBody,
  QuarantineDetailView,
  QuarantineQuery,
  QuarantineView,
  QueuesView,
  ReplayedView,
  UnclaimedView,
} from './operator.dto.ts';

/** What crosses tenants: for super-admins. */
@ApiTags('Operator')
@Controller('system')
@Needs('platform:admin')
export class OperatorController {
  constructor(
    private readonly figures: QueueFiguresService,
    private readonly quarantine: QuarantineService,
    private readonly unclaimed: UnclaimedService,
    private readonly numbers: PhoneNumbersService,
    private readonly projects: ProjectsService,
    private readonly mappings: MappingsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('queues/stats')
  @ApiOperation({ summary: 'What is owed, per step, read from the rows' })
  @ApiOkResponse({ type: QueuesView })
  async queues(): Promise<QueuesView> {
    return { backend: this.settings.redisUrl ? 'redis' : 'postgresql', queues: await this.figures.read() };
  }

  @Get('quarantine')
  @ApiOperation({ summary: 'List webhooks that were kept aside, newest first' })
  @ApiPage(QuarantineView)
  async quarantined(@Query() query: QuarantineQuery): Promise<Page<QuarantineView>> {
    return pageOf(await this.quarantine.list(pageRequest(query), query.released), (entry) => entry);
  }

  @Get('quarantine/:id')
  @ApiOperation({ summary: 'Show a webhook that was kept aside, with its body' })
  @ApiOkResponse({ type: QuarantineDetailView })
  @ApiNotFoundResponse({ type: Problem })
  async quarantinedOne(@IdParam('id', 'quarantined webhook') id: string): Promise<QuarantineDetailView> {
    const { body, ...entry } = await this.quarantine.get(id);
    return { ...entry, body: body?.toString('utf8') ?? null };
  }

  @Post('quarantine/:id/release')
  @HttpCode(202)
  @ApiOperation({ summary: 'Try a webhook again that was kept aside' })
  @ApiAcceptedResponse({ type: QuarantineView })
  @ApiNotFoundResponse({ type: Problem })
  async release(@Me() me: Principal, @IdParam('id', 'quarantined webhook') id: string): Promise<QuarantineView> {
    await this.quarantine.release(me, id);
    const { body: _body, ...entry } = await this.quarantine.get(id);
    return entry;
  }

  @Get('unclaimed')
  @ApiOperation({ summary: 'List numbers and accounts that Meta reports on and nobody holds' })
  @ApiPage(UnclaimedView)
  async list(@Query() query: PageQuery): Promise<Page<UnclaimedView>> {
    return pageOf(await this.unclaimed.list(pageRequest(query)), (entry) => entry);
  }

  @Post('unclaimed/:subject/assign')
  @HttpCode(202)
  @ApiOperation({ summary: 'Give an unclaimed number to a tenant, and send on what came for it' })
  @ApiAcceptedResponse({ type: ReplayedView })
  async assign(
    @Me() me: Principal,
    @Param('subject') subject: string,
    @Body() { tenantId, projects = [], ...number }: AssignBody,
  ): Promise<ReplayedView> {
    if (!metaIdPattern.test(subject)) throw notFound('unclaimed number');
    const ctx = { ...me, tenantId, platformApp: true };
    // All of them are looked for first, so that a wrong one leaves nothing half done.
    const projectIds = new Set<string>();
    for (const project of projects) projectIds.add((await this.projects.get(ctx, project)).id);
    await this.numbers.create(ctx, { ...number, phoneNumberId: subject });
    for (const projectId of projectIds) await this.mappings.create(ctx, { phoneNumberId: subject, projectId });
    return { webhooks: await this.unclaimed.replay(me, subject) };
  }

  @Post('unclaimed/:subject/replay')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send on what came for a number or account, now that somebody holds it' })
  @ApiAcceptedResponse({ type: ReplayedView })
  async replay(@Me() me: Principal, @Param('subject') subject: string): Promise<ReplayedView> {
    return { webhooks: await this.unclaimed.replay(me, subject) };
  }
}
