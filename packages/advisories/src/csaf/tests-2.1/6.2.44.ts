import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { licenseTerms } from "./shared/licenses.ts";

/** Section 6.2.44. */
export const rule: CsafRule = {
  id: "6.2.44",
  group: "recommended",
  title: "Deprecated License Identifier",
  check: (document) =>
    licenseTerms(document)
      .filter(({ state }) => state === "deprecated")
      .map(({ id }) => ({ path: "/document/license_expression", message: `${quote(id)} is deprecated` })),
};
