import cookie from '@fastify/cookie';
import { AppError } from '@waypost/platform';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ApiRequest } from './request.ts';

/** Holds the session of a browser. Scripts cannot read it, other sites cannot have it sent. */
export const SESSION_COOKIE = 'waypost_session';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Makes ready what reads and writes cookies: the package loads it when it is registered. In a scope without routes,
 * so that no webhook passes its hooks.
 */
export function readyCookies(fastify: FastifyInstance): void {
  void fastify.register(async (scope) => {
    await scope.register(cookie, { hook: false });
  });
}

/** The session that a browser sends along; undefined when it has none. */
export function sessionOf({ headers }: Pick<ApiRequest, 'headers'>): string | undefined {
  if (!headers.cookie?.includes(SESSION_COOKIE)) return undefined;
  return cookie.parse(headers.cookie)[SESSION_COOKIE] || undefined;
}

/** Keeps a session in the browser for `expiresIn` seconds. */
export function keepSession(
  reply: FastifyReply,
  { accessToken, expiresIn }: { accessToken: string; expiresIn: number },
  publicUrl: string | undefined,
): void {
  void reply.header(
    'set-cookie',
    cookie.serialize(SESSION_COOKIE, accessToken, { ...traits(publicUrl), maxAge: expiresIn }),
  );
}

export function dropSession(reply: FastifyReply, publicUrl: string | undefined): void {
  void reply.header('set-cookie', cookie.serialize(SESSION_COOKIE, '', { ...traits(publicUrl), maxAge: 0 }));
}

/** A cookie goes along by itself, so a call that changes something must prove that a page of ours has made it. */
export function expectOwnPage(request: ApiRequest): void {
  if (SAFE.has(request.method) || comesFromOwnPage(request)) return;
  throw new AppError(
    'forbidden',
    'This call has a session cookie but does not come from a page of this Waypost. Programs send "Authorization: Bearer <access token>" instead.',
  );
}

/** What a browser says of itself; a program says nothing, and signing out is no secret. */
export function comesFromElsewhere({ headers }: ApiRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin';
}

function comesFromOwnPage({ headers, host }: ApiRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

function traits(publicUrl: string | undefined) {
  return {
    httpOnly: true,
    sameSite: 'strict' as const,
    path: '/api',
    secure: publicUrl?.startsWith('https:') ?? false,
  };
}
