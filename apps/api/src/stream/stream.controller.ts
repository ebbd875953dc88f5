import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, ApiTooManyRequestsResponse } from '@nestjs/swagger';
import { type PersonPrincipal, Principals } from '@waypost/accounts';
import type { FastifyReply } from 'fastify';
import { SignedIn } from '../http/authority.ts';
import { Self } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { Streams } from './streams.service.ts';

const description = `
Server-sent events. \`hello\` \`{at}\` first; \`change\` \`{topics}\` when something may have changed, at most ten times a
second, with some of deliveries, events, projects, bulk, setup; \`beat\` \`{at}\` every ten seconds. Nothing is sent
again: after a reconnect, read again what you show. Without a tenant a super-admin hears of all of them.
`;

@ApiTags('Live')
@Controller('stream')
export class StreamController {
  constructor(
    private readonly streams: Streams,
    private readonly principals: Principals,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'Hear of changes as they happen', description: description.trim() })
  @ApiOkResponse({
    content: { 'text/event-stream': { schema: { type: 'string' } } },
    description: 'Stays open until the session ends',
  })
  @ApiTooManyRequestsResponse({ type: Problem })
  stream(@Self() me: PersonPrincipal, @Res() reply: FastifyReply): void {
    this.streams.start(me, reply, () => this.principals.mayGoOn(me));
  }
}
