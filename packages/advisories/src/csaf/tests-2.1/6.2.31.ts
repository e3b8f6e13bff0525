import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { elements, member } from "./shared/json.ts";
import { fullProductNames } from "./shared/products.ts";
import { select } from "./shared/select.ts";

/** Section 6.2.31. A product that is itself made by a product path is bound by it. */
export const rule: CsafRule = {
  id: "6.2.31",
  group: "recommended",
  title: "Hardware and Software",
  check(document) {
    const inPaths = new Set(
      ["beginning_product_reference", "full_product_name.product_id", "subpaths[*].next_product_reference"]
        .flatMap((end) => select(document, `$.product_tree.product_paths[*].${end}`))
        .map(({ value }) => value),
    );
    return fullProductNames(document).flatMap(({ path, value }) => {
      const helper = member(value, "product_identification_helper");
      const isHardware = ["serial_numbers", "model_numbers"].some((key) => elements(member(helper, key)).length > 0);
      const id = member(value, "product_id");
      if (!isHardware || inPaths.has(id)) return [];
      return [
        { path, message: `product ${quote(id ?? "")} has serial or model numbers, and no product path binds it` },
      ];
    });
  },
};
