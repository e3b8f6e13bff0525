import { quote } from "@bongsu/base";
import { Correspondence } from "./shared/corresponding.ts";
import { isText } from "./shared/json.ts";
import { statusEntries } from "./shared/product-status.ts";
import { profileRule } from "./shared/profile-rule.ts";
import { select, selectFrom } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.27.13. A product that the tree does not define is left to 6.1.1. */
export const rule = profileRule(
  "6.1.27.13",
  "Corresponding Affected Products",
  ["csaf_security_advisory"],
  (document) => {
    const correspondence = new Correspondence(document);
    return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const affected = new Set(statusEntries(vulnerability, "Affected").map(({ product }) => product));
      const keys = new Set([...affected].flatMap((product) => correspondence.keys(product)));
      const corresponds = (product: string): boolean =>
        correspondence.keys(product).some((key) => keys.has(key)) ||
        correspondence.before(product).some((part) => affected.has(part));
      return selectFrom(vulnerability, "$.product_status.fixed[*]")
        .filter(({ value }) => isText(value) && correspondence.isDefined(value) && !corresponds(value))
        .map(({ path, value }) => ({ path, message: `no version of ${quote(value)} is listed as affected` }));
    });
  },
);
