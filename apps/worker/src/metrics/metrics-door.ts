import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { bearsToken, Metrics, SETTINGS, type Settings } from '@waypost/platform';
import fastify, { type FastifyInstance } from 'fastify';

/** GET /metrics of a worker, for who has METRICS_TOKEN. Without token or port a worker is no web server. */
@Injectable()
export class MetricsDoor implements OnApplicationBootstrap, OnApplicationShutdown {
  private server?: FastifyInstance;

  constructor(
    private readonly metrics: Metrics,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { host, workerMetricsPort: port, metricsToken: token } = this.settings;
    if (port === undefined || token === undefined) return;
    this.server = fastify({ forceCloseConnections: true });
    this.server.get('/metrics', async (request, reply) => {
      if (!bearsToken(request.headers.authorization, token)) {
        return reply.status(401).header('www-authenticate', 'Bearer').send();
      }
      const { type, body } = await this.metrics.text();
      return reply.type(type).send(body);
    });
    await this.server.listen({ port, host });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.server?.close();
  }
}
