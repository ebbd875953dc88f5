import { Injectable } from '@nestjs/common';
import { AccessTokens, Renewals } from '@waypost/accounts';
import { AppError } from '@waypost/platform';
import type { ApiRequest } from '../http/request.ts';
import { cookieOf } from '../http/session-cookie.ts';

/** Finds the sessions that a call has something of, for who signs out: with a token that is over, too. */
@Injectable()
export class PresentedTokens {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly renewals: Renewals,
  ) {}

  async sessionsOf(request: ApiRequest, refreshToken: string | undefined): Promise<Set<string>> {
    const [, bearer] = /^Bearer +([^\s]+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const found = [
      await this.ofAccessToken(bearer, 'bearer'),
      await this.ofAccessToken(cookieOf(request, 'session'), 'browser'),
    ];
    for (const token of [refreshToken, cookieOf(request, 'acting'), cookieOf(request, 'refresh')]) {
      if (token) found.push(await this.renewals.sessionOf(token));
    }
    return new Set(found.filter((sessionId) => sessionId !== undefined));
  }

  private async ofAccessToken(
    token: string | undefined,
    use: 'bearer' | 'browser',
  ): Promise<string | undefined> {
    if (!token) return undefined;
    try {
      return (await this.tokens.verify(token, use)).sessionId;
    } catch (error) {
      if (error instanceof AppError && error.code === 'unauthenticated') return undefined;
      throw error;
    }
  }
}
