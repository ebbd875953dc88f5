import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Impersonations, type PersonPrincipal } from '@waypost/accounts';
import type { FastifyReply } from 'fastify';
import { SessionView } from '../auth/session.dto.ts';
import { SessionAnswers } from '../auth/session-answers.ts';
import { Needs } from '../http/authority.ts';
import { IdParam } from '../http/ids.ts';
import { Self } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { ImpersonateBody } from './tenants-bodies.dto.ts';

@ApiTags('Tenants')
@Controller('tenants')
export class ImpersonationController {
  constructor(
    private readonly impersonations: Impersonations,
    private readonly answers: SessionAnswers,
  ) {}

  @Post(':id/impersonate')
  @Needs('platform:admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Work in a tenant as one of its people',
    description: 'The reason is kept in both audits. auth/impersonation/end leads back.',
  })
  @ApiOkResponse({ type: SessionView })
  @ApiNotFoundResponse({ type: Problem })
  @ApiConflictResponse({ type: Problem, description: 'There is nobody to work as' })
  async impersonate(
    @Self() me: PersonPrincipal,
    @IdParam('id', 'tenant') id: string,
    @Body() body: ImpersonateBody,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.answers.give(request, reply, await this.impersonations.begin(me, id, body));
  }
}
