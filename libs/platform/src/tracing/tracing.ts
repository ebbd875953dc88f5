import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { type Attributes, context, type Context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Settings } from '../config/read-settings.ts';
import { Log } from '../logging/logger.ts';
import { PROCESS_KIND, SETTINGS } from '../tokens.ts';

const tracer = trace.getTracer('waypost');
let collected = false;

export interface SpanOptions {
  attributes?: Attributes;
  kind?: 'server' | 'client' | 'internal';
  /** Headers that may carry the trace of whoever asks (W3C `traceparent`). */
  from?: Readonly<Record<string, unknown>>;
}

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL };

/** Does `work` within a span; just does it while no collector is set. Attributes carry ids, never numbers or bodies. */
export async function traced<T>(name: string, options: SpanOptions, work: () => Promise<T>): Promise<T> {
  if (!collected) return work();
  const { attributes, kind = 'internal', from } = options;
  return tracer.startActiveSpan(name, { attributes, kind: kinds[kind] }, parentOf(from), async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'unknown' });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The headers that carry the present trace on to whoever is called; none while nothing is traced. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  if (collected) propagation.inject(context.active(), headers);
  return headers;
}

function parentOf(headers: SpanOptions['from']): Context {
  return headers ? propagation.extract(ROOT_CONTEXT, headers) : context.active();
}

/** Sends what `traced` notes to the collector of the settings, while the process runs; its packages are loaded only then. */
@Injectable()
export class Tracing implements OnModuleInit, OnApplicationShutdown {
  private provider?: { shutdown(): Promise<void> };

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PROCESS_KIND) private readonly kind: string,
    private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    const { otelExporterOtlpEndpoint: collector, tracePercent } = this.settings;
    if (collector === undefined) return;
    const [{ AsyncLocalStorageContextManager }, { W3CTraceContextPropagator }, { OTLPTraceExporter }, { resourceFromAttributes }, sdk] =
      await Promise.all([
        import('@opentelemetry/context-async-hooks'),
        import('@opentelemetry/core'),
        import('@opentelemetry/exporter-trace-otlp-http'),
        import('@opentelemetry/resources'),
        import('@opentelemetry/sdk-trace'),
      ]);
    const exporter = new OTLPTraceExporter({ url: `${collector}/v1/traces` });
    const provider = new sdk.TracerProvider({
      resource: resourceFromAttributes({ 'service.name': `waypost-${this.kind}` }),
      sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(tracePercent / 100) }),
      spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
    });
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
    trace.setGlobalTracerProvider(provider);
    collected = true;
    this.provider = provider;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.provider?.shutdown().catch((error: unknown) => this.log.failure('tracing: the last spans were not sent', error));
  }
}
