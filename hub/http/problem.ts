import { BongsuError, type Language, type Problem } from "@bongsu/base";
import { InvalidInput } from "../kernel/index.ts";

/** Codes whose status their last word does not tell. */
const statuses: Record<string, number> = {
  "http.invalid-input": 422,
  "http.too-large": 413,
  "http.too-slow": 408,
  "http.head-too-large": 431,
  "http.head-too-slow": 408,
  "http.unreadable-request": 400,
  "http.unsupported-encoding": 415,
  "http.not-found": 404,
  "http.method-not-allowed": 405,
  "http.not-signed-in": 401,
  "http.second-factor-needed": 403,
  "http.sign-in-again": 403,
  "http.not-permitted": 403,
  "http.scope-missing": 403,
  "http.forged": 403,
  "http.too-many-requests": 429,
  "http.changed-meanwhile": 412,
  "http.key-reused": 422,
  "http.busy": 503,
  "http.unexpected": 500,
  "database.unreachable": 503,
  "database.disk-full": 507,
  "database.failed": 500,
  "database.damaged": 500,
  "database.stopped": 503,
};

/** What a code answers (RFC 9110 §15): not there, in the way, or wrong. */
export function statusOf(code: string): number {
  const known = statuses[code];
  if (known !== undefined) return known;
  const what = code.slice(code.indexOf(".") + 1);
  if (/^unknown-(?!sector|region|role|word|format|ecosystem)/.test(what)) return 404;
  if (/(^|-)(exists|taken|in-use|conflict|already)$|^already-/.test(what)) return 409;
  return /^not-permitted/.test(what) ? 403 : 422;
}

/** A problem document (RFC 9457): `type` and `code` are stable, `title` and `detail` speak the reader's language. */
export function problemDocument(error: BongsuError, language: Language, request: string) {
  const { problem } = error;
  const issues = error instanceof InvalidInput ? error.issues : [];
  return {
    type: `urn:bongsu:problem:${problem.code}`,
    title: problem.message[language],
    status: statusOf(problem.code),
    detail: problem.fix[language],
    instance: `urn:uuid:${request}`,
    code: problem.code,
    message: problem.message,
    fix: problem.fix,
    ...(Object.keys(problem.place).length === 0 ? {} : { place: problem.place }),
    ...(issues.length === 0
      ? {}
      : { errors: issues.map(({ pointer, message }) => ({ pointer, detail: message[language], message })) }),
  };
}

export type ProblemDocument = ReturnType<typeof problemDocument>;

/** The problem as an answer. Faults of the database's surroundings and limits say when to come back. */
export function problemResponse(
  error: BongsuError,
  language: Language,
  request: string,
  retryAfter?: number,
): Response {
  const document = problemDocument(error, language, request);
  const wait = retryAfter ?? (document.status === 503 ? 5 : undefined);
  return new Response(JSON.stringify(document), {
    status: document.status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": language,
      "cache-control": "no-store",
      ...(document.status === 401 ? { "www-authenticate": 'Bearer realm="bongsu", Basic realm="bongsu"' } : {}),
      ...(wait === undefined ? {} : { "retry-after": String(wait) }),
    },
  });
}

/** A problem on its own, as a `BongsuError`'s. */
export const asError = (problem: Problem): BongsuError => new BongsuError(problem);
