import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { mentions } from "./shared/mentions.ts";
import { select, selectFrom } from "./shared/select.ts";
import { isRegistered, ssvcNamespace } from "./shared/ssvc-namespace.ts";

/** Section 6.2.37. A resource is about a namespace if its summary names it in full. */
export const rule: CsafRule = {
  id: "6.2.37",
  group: "recommended",
  title: "Usage of Unknown SSVC Decision Point Namespace without Resource",
  check: (document) =>
    select(document, "$.vulnerabilities[*].metrics[*].content.ssvc_v2").flatMap((ssvc) => {
      const summaries = selectFrom(ssvc, "$.decision_point_resources[*].summary").map(({ value }) => value);
      const explained = mentions(summaries.filter(isText));
      return selectFrom(ssvc, "$.selections[*].namespace").flatMap(({ path, value }) => {
        if (!isText(value) || isRegistered(ssvcNamespace(value)) || explained(value)) return [];
        return [{ path, message: `no decision point resource says what namespace ${quote(value)} is` }];
      });
    }),
};
