import cookie from '@fastify/cookie';
import { AppError } from '@waypost/platform';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ApiRequest } from './request.ts';

const AUTH = '/api/v1/auth';

/** The cookies of a browser, and where they go. Scripts cannot read them, other sites cannot have them sent. */
const paths = {
  /** The access token. */
  session: '/api',
  /** The refresh token of who has signed in. */
  refresh: AUTH,
  /** The refresh token of a super-admin's session as somebody else, beside their own one. */
  acting: AUTH,
  /** By which a browser is known again. */
  device: AUTH,
  /** What a sign-in at another provider began with. */
  oidc: AUTH,
} as const;

export type CookieName = keyof typeof paths;

export const SESSION_COOKIE = 'waypost_session';

const nameOf = (name: CookieName): string => `waypost_${name}`;

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

/** What a browser sends along under a name of ours; undefined when it has nothing. */
export function cookieOf({ headers }: Pick<ApiRequest, 'headers'>, name: CookieName): string | undefined {
  if (!headers.cookie?.includes(nameOf(name))) return undefined;
  return cookie.parse(headers.cookie)[nameOf(name)] || undefined;
}

/** The session that a browser sends along. */
export function sessionOf(request: Pick<ApiRequest, 'headers'>): string | undefined {
  return cookieOf(request, 'session');
}

export interface KeptCookie {
  value: string;
  /** Seconds. */
  maxAge: number;
  /** `lax` also goes along when another site leads here by a link. */
  sameSite?: 'strict' | 'lax';
}

/** Keeps a value in the browser. */
export function keepCookie(
  reply: FastifyReply,
  name: CookieName,
  { value, maxAge, sameSite = 'strict', publicUrl }: KeptCookie & { publicUrl: string | undefined },
): void {
  const secure = publicUrl?.startsWith('https:') ?? false;
  const traits = { httpOnly: true, sameSite, path: paths[name], secure, maxAge };
  void reply.header('set-cookie', cookie.serialize(nameOf(name), value, traits));
}

export function dropCookie(reply: FastifyReply, name: CookieName, publicUrl: string | undefined): void {
  keepCookie(reply, name, { value: '', maxAge: 0, publicUrl });
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

/** Whether a page in a browser calls, whosever it is. */
export function isBrowser({ headers }: Pick<ApiRequest, 'headers'>): boolean {
  return headers['sec-fetch-site'] !== undefined || headers.origin !== undefined;
}

export function comesFromOwnPage({ headers, host }: ApiRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
