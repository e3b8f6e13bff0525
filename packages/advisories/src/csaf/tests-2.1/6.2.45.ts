import { quote } from "@bongsu/base";
import type { SlowCsafRule } from "../rule.ts";
import { licenseFindings } from "./shared/licenses.ts";

/** Section 6.2.45. Identifiers of inventories other than SPDX and ScanCode are not looked up. */
export const rule: SlowCsafRule = {
  id: "6.2.45",
  group: "recommended",
  title: "Non-Existing License Identifier",
  checkSlowly: (document, ports) => licenseFindings(document, "absent", (id) => `${quote(id)} does not exist`, ports),
};
