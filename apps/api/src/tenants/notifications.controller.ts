import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import {
  MailFiguresService,
  NotificationsService,
  type Principal,
  type TenantPrincipal,
} from '@waypost/accounts';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import { Needs } from '../http/authority.ts';
import { Ctx, Me } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import {
  ChangedNotificationsView,
  MailFiguresView,
  NotificationsBody,
  NotificationsView,
} from './notifications.dto.ts';

/** Who in the tenant is told of trouble. */
@ApiTags('Notifications')
@Controller('tenants/current/notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  @Needs('settings:read')
  @ApiOperation({ summary: 'Show who is told of trouble' })
  @ApiOkResponse({ type: NotificationsView })
  show(@Ctx() ctx: TenantPrincipal): Promise<NotificationsView> {
    return this.notifications.get(ctx);
  }

  @Patch()
  @Needs('settings:write')
  @ApiOperation({ summary: 'Change who is told of trouble, and of which' })
  @ApiOkResponse({ type: ChangedNotificationsView })
  @ApiUnprocessableEntityResponse({ type: Problem })
  update(@Ctx() ctx: TenantPrincipal, @Body() body: NotificationsBody): Promise<ChangedNotificationsView> {
    return this.notifications.update(ctx, body);
  }
}

/** The same for the platform: who runs it, and how its mails stand. */
@ApiTags('Notifications')
@Controller('system')
@Needs('platform:admin')
export class PlatformNotificationsController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly mails: MailFiguresService,
  ) {}

  @Get('notifications')
  @ApiOperation({ summary: "Show who is told of the platform's trouble" })
  @ApiOkResponse({ type: NotificationsView })
  show(): Promise<NotificationsView> {
    return this.notifications.get({ tenantId: PLATFORM_TENANT_ID });
  }

  @Patch('notifications')
  @ApiOperation({ summary: "Change who is told of the platform's trouble, and of which" })
  @ApiOkResponse({ type: ChangedNotificationsView })
  @ApiUnprocessableEntityResponse({ type: Problem })
  update(@Me() me: Principal, @Body() body: NotificationsBody): Promise<ChangedNotificationsView> {
    return this.notifications.update({ ...me, tenantId: PLATFORM_TENANT_ID }, body);
  }

  @Get('mail')
  @ApiOperation({ summary: 'Show whether mails go out, and how many wait' })
  @ApiOkResponse({ type: MailFiguresView })
  mail(): Promise<MailFiguresView> {
    return this.mails.read();
  }
}
