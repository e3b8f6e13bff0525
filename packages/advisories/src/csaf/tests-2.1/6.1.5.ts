import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { repeated } from "./shared/repeated.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.5. */
export const rule: CsafRule = {
  id: "6.1.5",
  group: "mandatory",
  title: "Multiple Definition of Product Group ID",
  check(document) {
    const definitions = select(document, "$.product_tree.product_groups[*].group_id");
    return repeated(definitions, ({ value }) => (isText(value) ? value : null)).map(({ path, value }) => ({
      path,
      message: `product group ${quote(value)} is defined more than once`,
    }));
  },
};
