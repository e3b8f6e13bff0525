import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { parseDocumentVersion } from "./shared/revisions.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.19. */
export const rule: CsafRule = {
  id: "6.1.19",
  group: "mandatory",
  title: "Revision History Entries for Pre-release Versions",
  check(document) {
    return select(document, "$.document.tracking.revision_history[*].number").flatMap(({ path, value }) => {
      const version = parseDocumentVersion(value);
      if (version === null || version.prerelease.length === 0) return [];
      return [{ path, message: `number ${quote(version.text)} is a pre-release` }];
    });
  },
};
