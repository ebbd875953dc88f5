import { AppError, bearsToken, type Log, type Metrics } from '@waypost/platform';
import type { FastifyInstance } from 'fastify';
import { answerProblem } from '../http/problem.filter.ts';

/** GET /metrics for Prometheus, which has METRICS_TOKEN; people who may see them use system/metrics. */
export function serveMetrics(fastify: FastifyInstance, { metrics, log, token }: { metrics: Metrics; log: Log; token: string | undefined }): void {
  fastify.get('/metrics', async (request, reply) => {
    if (token === undefined || !bearsToken(request.headers.authorization, token)) {
      const refusal = new AppError(
        'unauthenticated',
        'Send the header "Authorization: Bearer <METRICS_TOKEN>"; the setting METRICS_TOKEN says what that is.',
      );
      answerProblem(refusal, request, reply, log);
      return reply;
    }
    const { type, body } = await metrics.text();
    return reply.type(type).send(body);
  });
}
