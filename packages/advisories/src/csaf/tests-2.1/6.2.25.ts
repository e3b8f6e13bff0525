import type { SlowCsafRule } from "../rule.ts";
import { weaknessFindings } from "./shared/cwe-mapping.ts";

const allowed = ["Allowed", "Allowed-with-Review"];

/** Section 6.2.25. CWE says whether a weakness may be mapped to since version 4.12. */
export const rule: SlowCsafRule = {
  id: "6.2.25",
  group: "recommended",
  title: "Usage of CWE Not Allowed for Vulnerability Mapping",
  checkSlowly: (document) =>
    weaknessFindings(document, ({ usage }, { id, version }) =>
      usage === undefined || allowed.includes(usage)
        ? null
        : `mapping a vulnerability to ${id} is ${usage.toLowerCase()} in CWE ${version}`,
    ),
};
