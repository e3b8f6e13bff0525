import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { revisionDates, timestampsOf } from "./shared/revision-dates.ts";
import { select } from "./shared/select.ts";
import { compareMoments } from "./shared/timestamp.ts";

/** Section 6.2.6. */
export const rule: CsafRule = {
  id: "6.2.6",
  group: "recommended",
  title: "Older Current Release Date than Revision History",
  check(document) {
    const newest = revisionDates(document).at(-1);
    if (newest === undefined) return [];
    return timestampsOf(select(document, "$.document.tracking.current_release_date"))
      .filter(({ moment }) => compareMoments(moment, newest.moment) < 0)
      .map(({ path, value }) => ({
        path,
        message: `${quote(value)} is older than the newest revision, ${quote(newest.value)}`,
      }));
  },
};
