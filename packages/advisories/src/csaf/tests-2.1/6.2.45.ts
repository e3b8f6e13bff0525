import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { licenseTerms } from "./shared/licenses.ts";

/** Section 6.2.45. Identifiers of inventories other than SPDX and ScanCode are not looked up. */
export const rule: CsafRule = {
  id: "6.2.45",
  group: "recommended",
  title: "Non-Existing License Identifier",
  check: (document) =>
    licenseTerms(document)
      .filter(({ state }) => state === "absent")
      .map(({ id }) => ({ path: "/document/license_expression", message: `${quote(id)} does not exist` })),
};
