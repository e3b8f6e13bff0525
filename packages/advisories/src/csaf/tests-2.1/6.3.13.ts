import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText, member } from "./shared/json.ts";
import { type Found, select } from "./shared/select.ts";
import { selectionsOf } from "./shared/ssvc-namespace.ts";
import { decisionPointVersions } from "./shared/ssvc-versions.ts";
import { parseTimestamp } from "./shared/timestamp.ts";

/** Section 6.3.13. A version that is not known, and a day before there were versions, are not judged. */
export const rule: CsafRule = {
  id: "6.3.13",
  group: "informative",
  title: "Usage of Non-Latest SSVC Decision Point Version",
  check: (document) =>
    select(document, "$.vulnerabilities[*].metrics[*].content.ssvc_v2").flatMap((ssvc) => {
      const day = dayOf(ssvc);
      if (day === null) return [];
      return selectionsOf(ssvc).flatMap(({ path, value, namespace }) => {
        const [key, version] = [member(value, "key"), member(value, "version")];
        if (!isText(key) || !isText(version)) return [];
        const versions = decisionPointVersions(namespace.base, key);
        const latest = versions.findLast(([, since]) => since <= day)?.[0];
        if (latest === undefined || latest === version || !versions.some(([known]) => known === version)) return [];
        return [
          {
            path: `${path}/version`,
            message: `version ${quote(version)} of ${quote(namespace.base)} ${quote(key)}; on ${day} the latest was ${latest}`,
          },
        ];
      });
    }),
};

/** The day (UTC) of an SSVC object's timestamp. */
function dayOf(ssvc: Found): string | null {
  const moment = parseTimestamp(member(ssvc.value, "timestamp"));
  return moment === null ? null : new Date(moment.seconds * 1000).toISOString().slice(0, 10);
}
