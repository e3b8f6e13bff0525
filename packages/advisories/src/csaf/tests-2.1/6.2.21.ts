import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { revisionDates } from "./shared/revision-dates.ts";
import { compareMoments } from "./shared/timestamp.ts";

/** Section 6.2.21. */
export const rule: CsafRule = {
  id: "6.2.21",
  group: "recommended",
  title: "Same Timestamps in Revision History",
  check: (document) =>
    revisionDates(document).flatMap(({ path, value, moment }, index, dates) => {
      const earlier = dates[index - 1];
      if (earlier === undefined || compareMoments(earlier.moment, moment) !== 0) return [];
      return [{ path, message: `${quote(value)} is the same moment as at ${earlier.path}` }];
    }),
};
