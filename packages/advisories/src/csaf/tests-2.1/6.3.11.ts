import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { namesUnder } from "./shared/branches.ts";

/** Section 6.3.11. */
export const rule: CsafRule = {
  id: "6.3.11",
  group: "informative",
  title: "Usage of V as Version Indicator",
  check: (document) =>
    namesUnder(document, "product_version")
      .filter(({ name }) => /^[vV][0-9]/.test(name))
      .map(({ path, name }) => ({ path, message: `version ${quote(name)} starts with a v` })),
};
