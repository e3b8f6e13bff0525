import { compareKeys } from "../key.ts";
import type { VersionOrder } from "../order.ts";

const encoder = new TextEncoder();

/** VERS `lexicographic`: any text but the empty one, in the order of its bytes in UTF-8. */
export const lexicographic: VersionOrder = {
  name: "lexicographic",
  compare: (a, b) => (a === "" || b === "" ? null : compareKeys(encoder.encode(a), encoder.encode(b))),
  key: (version) => (version === "" ? null : encoder.encode(version)),
};
