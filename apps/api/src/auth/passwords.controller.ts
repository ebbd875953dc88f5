import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiGoneResponse,
  ApiNoContentResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { PasswordsService, type PersonPrincipal } from '@waypost/accounts';
import { Public, SignedIn } from '../http/authority.ts';
import { deviceOf } from '../http/device.ts';
import { Themself } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { ChangePasswordBody, ForgotPasswordBody, ResetPasswordBody } from './passwords.dto.ts';

@ApiTags('Signing in')
@Controller('auth/password')
export class PasswordsController {
  constructor(private readonly passwords: PasswordsService) {}

  @Post('change')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Change your password', description: 'Ends all your sessions but this one.' })
  @ApiNoContentResponse()
  async change(@Themself() me: PersonPrincipal, @Body() body: ChangePasswordBody): Promise<void> {
    await this.passwords.change(me, body);
  }

  @Post('forgot')
  @Public()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Ask for a mail with a link to a new password',
    description:
      'Answers the same whether there is such an account or not. The link is good for an hour, once.',
  })
  @ApiAcceptedResponse({ description: 'If there is such an account, the mail is on its way' })
  async forgot(@Body() body: ForgotPasswordBody, @Req() request: ApiRequest): Promise<void> {
    await this.passwords.forgot(body, deviceOf(request));
  }

  @Post('reset')
  @Public()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Set a new password by the link of a mail',
    description:
      'Takes the links of both mails: to a new password, and of a welcome. Ends all sessions of the person, who signs in with the new password then.',
  })
  @ApiNoContentResponse()
  @ApiGoneResponse({ type: Problem, description: 'The link was used or is over' })
  async reset(@Body() body: ResetPasswordBody, @Req() request: ApiRequest): Promise<void> {
    await this.passwords.reset(body, deviceOf(request));
  }
}
