import type { Json } from "../../platform/database/bounded-json.ts";

/**
 * Reads JSON so that no two different texts of a number come out alike: a number that ECMAScript would write in another
 * way (`1.0`, `1e3`, more digits than a double holds) becomes its text. So a hash over the value covers every digit, and
 * an exported entry holds only numbers that every reader of JSON reads and writes alike. Throws what `JSON.parse` throws.
 */
export function exactJson(text: string): Json {
  const asWritten = (_name: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === "number" && context?.source !== undefined && context.source !== String(value)
      ? context.source
      : value;
  return JSON.parse(text, asWritten);
}
