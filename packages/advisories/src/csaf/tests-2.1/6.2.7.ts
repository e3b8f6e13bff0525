import type { CsafRule } from "../rule.ts";
import { isObject } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** Section 6.2.7. */
export const rule: CsafRule = {
  id: "6.2.7",
  group: "recommended",
  title: "Missing Date in Involvements",
  check: (document) =>
    select(document, "$.vulnerabilities[*].involvements[*]")
      .filter(({ value }) => isObject(value) && !Object.hasOwn(value, "date"))
      .map(({ path }) => ({ path, message: "the involvement has no date" })),
};
