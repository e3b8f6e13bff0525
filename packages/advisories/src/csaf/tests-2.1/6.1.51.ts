import { notAfterNewestRevision } from "./shared/newest-revision.ts";

/** CSAF 2.1, section 6.1.51. */
export const rule = notAfterNewestRevision("6.1.51", "Inconsistent EPSS Timestamp", [
  "$.vulnerabilities[*].metrics[*].content.epss.timestamp",
]);
