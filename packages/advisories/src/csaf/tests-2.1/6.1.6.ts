import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { type StatusGroup, statusEntries } from "./shared/product-status.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.6, with the groups of section 3.2.4.12. */
export const rule: CsafRule = {
  id: "6.1.6",
  group: "mandatory",
  title: "Contradicting Product Status",
  check(document) {
    return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const groupOf = new Map<string, StatusGroup>();
      return statusEntries(vulnerability).flatMap(({ path, product, group }) => {
        const before = groupOf.get(product) ?? group;
        groupOf.set(product, before);
        return before === group
          ? []
          : [{ path, message: `product ${quote(product)} is in the contradicting groups "${before}" and "${group}"` }];
      });
    });
  },
};
