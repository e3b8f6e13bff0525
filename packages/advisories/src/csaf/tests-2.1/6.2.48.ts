import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { namesUnder } from "./shared/branches.ts";

/** Section 6.2.48. */
export const rule: CsafRule = {
  id: "6.2.48",
  group: "recommended",
  title: "Misuse at Vendor Name",
  check: (document) =>
    namesUnder(document, "vendor")
      .filter(({ name }) => name.replace(/\s/g, "").toLowerCase() === "opensource")
      .map(({ path, name }) => ({ path, message: `${quote(name)} is not the name of a vendor` })),
};
