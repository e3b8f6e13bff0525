import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { member } from "./shared/json.ts";
import { select } from "./shared/select.ts";
import { compareMoments, parseTimestamp } from "./shared/timestamp.ts";

/** CSAF 2.1, section 6.1.53. */
export const rule: CsafRule = {
  id: "6.1.53",
  group: "mandatory",
  title: "Inconsistent Exploitation Date",
  check(document) {
    return select(document, "$.vulnerabilities[*].first_known_exploitation_dates[*]").flatMap(({ path, value }) => {
      const exploited = parseTimestamp(member(value, "exploitation_date"));
      const stated = parseTimestamp(member(value, "date"));
      if (exploited === null || stated === null || compareMoments(exploited, stated) <= 0) return [];
      const message = `${quote(member(value, "exploitation_date"))} is later than ${quote(member(value, "date"))}`;
      return [{ path: `${path}/exploitation_date`, message }];
    });
  },
};
