import { quote } from "@bongsu/base";
import type { SlowCsafRule } from "../rule.ts";
import { revisionDates, timestampsOf } from "./shared/revision-dates.ts";
import { select } from "./shared/select.ts";
import { compareMoments } from "./shared/timestamp.ts";

/** Section 6.2.33. A disclosure date in the future is an intention: the answer depends on when it is asked. */
export const rule: SlowCsafRule = {
  id: "6.2.33",
  group: "recommended",
  title: "Disclosure Date Newer than Revision History",
  needs: "now",
  async checkSlowly(document, { now }) {
    const newest = revisionDates(document).at(-1);
    if (newest === undefined || now === undefined) return [];
    const present = now().getTime() / 1000;
    return timestampsOf(select(document, "$.vulnerabilities[*].disclosure_date"))
      .filter(({ moment }) => moment.seconds < present && compareMoments(moment, newest.moment) > 0)
      .map(({ path, value }) => ({
        path,
        message: `${quote(value)} has passed, and is newer than the newest revision, ${quote(newest.value)}`,
      }));
  },
};
