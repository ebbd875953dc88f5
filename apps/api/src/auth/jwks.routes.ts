import { SigningKeys } from '@waypost/accounts';
import { Log } from '@waypost/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { answerProblem } from '../http/problem.filter.ts';

const MAX_AGE_SECONDS = 300;

/** The public halves of the keys that sign access tokens (RFC 7517), for whoever wants to check one. */
export function serveJwks(fastify: FastifyInstance, app: NestFastifyApplication): void {
  void fastify.register((routes, _options, done) => {
    const keys = app.get(SigningKeys, { strict: false });
    const log = app.get(Log, { strict: false });
    routes.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, log));
    routes.get('/.well-known/jwks.json', async (_request, reply) => {
      const body = JSON.stringify({ keys: await keys.published() });
      return reply
        .header('cache-control', `public, max-age=${MAX_AGE_SECONDS}`)
        .type('application/jwk-set+json; charset=utf-8')
        .send(body);
    });
    done();
  });
}
