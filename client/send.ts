import type { Connection } from "./connection.ts";
import { failureOf, unreachable } from "./failure.ts";
import { HubError } from "./hub-error.ts";
import { backOff } from "./pause.ts";
import { clientProblems } from "./problems.ts";
import type { Outgoing } from "./request.ts";
import type { CallOptions } from "./types.ts";

/** Milliseconds: the longest that a call waits before it tries again; a hub that asks for more is told to the caller. */
const longestWait = 60_000;

async function attempt<T>(
  { url, fetch, headers, timeout: usual }: Connection,
  outgoing: Outgoing,
  { signal, timeout = usual }: CallOptions,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const timer = setTimeout(
    () => own.abort(new HubError(clientProblems.problem("client.timed-out", { url, seconds: timeout / 1000 }))),
    timeout,
  );
  try {
    const response = await fetch(url + outgoing.path, {
      method: outgoing.method,
      headers: { accept: "application/json, */*;q=0.5", ...headers, ...outgoing.headers },
      body: outgoing.body as RequestInit["body"],
      signal: signal === undefined ? own.signal : AbortSignal.any([signal, own.signal]),
      // A key goes to the hub that it is for, and nowhere else.
      redirect: "error",
      ...(outgoing.body instanceof ReadableStream ? { duplex: "half" } : {}),
    });
    if (!response.ok && response.status !== 304) throw await failureOf(response, url);
    return await read(response);
  } catch (error) {
    signal?.throwIfAborted();
    throw unreachable(url, own.signal.aborted ? own.signal.reason : error);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the same may go well a little later, and may be tried. */
function passes({ status, code }: HubError, { idempotent, body }: Outgoing): boolean {
  // A limit refuses before anything is done.
  if (status === 429) return !(body instanceof ReadableStream);
  const brief = [502, 503, 504].includes(status) || /^client\.(unreachable|timed-out)$/.test(code);
  return idempotent && brief;
}

/**
 * Sends a request, and sends it again where it failed for a passing reason and may be repeated. `read` reads the answer
 * within the time for one attempt. Throws `HubError`; what the signal was aborted with, where it was.
 */
export async function send<T>(
  connection: Connection,
  outgoing: Outgoing,
  options: CallOptions,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt(connection, outgoing, options, read);
    } catch (error) {
      if (!(error instanceof HubError) || tries >= connection.retries || !passes(error, outgoing)) throw error;
      const wait = backOff(tries, error.retryAfter, 10_000);
      if (wait > longestWait) throw error;
      await connection.wait(wait, options.signal);
    }
  }
}
