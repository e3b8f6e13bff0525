import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What a hub counts of itself, for Prometheus (text format 0.0.4). */
export interface Metrics {
  /** `seconds` from the request's head to its answer's. */
  request(operation: string, method: string, status: number, seconds: number): void;
  denied(): void;
  limited(): void;
  /** Entries of the audit trail that were written. */
  audited(entries: number): void;
  /** A job that was done, or failed. */
  job(kind: string, outcome: "done" | "failed"): void;
  /** Asks for a number whenever the metrics are read: listeners of the event stream, connections to the database. */
  watch(name: string, help: string, read: () => number): void;
  text(): Promise<string>;
  contentType: string;
}

/** What a client makes up as a method does not make a series of its own. */
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** A registry of its own for each hub of the process. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "bongsu_http_request_duration_seconds",
    help: "Time from the request's head to its answer's, by operation",
    labelNames: ["operation", "method", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const denied = new Counter({ name: "bongsu_denied_total", help: "Requests that were not permitted", registers });
  const limited = new Counter({ name: "bongsu_limited_total", help: "Requests beyond a limit", registers });
  const audited = new Counter({ name: "bongsu_audit_entries_total", help: "Entries of the audit trail", registers });
  const jobs = new Counter({
    name: "bongsu_jobs_total",
    help: "Jobs by kind and outcome",
    labelNames: ["kind", "outcome"],
    registers,
  });
  return {
    request: (operation, method, status, seconds) =>
      requests.observe(
        { operation, method: methods.has(method) ? method : "other", status: `${Math.floor(status / 100)}xx` },
        seconds,
      ),
    denied: () => denied.inc(),
    limited: () => limited.inc(),
    audited: (entries) => audited.inc(entries),
    job: (kind, outcome) => jobs.inc({ kind, outcome }),
    watch: (name, help, read) => {
      new Gauge({
        name: `bongsu_${name}`,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
