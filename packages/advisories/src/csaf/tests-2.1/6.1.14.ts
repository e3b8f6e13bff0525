import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { compareDocumentVersions, sortedRevisions } from "./shared/revisions.ts";

/** CSAF 2.1, section 6.1.14. */
export const rule: CsafRule = {
  id: "6.1.14",
  group: "mandatory",
  title: "Sorted Revision History",
  check(document) {
    const revisions = sortedRevisions(document) ?? [];
    return revisions.flatMap(({ path, version }, index) => {
      const before = revisions[index - 1];
      if (before === undefined || compareDocumentVersions(before.version, version) <= 0) return [];
      const message = `number ${quote(version.text)} is later than ${quote(before.version.text)} by date, but lower`;
      return [{ path: `${path}/number`, message }];
    });
  },
};
