import type { CsafRule } from "../rule.ts";
import { additionalMembers20 } from "../schema-2.0.ts";

/** CSAF 2.0, section 6.2.20. The library's takes time with the square of the number of products. */
export const rule: CsafRule = {
  id: "6.2.20",
  group: "recommended",
  title: "Additional Properties",
  check: (document) => additionalMembers20(document),
};
