import type { Text } from "@bongsu/base";
import { Reader, toHex } from "./bytes.ts";
import { detailText } from "./details.ts";

/** What a signature says of itself and of its key, in subpackets (RFC 9580 §5.2.3.7). Times and spans are in seconds. */
export interface Statements {
  created: number | null;
  /** Span after its creation; null: never. */
  expires: number | null;
  /** Span after the key's creation; 0: never; null: not said. */
  keyExpires: number | null;
  /** First octet of the key flags (§5.2.3.29); null: not said. */
  keyFlags: number | null;
  isPrimaryUser: boolean;
  /** Why a key was revoked (§5.2.3.31); null: not said. */
  revocationReason: number | null;
  /** Key ids and fingerprints of who made it. A hint: nobody need have signed it. */
  issuers: string[];
  /** Bodies of signatures within (§5.2.3.34). */
  embedded: Uint8Array[];
  /** What is marked critical, and not understood here: the signature must not count. */
  critical: Text | null;
}

/** Subpackets whose meaning is kept to, or is of no weight for what is decided here: preferences, policies, trust in others. */
const understood = new Set([2, 3, 4, 5, 7, 9, 11, 12, 16, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 32, 33, 34, 39]);

const noneSaid = (): Statements => ({
  created: null,
  expires: null,
  keyExpires: null,
  keyFlags: null,
  isPrimaryUser: false,
  revocationReason: null,
  issuers: [],
  embedded: [],
  critical: null,
});

/** Hints and signatures within may stand unprotected; all else counts only where the signature covers it. */
function take(said: Statements, type: number, body: Reader, isHashed: boolean): void {
  if (type === 16) said.issuers.push(toHex(body.take(8)));
  if (type === 33 && body.uint(1) > 0) said.issuers.push(toHex(body.rest()));
  if (type === 32) said.embedded.push(body.rest());
  if (!isHashed) return;
  if (type === 2) said.created = body.uint(4);
  if (type === 3) said.expires = body.uint(4) || null;
  if (type === 9) said.keyExpires = body.uint(4);
  if (type === 25) said.isPrimaryUser = body.uint(1) !== 0;
  if (type === 27) said.keyFlags = body.left > 0 ? body.uint(1) : 0;
  if (type === 29) said.revocationReason = body.uint(1);
}

function lengthOf(reader: Reader): number {
  const first = reader.uint(1);
  if (first < 192) return first;
  return first < 255 ? (first - 192) * 256 + reader.uint(1) + 192 : reader.uint(4);
}

/** Reads both areas of a signature. Of two that differ the last counts (§5.2.3.9). Throws a `Fault`. */
export function readSubpackets(hashed: Uint8Array, unhashed: Uint8Array): Statements {
  const said = noneSaid();
  for (const area of [hashed, unhashed]) {
    const reader = new Reader(area);
    while (reader.left > 0) {
      const subpacket = new Reader(reader.take(lengthOf(reader)));
      const head = subpacket.uint(1);
      const type = head & 0x7f;
      // A critical notation is one of those: no notation is understood here.
      if (head > 0x7f && !understood.has(type))
        said.critical ??= type === 20 ? detailText("critical-notation") : detailText("critical-subpacket", { type });
      take(said, type, subpacket, area === hashed);
    }
  }
  return said;
}
