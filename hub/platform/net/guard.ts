import { acceptedEncodings, type BodyLimits } from "./body.ts";
import { failureOf } from "./failure.ts";
import { netProblems } from "./problems.ts";
import { allowList } from "./public.ts";
import { type Hop, isRedirect, nextHop } from "./redirect.ts";
import { checkedAddresses, checkedLookup, type Resolver, systemResolver } from "./resolve.ts";
import { incoming, responseOf } from "./response.ts";
import { checkedTarget, hostOf } from "./target.ts";

export interface FetchLimits extends BodyLimits {
  /** Milliseconds for the whole, from the first look-up to the last byte. */
  total: number;
  /** Milliseconds of silence. */
  idle: number;
  redirects: number;
}

export interface FetchOptions {
  method?: string;
  headers?: Headers | Record<string, string>;
  body?: string | Uint8Array | null;
  signal?: AbortSignal;
  /** Takes plain http as well. */
  http?: boolean;
  /** Ports that may be called besides 443, 80 and those above 1024. */
  ports?: readonly number[];
  limits?: Partial<FetchLimits>;
}

/**
 * Fetches or calls an address that somebody gave us, without being led inside: each address that its host and each
 * redirect's host resolve to is checked, and connected to as checked. Gives the answer as fetch does, whatever its
 * status, its body unpacked; `url` is where it came from. Throws `net.*`, also while the body is read, and the
 * reason of `signal` where that ended it.
 */
export type GuardedFetch = (url: string | URL, options?: FetchOptions) => Promise<Response>;

export interface Guard {
  fetch: GuardedFetch;
  /** Whether an address that another library will call may be called at all, at this moment. Throws `net.*` where not. */
  check(url: string | URL, options?: Pick<FetchOptions, "http" | "ports">): Promise<void>;
  close(): Promise<void>;
}

export interface GuardOptions {
  /** `allowPrivateAddresses` of the configuration. */
  allow: readonly string[];
  resolve?: Resolver;
  /** A certificate authority, in PEM, instead of the system's. */
  ca?: string;
}

const usual: FetchLimits = { bytes: 32 * 2 ** 20, ratio: 200, total: 60_000, idle: 15_000, redirects: 5 };

/** Milliseconds for making a connection. */
const connecting = 10_000;

const headerBytes = 16_384;

/** Headers of the connection itself: they are ours to set. */
const ours =
  /^(host|connection|keep-alive|content-length|transfer-encoding|te|trailer|upgrade|expect|accept-encoding|proxy-.*)$/;

function outgoing(headers: Headers | Record<string, string> | undefined): Headers {
  const kept = new Headers([...new Headers(headers)].filter(([name]) => !ours.test(name)));
  kept.set("accept-encoding", acceptedEncodings);
  if (!kept.has("user-agent")) kept.set("user-agent", "Bongsu");
  return kept;
}

/** Makes the guard for one hub. It keeps connections; `close` ends them. */
export function guardOf({ allow, resolve = systemResolver, ca }: GuardOptions): Guard {
  const allowed = allowList(allow);
  const closed = Promise.withResolvers<never>();
  closed.promise.catch(() => {});
  // A look-up that hangs does not hold up the end.
  const resolving: Resolver = (host) => Promise.race([resolve(host), closed.promise]);
  // Loaded with the first fetch: the hub starts sooner.
  const open = async () => {
    const { Agent, request } = await import("undici");
    const dispatcher = new Agent({
      connect: { lookup: checkedLookup(resolving, allowed), timeout: connecting, ...(ca === undefined ? {} : { ca }) },
      maxHeaderSize: headerBytes,
      allowH2: false,
      keepAliveMaxTimeout: 10_000,
    });
    return { dispatcher, request };
  };
  let opened: ReturnType<typeof open> | null = null;

  async function send({ url, method, headers, body }: Hop, { idle }: FetchLimits, signal: AbortSignal) {
    opened ??= open();
    const { dispatcher, request } = await opened;
    const sent = { method, headers: Object.fromEntries(headers), body };
    signal.throwIfAborted();
    const answer = request(url, { dispatcher, ...sent, headersTimeout: idle, bodyTimeout: idle, signal });
    // The library hears the signal only when it is connected: a host that is never resolved would hold us up.
    return new Promise<Awaited<typeof answer>>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      answer.then(resolve, reject);
    });
  }

  return {
    close: async () => {
      closed.reject(new Error("the guard is closed"));
      await (await opened)?.dispatcher.destroy();
    },
    check: async (input, { http = false, ports = [] } = {}) => {
      await checkedAddresses(hostOf(checkedTarget(input, { allowed, http, ports })), resolving, allowed);
    },
    fetch: async (input, { method = "GET", headers, body = null, signal, http = false, ports = [], limits } = {}) => {
      const rules = { allowed, http, ports };
      const bounds = { ...usual, ...limits };
      const ending = AbortSignal.any([AbortSignal.timeout(bounds.total), ...(signal === undefined ? [] : [signal])]);
      let hop: Hop = {
        url: checkedTarget(input, rules),
        method: method.toUpperCase(),
        headers: outgoing(headers),
        body,
      };
      const told = (error: unknown) => (signal?.aborted ? signal.reason : failureOf(error, hostOf(hop.url)));
      for (let redirects = 0; ; redirects += 1) {
        const answer = await send(hop, bounds, ending).catch((error: unknown) => {
          throw told(error);
        });
        // A failure while nobody reads is told to whoever reads later, or to nobody.
        answer.body.on("error", () => {});
        const received = incoming(answer.headers);
        const location = received.get("location");
        if (!isRedirect(answer.statusCode, location)) {
          return responseOf(hop.url, { ...answer, headers: received, isHead: hop.method === "HEAD" }, bounds, told);
        }
        answer.body.destroy();
        if (redirects === bounds.redirects) {
          throw netProblems.error("net.too-many-redirects", { host: hostOf(hop.url) });
        }
        const next = nextHop(hop, answer.statusCode, location);
        hop = { ...next, url: checkedTarget(next.url, rules) };
      }
    },
  };
}
