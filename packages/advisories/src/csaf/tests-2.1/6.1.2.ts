import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { productDefinitions } from "./shared/products.ts";
import { repeated } from "./shared/repeated.ts";

/** CSAF 2.1, section 6.1.2. */
export const rule: CsafRule = {
  id: "6.1.2",
  group: "mandatory",
  title: "Multiple Definition of Product ID",
  check(document) {
    return repeated(productDefinitions(document), ({ value }) => String(value)).map(({ path, value }) => ({
      path,
      message: `product ${quote(value)} is defined more than once`,
    }));
  },
};
