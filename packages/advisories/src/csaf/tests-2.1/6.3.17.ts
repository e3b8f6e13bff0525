import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { licenseTerms } from "./shared/licenses.ts";

/** Section 6.3.17. */
export const rule: CsafRule = {
  id: "6.3.17",
  group: "informative",
  title: "Use of Unregistered License",
  check: (document) =>
    licenseTerms(document)
      .filter(({ state }) => state === "own" || state === "absent")
      .map(({ id }) => ({
        path: "/document/license_expression",
        message: `${quote(id)} is neither in the SPDX License List nor in ScanCode LicenseDB`,
      })),
};
