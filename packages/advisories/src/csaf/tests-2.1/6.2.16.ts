import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isObject, member } from "./shared/json.ts";
import { fullProductNames } from "./shared/products.ts";

/** Section 6.2.16. */
export const rule: CsafRule = {
  id: "6.2.16",
  group: "recommended",
  title: "Missing Product Identification Helper",
  check: (document) =>
    fullProductNames(document)
      .filter(({ value }) => isObject(value) && !Object.hasOwn(value, "product_identification_helper"))
      .map(({ path, value }) => ({
        path,
        message: `product ${quote(member(value, "product_id") ?? "")} has nothing that helps to identify it`,
      })),
};
