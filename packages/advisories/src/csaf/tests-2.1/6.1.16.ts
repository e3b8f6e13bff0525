import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { type DocumentVersion, documentStatus, documentVersion, sortedRevisions } from "./shared/revisions.ts";

/** What is compared: without build metadata, and in a draft without the pre-release part. */
function compared(version: DocumentVersion, draft: boolean): string {
  const withoutBuild = version.text.split("+", 1)[0] ?? "";
  return draft ? (withoutBuild.split("-", 1)[0] ?? "") : withoutBuild;
}

/** CSAF 2.1, section 6.1.16. */
export const rule: CsafRule = {
  id: "6.1.16",
  group: "mandatory",
  title: "Latest Document Version",
  check(document) {
    const version = documentVersion(document);
    const last = sortedRevisions(document)?.at(-1)?.version;
    if (version === null || last === undefined) return [];
    const draft = documentStatus(document) === "draft";
    if (compared(version, draft) === compared(last, draft)) return [];
    const message = `the document's version is ${quote(version.text)}, but that of its last revision ${quote(last.text)}`;
    return [{ path: "/document/tracking/version", message }];
  },
};
