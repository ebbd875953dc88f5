import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OidcSignIn } from '@waypost/accounts';
import { AppError } from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/authority.ts';
import { deviceOf } from '../http/device.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { OidcAttempts } from './oidc-attempts.ts';
import { OidcStartBody, OidcStartView } from './oidc.dto.ts';
import { SessionAnswers } from './session-answers.ts';

/** Signing in at a tenant's own provider: a page asks where to go, the provider leads back here. */
@ApiTags('Signing in')
@Controller('auth/oidc')
export class OidcController {
  constructor(
    private readonly signIn: OidcSignIn,
    private readonly attempts: OidcAttempts,
    private readonly answers: SessionAnswers,
  ) {}

  @Post('start')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Where to sign in to a tenant that has a provider of its own',
    description: 'For browsers: a cookie remembers for ten minutes what was begun.',
  })
  @ApiOkResponse({ type: OidcStartView })
  @ApiNotFoundResponse({ type: Problem })
  async start(
    @Body() { tenant }: OidcStartBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OidcStartView> {
    const begun = await this.signIn.begin(tenant);
    if ('problem' in begun) {
      throw new AppError(
        'unavailable',
        'The provider of this tenant does not answer. Try again, or sign in with a password.',
      );
    }
    this.attempts.keep(reply, begun.attempt);
    return { url: begun.url };
  }

  @Get('callback')
  @Public()
  @ApiOperation({
    summary: 'Where the provider leads back to',
    description:
      'Goes on to the dashboard: signed in, or at the sign-in page, which says by `sso` what is in the way.',
  })
  @ApiFoundResponse({ description: 'To /app/, or to /app/sign-in?sso=<problem>' })
  async callback(@Req() request: ApiRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = request.url.slice(request.url.indexOf('?') + 1 || request.url.length);
    const outcome = await this.signIn.finish(this.attempts.take(request, reply), query, deviceOf(request));
    void reply.header('cache-control', 'no-store');
    if ('problem' in outcome) {
      void reply.redirect(`/app/sign-in?sso=${outcome.problem}`, 302);
      return;
    }
    this.answers.give(request, reply, outcome.opened, 'own page');
    void reply.redirect('/app/', 302);
  }
}
