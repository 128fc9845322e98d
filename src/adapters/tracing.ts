import { ROOT_CONTEXT, type Span as OtelSpan, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { type Recorder, recordSpans, type Span, type SpanFacts } from '#kernel/spans.ts';

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL };

/**
 * Sends every span to the collector that `OTEL_EXPORTER_OTLP_ENDPOINT` names (OTLP over HTTP); headers, timeout and such by OpenTelemetry's own variables.
 * A collector that is away loses spans and nothing else. Loaded only when it is configured.
 */
export function openTracing({ serviceName, delayMs = 5000 }: { serviceName: string; delayMs?: number }): { stop(): Promise<void> } {
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ 'service.name': serviceName })),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter(), scheduledDelayMillis: delayMs })],
  });
  recordSpans(recorderOn(provider));
  return {
    stop: async () => {
      recordSpans(undefined);
      await provider.shutdown().catch(() => {});
    },
  };
}

function recorderOn(provider: TracerProvider): Recorder {
  const tracer = provider.getTracer('tongban');
  const spans = new WeakMap<Span, OtelSpan>();
  return (name, { kind, facts, parent }) => {
    const span = tracer.startSpan(name, { kind: kinds[kind], attributes: { ...facts } }, contextOf(spans, parent));
    const own: Span = { end: (last, failed) => finish(span, last, failed) };
    spans.set(own, span);
    return own;
  };
}

function finish(span: OtelSpan, facts: SpanFacts = {}, failed = false): void {
  span.setAttributes({ ...facts });
  // A message could hold what somebody has typed; that something failed is enough, the log says what.
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

const traceparent = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

function contextOf(spans: WeakMap<Span, OtelSpan>, parent: Span | string | undefined) {
  if (typeof parent !== 'string') {
    const span = parent && spans.get(parent);
    return span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
  }
  const [, traceId, spanId, flags] = traceparent.exec(parent) ?? [];
  if (!traceId || !spanId) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags ?? '0', 16), isRemote: true });
}
