import { notAfterNewestRevision } from "./shared/newest-revision.ts";

/** CSAF 2.1, section 6.1.49. */
export const rule = notAfterNewestRevision("6.1.49", "Inconsistent SSVC Timestamp", [
  "$.vulnerabilities[*].metrics[*].content.ssvc_v2.timestamp",
]);
