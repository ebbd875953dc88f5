import { Inject, Injectable } from '@nestjs/common';
import type { OidcAttempt } from '@waypost/accounts';
import { SETTINGS, type Settings } from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { isUuid } from '../http/ids.ts';
import type { ApiRequest } from '../http/request.ts';
import { cookieOf, dropCookie, keepCookie } from '../http/session-cookie.ts';

const SECONDS = 600;

/** What a browser remembers while its person is at the provider: so nobody can finish what another has begun. */
@Injectable()
export class OidcAttempts {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  keep(reply: FastifyReply, attempt: OidcAttempt): void {
    const value = Buffer.from(JSON.stringify(attempt)).toString('base64url');
    // Lax, since the browser comes back from another site.
    const { publicUrl } = this.settings;
    keepCookie(reply, 'oidc', { value, maxAge: SECONDS, sameSite: 'lax', publicUrl });
  }

  /** Once. */
  take(request: ApiRequest, reply: FastifyReply): OidcAttempt | undefined {
    const value = cookieOf(request, 'oidc');
    if (value === undefined) return undefined;
    dropCookie(reply, 'oidc', this.settings.publicUrl);
    return attemptOf(value);
  }
}

function attemptOf(value: string): OidcAttempt | undefined {
  const read = parsed(Buffer.from(value, 'base64url').toString());
  if (typeof read !== 'object' || read === null) return undefined;
  const { tenantId, state, nonce, verifier, at } = read as Record<string, unknown>;
  const texts = [tenantId, state, nonce, verifier];
  if (!texts.every((text) => typeof text === 'string' && text !== '') || typeof at !== 'number')
    return undefined;
  const attempt = { tenantId, state, nonce, verifier, at } as OidcAttempt;
  return isUuid(attempt.tenantId) ? attempt : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
