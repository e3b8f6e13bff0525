import assert from "node:assert/strict";
import { readPublicKeys, verifyDetached } from "../index.ts";
import type { Scenario } from "./scenarios.ts";

export const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** `good`, or the reason why not. */
export async function outcome(
  document: Uint8Array,
  signature: Uint8Array,
  keys: Uint8Array,
  at: Date,
): Promise<string> {
  const result = await verifyDetached(document, signature, await readPublicKeys(keys), at);
  return result.ok ? "good" : result.reason;
}

export async function holds({ name, document, signature, keys, at, expected }: Scenario): Promise<void> {
  assert.equal(await outcome(bytes(document), bytes(signature), bytes(keys), new Date(at)), expected, name);
}
