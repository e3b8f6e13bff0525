import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { type DocumentVersion, parseDocumentVersion } from "./shared/revisions.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.30. */
export const rule: CsafRule = {
  id: "6.1.30",
  group: "mandatory",
  title: "Mixed Integer and Semantic Versioning",
  check(document) {
    let first: DocumentVersion | null = null;
    return ["$.document.tracking.version", "$.document.tracking.revision_history[*].number"]
      .flatMap((path) => select(document, path))
      .flatMap(({ path, value }) => {
        const version = parseDocumentVersion(value);
        if (version === null) return [];
        first ??= version;
        if (version.system === first.system) return [];
        return [
          {
            path,
            message: `${quote(version.text)} is ${version.system} versioning, ${quote(first.text)} is ${first.system}`,
          },
        ];
      });
  },
};
