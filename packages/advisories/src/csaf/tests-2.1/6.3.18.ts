import type { CsafRule } from "../rule.ts";
import { qualitativeRatings } from "./shared/qualitative-rating.ts";

/** Section 6.3.18. */
export const rule: CsafRule = {
  id: "6.3.18",
  group: "informative",
  title: "Use of Qualitative Severity Rating",
  check: (document) => qualitativeRatings(document, () => true),
};
