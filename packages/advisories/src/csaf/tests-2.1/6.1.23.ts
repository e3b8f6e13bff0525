import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { repeated } from "./shared/repeated.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.23. */
export const rule: CsafRule = {
  id: "6.1.23",
  group: "mandatory",
  title: "Multiple Use of Same CVE",
  check(document) {
    const cves = select(document, "$.vulnerabilities[*].cve");
    return repeated(cves, ({ value }) => (isText(value) ? value : null)).map(({ path, value }) => ({
      path,
      message: `${quote(value)} is the CVE of an earlier vulnerability`,
    }));
  },
};
