import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { revisionDates, timestampsOf } from "./shared/revision-dates.ts";
import { select } from "./shared/select.ts";
import { compareMoments } from "./shared/timestamp.ts";

/** Section 6.2.5. */
export const rule: CsafRule = {
  id: "6.2.5",
  group: "recommended",
  title: "Older Initial Release Date than Revision History",
  check(document) {
    const oldest = revisionDates(document).at(0);
    if (oldest === undefined) return [];
    return timestampsOf(select(document, "$.document.tracking.initial_release_date"))
      .filter(({ moment }) => compareMoments(moment, oldest.moment) < 0)
      .map(({ path, value }) => ({
        path,
        message: `${quote(value)} is older than the oldest revision, ${quote(oldest.value)}`,
      }));
  },
};
