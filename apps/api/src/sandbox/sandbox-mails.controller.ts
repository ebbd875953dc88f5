import { Controller, Get, Param, Res } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { PersonPrincipal } from '@waypost/accounts';
import type { FastifyReply } from 'fastify';
import { SignedIn } from '../http/authority.ts';
import { Self } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { type Mailbox, SandboxMails } from './sandbox-mails.service.ts';
import type { CaughtMail } from './simulator-answers.ts';

class SandboxMailView implements CaughtMail {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  at!: Date;

  @ApiProperty({ example: 'Waypost <waypost@localhost>' })
  from!: string;

  @ApiProperty({ type: [String], example: ['ada@example.com'] })
  to!: string[];

  @ApiProperty()
  subject!: string;

  @ApiProperty({ description: 'The mail in plain text' })
  text!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The mail in HTML; sandbox/mails/{id}/page shows it safely',
  })
  html!: string | null;
}

class SandboxMailboxView implements Mailbox {
  @ApiProperty({ description: 'Whether a simulator that takes mails runs here' })
  available!: boolean;

  @ApiProperty({
    type: [SandboxMailView],
    description: 'Newest first; those to oneself, and all for super-admins',
  })
  mails!: SandboxMailView[];
}

/** Nothing in the mail runs, and it may stand in a frame of our own pages. */
const asPage = {
  'content-security-policy': [
    'sandbox allow-popups allow-popups-to-escape-sandbox',
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src http: https: data:',
    "frame-ancestors 'self'",
  ].join('; '),
  'x-frame-options': 'SAMEORIGIN',
  'cache-control': 'no-store',
};

/** The mailbox of the simulator, where a demo's mails end. */
@ApiTags('Sandbox')
@Controller('sandbox/mails')
@SignedIn()
export class SandboxMailsController {
  constructor(private readonly mails: SandboxMails) {}

  @Get()
  @ApiOperation({ summary: 'Show the mails that the simulator has caught, as far as they are for oneself' })
  @ApiOkResponse({ type: SandboxMailboxView })
  list(@Self() me: PersonPrincipal): Promise<SandboxMailboxView> {
    return this.mails.list(me);
  }

  @Get(':id/page')
  @ApiOperation({ summary: 'Show one of them as the page that a mail program shows' })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiNotFoundResponse({ type: Problem })
  async page(
    @Self() me: PersonPrincipal,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const html = await this.mails.page(me, id);
    await reply.headers(asPage).type('text/html; charset=utf-8').send(html);
  }
}
