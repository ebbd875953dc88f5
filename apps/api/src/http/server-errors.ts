import type { Troubles } from '@waypost/platform';
import type { FastifyInstance } from 'fastify';

/** Answers of 500 and above, on their way to the alert that tells the operator when they are more than usual. */
export function countServerErrors(fastify: FastifyInstance, troubles: Troubles): void {
  fastify.addHook('onResponse', (_request, reply, done) => {
    if (reply.statusCode >= 500) troubles.noteServerError();
    done();
  });
}
