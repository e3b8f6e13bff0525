export { inRequest, type Logger, openLog } from "./logger.ts";
export { type Metrics, openMetrics } from "./metrics.ts";
export { startTracing, type Tracing } from "./tracing.ts";
