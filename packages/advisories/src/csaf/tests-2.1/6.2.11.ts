import type { CsafRule } from "../rule.ts";
import { canonicalUrls } from "./shared/canonical-url.ts";

/** Section 6.2.11. */
export const rule: CsafRule = {
  id: "6.2.11",
  group: "recommended",
  title: "Missing Canonical URL",
  check: (document) =>
    canonicalUrls(document).length > 0
      ? []
      : [
          {
            path: "/document/references",
            message: "no reference of category self is an https URL that ends with the document's file name",
          },
        ],
};
