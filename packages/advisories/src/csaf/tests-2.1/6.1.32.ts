import type { CsafRule } from "../rule.ts";
import { member } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.32. */
export const rule: CsafRule = {
  id: "6.1.32",
  group: "mandatory",
  title: "Flag without Product Reference",
  check(document) {
    return select(document, "$.vulnerabilities[*].flags[*]")
      .filter(({ value }) => member(value, "group_ids") === undefined && member(value, "product_ids") === undefined)
      .map(({ path }) => ({ path, message: "the flag does not say for which products it is" }));
  },
};
