import type { CsafRule } from "../rule.ts";
import { canonicalUrls } from "./shared/canonical-url.ts";
import { member } from "./shared/json.ts";
import { qualitativeRatings } from "./shared/qualitative-rating.ts";

/** Section 6.2.47. A metric is the issuing party's own if it names no source, or the document itself. */
export const rule: CsafRule = {
  id: "6.2.47",
  group: "recommended",
  title: "Use of Qualitative Severity Rating by Issuing Party",
  check(document) {
    const own = new Set<unknown>([undefined, ...canonicalUrls(document)]);
    return qualitativeRatings(document, (metric) => own.has(member(metric, "source")));
  },
};
