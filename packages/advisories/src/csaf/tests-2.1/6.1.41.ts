import type { CsafRule } from "../rule.ts";
import { reservedNames, sharingGroup, sharingGroupPath } from "./shared/sharing-group.ts";

/** CSAF 2.1, section 6.1.41. */
export const rule: CsafRule = {
  id: "6.1.41",
  group: "mandatory",
  title: "Missing Sharing Group Name",
  check(document) {
    const group = sharingGroup(document);
    const name = group === null ? undefined : reservedNames.get(group.id);
    if (group === null || name === undefined || group.name === name) return [];
    return [{ path: `${sharingGroupPath}/name`, message: `the sharing group ${group.id} must be named "${name}"` }];
  },
};
