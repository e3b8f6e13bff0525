import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { documentCategory } from "./shared/document.ts";
import { productDefinitions } from "./shared/products.ts";
import { referencedProducts } from "./shared/referenced-products.ts";

/** Section 6.2.1. An informational advisory may name products without saying more of them. */
export const rule: CsafRule = {
  id: "6.2.1",
  group: "recommended",
  title: "Unused Definition of Product ID",
  check(document) {
    if (documentCategory(document) === "csaf_informational_advisory") return [];
    const referenced = referencedProducts(document);
    return productDefinitions(document)
      .filter(({ value }) => !referenced.has(String(value)))
      .map(({ path, value }) => ({ path, message: `product ${quote(value)} is defined, and nothing refers to it` }));
  },
};
