import type { CsafRule } from "../rule.ts";
import { branchOverlaps } from "./shared/overlaps.ts";

/** Section 6.3.19.5. */
export const rule: CsafRule = {
  id: "6.3.19.5",
  group: "informative",
  title: "Overlapping Product Version Range with Product Version in Branch",
  check: (document) => branchOverlaps(document, { kinds: ["version"], holds: ["branches"] }),
};
