import type { CsafRule } from "../rule.ts";
import { ssvcFindings } from "../schema-2.1.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.46. */
export const rule: CsafRule = {
  id: "6.1.46",
  group: "mandatory",
  title: "Invalid SSVC",
  check(document) {
    return select(document, "$.vulnerabilities[*].metrics[*].content.ssvc_v2").flatMap(({ path, value }) =>
      ssvcFindings(value).map((finding) => ({ ...finding, path: `${path}${finding.path}` })),
    );
  },
};
