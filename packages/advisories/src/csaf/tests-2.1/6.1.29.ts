import type { CsafRule } from "../rule.ts";
import { member } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.29. */
export const rule: CsafRule = {
  id: "6.1.29",
  group: "mandatory",
  title: "Remediation without Product Reference",
  check(document) {
    return select(document, "$.vulnerabilities[*].remediations[*]")
      .filter(({ value }) => member(value, "group_ids") === undefined && member(value, "product_ids") === undefined)
      .map(({ path }) => ({ path, message: "the remediation does not say for which products it is" }));
  },
};
