import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import {
  type OpenedSession,
  OwnSessions,
  type PersonPrincipal,
  Renewals,
  SessionsService,
} from '@waypost/accounts';
import { AppError } from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { Public, SignedIn } from '../http/authority.ts';
import { deviceOf } from '../http/device.ts';
import { IdParam } from '../http/ids.ts';
import { ApiPage, type Page, pageOf, PageQuery, pageRequest } from '../http/paging.ts';
import { Self, Themself } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { comesFromElsewhere, cookieOf, expectOwnPage } from '../http/session-cookie.ts';
import { PresentedTokens } from './presented-tokens.ts';
import { EndedImpersonationView, RefreshBody, SessionItem, SessionView } from './session.dto.ts';
import { SessionAnswers } from './session-answers.ts';

@ApiTags('Signing in')
@Controller('auth')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly own: OwnSessions,
    private readonly renewals: Renewals,
    private readonly presented: PresentedTokens,
    private readonly answers: SessionAnswers,
  ) {}

  @Post('refresh')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Go on with a new access token',
    description:
      'Programs send the refresh token and get the next one; pages have theirs in a cookie. Each works once: one that comes back later ends the session.',
  })
  @ApiOkResponse({ type: SessionView })
  @ApiUnauthorizedResponse({ type: Problem })
  @ApiBody({ type: RefreshBody, required: false })
  async refresh(
    @Body() { refreshToken }: RefreshBody,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    if (refreshToken !== undefined) {
      const opened = await this.renewals.renew(refreshToken, deviceOf(request));
      return this.answers.give(request, reply, opened, 'holder');
    }
    const opened =
      (await this.renewByCookie(request, reply, 'acting')) ?? (await this.renewOwn(request, reply));
    return this.answers.give(request, reply, opened);
  }

  @Post('logout')
  @Public()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Sign out here',
    description:
      'Ends the session of the access token, of the refresh token and of the cookies that come along.',
  })
  @ApiNoContentResponse()
  @ApiBody({ type: RefreshBody, required: false })
  async logout(
    @Body() { refreshToken }: RefreshBody,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (comesFromElsewhere(request)) {
      throw new AppError('forbidden', 'Only a page of this Waypost can sign a browser out of it.');
    }
    this.answers.forget(reply);
    for (const sessionId of await this.presented.sessionsOf(request, refreshToken)) {
      await this.sessions.end(sessionId, deviceOf(request));
    }
  }

  @Post('logout-all')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out everywhere, here too' })
  @ApiNoContentResponse()
  async logoutAll(
    @Themself('in one tenant too') me: PersonPrincipal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.own.endAll(me);
    this.answers.forget(reply);
  }

  @Get('sessions')
  @SignedIn()
  @ApiOperation({ summary: 'Where you are signed in, newest first' })
  @ApiPage(SessionItem)
  async list(
    @Themself('in one tenant too') me: PersonPrincipal,
    @Query() query: PageQuery,
  ): Promise<Page<SessionItem>> {
    return pageOf(await this.own.list(me, pageRequest(query)), (session) => session);
  }

  @Delete('sessions/:id')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out somewhere' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: Problem })
  async end(
    @Themself('in one tenant too') me: PersonPrincipal,
    @IdParam('id', 'session') id: string,
  ): Promise<void> {
    await this.own.end(me, id);
  }

  @Post('impersonation/end')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Stop working as somebody else',
    description:
      'A page goes on in the session of the super-admin. A program goes on with its own tokens, and may send its refresh token to have new ones.',
  })
  @ApiOkResponse({ type: EndedImpersonationView })
  @ApiBody({ type: RefreshBody, required: false })
  async endImpersonation(
    @Self() me: PersonPrincipal,
    @Body() { refreshToken }: RefreshBody,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EndedImpersonationView> {
    if (!me.impersonator) throw new AppError('wrong_state', 'You are not working as somebody else.');
    await this.sessions.end(me.sessionId, deviceOf(request));
    if (refreshToken !== undefined) {
      const opened = await this.renewals.renew(refreshToken, deviceOf(request));
      return { session: this.answers.give(request, reply, opened, 'holder') };
    }
    if (request.headers.authorization !== undefined) return { session: null };
    this.answers.forgetOne(reply, 'acting');
    return { session: this.answers.give(request, reply, await this.renewOwn(request, reply)) };
  }

  private async renewOwn(request: ApiRequest, reply: FastifyReply): Promise<OpenedSession> {
    const opened = await this.renewByCookie(request, reply, 'refresh');
    if (opened) return opened;
    this.answers.forget(reply);
    throw new AppError('unauthenticated', 'This session is over. Sign in again.');
  }

  /** Undefined without such a cookie, and with one that is not good any more. */
  private async renewByCookie(
    request: ApiRequest,
    reply: FastifyReply,
    name: 'acting' | 'refresh',
  ): Promise<OpenedSession | undefined> {
    const token = cookieOf(request, name);
    if (token === undefined) return undefined;
    expectOwnPage(request);
    try {
      return await this.renewals.renew(token, deviceOf(request));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'unauthenticated') throw error;
      this.answers.forgetOne(reply, name);
      return undefined;
    }
  }
}
