import type { CsafRule } from "../rule.ts";
import { elements, isObject, member } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** Section 6.3.4. */
export const rule: CsafRule = {
  id: "6.3.4",
  group: "informative",
  title: "Missing CWE",
  check: (document) =>
    select(document, "$.vulnerabilities[*]")
      .filter(({ value }) => isObject(value) && elements(member(value, "cwes")).length === 0)
      .map(({ path }) => ({ path, message: "the vulnerability names no CWE" })),
};
