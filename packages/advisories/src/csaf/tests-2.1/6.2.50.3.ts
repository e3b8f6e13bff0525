import type { CsafRule } from "../rule.ts";
import { statusOverlaps } from "./shared/overlaps.ts";

/** Section 6.2.50.3. */
export const rule: CsafRule = {
  id: "6.2.50.3",
  group: "recommended",
  title: "Overlapping Product Version Range with Product Version in Contradicting Product Status Group",
  check: (document) => statusOverlaps(document, "contradicting", { kinds: ["version"], holds: ["product"] }),
};
