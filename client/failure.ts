import { z } from "zod";
import { HubError } from "./hub-error.ts";
import { clientProblems } from "./problems.ts";

const text = z.object({ en: z.string(), ko: z.string() });

/** As much of a problem document (RFC 9457) as is needed; what else is in it may change. */
const problemDocument = z.object({
  code: z.string(),
  message: text,
  fix: text,
  instance: z.string().optional(),
  place: z.object({ file: z.string(), path: z.string(), line: z.number(), column: z.number() }).partial().optional(),
  errors: z.array(z.object({ pointer: z.string(), message: text })).optional(),
});

/** Seconds of a `Retry-After` header (RFC 9110 §10.2.3): a number, or the time until a date; null for anything else. */
export function retryAfterOf(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

/** What a hub answered instead of a result. */
export async function failureOf(response: Response, url: string): Promise<HubError> {
  const { status, headers } = response;
  const retryAfter = retryAfterOf(headers.get("retry-after"), Date.now());
  const { data } = problemDocument.safeParse(parsed(await response.text()));
  const request = headers.get("x-request-id");
  if (data === undefined) {
    return new HubError(clientProblems.problem("client.not-a-hub", { url, status }), { status, retryAfter, request });
  }
  const { code, message, fix, errors = [] } = data;
  const place = Object.fromEntries(Object.entries(data.place ?? {}).filter(([, value]) => value !== undefined));
  return new HubError({ code, severity: "error", message, fix, place }, { status, retryAfter, errors, request });
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}

/** No answer came, or it broke off. */
export const unreachable = (url: string, error: unknown): HubError =>
  error instanceof HubError
    ? error
    : new HubError(clientProblems.problem("client.unreachable", { url, reason: reasonOf(error) }), {}, error);
