import type { CsafRule } from "../rule.ts";
import { select } from "./shared/select.ts";

/** Section 6.3.21.5. */
export const rule: CsafRule = {
  id: "6.3.21.5",
  group: "informative",
  title: "Usage of Extension in Product Tree Full Product Names Path",
  check: (document) =>
    select(document, "$.product_tree.full_product_names[*].x_extensions").map(({ path }) => ({
      path,
      message: "a listed product has extensions",
    })),
};
