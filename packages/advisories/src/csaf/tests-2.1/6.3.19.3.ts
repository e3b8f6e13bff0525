import type { CsafRule } from "../rule.ts";
import { statusOverlaps } from "./shared/overlaps.ts";

/** Section 6.3.19.3. */
export const rule: CsafRule = {
  id: "6.3.19.3",
  group: "informative",
  title: "Overlapping Product Version Range with Product Version in Same Product Status Group",
  check: (document) => statusOverlaps(document, "same", { kinds: ["version"], holds: ["product", "branches"] }),
};
