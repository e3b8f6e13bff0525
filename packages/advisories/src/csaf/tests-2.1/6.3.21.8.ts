import type { CsafRule } from "../rule.ts";
import { select } from "./shared/select.ts";

/** Section 6.3.21.8. */
export const rule: CsafRule = {
  id: "6.3.21.8",
  group: "informative",
  title: "Usage of Extension at Vulnerabilities Level",
  check: (document) =>
    select(document, "$.vulnerabilities[*].x_extensions").map(({ path }) => ({
      path,
      message: "the vulnerability has extensions",
    })),
};
