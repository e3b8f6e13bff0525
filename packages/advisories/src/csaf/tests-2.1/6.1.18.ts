import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { documentStatus, isBeforeRelease, isReleased, parseDocumentVersion } from "./shared/revisions.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.18. */
export const rule: CsafRule = {
  id: "6.1.18",
  group: "mandatory",
  title: "Released Revision History",
  check(document) {
    if (!isReleased(document)) return [];
    return select(document, "$.document.tracking.revision_history[*].number").flatMap(({ path, value }) => {
      const version = parseDocumentVersion(value);
      if (version === null || !isBeforeRelease(version)) return [];
      return [
        {
          path,
          message: `status is ${quote(documentStatus(document))}, but the history has number ${quote(version.text)}`,
        },
      ];
    });
  },
};
