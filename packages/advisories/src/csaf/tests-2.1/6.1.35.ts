import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { coverage, groupsOfProducts } from "./shared/group-index.ts";
import { elements, isText, member } from "./shared/json.ts";
import { select, selectFrom } from "./shared/select.ts";

/** Categories that may stand together for one product (section 3.2.4.14.1, table 3); each may also stand with itself. */
const together = new Set(
  [
    ["workaround", "mitigation"],
    ["workaround", "vendor_fix"],
    ["workaround", "fix_planned"],
    ["workaround", "no_fix_planned"],
    ["mitigation", "vendor_fix"],
    ["mitigation", "fix_planned"],
    ["mitigation", "no_fix_planned"],
  ].map((pair) => pair.sort().join()),
);

const categories = [
  ...["workaround", "mitigation", "vendor_fix", "optional_patch", "none_available", "fix_planned", "no_fix_planned"],
];

/** CSAF 2.1, section 6.1.35. */
export const rule: CsafRule = {
  id: "6.1.35",
  group: "mandatory",
  title: "Contradicting Remediations",
  check(document) {
    const groups = groupsOfProducts(document);
    return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const remediations = selectFrom(vulnerability, "$.remediations[*]");
      const present = categories.flatMap((category) => {
        const items = remediations.filter(({ value }) => member(value, "category") === category);
        return items.length === 0 ? [] : [{ category, names: coverage(items, groups) }];
      });
      if (present.length < 2) return [];
      const listed = remediations.flatMap(({ value }) => elements(member(value, "product_ids"))).filter(isText);
      return [...new Set([...listed, ...groups.keys()])].flatMap((product) => {
        const used = present.filter(({ names }) => names(product)).map(({ category }) => category);
        return used.flatMap((category, index) =>
          used
            .slice(index + 1)
            .filter((other) => !together.has([category, other].sort().join()))
            .map((other) => ({
              path: `${vulnerability.path}/remediations`,
              message: `${category} and ${other} contradict each other for product ${quote(product)}`,
            })),
        );
      });
    });
  },
};
