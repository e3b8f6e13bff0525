import { profileRule } from "./shared/profile-rule.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.27.16. */
export const rule = profileRule("6.1.27.16", "Revision History", ["csaf_withdrawn", "csaf_superseded"], (document) => {
  const { length } = select(document, "$.document.tracking.revision_history[*]");
  if (length >= 2) return [];
  return [{ path: "/document/tracking/revision_history", message: `${length} entries, and at least two are needed` }];
});
