import type { SlowCsafRule } from "../rule.ts";
import { weaknessFindings } from "./shared/cwe-mapping.ts";

/** Section 6.2.23. */
export const rule: SlowCsafRule = {
  id: "6.2.23",
  group: "recommended",
  title: "Usage of Deprecated CWE",
  checkSlowly: (document) =>
    weaknessFindings(document, ({ status }, { id, version }) =>
      status === "Deprecated" ? `${id} is deprecated in CWE ${version}` : null,
    ),
};
