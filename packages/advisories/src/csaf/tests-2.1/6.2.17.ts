import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText, member } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** Section 6.2.17. */
export const rule: CsafRule = {
  id: "6.2.17",
  group: "recommended",
  title: "CVE in Field IDs",
  check: (document) =>
    select(document, "$.vulnerabilities[*].ids[*]").flatMap(({ path, value }) => {
      const text = member(value, "text");
      if (!isText(text) || !/^CVE-[0-9]{4}-[0-9]{4,}$/.test(text)) return [];
      return [{ path, message: `${quote(text)} is a CVE ID: it belongs in cve` }];
    }),
};
