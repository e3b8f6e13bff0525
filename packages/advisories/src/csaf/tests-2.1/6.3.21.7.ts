import type { CsafRule } from "../rule.ts";
import { select } from "./shared/select.ts";

/** Section 6.3.21.7. */
export const rule: CsafRule = {
  id: "6.3.21.7",
  group: "informative",
  title: "Usage of Extension in Vulnerabilities Metrics Path",
  check: (document) =>
    select(document, "$.vulnerabilities[*].metrics[*].content.x_extensions").map(({ path }) => ({
      path,
      message: "a metric has extensions",
    })),
};
