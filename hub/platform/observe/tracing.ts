import { AsyncLocalStorage } from "node:async_hooks";
import type { Context } from "@opentelemetry/api";
import type { NodeTracerConfig } from "@opentelemetry/sdk-trace-node";
import type { Config } from "../config.ts";

export interface Tracing {
  /**
   * Runs the work within a span; what it throws marks the span and goes on. `parent` is a `traceparent` (W3C Trace
   * Context §3.2); null: the span in which this is called, or a new trace.
   */
  span<T>(name: string, attributes: Record<string, string>, parent: string | null, work: () => Promise<T>): Promise<T>;
  /** Sends what waits. Never rejects: a collector that is away holds up nobody. */
  stop(): Promise<void>;
}

const none: Tracing = { span: (_name, _attributes, _parent, work) => work(), stop: async () => {} };

/** Milliseconds that sending may take. */
const sending = 3_000;

/** Where the collector takes traces: its base address, or the whole one; a user and password become a header. */
function collectorOf(endpoint: string): { url: string; headers: Record<string, string>; timeoutMillis: number } {
  const url = new URL(endpoint);
  if (!url.pathname.endsWith("/v1/traces")) url.pathname = `${url.pathname.replace(/\/$/, "")}/v1/traces`;
  const account = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const headers: Record<string, string> =
    account === ":" ? {} : { authorization: `Basic ${Buffer.from(account).toString("base64")}` };
  url.username = "";
  url.password = "";
  return { url: url.href, headers, timeoutMillis: sending };
}

type Resource = NonNullable<NodeTracerConfig["resource"]>;

/** Whose spans these are. */
function resourceOf(url: string): Resource {
  const attributes = { "service.name": "bongsu", "service.instance.id": url };
  const resource: Resource = {
    attributes,
    merge: () => resource,
    getRawAttributes: () => Object.entries(attributes),
  };
  return resource;
}

/** The parts of a `traceparent`; null for what is none. */
export function parseTraceparent(text: string): { traceId: string; spanId: string; traceFlags: number } | null {
  const [, version, traceId = "", spanId = "", flags = "", more] =
    /^(?!ff)([\da-f]{2})-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(-.{0,200})?$/.exec(text) ?? [];
  const isWellFormed = version !== undefined && !(version === "00" && more !== undefined);
  return isWellFormed ? { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1 } : null;
}

/** What an error is called in a trace: its code or its name, never its words, which may quote what is not a trace's. */
function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

/** Traces by OTLP over HTTP where an endpoint is configured. Their libraries are loaded only then: a start takes its time. */
export async function startTracing({ otlpEndpoint, url }: Pick<Config, "otlpEndpoint" | "url">): Promise<Tracing> {
  if (otlpEndpoint === null) return none;
  const [{ ROOT_CONTEXT, SpanKind, SpanStatusCode, trace }, sdk, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace-node"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ]);
  const processor = new sdk.BatchSpanProcessor(new OTLPTraceExporter(collectorOf(otlpEndpoint)));
  // Not registered for the whole process: several hubs may live in one.
  const provider = new sdk.NodeTracerProvider({ resource: resourceOf(url), spanProcessors: [processor] });
  const tracer = provider.getTracer("bongsu");
  const current = new AsyncLocalStorage<Context>();

  function contextOf(parent: string | null): Context {
    const enclosing = current.getStore();
    const remote = parent === null ? null : parseTraceparent(parent);
    if (remote === null) return enclosing ?? ROOT_CONTEXT;
    return trace.setSpanContext(ROOT_CONTEXT, { ...remote, isRemote: true });
  }

  return {
    span: (name, attributes, parent, work) => {
      const kind = current.getStore() === undefined ? SpanKind.SERVER : SpanKind.INTERNAL;
      const context = contextOf(parent);
      const span = tracer.startSpan(name, { kind, attributes }, context);
      return current.run(trace.setSpan(context, span), async () => {
        try {
          return await work();
        } catch (error) {
          span.setAttribute("error.type", typeOf(error)).setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          span.end();
        }
      });
    },
    stop: () => provider.shutdown().catch(() => {}),
  };
}
