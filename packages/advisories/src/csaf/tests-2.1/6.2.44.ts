import { quote } from "@bongsu/base";
import type { SlowCsafRule } from "../rule.ts";
import { licenseFindings } from "./shared/licenses.ts";

/** Section 6.2.44. Identifiers of inventories other than SPDX and ScanCode are not looked up. */
export const rule: SlowCsafRule = {
  id: "6.2.44",
  group: "recommended",
  title: "Deprecated License Identifier",
  checkSlowly: (document, ports) =>
    licenseFindings(document, "deprecated", (id) => `${quote(id)} is deprecated`, ports),
};
