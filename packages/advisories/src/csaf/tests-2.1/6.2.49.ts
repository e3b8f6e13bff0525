import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { namesUnder } from "./shared/branches.ts";
import { lastConstraint, readRange } from "./shared/version-range.ts";

/** Section 6.2.49. What ends with every version (`*`), or takes out single versions only, has no upper end either. */
export const rule: CsafRule = {
  id: "6.2.49",
  group: "recommended",
  title: "Upper Open Ended Product Version Range",
  check: (document) =>
    namesUnder(document, "product_version_range").flatMap(({ path, name }) => {
      const range = readRange(name);
      if (range === null || ![">", ">=", "*"].includes(lastConstraint(range)?.comparator ?? "*")) return [];
      return [{ path, message: `${quote(name)} has no upper end: it also holds versions that do not exist yet` }];
    }),
};
