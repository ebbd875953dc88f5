import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const YEAR_S = 365 * 24 * 3600;

/** Scripts, styles, pictures and calls come from here alone; a style in the page counts when it bears the page's nonce. */
const policyWith = (nonce: string) =>
  [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
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
  const document = await readFile(join(folder, 'index.html'), 'utf8');
  const page = (reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('cache-control', 'no-cache')
      .header('content-security-policy', policyWith(nonce))
      .type('text/html; charset=utf-8')
      .send(document.replace('{{style-nonce}}', nonce));
  };
  await fastify.register(fastifyStatic, {
    root: folder,
    serve: false,
    setHeaders: (response, path) => {
      // Names under assets/ carry a hash of what is in them.
      if (path.includes('/assets/')) response.header('cache-control', `public, max-age=${YEAR_S}, immutable`);
    },
  });
  fastify.get('/', (_request, reply) => reply.redirect('/app/'));
  fastify.get('/app', (_request, reply) => reply.redirect('/app/'));
  fastify.get<{ Params: { '*': string } }>('/app/*', ({ params }, reply) =>
    /\.\w+$/.test(params['*']) && params['*'] !== 'index.html' ? reply.sendFile(params['*']) : page(reply),
  );
}
