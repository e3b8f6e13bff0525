import { notAfterNewestRevision } from "./shared/newest-revision.ts";

/** CSAF 2.1, section 6.1.52. */
export const rule = notAfterNewestRevision("6.1.52", "Inconsistent First Known Exploitation Dates", [
  "$.vulnerabilities[*].first_known_exploitation_dates[*].date",
  "$.vulnerabilities[*].first_known_exploitation_dates[*].exploitation_date",
]);
