import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { coverage, groupsOfProducts } from "./shared/group-index.ts";
import { member } from "./shared/json.ts";
import { type StatusGroup, statusEntries } from "./shared/product-status.ts";
import { select, selectFrom } from "./shared/select.ts";

/** The status groups that contradict a remediation of a category (section 3.2.4.14.1, table 4). */
const prohibited: { [category: string]: readonly StatusGroup[] } = {
  workaround: ["Not affected", "Fixed"],
  mitigation: ["Not affected", "Fixed"],
  vendor_fix: ["Not affected", "Fixed"],
  optional_patch: ["Affected"],
  none_available: ["Not affected", "Fixed"],
  fix_planned: ["Fixed"],
  no_fix_planned: ["Fixed"],
};

/** CSAF 2.1, section 6.1.36. */
export const rule: CsafRule = {
  id: "6.1.36",
  group: "mandatory",
  title: "Contradicting Product Status Remediation Combination",
  check(document) {
    const groups = groupsOfProducts(document);
    return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const remediations = selectFrom(vulnerability, "$.remediations[*]");
      return Object.entries(prohibited).flatMap(([category, statuses]) => {
        const items = remediations.filter(({ value }) => member(value, "category") === category);
        if (items.length === 0) return [];
        const isNamed = coverage(items, groups);
        return statusEntries(vulnerability, ...statuses)
          .filter(({ product }) => isNamed(product))
          .map(({ path, product, group }) => ({
            path,
            message: `a remediation is ${category} for product ${quote(product)}, whose status is "${group}"`,
          }));
      });
    });
  },
};
