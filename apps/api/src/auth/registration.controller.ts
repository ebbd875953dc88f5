import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiGoneResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  passwordLength,
  type PersonPrincipal,
  RegistrationInvites,
  RegistrationService,
  VerificationService,
} from '@waypost/accounts';
import type { FastifyReply } from 'fastify';
import { Public, SignedIn } from '../http/authority.ts';
import { deviceOf } from '../http/device.ts';
import { localeOf } from '../http/locale.ts';
import { Themself } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import {
  AuthOptionsView,
  RegisterBody,
  RegistrationLookView,
  TokenBody,
  VerifiedView,
} from './registration.dto.ts';
import { SessionView } from './session.dto.ts';
import { SessionAnswers } from './session-answers.ts';

@ApiTags('Registration')
@Controller('auth')
export class RegistrationController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly invites: RegistrationInvites,
    private readonly verification: VerificationService,
    private readonly answers: SessionAnswers,
  ) {}

  @Get('options')
  @Public()
  @ApiOperation({ summary: 'What a stranger can do here' })
  @ApiOkResponse({ type: AuthOptionsView })
  options(): AuthOptionsView {
    return { registration: this.registration.mode, passwordMinLength: passwordLength.min };
  }

  @Post('register')
  @Public()
  @ApiOperation({
    summary: 'Register a tenant with its first administrator',
    description:
      'Signs in at once. A mail asks to verify the address; until then everything can be set up and nothing sent. The older fields adminName, adminEmail and adminPassword are taken too.',
  })
  @ApiCreatedResponse({ type: SessionView })
  @ApiConflictResponse({ type: Problem, description: 'The e-mail or the slug is in use' })
  async register(
    @Body() { adminName: _name, adminEmail: _email, adminPassword: _password, ...body }: RegisterBody,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const device = this.answers.device(request, reply);
    const opened = await this.registration.register(body, { device, locale: localeOf(request) });
    return this.answers.give(request, reply, opened);
  }

  @Post('register/look')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'What an invitation to register is for' })
  @ApiOkResponse({ type: RegistrationLookView })
  @ApiGoneResponse({ type: Problem })
  look(@Body() { token }: TokenBody): Promise<RegistrationLookView> {
    return this.invites.look(token);
  }

  @Post('verify')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Verify an e-mail address by the link of the mail' })
  @ApiOkResponse({ type: VerifiedView })
  @ApiGoneResponse({ type: Problem, description: 'The link was used or is over' })
  verify(@Body() body: TokenBody, @Req() request: ApiRequest): Promise<VerifiedView> {
    return this.verification.verify(body, deviceOf(request));
  }

  @Post('verify/resend')
  @SignedIn()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Send the mail that verifies your address again',
    description: 'Once a minute at most.',
  })
  @ApiAcceptedResponse({ description: 'The mail is on its way, unless the address is verified already' })
  async resend(@Themself() me: PersonPrincipal): Promise<void> {
    await this.verification.resend(me);
  }
}
