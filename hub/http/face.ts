import type { Language } from "@bongsu/base";
import type { Actor, Hub, RequestFacts } from "../kernel/index.ts";
import type { AddressRange } from "../platform/net/index.ts";
import type { Logger, Metrics } from "../platform/observe/index.ts";
import type { Sessions } from "./authenticate.ts";
import type { Limiters } from "./limits.ts";

/** What the HTTP face stands on. */
export interface Face {
  hub: Hub;
  log: Logger;
  metrics: Metrics;
  limits: Limiters;
  proxies: readonly AddressRange[];
  sessions: Sessions;
  /** People's sign-in, under `/api/auth`. */
  accounts(request: Request, from: { address: string }): Promise<Response>;
  /** Measures the work as a span of its own; `parent` is a `traceparent`. */
  trace<T>(name: string, parent: string | null, work: () => Promise<T>): Promise<T>;
  /** False while the hub starts or stops: the balancer sends requests elsewhere. */
  ready(): Promise<boolean>;
}

/** What travels with a request through the app. */
export interface Entry {
  Bindings: { incoming: { socket: { remoteAddress?: string } } };
  Variables: {
    request: RequestFacts;
    language: Language;
    actor: Actor;
    /** Name of the operation or of the page, for logs and metrics. */
    operation: string;
  };
}
