import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { documentStatus, documentVersion, isBeforeRelease } from "./shared/revisions.ts";

/** CSAF 2.1, section 6.1.17. */
export const rule: CsafRule = {
  id: "6.1.17",
  group: "mandatory",
  title: "Document Status Draft",
  check(document) {
    const version = documentVersion(document);
    const status = documentStatus(document);
    if (version === null || status === "draft") return [];
    if (!isBeforeRelease(version) && version.prerelease.length === 0) return [];
    return [
      {
        path: "/document/tracking/status",
        message: `version ${quote(version.text)} is a draft, but status is ${quote(status)}`,
      },
    ];
  },
};
