import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { TenantPrincipal } from '@waypost/accounts';
import { Needs } from '../http/authority.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import {
  DestinationModeBody,
  SandboxDestinationView,
  SandboxMessageBody,
  SandboxMessageView,
  SandboxVerifyBody,
  SandboxVerifyView,
  SandboxView,
} from './sandbox.dto.ts';
import { SandboxService } from './sandbox.service.ts';

/** Trying it all without Meta; all but the first call answer 404 where no simulator runs. */
@ApiTags('Sandbox')
@Controller('sandbox')
export class SandboxController {
  constructor(private readonly sandbox: SandboxService) {}

  @Get()
  @Needs('deliveries:read')
  @ApiOperation({ summary: 'Show what there is to play with' })
  @ApiOkResponse({ type: SandboxView })
  show(@Ctx() ctx: TenantPrincipal): Promise<SandboxView> {
    return this.sandbox.state(ctx);
  }

  @Post('messages')
  @Needs('deliveries:write')
  @ApiOperation({ summary: 'Write to a number as a customer would' })
  @ApiCreatedResponse({ type: SandboxMessageView })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'The app of the number has no secret' })
  send(@Ctx() ctx: TenantPrincipal, @Body() body: SandboxMessageBody): Promise<SandboxMessageView> {
    return this.sandbox.send(ctx, body);
  }

  @Post('setup/verify')
  @Needs('deliveries:write')
  @HttpCode(200)
  @ApiOperation({ summary: "Ask an app's webhook URL what Meta asks it, with the app's own verify token" })
  @ApiOkResponse({ type: SandboxVerifyView })
  @ApiNotFoundResponse({ type: Problem })
  verify(@Ctx() ctx: TenantPrincipal, @Body() { appId }: SandboxVerifyBody): Promise<SandboxVerifyView> {
    return this.sandbox.verify(ctx, appId);
  }

  @Put('destinations/:name')
  @Needs('deliveries:write')
  @ApiOperation({ summary: 'Tell a destination of your projects how to answer' })
  @ApiOkResponse({ type: SandboxDestinationView })
  @ApiNotFoundResponse({ type: Problem })
  setMode(
    @Ctx() ctx: TenantPrincipal,
    @Param('name') name: string,
    @Body() mode: DestinationModeBody,
  ): Promise<SandboxDestinationView> {
    return this.sandbox.setMode(ctx, name, mode);
  }
}
