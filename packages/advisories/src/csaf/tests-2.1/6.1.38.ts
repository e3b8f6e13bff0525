import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { tlpLabel } from "./shared/document.ts";
import { maxUuid, sharingGroup } from "./shared/sharing-group.ts";

/** CSAF 2.1, section 6.1.38. */
export const rule: CsafRule = {
  id: "6.1.38",
  group: "mandatory",
  title: "Non-Public Sharing Group with Max UUID",
  check(document) {
    const label = tlpLabel(document);
    if (sharingGroup(document)?.id !== maxUuid || label === "CLEAR") return [];
    const message = `the sharing group has the Max UUID, but the label is ${quote(label)}, not CLEAR`;
    return [{ path: "/document/distribution/tlp/label", message }];
  },
};
