import type { CsafRule } from "../rule.ts";
import { statusOverlaps } from "./shared/overlaps.ts";

/** Section 6.2.50.2. */
export const rule: CsafRule = {
  id: "6.2.50.2",
  group: "recommended",
  title: "Overlapping Product Version Range with vls in Contradicting Product Status Group",
  check: (document) => statusOverlaps(document, "contradicting", { kinds: ["vls"], holds: ["product"] }),
};
