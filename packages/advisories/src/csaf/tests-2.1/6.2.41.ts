import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { member } from "./shared/json.ts";
import { inTimeOrder, revisionDates, timestampsOf } from "./shared/revision-dates.ts";
import { select, selectFrom } from "./shared/select.ts";
import { compareMoments } from "./shared/timestamp.ts";

const fifteenDays = 15 * 24 * 60 * 60;

/** Section 6.2.41. */
export const rule: CsafRule = {
  id: "6.2.41",
  group: "recommended",
  title: "Old EPSS Timestamp",
  check(document) {
    const status = member(member(member(document, "document"), "tracking"), "status");
    const newest = revisionDates(document).at(-1);
    if (newest === undefined || (status !== "final" && status !== "interim")) return [];
    const oldestAllowed = { ...newest.moment, seconds: newest.moment.seconds - fifteenDays };
    return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const youngest = inTimeOrder(timestampsOf(selectFrom(vulnerability, "$.metrics[*].content.epss.timestamp"))).at(
        -1,
      );
      if (youngest === undefined || compareMoments(youngest.moment, oldestAllowed) >= 0) return [];
      const message = `the youngest EPSS value, of ${quote(youngest.value)}, is more than 15 days older than the newest revision`;
      return [{ path: youngest.path, message }];
    });
  },
};
