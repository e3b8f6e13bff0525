import type { CsafRule } from "../rule.ts";
import { isText, member } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** Section 6.3.2. */
export const rule: CsafRule = {
  id: "6.3.2",
  group: "informative",
  title: "Use of CVSS v3.0",
  check: (document) =>
    select(document, "$.vulnerabilities[*].metrics[*].content.cvss_v3").flatMap(({ path, value }) => {
      const vector = member(value, "vectorString");
      const message = "CVSS 3.0 is used: 3.1 says the same more clearly";
      if (member(value, "version") === "3.0") return [{ path: `${path}/version`, message }];
      if (isText(vector) && vector.startsWith("CVSS:3.0")) return [{ path: `${path}/vectorString`, message }];
      return [];
    }),
};
