import type { CsafRule } from "../rule.ts";
import { reservedNames, sharingGroup, sharingGroupPath } from "./shared/sharing-group.ts";

/** CSAF 2.1, section 6.1.40. */
export const rule: CsafRule = {
  id: "6.1.40",
  group: "mandatory",
  title: "Invalid Sharing Group Name",
  check(document) {
    const group = sharingGroup(document);
    return [...reservedNames]
      .filter(([id, name]) => group?.name === name && group.id !== id)
      .map(([id, name]) => ({ path: `${sharingGroupPath}/name`, message: `"${name}" is reserved for the id ${id}` }));
  },
};
