import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { documentStatus, documentVersion, isReleased } from "./shared/revisions.ts";

/** CSAF 2.1, section 6.1.20. */
export const rule: CsafRule = {
  id: "6.1.20",
  group: "mandatory",
  title: "Non-Draft Document Version",
  check(document) {
    const version = documentVersion(document);
    if (!isReleased(document) || version === null || version.prerelease.length === 0) return [];
    const message = `status is ${quote(documentStatus(document))}, but version ${quote(version.text)} is a pre-release`;
    return [{ path: "/document/tracking/version", message }];
  },
};
