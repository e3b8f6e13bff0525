import { quote } from "@bongsu/base";
import type { CsafRule, RuleFinding } from "../rule.ts";
import { isObject, member } from "./shared/json.ts";
import { fullProductNames } from "./shared/products.ts";
import { selectFrom } from "./shared/select.ts";
import { unorderedText } from "./shared/unordered.ts";

const categories = [
  "cpe",
  ...["hashes", "model_numbers", "purls", "sbom_urls", "serial_numbers", "skus", "x_generic_uris"].map(
    (key) => `${key}[*]`,
  ),
];

/** Section 6.2.32. Lists are compared as sets, objects member by member. */
export const rule: CsafRule = {
  id: "6.2.32",
  group: "recommended",
  title: "Use of Same Product Identification Helper for Different Products",
  check(document) {
    const products = fullProductNames(document).filter(({ value }) => isObject(value));
    return categories.flatMap((category) => {
      const firstUser = new Map<string, unknown>();
      const findings: RuleFinding[] = [];
      for (const product of products) {
        const id = member(product.value, "product_id") ?? product.path;
        for (const { path, value } of selectFrom(product, `$.product_identification_helper.${category}`)) {
          const text = unorderedText(value);
          if (!firstUser.has(text)) firstUser.set(text, id);
          else if (firstUser.get(text) !== id) {
            findings.push({ path, message: `the same value also identifies product ${quote(firstUser.get(text))}` });
          }
        }
      }
      return findings;
    });
  },
};
