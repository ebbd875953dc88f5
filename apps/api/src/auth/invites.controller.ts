import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiGoneResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { AcceptanceService, type InviteLook, passwordLength, type PersonPrincipal } from '@waypost/accounts';
import { type Role, roles } from '@waypost/contracts';
import { IsString, Matches, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/authority.ts';
import { localeOf } from '../http/locale.ts';
import { MaybeSelf } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { MayBeAbsent } from '../waba/field-rules.ts';
import { TokenBody } from './registration.dto.ts';
import { SessionView } from './session.dto.ts';
import { SessionAnswers } from './session-answers.ts';

export class AcceptInviteBody extends TokenBody {
  @ApiPropertyOptional({ minLength: 1, maxLength: 200, description: 'Of somebody new' })
  @MayBeAbsent()
  @IsString()
  @Matches(/\S/, { message: 'must not be empty' })
  @MaxLength(200)
  name?: string;

  @ApiPropertyOptional({
    maxLength: passwordLength.max,
    description:
      'Somebody new chooses it. Somebody who has an account gives theirs, unless they are signed in with it.',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(passwordLength.max)
  password?: string;

  @ApiPropertyOptional({
    description: 'Of somebody who has an account with an authenticator',
    example: '123456',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  code?: string;
}

class InviteTenant {
  @ApiProperty()
  name!: string;

  @ApiProperty({ example: 'acme' })
  slug!: string;
}

export class InviteLookView implements InviteLook {
  @ApiProperty({ type: InviteTenant })
  tenant!: InviteTenant;

  @ApiProperty({ description: 'Who is invited' })
  email!: string;

  @ApiProperty({ enum: roles })
  role!: Role;

  @ApiProperty({ description: 'Whether the person signs in to join; else they choose a name and a password' })
  hasAccount!: boolean;
}

@ApiTags('Team')
@Controller('auth/invites')
export class InvitesController {
  constructor(
    private readonly acceptance: AcceptanceService,
    private readonly answers: SessionAnswers,
  ) {}

  @Post('look')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'What an invitation is for' })
  @ApiOkResponse({ type: InviteLookView })
  @ApiGoneResponse({ type: Problem, description: 'The link was used, cancelled or is over' })
  look(@Body() { token }: TokenBody): Promise<InviteLookView> {
    return this.acceptance.look(token);
  }

  @Post('accept')
  @Public({ known: true })
  @HttpCode(200)
  @ApiOperation({
    summary: 'Join a tenant by an invitation, and be signed in there',
    description:
      'Somebody new gives name and password; the link has verified the address. Somebody who has an account must be signed in with it, or give its password and code: the link alone opens no account.',
  })
  @ApiOkResponse({ type: SessionView })
  @ApiGoneResponse({ type: Problem, description: 'The link was used, cancelled or is over' })
  async accept(
    @Body() body: AcceptInviteBody,
    @MaybeSelf() me: PersonPrincipal | undefined,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const device = this.answers.device(request, reply);
    const opened = await this.acceptance.accept(body, { device, locale: localeOf(request), me });
    return this.answers.give(request, reply, opened);
  }
}
