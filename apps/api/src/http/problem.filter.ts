import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { Log } from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { presentable } from './presentable.ts';
import { problemOf } from './problem.ts';
import type { ApiRequest } from './request.ts';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ApiRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    answerProblem(error, request, reply, this.log);
  }
}

/** The one place where an error becomes an answer. */
export function answerProblem(error: unknown, request: ApiRequest, reply: FastifyReply, log: Log): void {
  const shown = presentable(error);
  const requestId = String(request.id);
  // What the domain throws itself was logged where it happened, once and not per caller.
  if (shown.status >= 500 && shown !== error) {
    const { method, principal } = request;
    const route = request.routeOptions?.url;
    log.failure('request failed', error, { requestId, method, route, tenantId: principal?.tenantId });
  }
  if (reply.sent || reply.raw.headersSent) {
    // A stream that broke: half an answer must not look like a whole one.
    reply.raw.destroy();
    return;
  }
  if (shown.code === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
  if (shown.details.retryAfter !== undefined)
    void reply.header('retry-after', Math.ceil(shown.details.retryAfter));
  void reply
    .status(shown.status)
    .type('application/problem+json; charset=utf-8')
    .send(problemOf(shown, requestId));
}
