import { createHash } from "node:crypto";
import { canonicalJson } from "@bongsu/base";

/** The hash of an entry: SHA-256 over the canonical JSON (RFC 8785) of all its members but `hash`. Null for what has none. */
export function hashOf(record: object): string | null {
  const { hash: _, ...statement } = record as { hash?: unknown };
  try {
    return createHash("sha256").update(canonicalJson(statement)).digest("hex");
  } catch {
    // Too deep, or not JSON: nothing that the hub ever wrote.
    return null;
  }
}
