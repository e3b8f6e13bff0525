import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { definitions, references } from "./products.ts";

/** CSAF 2.0, section 6.1.1. The library's takes time with the square of the number of products. */
export const rule: CsafRule = {
  id: "6.1.1",
  group: "mandatory",
  title: "Missing Definition of Product ID",
  check(document) {
    const defined = new Set(definitions(document).map(({ value }) => value));
    return references(document)
      .filter(({ value }) => !defined.has(value))
      .map(({ path, value }) => ({ path, message: `product ${quote(value)} is not defined in the product tree` }));
  },
};
