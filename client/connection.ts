import type { Language } from "@bongsu/base";
import { HubError } from "./hub-error.ts";
import { pause } from "./pause.ts";
import { clientProblems } from "./problems.ts";

export interface ClientOptions {
  /** `https://hub.example.org` */
  url: string;
  /** An API key. Without one, a browser's session is used, where there is one. */
  key?: string | undefined;
  language?: Language;
  fetch?: typeof fetch;
  /** How many times more a call is tried that failed for a passing reason and may be repeated. 3. */
  retries?: number;
  /** Milliseconds for one attempt. 60,000. */
  timeout?: number;
  /** How to wait between attempts: for tests. */
  wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** A hub, and how to talk to it. */
export interface Connection {
  /** Without a slash at the end. */
  url: string;
  headers: Readonly<Record<string, string>>;
  fetch: typeof fetch;
  retries: number;
  timeout: number;
  wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

function baseOf(url: string): string {
  const fault = () => new HubError(clientProblems.problem("client.invalid-url", { url }));
  if (!URL.canParse(url)) throw fault();
  const { protocol, origin, pathname, username } = new URL(url);
  if (!/^https?:$/.test(protocol) || username !== "") throw fault();
  return origin + pathname.replace(/\/+$/, "");
}

/** Throws `client.invalid-url`. */
export function connectionOf(options: ClientOptions): Connection {
  const given = options.fetch;
  return {
    url: baseOf(options.url),
    headers: {
      ...(options.key === undefined ? {} : { authorization: `Bearer ${options.key}` }),
      ...(options.language === undefined ? {} : { "accept-language": options.language }),
    },
    // Called without a `this`: browsers refuse another.
    fetch: (input, init) => (given === undefined ? fetch(input, init) : given(input, init)),
    retries: options.retries ?? 3,
    timeout: options.timeout ?? 60_000,
    wait: options.wait ?? pause,
  };
}
