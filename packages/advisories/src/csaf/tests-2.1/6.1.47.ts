import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { elements, isText, member } from "./shared/json.ts";
import { select, selectFrom } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.47. */
export const rule: CsafRule = {
  id: "6.1.47",
  group: "mandatory",
  title: "Inconsistent SSVC Target IDs",
  check(document) {
    const vulnerabilities = select(document, "$.vulnerabilities[*]");
    const documentId = member(member(member(document, "document"), "tracking"), "id");
    return vulnerabilities.flatMap((vulnerability) => {
      const ids = elements(member(vulnerability.value, "ids")).map((id) => member(id, "text"));
      const own = new Set([member(vulnerability.value, "cve"), ...ids]);
      return selectFrom(vulnerability, "$.metrics[*].content.ssvc_v2.target_ids[*]").flatMap(({ path, value }) => {
        if (!isText(value)) return [];
        if (value === documentId && vulnerabilities.length > 1)
          return [{ path, message: `${quote(value)} is the whole document, which has several vulnerabilities` }];
        return own.has(value) ? [] : [{ path, message: `${quote(value)} is neither the cve nor among the ids` }];
      });
    });
  },
};
