import type { Contract } from "@bongsu/contracts";
import { read, unknownAnswer } from "./answer.ts";
import type { Connection } from "./connection.ts";
import { blocksOf, chunksOf } from "./event-stream.ts";
import { unreachable } from "./failure.ts";
import { HubError } from "./hub-error.ts";
import { backOff } from "./pause.ts";
import { requestOf } from "./request.ts";
import { send } from "./send.ts";
import type { CallOptions } from "./types.ts";

/** Milliseconds of silence after which a connection is taken for dead: the hub gives a sign of life each 25 seconds. */
const silence = 80_000;

/** Milliseconds: the longest pause between two connections. */
const longestPause = 30_000;

/** Where a follower is: what to resume after, and how it has gone lately. */
interface Position {
  id: string | null;
  /** Milliseconds that the hub asks to wait before a new connection. */
  retry: number;
  failures: number;
  connected: boolean;
}

async function* connected(
  connection: Connection,
  contract: Contract,
  given: Record<string, unknown>,
  options: CallOptions,
  position: Position,
): AsyncGenerator<unknown> {
  const own = new AbortController();
  const signal = options.signal === undefined ? own.signal : AbortSignal.any([options.signal, own.signal]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => own.abort(new Error("the stream fell silent")), silence);
  };
  const resumed = position.id === null || !("after" in contract.input.shape) ? {} : { after: Number(position.id) };
  const outgoing = requestOf(contract, { ...given, ...resumed }, options);
  if (position.id !== null) outgoing.headers["last-event-id"] = position.id;
  outgoing.headers.accept = "text/event-stream";
  try {
    const { body } = await send({ ...connection, retries: 0 }, outgoing, { ...options, signal }, async (one) => one);
    if (body === null) return;
    position.connected = true;
    alive();
    for await (const { id, data, retry } of blocksOf(chunksOf(body), alive)) {
      position.failures = 0;
      position.retry = retry ?? position.retry;
      if (data !== null) yield read(contract, data);
      // Only now has the reader taken it and come for the next.
      position.id = id ?? position.id;
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof RangeError) throw unknownAnswer(contract, error.message);
    throw unreachable(connection.url, error);
  } finally {
    clearTimeout(timer);
    own.abort();
  }
}

const passes = ({ status, code }: HubError): boolean =>
  [429, 502, 503, 504].includes(status) || /^client\.(unreachable|timed-out)$/.test(code);

/**
 * Follows an event stream for as long as its reader wants: where the connection breaks, another one resumes after the
 * last event that the reader took. Ends quietly when the signal is aborted. Throws `HubError` for what does not pass, and
 * where the first connection cannot be had.
 */
export async function* follow(
  connection: Connection,
  contract: Contract,
  given: Record<string, unknown>,
  options: CallOptions,
): AsyncGenerator<unknown> {
  const position: Position = { id: null, retry: 1000, failures: 0, connected: false };
  for (;;) {
    let retryAfter: number | null = null;
    try {
      yield* connected(connection, contract, given, options, position);
    } catch (error) {
      if (options.signal?.aborted) return;
      const lost = !position.connected && position.failures >= connection.retries;
      if (!(error instanceof HubError) || !passes(error) || lost) throw error;
      retryAfter = error.retryAfter;
    }
    position.failures += 1;
    try {
      const wait = backOff(position.failures - 1, retryAfter, longestPause);
      await connection.wait(retryAfter === null ? Math.max(wait, position.retry) : wait, options.signal);
    } catch {
      return;
    }
  }
}
