import { context, isSpanContextValid, propagation, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Log, Metrics } from '@waypost/platform';
import type { FastifyInstance } from 'fastify';
import { isWebhook } from '../webhook/webhook.routes.ts';
import type { ApiRequest } from './request.ts';

const tracer = trace.getTracer('waypost');

/** Asked every few seconds by machines; in the log they would bury everything else. */
const QUIET = /^\/(metrics$|api\/v1\/system\/health)/;

/**
 * Every call but Meta's: a line in the log, a measurement, and a span while traces are collected. It names the route
 * and never the address, whose query may hold a customer's number.
 */
export function watchRequests(fastify: FastifyInstance, { log, metrics }: { log: Log; metrics: Metrics }): void {
  const durations = metrics.histogram({
    name: 'waypost_http_request_seconds',
    help: 'Time to answer a call of the API, webhooks excepted',
    labels: ['method', 'route', 'status'],
  });
  const spans = new WeakMap<ApiRequest, Span>();

  fastify.addHook('onRequest', (request: ApiRequest, _reply, done) => {
    if (isWebhook(request.url)) return done();
    const parent = propagation.extract(ROOT_CONTEXT, request.headers);
    const name = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    const span = tracer.startSpan(name, { kind: SpanKind.SERVER }, parent);
    spans.set(request, span);
    context.with(trace.setSpan(parent, span), done);
  });

  fastify.addHook('onResponse', (request: ApiRequest, reply, done) => {
    const span = spans.get(request);
    if (!span) return done();
    const { method, principal } = request;
    const { statusCode: status, elapsedTime } = reply;
    const route = request.routeOptions.url ?? 'unknown';
    durations.observe({ method, route, status: String(status) }, elapsedTime / 1000);
    const requestId = String(request.id);
    const tenantId = principal?.tenantId;
    span.setAttributes({ 'http.request.method': method, 'http.route': route, 'http.response.status_code': status, requestId, ...(tenantId && { tenantId }) });
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    if (!QUIET.test(route)) {
      log.info('request', { requestId, tenantId, ...traceOf(span), method, route, status, ms: Math.round(elapsedTime) });
    }
    done();
  });
}

/** The hook runs outside the span's context, so the line would not find its trace by itself. */
function traceOf(span: Span): { traceId?: string } {
  const found = span.spanContext();
  return isSpanContextValid(found) ? { traceId: found.traceId } : {};
}
