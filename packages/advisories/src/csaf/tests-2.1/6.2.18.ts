import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { namesUnder } from "./shared/branches.ts";

/** Section 6.2.18. */
export const rule: CsafRule = {
  id: "6.2.18",
  group: "recommended",
  title: "Product Version Range without VERS",
  check: (document) =>
    namesUnder(document, "product_version_range")
      .filter(({ name }) => !/^vers:[a-z.\-+][a-z0-9.\-+]*\/./.test(name))
      .map(({ path, name }) => ({
        path,
        message: `${quote(name)} is not VERS: check whether VERS can say it, or list the versions; vls is a last resort`,
      })),
};
