import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Log } from '@waypost/platform';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { CallLimits } from './call-limits.ts';
import { answerProblem } from './problem.filter.ts';
import type { ApiRequest } from './request.ts';

/** Meta must always get through, and what is under /api/v1 has its own limits. */
const elsewhere = /^\/(webhooks|api\/v1)(\/|$)/;

/**
 * Limits what is served beside the calls: the dashboard's files, the documents, the public keys. Called before their
 * routes are made, so that no webhook passes a hook for it.
 */
export function limitPages(fastify: FastifyInstance, app: NestFastifyApplication): void {
  const limits = app.get(CallLimits, { strict: false });
  const log = app.get(Log, { strict: false });
  const limit = async (request: ApiRequest, reply: FastifyReply) => {
    try {
      await limits.visitor(request, reply);
    } catch (error) {
      answerProblem(error, request, reply, log);
      return reply;
    }
  };
  fastify.addHook('onRoute', (route) => {
    if (elsewhere.test(route.url)) return;
    route.onRequest = [...[route.onRequest ?? []].flat(), limit];
  });
}
