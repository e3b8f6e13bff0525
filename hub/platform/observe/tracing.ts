import type { Config } from "../config.ts";

export interface Tracing {
  /** Runs the work within a span; what it throws marks the span and goes on. `parent` is a `traceparent` (W3C Trace Context). */
  span<T>(name: string, attributes: Record<string, string>, parent: string | null, work: () => Promise<T>): Promise<T>;
  /** Sends what waits. */
  stop(): Promise<void>;
}

const none: Tracing = { span: (_name, _attributes, _parent, work) => work(), stop: async () => {} };

/** Traces by OTLP over HTTP where an endpoint is configured. Their libraries are loaded only then: a start takes its time. */
export async function startTracing({ otlpEndpoint }: Pick<Config, "otlpEndpoint">): Promise<Tracing> {
  if (otlpEndpoint === null) return none;
  const [{ propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode }, sdk, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace-node"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ]);
  const url = `${otlpEndpoint.replace(/\/$/, "")}/v1/traces`;
  const provider = new sdk.NodeTracerProvider({
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  provider.register();
  const tracer = provider.getTracer("bongsu");
  return {
    span: (name, attributes, parent, work) => {
      const context = parent === null ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent: parent });
      return tracer.startActiveSpan(name, { kind: SpanKind.SERVER, attributes }, context, async (span) => {
        try {
          return await work();
        } catch (error) {
          span.recordException(error instanceof Error ? error : String(error));
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          span.end();
        }
      });
    },
    stop: () => provider.shutdown(),
  };
}
