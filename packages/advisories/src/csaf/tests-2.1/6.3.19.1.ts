import type { CsafRule } from "../rule.ts";
import { statusOverlaps } from "./shared/overlaps.ts";

/** Section 6.3.19.1. */
export const rule: CsafRule = {
  id: "6.3.19.1",
  group: "informative",
  title: "Overlapping Product Version Range with VERS in Same Product Status Group",
  check: (document) => statusOverlaps(document, "same", { kinds: ["vers"], holds: ["product"] }),
};
