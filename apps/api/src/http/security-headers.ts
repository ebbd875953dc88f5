import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import { isWebhook } from '../webhook/webhook.routes.ts';

const A_YEAR_S = 31_536_000;

/** An answer of the API is data: should a browser ever show one as a page, nothing in it may run, load or be framed. */
const dataOnly = { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"], 'frame-ancestors': ["'none'"] };

/** The pages of Swagger UI bring their scripts as files and one style sheet in the page. */
const docsPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What browsers are told about every answer but those to Meta. Pages that need more set a policy of their own. */
export function sendSecurityHeaders(fastify: FastifyInstance, publicUrl: string | undefined): void {
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: dataOnly },
    strictTransportSecurity: publicUrl?.startsWith('https:') ? { maxAge: A_YEAR_S, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    // It asks old browsers to guess at attacks, and the guessing was one.
    xXssProtection: false,
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (isWebhook(request.url)) return done();
    if (request.url.startsWith('/api/docs')) void reply.header('content-security-policy', docsPolicy);
    // Answers of the API are for who asked; what may be kept says so itself.
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    void reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
    protect(request.raw, reply.raw, () => done());
  });
}
