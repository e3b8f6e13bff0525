import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { documentCategory } from "../tests-2.1/shared/document.ts";
import { definitions, references } from "./products.ts";

/** CSAF 2.0, section 6.2.1. The library's takes time with the square of the number of products. */
export const rule: CsafRule = {
  id: "6.2.1",
  group: "recommended",
  title: "Unused Definition of Product ID",
  check(document) {
    if (documentCategory(document) === "csaf_informational_advisory") return [];
    const used = new Set(references(document).map(({ value }) => value));
    return definitions(document)
      .filter(({ value }) => !used.has(value))
      .map(({ path, value }) => ({ path, message: `product ${quote(value)} is defined and not used` }));
  },
};
