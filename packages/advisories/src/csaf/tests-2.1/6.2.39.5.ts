import type { CsafRule } from "../rule.ts";
import { documentCategory } from "./shared/document.ts";
import { select } from "./shared/select.ts";

/** Section 6.2.39.5. */
export const rule: CsafRule = {
  id: "6.2.39.5",
  group: "recommended",
  title: "Extension in Superseded or Withdrawn Document",
  check(document) {
    if (!["csaf_withdrawn", "csaf_superseded"].includes(documentCategory(document))) return [];
    return ["$.document.x_extensions", "$.x_extensions"]
      .flatMap((path) => select(document, path))
      .map(({ path }) => ({ path, message: "a withdrawn or superseded document has an extension" }));
  },
};
