import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { coverage, groupsOfProducts } from "./shared/group-index.ts";
import { statusEntries } from "./shared/product-status.ts";
import { select, selectFrom } from "./shared/select.ts";

/** Section 6.2.2. */
export const rule: CsafRule = {
  id: "6.2.2",
  group: "recommended",
  title: "Missing Remediation",
  check(document) {
    const groups = groupsOfProducts(document);
    return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const remedied = coverage(selectFrom(vulnerability, "$.remediations[*]"), groups);
      return statusEntries(vulnerability, "Affected", "Under investigation")
        .filter(({ product }) => !remedied(product))
        .map(({ path, product }) => ({ path, message: `no remediation for product ${quote(product)}` }));
    });
  },
};
