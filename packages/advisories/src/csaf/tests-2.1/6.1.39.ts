import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { tlpLabel } from "./shared/document.ts";
import { documentStatus } from "./shared/revisions.ts";
import { maxUuid, nilUuid, sharingGroup, sharingGroupPath } from "./shared/sharing-group.ts";

/** CSAF 2.1, section 6.1.39. */
export const rule: CsafRule = {
  id: "6.1.39",
  group: "mandatory",
  title: "Public Sharing Group with No Max UUID",
  check(document) {
    const group = sharingGroup(document);
    if (group === null || tlpLabel(document) !== "CLEAR" || group.id === maxUuid) return [];
    if (group.id === nilUuid && documentStatus(document) === "draft") return [];
    const message = `the label is CLEAR, but the sharing group is ${quote(group.id)}, not the Max UUID`;
    return [{ path: `${sharingGroupPath}/id`, message }];
  },
};
