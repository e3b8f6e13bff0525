import type { CsafRule } from "../rule.ts";
import { isObject } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** Section 6.3.3. */
export const rule: CsafRule = {
  id: "6.3.3",
  group: "informative",
  title: "Missing CVE",
  check: (document) =>
    select(document, "$.vulnerabilities[*]")
      .filter(({ value }) => isObject(value) && !Object.hasOwn(value, "cve"))
      .map(({ path }) => ({ path, message: "the vulnerability has no CVE ID" })),
};
