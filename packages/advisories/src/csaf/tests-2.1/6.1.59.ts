import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { namesUnder } from "./shared/branches.ts";
import { isSingleVersion } from "./shared/product-version-range.ts";

/** CSAF 2.1, section 6.1.59. */
export const rule: CsafRule = {
  id: "6.1.59",
  group: "mandatory",
  title: "Single Version as Product Version Range",
  check(document) {
    return namesUnder(document, "product_version_range")
      .filter(({ name }) => isSingleVersion(name))
      .map(({ path, name }) => ({ path, message: `${quote(name)} is a single version, not a range` }));
  },
};
