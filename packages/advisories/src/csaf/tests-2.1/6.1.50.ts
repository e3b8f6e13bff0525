import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { namesUnder } from "./shared/branches.ts";
import { rangeFault, unknownScheme } from "./shared/product-version-range.ts";

/** CSAF 2.1, section 6.1.50. */
export const rule: CsafRule = {
  id: "6.1.50",
  group: "mandatory",
  title: "Product Version Range Rules",
  check(document) {
    return namesUnder(document, "product_version_range").flatMap(({ path, name }) => {
      const fault = rangeFault(name);
      return fault === null ? [] : [{ path, message: `${quote(name)} is neither VERS nor VERS-like: ${fault}` }];
    });
  },
  unjudged(document) {
    return namesUnder(document, "product_version_range").flatMap(({ path, name }) => {
      const scheme = unknownScheme(name);
      return scheme === null ? [] : [{ path, message: `the version scheme ${quote(scheme)} has no known order` }];
    });
  },
};
