import type { SlowCsafRule } from "../rule.ts";
import { weaknessFindings } from "./shared/cwe-mapping.ts";

/** Section 6.2.26. */
export const rule: SlowCsafRule = {
  id: "6.2.26",
  group: "recommended",
  title: "Usage of CWE Allowed with Review for Vulnerability Mapping",
  checkSlowly: (document) =>
    weaknessFindings(document, ({ usage }, { id, version }) =>
      usage === "Allowed-with-Review"
        ? `in CWE ${version}, a vulnerability should be mapped to ${id} only after a review`
        : null,
    ),
};
