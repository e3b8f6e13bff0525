import { BongsuError } from "@bongsu/base";
import { netProblems } from "./problems.ts";

const kinds = [
  ["net.timeout", /^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/],
  ["net.bad-answer", /^HTTPParserError$|^HPE_|^UND_ERR_(HEADERS_OVERFLOW|RES_|INFO|NOT_SUPPORTED)|^EPROTO$|^ERR_SSL/],
  ["net.untrusted", /CERT|^UNABLE_TO_/],
] as const;

/** The code of a failure, or its name where it has none. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

/**
 * The problem that a failure of the connection is. What the system said stands in its cause, for the log; the asker
 * does not learn whether a connection was refused, cut, or went nowhere.
 */
export function failureOf(error: unknown, host: string): BongsuError {
  if (error instanceof BongsuError) return error;
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return netProblems.error("net.timeout", { host }, {}, error);
  }
  const code = codeOf(error);
  const kind = kinds.find(([, pattern]) => pattern.test(code))?.[0] ?? "net.unreachable";
  return netProblems.error(kind, { host }, {}, error);
}
