import type { CsafRule } from "../rule.ts";
import { unsetDocumentMember } from "./shared/member-set.ts";

/** Section 6.2.43. */
export const rule: CsafRule = {
  id: "6.2.43",
  group: "recommended",
  title: "Missing License Expression",
  check: (document) => unsetDocumentMember(document, "license_expression"),
};
