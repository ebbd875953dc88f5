import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Principal, RegistrationInvites } from '@waypost/accounts';
import { Needs } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { ApiPage, type Page, pageOf, PageQuery, pageRequest } from '../http/paging.ts';
import { Me } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { RegistrationInviteBody, RegistrationInviteView } from './registration.dto.ts';

@ApiTags('Registration')
@Controller('registration-invites')
@Needs('platform:admin')
export class RegistrationInvitesController {
  constructor(private readonly invites: RegistrationInvites) {}

  @Post()
  @ApiOperation({
    summary: 'Invite somebody to register a tenant',
    description:
      'By mail, good for fourteen days. An invitation to the same address that was not used is replaced.',
  })
  @ApiCreatedResponse({ type: RegistrationInviteView })
  @ApiConflictResponse({ type: Problem, description: 'The person has an account, or registration is off' })
  create(@Me() me: Principal, @Body() body: RegistrationInviteBody): Promise<RegistrationInviteView> {
    return this.invites.create(me, body);
  }

  @Get()
  @ApiOperation({ summary: 'List invitations to register, newest first' })
  @ApiPage(RegistrationInviteView)
  async list(@Query() query: PageQuery): Promise<Page<RegistrationInviteView>> {
    return pageOf(await this.invites.list(pageRequest(query)), (invite) => invite);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Cancel an invitation to register' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: Problem })
  async cancel(@Me() me: Principal, @IdParam('id', 'invitation') id: string): Promise<void> {
    await this.invites.cancel(me, id);
  }
}
