import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
  refs,
} from '@nestjs/swagger';
import {
  ApiKeysService,
  LiveSessions,
  type PersonPrincipal,
  type Principal,
  SessionsService,
  SignInService,
} from '@waypost/accounts';
import { AppError } from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { KeyMeView, keyMeView } from '../api-keys/key-me.dto.ts';
import { Public, SignedIn } from '../http/authority.ts';
import { Me, Self } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { MeView, SignInBody, SwitchBody } from './auth.dto.ts';
import { SessionView, tenantView } from './session.dto.ts';
import { SessionAnswers } from './session-answers.ts';

@ApiTags('Signing in')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly live: LiveSessions,
    private readonly answers: SessionAnswers,
    private readonly keys: ApiKeysService,
  ) {}

  @Post('login')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sign in with e-mail and password',
    description:
      'A program finds its tokens in the answer: the access token lasts ten minutes, auth/refresh gives the next. A page of Waypost gets cookies instead, which no script can read.',
  })
  @ApiOkResponse({ type: SessionView })
  @ApiUnauthorizedResponse({ type: Problem })
  async login(
    @Body() body: SignInBody,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const opened = await this.signIns.signIn(body, this.answers.device(request, reply));
    return this.answers.give(request, reply, opened);
  }

  @Get('me')
  @SignedIn({ keys: true })
  @ApiOperation({
    summary: 'Who is signed in, and the tenants that are open to them; or what the API key is',
  })
  @ApiExtraModels(MeView, KeyMeView)
  @ApiOkResponse({ schema: { oneOf: refs(MeView, KeyMeView) } })
  async me(@Me() me: Principal): Promise<MeView | KeyMeView> {
    if (me.kind === 'key') return keyMeView(await this.keys.self(me));
    const { sessionId, tenantId, impersonator, emailVerified } = me;
    const session = await this.live.find(sessionId);
    if (!session) throw new AppError('unauthenticated', 'This session is over. Sign in again.');
    const { person, endsAt } = session;
    const { id, email, name, superAdmin, locale, hasPassword, hasTotp } = person;
    const tenants = person.memberships.map(tenantView);
    return {
      user: { id, email, name, superAdmin, emailVerified, locale, hasPassword, hasTotp },
      tenant: tenants.find((tenant) => tenant.id === tenantId) ?? null,
      tenants,
      session: { id: sessionId, endsAt },
      impersonator: impersonator ?? null,
    };
  }

  @Post('switch')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on in another of your tenants, without a password' })
  @ApiOkResponse({ type: SessionView })
  async switch(
    @Self() me: PersonPrincipal,
    @Body() { tenantId }: SwitchBody,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.answers.give(request, reply, await this.sessions.switchTo(me, tenantId));
  }
}
