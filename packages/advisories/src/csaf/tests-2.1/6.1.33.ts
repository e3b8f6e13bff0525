import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { groupsOfProducts } from "./shared/group-index.ts";
import { elements, isText, member, texts } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** The labels that justify a VEX status (section 3.2.4.7). */
const justifications = new Set([
  "component_not_present",
  "inline_mitigations_already_exist",
  "vulnerable_code_cannot_be_controlled_by_adversary",
  "vulnerable_code_not_in_execute_path",
  "vulnerable_code_not_present",
]);

/** The flags by what they name: a Product ID (`product_ids`) or a group (`group_ids`). */
function flagsBy(flags: readonly unknown[], key: string): Map<string, unknown[]> {
  const index = new Map<string, unknown[]>();
  for (const flag of flags) {
    for (const id of new Set(texts(member(flag, key)))) {
      const known = index.get(id);
      if (known === undefined) index.set(id, [flag]);
      else known.push(flag);
    }
  }
  return index;
}

/** CSAF 2.1, section 6.1.33. */
export const rule: CsafRule = {
  id: "6.1.33",
  group: "mandatory",
  title: "Multiple Flags with VEX Justification Codes per Product",
  check(document) {
    const groups = groupsOfProducts(document);
    return select(document, "$.vulnerabilities[*]").flatMap(({ path, value }) => {
      const flags = elements(member(value, "flags")).filter((flag) => {
        const label = member(flag, "label");
        return isText(label) && justifications.has(label);
      });
      if (flags.length < 2) return [];
      const [byProduct, byGroup] = [flagsBy(flags, "product_ids"), flagsBy(flags, "group_ids")];
      return [...new Set([...byProduct.keys(), ...groups.keys()])]
        .filter((product) => {
          const direct = byProduct.get(product) ?? [];
          const indirect = (groups.get(product) ?? []).map((group) => byGroup.get(group)?.slice(0, 2) ?? []);
          return new Set([...direct, ...indirect.flat()]).size > 1;
        })
        .map((product) => ({
          path: `${path}/flags`,
          message: `product ${quote(product)} is in more than one flag with a VEX justification`,
        }));
    });
  },
};
