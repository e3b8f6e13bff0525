import type { CsafRule } from "../rule.ts";
import { branchOverlaps } from "./shared/overlaps.ts";

/** Section 6.3.19.4. */
export const rule: CsafRule = {
  id: "6.3.19.4",
  group: "informative",
  title: "Overlapping Product Version Range with Product Version Range in Branch",
  check: (document) => branchOverlaps(document, { kinds: ["vers", "vls"], holds: ["branches"] }),
};
