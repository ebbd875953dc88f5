import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { InvitesService, TeamService, type TenantPrincipal } from '@waypost/accounts';
import { Needs } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { ApiPage, type Page, pageOf, PageQuery, pageRequest } from '../http/paging.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { InviteBody, InviteView, inviteView, memberView, RoleBody, TeamMemberView } from './team.dto.ts';

@ApiTags('Team')
@Controller('team')
export class TeamController {
  constructor(
    private readonly team: TeamService,
    private readonly invites: InvitesService,
  ) {}

  @Get()
  @Needs('team:read')
  @ApiOperation({ summary: 'List who works in the tenant, longest there first' })
  @ApiPage(TeamMemberView)
  async list(@Ctx() ctx: TenantPrincipal, @Query() query: PageQuery): Promise<Page<TeamMemberView>> {
    return pageOf(await this.team.list(ctx, pageRequest(query)), memberView);
  }

  @Get('invites')
  @Needs('team:read')
  @ApiOperation({ summary: 'List who is invited, newest first' })
  @ApiPage(InviteView)
  async listInvites(@Ctx() ctx: TenantPrincipal, @Query() query: PageQuery): Promise<Page<InviteView>> {
    return pageOf(await this.invites.list(ctx, pageRequest(query)), inviteView);
  }

  @Post('invites')
  @Needs('team:write')
  @ApiOperation({
    summary: 'Invite somebody into the team',
    description: 'By mail, good for seven days. Your own address must be verified.',
  })
  @ApiCreatedResponse({ type: InviteView })
  @ApiConflictResponse({ type: Problem, description: 'In the team, or invited, already' })
  async invite(@Ctx() ctx: TenantPrincipal, @Body() body: InviteBody): Promise<InviteView> {
    return inviteView(await this.invites.create(ctx, body));
  }

  @Post('invites/:id/resend')
  @Needs('team:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Send an invitation again',
    description: 'With a new link; the one before is over.',
  })
  @ApiOkResponse({ type: InviteView })
  @ApiNotFoundResponse({ type: Problem })
  async resend(@Ctx() ctx: TenantPrincipal, @IdParam('id', 'invitation') id: string): Promise<InviteView> {
    return inviteView(await this.invites.resend(ctx, id));
  }

  @Delete('invites/:id')
  @Needs('team:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Cancel an invitation' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: Problem })
  async cancel(@Ctx() ctx: TenantPrincipal, @IdParam('id', 'invitation') id: string): Promise<void> {
    await this.invites.cancel(ctx, id);
  }

  @Patch(':userId')
  @Needs('team:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Give somebody another role' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'It is the only administrator' })
  async changeRole(
    @Ctx() ctx: TenantPrincipal,
    @IdParam('userId', 'member') userId: string,
    @Body() { role }: RoleBody,
  ): Promise<void> {
    await this.team.changeRole(ctx, userId, role);
  }

  @Delete(':userId')
  @Needs('team:write')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take somebody out of the team',
    description: 'Ends what they have open in the tenant.',
  })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'It is the only administrator' })
  async remove(@Ctx() ctx: TenantPrincipal, @IdParam('userId', 'member') userId: string): Promise<void> {
    await this.team.remove(ctx, userId);
  }
}
