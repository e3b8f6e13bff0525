import type { Readable } from "node:stream";
import { type BodyLimits, limitedBody } from "./body.ts";
import { netProblems } from "./problems.ts";
import { hostOf } from "./target.ts";

/** Statuses whose answers have no body. */
const bodiless = new Set([204, 205, 304]);

/** What a header may hold (RFC 9110 §5.5); one that holds something else is left out. */
const isFieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;

export function incoming(headers: Record<string, string | string[] | undefined>): Headers {
  const kept = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value ?? []].flat()) if (isFieldValue.test(one)) kept.append(name, one);
  }
  return kept;
}

/** What came back from a host. */
export interface Answer {
  statusCode: number;
  headers: Headers;
  body: Readable;
  /** The question was HEAD: no body comes. */
  isHead: boolean;
}

/**
 * The answer as fetch gives it, its body unpacked and within its limits. `told` puts a failure on the way into words.
 * Throws `net.bad-answer` for a status that HTTP does not know.
 */
export function responseOf(
  url: URL,
  { statusCode: status, headers, body, isHead }: Answer,
  limits: BodyLimits,
  told: (error: unknown) => unknown,
): Response {
  const host = hostOf(url);
  const hasBody = !isHead && !bodiless.has(status);
  const isKnown = status >= 200 && status <= 599;
  if (!hasBody || !isKnown) body.destroy();
  if (!isKnown) throw netProblems.error("net.bad-answer", { host });
  async function* chunks() {
    try {
      yield* limitedBody(body, headers.get("content-encoding") ?? "", host, limits);
    } catch (error) {
      throw told(error);
    }
  }
  const shown = new Headers(headers);
  if (hasBody) for (const name of ["content-encoding", "content-length", "transfer-encoding"]) shown.delete(name);
  const response = new Response(hasBody ? ReadableStream.from(chunks()) : null, { status, headers: shown });
  Object.defineProperty(response, "url", { value: url.href });
  return response;
}
