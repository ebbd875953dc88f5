import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { checkDatabase, type Clock, Metrics, openLog, type Settings, Troubles } from '@waypost/platform';
import { ApiModule } from './api.module.ts';
import { serveJwks } from './auth/jwks.routes.ts';
import { serveDashboard } from './dashboard/dashboard.routes.ts';
import { acceptJsonOnly } from './http/bodies.ts';
import { allowOrigins } from './http/cors.ts';
import { LegacyCalls } from './http/legacy-calls.ts';
import { serveOpenApi } from './http/openapi.ts';
import { acceptPictures } from './http/pictures.ts';
import { limitPages } from './http/page-limits.ts';
import { answerProblem } from './http/problem.filter.ts';
import { countServerErrors } from './http/server-errors.ts';
import { type ApiRequest, requestIdOf } from './http/request.ts';
import { watchRequests } from './http/request-watch.ts';
import { sendSecurityHeaders } from './http/security-headers.ts';
import { readyCookies } from './http/session-cookie.ts';
import { endSoon } from './http/end-soon.ts';
import { migrations } from './schema.ts';
import { serveMetrics } from './system/metrics.routes.ts';
import { registerWebhookRoutes } from './webhook/webhook.routes.ts';

/** Of REST calls; webhooks have a limit of their own. */
const BODY_LIMIT = 1_048_576;

export interface ApiOptions {
  settings: Settings;
  clock?: Clock;
  /** Where the built dashboard is; without it only the API is served. */
  dashboard?: string;
}

/**
 * The whole API, ready to listen. Throws StartError when the database is away or on another version.
 */
export async function createApi({ settings, clock, dashboard }: ApiOptions): Promise<NestFastifyApplication> {
  await checkDatabase(settings, migrations);
  const log = await openLog(settings, 'api');
  const legacy = new LegacyCalls();
  const adapter = new FastifyAdapter({
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    bodyLimit: BODY_LIMIT,
    genReqId: requestIdOf,
    // A URL that cannot be decoded is refused before any hook or filter.
    frameworkErrors: (error: Error, request: ApiRequest, reply: FastifyReply) => {
      void reply.header('x-request-id', request.id);
      answerProblem(error, request, reply, log);
    },
    ...(settings.legacyPaths && { rewriteUrl: legacy.rewriteUrl }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot({ settings, clock, log }),
    adapter,
    { logger: log, abortOnError: false, bodyParser: false },
  );
  const fastify = app.getHttpAdapter().getInstance();
  acceptJsonOnly(fastify);
  acceptPictures(fastify);
  readyCookies(fastify);
  endSoon(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  legacy.translateKeys(fastify);
  app.setGlobalPrefix('api/v1');
  limitPages(fastify, app);
  serveOpenApi(app);
  registerWebhookRoutes(fastify, app);
  const metrics = app.get(Metrics);
  watchRequests(fastify, { log, metrics });
  countServerErrors(fastify, app.get(Troubles));
  sendSecurityHeaders(fastify, settings.publicUrl);
  allowOrigins(fastify, settings.corsOrigins);
  serveMetrics(fastify, { metrics, log, token: settings.metricsToken });
  serveJwks(fastify, app);
  if (dashboard) await serveDashboard(fastify, dashboard);
  return app;
}
