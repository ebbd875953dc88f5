import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const YEAR_S = 365 * 24 * 3600;

/** Scripts, pictures and calls come from here alone; styles may stand in the page, since dialogs write some. */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The dashboard under /app, where `/` leads. Its pages are addresses within one document, so whatever is not a file
 * is answered with that document.
 */
export async function serveDashboard(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  const page = (reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
  await fastify.register(fastifyStatic, {
    root: folder,
    serve: false,
    setHeaders: (response, path) => {
      // Names under assets/ carry a hash of what is in them.
      if (path.includes('/assets/')) response.header('cache-control', `public, max-age=${YEAR_S}, immutable`);
      response.header('content-security-policy', policy);
      response.header('x-content-type-options', 'nosniff');
      response.header('referrer-policy', 'same-origin');
    },
  });
  fastify.get('/', (_request, reply) => reply.redirect('/app/'));
  fastify.get('/app', (_request, reply) => reply.redirect('/app/'));
  fastify.get<{ Params: { '*': string } }>('/app/*', ({ params }, reply) =>
    /\.\w+$/.test(params['*']) ? reply.sendFile(params['*']) : page(reply),
  );
}
