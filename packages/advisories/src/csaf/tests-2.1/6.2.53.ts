import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText, member } from "./shared/json.ts";
import { select } from "./shared/select.ts";
import { idSystem } from "./shared/vulnerability-ids.ts";

/** Section 6.2.53. */
export const rule: CsafRule = {
  id: "6.2.53",
  group: "recommended",
  title: "Matching Text for Registered ID System",
  check: (document) =>
    select(document, "$.vulnerabilities[*].ids[*]").flatMap(({ path, value }) => {
      const name = member(value, "system_name");
      const text = member(value, "text");
      const system = isText(name) ? idSystem(name) : null;
      if (system === null || !isText(text) || system.text.test(text)) return [];
      return [{ path: `${path}/text`, message: `${quote(text)} is not written as ${system.commonName} are` }];
    }),
};
