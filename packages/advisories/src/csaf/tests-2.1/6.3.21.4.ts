import type { CsafRule } from "../rule.ts";
import { select } from "./shared/select.ts";

/** Section 6.3.21.4. */
export const rule: CsafRule = {
  id: "6.3.21.4",
  group: "informative",
  title: "Usage of Extension in Product Tree Branch Path",
  check: (document) =>
    select(document, "$.product_tree.branches[*]..product.x_extensions").map(({ path }) => ({
      path,
      message: "a product of a branch has extensions",
    })),
};
