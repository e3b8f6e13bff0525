import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { statusEntries } from "./shared/product-status.ts";
import { select, selectFrom } from "./shared/select.ts";

/** Section 6.2.3. */
export const rule: CsafRule = {
  id: "6.2.3",
  group: "recommended",
  title: "Missing Metric",
  check: (document) =>
    select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const measured = new Set(selectFrom(vulnerability, "$.metrics[*].products[*]").map(({ value }) => value));
      return statusEntries(vulnerability, "Affected")
        .filter(({ product }) => !measured.has(product))
        .map(({ path, product }) => ({ path, message: `no metric covers the affected product ${quote(product)}` }));
    }),
};
