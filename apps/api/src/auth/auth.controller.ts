import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { type OpenedSession, PeopleService, type Principal, SignInService } from '@waypost/accounts';
import { AppError, SETTINGS, type Settings } from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { Public, SignedIn } from '../http/authority.ts';
import { Me } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { comesFromElsewhere, dropSession, keepSession } from '../http/session-cookie.ts';
import { MeView, SessionView, SignInBody, SwitchBody, tenantView } from './auth.dto.ts';

@ApiTags('Signing in')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIns: SignInService,
    private readonly people: PeopleService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('login')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sign in with e-mail and password',
    description:
      'A browser also gets the cookie `waypost_session`, which lasts twelve hours and needs no header.',
  })
  @ApiOkResponse({ type: SessionView })
  @ApiUnauthorizedResponse({ type: Problem })
  async login(
    @Body() body: SignInBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.open(reply, await this.signIns.signIn(body));
  }

  @Post('logout')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out of this browser', description: 'Takes the session cookie away.' })
  @ApiNoContentResponse()
  logout(@Req() request: ApiRequest, @Res({ passthrough: true }) reply: FastifyReply): void {
    if (comesFromElsewhere(request)) {
      throw new AppError('forbidden', 'Only a page of this Waypost can sign a browser out of it.');
    }
    dropSession(reply, this.settings.publicUrl);
  }

  @Get('me')
  @SignedIn()
  @ApiOperation({ summary: 'Who is signed in, and the tenants that are open to them' })
  @ApiOkResponse({ type: MeView })
  async me(@Me() { userId, email, name, superAdmin, tenantId }: Principal): Promise<MeView> {
    const person = await this.people.find(userId);
    const tenants = (person?.memberships ?? []).map(tenantView);
    return {
      user: { id: userId, email, name, superAdmin },
      tenant: tenants.find((tenant) => tenant.id === tenantId) ?? null,
      tenants,
    };
  }

  @Post('switch')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on in another of your tenants, without a password' })
  @ApiOkResponse({ type: SessionView })
  async switch(
    @Me() { userId }: Principal,
    @Body() { tenantId }: SwitchBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.open(reply, await this.signIns.switchTo(userId, tenantId));
  }

  private open(reply: FastifyReply, { browser, ...session }: OpenedSession): SessionView {
    keepSession(reply, browser, this.settings.publicUrl);
    return session;
  }
}
