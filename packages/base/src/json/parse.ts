import { diagnoseJson } from "./diagnose.ts";
import { toUtf8 } from "./encoding.ts";
import { type JsonLimits, jsonLimits, longestString } from "./limits.ts";
import { countMembers, type Measure, measureJson } from "./measure.ts";
import { documentStart, type Origin } from "./place.ts";
import { jsonProblems } from "./problems.ts";

export interface ParseJsonOptions extends Partial<JsonLimits> {
  /** Named in the places of problems. */
  file?: string;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Parses one JSON text (RFC 8259) that may be hostile. UTF-8, with or without a byte order mark; UTF-16 is converted.
 *
 * Throws a `BongsuError` `json.*` with file, line, column, byte offset and JSON Pointer where the text is not valid
 * JSON, has a key twice in one object, or goes beyond a limit. A member named `__proto__` is an own property of the
 * result like any other: copy members with care (`Object.defineProperty`, a `Map`), never by assignment.
 */
export function parseJson(input: Uint8Array | string, options: ParseJsonOptions = {}): unknown {
  const { file, maxBytes, ...limits } = { ...jsonLimits, ...options };
  const place = file === undefined ? {} : { file };
  if (input.length > Math.min(maxBytes, longestString))
    throw jsonProblems.error("json.too-large", { limit: maxBytes }, place);
  const bytes = typeof input === "string" ? new TextEncoder().encode(withoutMark(input)) : toUtf8(input, file);
  return parseMeasured(bytes, measureJson(bytes), limits, { ...documentStart, ...place });
}

/**
 * The same for a measured part of a document, which begins at `origin`. Takes UTF-8 without a mark. `context` is what
 * a fault is looked for in: the same bytes, or a little more.
 */
export function parseMeasured(
  bytes: Uint8Array,
  measure: Measure,
  limits: Pick<JsonLimits, "maxDepth" | "maxValues">,
  origin: Origin,
  context: Uint8Array = bytes,
): unknown {
  let cause: unknown;
  if (origin.depth + measure.depth <= limits.maxDepth && measure.values <= limits.maxValues) {
    try {
      const value: unknown = JSON.parse(decoder.decode(bytes));
      if (countMembers(value) === measure.colons) return value;
    } catch (error) {
      cause = error;
    }
  }
  const { depth, ...place } = origin;
  // The measure counts an empty object as two values: a text refused for that alone has no fault to be found.
  throw (
    diagnoseJson(context, limits, origin) ??
    jsonProblems.error("json.too-many-values", { limit: limits.maxValues }, place, cause)
  );
}

function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}
