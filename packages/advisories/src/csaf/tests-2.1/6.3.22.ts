import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { select } from "./shared/select.ts";

/** Section 6.3.22. */
export const rule: CsafRule = {
  id: "6.3.22",
  group: "informative",
  title: "Nested Product Path",
  check(document) {
    const made = new Set(
      select(document, "$.product_tree.product_paths[*].full_product_name.product_id").map(({ value }) => value),
    );
    return ["beginning_product_reference", "subpaths[*].next_product_reference"]
      .flatMap((end) => select(document, `$.product_tree.product_paths[*].${end}`))
      .filter(({ value }) => made.has(value))
      .map(({ path, value }) => ({ path, message: `product ${quote(value)} is itself made by a product path` }));
  },
};
