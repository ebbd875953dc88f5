import { Inject, Injectable } from '@nestjs/common';
import type { Device, OpenedSession } from '@waypost/accounts';
import { Clock, randomToken, SETTINGS, type Settings } from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { deviceOf } from '../http/device.ts';
import type { ApiRequest } from '../http/request.ts';
import { type CookieName, cookieOf, dropCookie, isBrowser, keepCookie } from '../http/session-cookie.ts';
import type { SessionView } from './session.dto.ts';

const DEVICE_SECONDS = 365 * 86_400;

/** Hands sessions over: to pages as cookies that no script can read, to programs in the body. */
@Injectable()
export class SessionAnswers {
  constructor(
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `byBody`: who calls keeps the tokens itself and has shown one. */
  give(
    request: ApiRequest,
    reply: FastifyReply,
    opened: OpenedSession,
    { byBody = request.headers.authorization !== undefined } = {},
  ): SessionView {
    const { tenant, user, impersonator, expiresIn, bearerToken, refresh } = opened;
    if (!byBody) this.keep(reply, opened);
    const shown = byBody || !isBrowser(request);
    const tokens = shown ? { accessToken: bearerToken, refreshToken: refresh?.token } : {};
    return { ...tokens, expiresIn, tenant, user, impersonator };
  }

  /** From where somebody signs in: a browser is known again by its cookie, from now on at the latest. */
  device(request: ApiRequest, reply: FastifyReply): Device {
    const known = cookieOf(request, 'device');
    if (!known && !isBrowser(request)) return deviceOf(request);
    const token = known ?? randomToken();
    this.cookie(reply, 'device', token, DEVICE_SECONDS);
    return { ...deviceOf(request), token };
  }

  /** Leaves nothing of a session in the browser. */
  forget(reply: FastifyReply): void {
    for (const name of ['session', 'acting', 'refresh'] as const) this.forgetOne(reply, name);
  }

  forgetOne(reply: FastifyReply, name: CookieName): void {
    dropCookie(reply, name, this.settings.publicUrl);
  }

  /** The refresh token of who works as somebody else stands beside their own one, to which they go back. */
  private keep(reply: FastifyReply, { browserToken, expiresIn, refresh, impersonator }: OpenedSession): void {
    this.cookie(reply, 'session', browserToken, expiresIn);
    if (!refresh) return;
    const seconds = Math.floor((refresh.endsAt.getTime() - this.clock.now().getTime()) / 1_000);
    this.cookie(reply, impersonator ? 'acting' : 'refresh', refresh.token, seconds);
    if (!impersonator) this.forgetOne(reply, 'acting');
  }

  private cookie(reply: FastifyReply, name: CookieName, value: string, maxAge: number): void {
    keepCookie(reply, name, { value, maxAge, publicUrl: this.settings.publicUrl });
  }
}
