import { mustNotExist, profileRule } from "./shared/profile-rule.ts";

/** CSAF 2.1, section 6.1.27.15. */
export const rule = profileRule("6.1.27.15", "Product Tree", ["csaf_withdrawn", "csaf_superseded"], (document) =>
  mustNotExist(document, "product_tree"),
);
