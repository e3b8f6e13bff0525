import type { CsafRule } from "../rule.ts";
import { select } from "./shared/select.ts";

/** Section 6.3.21.6. */
export const rule: CsafRule = {
  id: "6.3.21.6",
  group: "informative",
  title: "Usage of Extension in Product Tree Product Paths Path",
  check: (document) =>
    select(document, "$.product_tree.product_paths[*].full_product_name.x_extensions").map(({ path }) => ({
      path,
      message: "a product of a product path has extensions",
    })),
};
