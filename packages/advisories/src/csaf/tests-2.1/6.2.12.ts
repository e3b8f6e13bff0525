import type { CsafRule } from "../rule.ts";
import { unsetDocumentMember } from "./shared/member-set.ts";

/** Section 6.2.12. */
export const rule: CsafRule = {
  id: "6.2.12",
  group: "recommended",
  title: "Missing Document Language",
  check: (document) => unsetDocumentMember(document, "lang"),
};
