import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText, member } from "./shared/json.ts";
import { licenseExpressionFault } from "./shared/license-expression.ts";

/** CSAF 2.1, section 6.1.54. */
export const rule: CsafRule = {
  id: "6.1.54",
  group: "mandatory",
  title: "License Expression",
  check(document) {
    const expression = member(member(document, "document"), "license_expression");
    const fault = isText(expression) ? licenseExpressionFault(expression) : null;
    if (fault === null) return [];
    return [{ path: "/document/license_expression", message: `not a licence expression: ${quote(fault)}` }];
  },
};
