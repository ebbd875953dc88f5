import { Inject, Injectable } from '@nestjs/common';
import type { Device, OpenedSession } from '@waypost/accounts';
import { Clock, randomToken, SETTINGS, type Settings } from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { deviceOf } from '../http/device.ts';
import type { ApiRequest } from '../http/request.ts';
import {
  comesFromOwnPage,
  type CookieName,
  cookieOf,
  dropCookie,
  isBrowser,
  keepCookie,
} from '../http/session-cookie.ts';
import type { SessionView } from './session.dto.ts';

const DEVICE_SECONDS = 365 * 86_400;

/**
 * A page of ours has cookies and is shown no token. A page of an origin that may call us has no cookies here, and gets
 * what is over in ten minutes. A program gets all, and a holder, who has shown a token, what they hold already.
 */
export type Receiver = 'own page' | 'other page' | 'program' | 'holder';

function receiverOf(request: ApiRequest): Receiver {
  if (request.headers.authorization !== undefined) return 'holder';
  if (!isBrowser(request)) return 'program';
  return comesFromOwnPage(request) ? 'own page' : 'other page';
}

/** Hands sessions over: to pages as cookies that no script can read, to programs in the body. */
@Injectable()
export class SessionAnswers {
  constructor(
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  give(
    request: ApiRequest,
    reply: FastifyReply,
    opened: OpenedSession,
    to: Receiver = receiverOf(request),
  ): SessionView {
    const { tenant, user, impersonator, expiresIn, bearerToken, refresh } = opened;
    if (to === 'own page' || to === 'program') this.keep(reply, opened);
    return {
      ...(to !== 'own page' && { accessToken: bearerToken }),
      ...((to === 'program' || to === 'holder') && { refreshToken: refresh?.token }),
      expiresIn,
      tenant,
      user,
      impersonator,
    };
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
