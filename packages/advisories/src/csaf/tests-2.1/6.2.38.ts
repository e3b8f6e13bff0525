import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { documentCategory } from "./shared/document.ts";

/** Section 6.2.38. */
export const rule: CsafRule = {
  id: "6.2.38",
  group: "recommended",
  title: "Usage of Deprecated Profile",
  check(document) {
    const category = documentCategory(document);
    if (!category.startsWith("csaf_deprecated_")) return [];
    return [{ path: "/document/category", message: `profile ${quote(category)} is deprecated` }];
  },
};
