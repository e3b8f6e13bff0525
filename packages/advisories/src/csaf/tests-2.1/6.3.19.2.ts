import type { CsafRule } from "../rule.ts";
import { statusOverlaps } from "./shared/overlaps.ts";

/** Section 6.3.19.2. */
export const rule: CsafRule = {
  id: "6.3.19.2",
  group: "informative",
  title: "Overlapping Product Version Range with vls in Same Product Status Group",
  check: (document) => statusOverlaps(document, "same", { kinds: ["vls"], holds: ["product"] }),
};
