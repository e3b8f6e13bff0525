import type { CsafRule } from "../rule.ts";
import { statusOverlaps } from "./shared/overlaps.ts";

/** Section 6.2.50.1. */
export const rule: CsafRule = {
  id: "6.2.50.1",
  group: "recommended",
  title: "Overlapping Product Version Range with VERS in Contradicting Product Status Group",
  check: (document) => statusOverlaps(document, "contradicting", { kinds: ["vers"], holds: ["product"] }),
};
