import { quote } from "@bongsu/base";
import type { CsafRule, RuleFinding } from "../rule.ts";
import { groupsOfProducts } from "./shared/group-index.ts";
import { member, texts } from "./shared/json.ts";
import { type StatusEntry, type StatusGroup, statusEntries } from "./shared/product-status.ts";
import { type Found, select, selectFrom } from "./shared/select.ts";

/** The status groups for which a remediation of a category is discouraged (section 3.2.4.14.1, table 4). */
const discouraged: { [category: string]: readonly StatusGroup[] } = {
  workaround: ["Under investigation", "Unknown"],
  mitigation: ["Under investigation", "Unknown"],
  vendor_fix: ["Under investigation", "Unknown"],
  optional_patch: ["Fixed"],
  fix_planned: ["Not affected", "Under investigation", "Unknown"],
  no_fix_planned: ["Not affected"],
};

/** Section 6.2.27. */
export const rule: CsafRule = {
  id: "6.2.27",
  group: "recommended",
  title: "Discouraged Product Status Remediation Combination",
  check(document) {
    const groups = groupsOfProducts(document);
    return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const remediations = selectFrom(vulnerability, "$.remediations[*]");
      return Object.entries(discouraged).flatMap(([category, statuses]) => {
        const ofCategory = remediations.filter(({ value }) => member(value, "category") === category);
        if (ofCategory.length === 0) return [];
        return clashes(ofCategory, category, statusEntries(vulnerability, ...statuses), groups);
      });
    });
  },
};

/** The remediations that name a product of these entries, or a group that it is in. */
function clashes(
  items: Found[],
  category: string,
  entries: StatusEntry[],
  groups: Map<string, string[]>,
): RuleFinding[] {
  const byProduct = new Map(entries.map((entry) => [entry.product, entry]));
  const byGroup = new Map<string, StatusEntry>();
  for (const entry of byProduct.values())
    for (const group of groups.get(entry.product) ?? []) byGroup.set(group, entry);
  return items.flatMap(({ path, value }) => {
    const direct = texts(member(value, "product_ids")).map((product) => byProduct.get(product));
    const indirect = texts(member(value, "group_ids")).map((group) => byGroup.get(group));
    return [...new Set([...direct, ...indirect])].flatMap((entry) =>
      entry === undefined
        ? []
        : [{ path, message: `${category} for product ${quote(entry.product)}, whose status is ${entry.group}` }],
    );
  });
}
