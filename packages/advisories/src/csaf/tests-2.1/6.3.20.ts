import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { select } from "./shared/select.ts";
import { idSystem } from "./shared/vulnerability-ids.ts";

/** Section 6.3.20. */
export const rule: CsafRule = {
  id: "6.3.20",
  group: "informative",
  title: "Use of Unregistered ID System",
  check: (document) =>
    select(document, "$.vulnerabilities[*].ids[*].system_name")
      .filter(({ value }) => isText(value) && idSystem(value) === null)
      .map(({ path, value }) => ({ path, message: `${quote(value)} is not registered as an ID system` })),
};
